import Glibc

/// A file that is written piece by piece. Until it is finished it lies under another name beside its own, so that
/// nobody reads a half of it, and is removed where it is not finished (``UnfinishedFile``). What is there already and is
/// no file (a pipe, a device) is written to as it is.
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
        let (temporaryPath, descriptor) =
            isSpecial ? (path, open(path, O_WRONLY | O_CLOEXEC)) : Self.newFile(beside: path)
        guard descriptor >= 0 else {
            let failure = Self.failure(name)
            UnfinishedFile.forget()
            throw failure
        }
        (self.temporaryPath, self.descriptor) = (temporaryPath, descriptor)
    }

    deinit {
        close(descriptor)
        guard temporaryPath != path else { return }
        if !isFinished { unlink(temporaryPath) }
        UnfinishedFile.forget()
    }

    /// A file that was not there before, under a name that nobody can guess: in a folder of several people someone may
    /// have put a link to another's file where this one would be written.
    private static func newFile(beside path: String) -> (path: String, descriptor: Int32) {
        var file = (path: path, descriptor: Int32(-1))
        for _ in 0..<8 {
            file.path = "\(path).\(String(UInt32.random(in: 0...UInt32.max), radix: 36)).part"
            UnfinishedFile.isRemovedIfInterrupted(file.path)
            file.descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if file.descriptor >= 0 || errno != EEXIST { break }
        }
        return file
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
