internal import Glibc

/// What the system refused to do with a file.
package struct FileError: Error, Equatable, CustomStringConvertible {
    /// In words that follow «can't»: «write».
    package var operation: String
    package var path: String
    package var code: Int32

    package init(_ operation: String, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// With the error number that the last call left behind.
    static func last(_ operation: String, _ path: String) -> FileError { FileError(operation, path, code: errno) }

    private var isOfReading: Bool { operation.hasPrefix("open") || operation.hasPrefix("read") }

    package var description: String {
        let text = String(cString: strerror(code))
        let advice =
            switch code {
            case ENOSPC, EDQUOT: "; make room on that disk"
            case EACCES, EPERM: "; this user needs the right to \(isOfReading ? "read it" : "write there")"
            case EEXIST: "; choose another name, or remove it first"
            case EROFS: "; that disk is mounted read-only"
            case EMFILE, ENFILE: "; raise the limit of open files (ulimit -n)"
            case ENOTDIR: "; a file stands where a folder is needed"
            default: ""
            }
        return "can't \(operation) \(path): \(text)\(advice)"
    }
}
