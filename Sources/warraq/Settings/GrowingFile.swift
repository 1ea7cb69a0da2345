import Glibc

/// A file that is written piece by piece. Until it is finished it lies under another name beside its own, so that
/// nobody reads a half of it. What is there already and is no file (a pipe, a device) is written to as it is.
final class GrowingFile {
    /// As it was named, for messages.
    private let name: String
    private let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var isFinished = false

    init(_ name: String) throws {
        self.name = name
        path = FileProblem.behindLinks(name)
        var status = stat()
        let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        temporaryPath = isSpecial ? path : "\(path).\(getpid()).part"
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(name) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isFinished, temporaryPath != path { unlink(temporaryPath) }
    }

    func append(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw Self.failure(name)
            }
        }
    }

    /// Puts the file in its place.
    func finish() throws {
        guard temporaryPath == path || rename(temporaryPath, path) == 0 else { throw Self.failure(name) }
        isFinished = true
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure("\(path): can't be written: \(String(cString: strerror(errno)))")
    }
}
