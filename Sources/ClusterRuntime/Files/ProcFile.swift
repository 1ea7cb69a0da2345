internal import Glibc

/// Files in which Linux tells of itself: what they hold is made while they are read, and they have no size.
enum ProcFile {
    /// `/proc/stat` may be long on large machines; what is wanted of it is within.
    private static let most = 1 << 20

    /// The file's text; empty where it can't be read.
    static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

    /// The file's bytes; none where it can't be read.
    static func bytes(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count < most {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return bytes
    }
}
