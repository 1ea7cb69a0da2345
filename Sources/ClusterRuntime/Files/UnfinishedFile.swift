internal import Glibc

/// A file that is written as a whole, synced, and then given its name: until then nobody finds it, and if it does not
/// come to that, it is removed.
final class UnfinishedFile {
    let descriptor: Int32
    private let path: String
    private var isNamed = false

    /// Writes a new file, or over an old one.
    init(_ bytes: [UInt8], at path: String, mode: mode_t = 0o644) throws(FileError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        self.path = path
        guard descriptor >= 0 else { throw .last("make", path) }
        try write(bytes)
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            if !isNamed { unlink(path) }
        }
    }

    private func write(_ bytes: [UInt8]) throws(FileError) {
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
    }

    /// Returns when the bytes are on disk.
    func sync() throws(FileError) { try synced(FileSyncing.sync(descriptor)) }

    /// What came of a sync by somebody else.
    func synced(_ code: Int32) throws(FileError) {
        guard code == 0 else { throw FileError("sync", path, code: code) }
    }

    /// Gives it its name, in place of a file that had it.
    func name(_ new: String) throws(FileError) {
        guard rename(path, new) == 0 else { throw .last("name anew", new) }
        isNamed = true
    }
}
