internal import Glibc

/// Files that are read as a whole.
package enum WholeFile {
    /// The file's bytes, or `nil` where there is none.
    package static func read(_ path: String) throws(FileError) -> [UInt8]? { try OpenFile.at(path)?.bytes() }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether there is a file that begins so.
    package static func exists(_ path: String, beginningWith first: UInt8) -> Bool {
        // A pipe of that name is empty, instead of waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var byte: UInt8 = 0
        return pread(descriptor, &byte, 1, 0) == 1 && byte == first
    }
}
