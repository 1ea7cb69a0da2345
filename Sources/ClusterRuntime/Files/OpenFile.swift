internal import Glibc

/// A file that is open to be read, as long as it was when it was opened. Closed with its last owner.
package final class OpenFile: Sendable {
    package let path: String
    /// In bytes; 0 of what is no regular file: a pipe is not waited for, nor a device read without end.
    package let size: Int
    private let descriptor: Int32

    /// Opens a file; `nil` where there is none.
    ///
    /// - Parameter followsLinks: whether the file itself may be a link; the folders above it may in any case.
    /// - Throws: ``FileError``, with the code `ELOOP` for a link that is not followed, and `EISDIR` for a folder.
    package static func at(_ path: String, followsLinks: Bool = true) throws(FileError) -> OpenFile? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .last("open", path)
        }
        return try OpenFile(descriptor, path)
    }

    /// Takes the descriptor over.
    private init(_ descriptor: Int32, _ path: String) throws(FileError) {
        self.descriptor = descriptor
        self.path = path
        var status = stat()
        let code = fstat(descriptor, &status) == 0 ? 0 : errno
        let kind = status.st_mode & S_IFMT
        size = code == 0 && kind == S_IFREG ? Int(status.st_size) : 0
        guard code == 0 else { throw FileError("read", path, code: code) }
        guard kind != S_IFDIR else { throw FileError("read", path, code: EISDIR) }
    }

    deinit { close(descriptor) }

    /// A piece of it.
    ///
    /// - Returns: fewer bytes than `count` at the end, and where the file has been cut short since it was opened.
    package func bytes(from start: Int, count: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - start)))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, start + filled)
            }
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw .last("read", path)
            }
            filled += count
        }
        bytes.removeSubrange(filled...)
        return bytes
    }

    /// All of it.
    package func bytes() throws(FileError) -> [UInt8] { try bytes(from: 0, count: size) }
}
