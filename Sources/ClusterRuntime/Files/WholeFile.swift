internal import Glibc

/// Files that are read and written as a whole.
enum WholeFile {
    /// The file's bytes, or `nil` where there is none.
    static func read(_ path: String) throws(FileError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .last("open", path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last("read", path) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
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

    /// Writes a new file, or over an old one, and waits until its bytes are on disk. What could not be written whole
    /// is removed.
    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .last("make", path) }
        do throws(FileError) {
            defer { close(descriptor) }
            try write(bytes, to: descriptor, path)
        } catch {
            unlink(path)
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw .last("write", path)
            }
            written += count
        }
        while fsync(descriptor) != 0 {
            guard errno == EINTR else { throw .last("sync", path) }
        }
    }

    static func rename(_ old: String, to new: String) throws(FileError) {
        guard Glibc.rename(old, new) == 0 else { throw .last("name anew", new) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
