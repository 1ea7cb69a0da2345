import Glibc

/// A file's bytes, mapped for the rest of the process's life.
enum MappedFile {
    static func map(_ path: String) throws -> UnsafeRawBufferPointer {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        let size = Int(status.st_size)
        guard size > 0 else { throw CommandFailure(.usage, "\(path): the file is empty") }
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw failure(path)
        }
        return UnsafeRawBufferPointer(start: start, count: size)
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure(.usage, "\(path): \(String(cString: strerror(errno)))")
    }
}
