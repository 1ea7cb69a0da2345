internal import Glibc

/// A file that is read from its beginning to its end; closed with the last reference to it.
final class InputFile {
    /// What a path leads to.
    enum Kind {
        case file(size: Int)
        case folder
        case special
    }

    /// A call that failed, by its `errno`.
    struct SystemError: Error {
        let code: Int32

        var reason: String {
            switch code {
            case ENOENT, ENOTDIR: "no such file"
            case EACCES, EPERM: "not readable (permission denied)"
            case EISDIR: "a folder"
            default: String(cString: strerror(code))
            }
        }

        var advice: String {
            switch code {
            case ENOENT, ENOTDIR: "check the path"
            case EACCES, EPERM: "give yourself the right to read it"
            default: "check the file and try again"
            }
        }
    }

    private let descriptor: Int32
    private let closes: Bool

    /// A file that someone else has open and closes.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        closes = false
    }

    init(path: String) throws(SystemError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        closes = true
        if descriptor < 0 { throw SystemError(code: errno) }
    }

    deinit {
        if closes, descriptor >= 0 { close(descriptor) }
    }

    /// Reads up to `count` bytes behind the end of `bytes`; how many they were, 0 at the end of the file.
    func read(upTo count: Int, into bytes: inout [UInt8]) throws(SystemError) -> Int {
        let (result, code) = withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { buffer in
            var result: Int
            repeat {
                result = Glibc.read(descriptor, buffer.baseAddress, count)
            } while result < 0 && errno == EINTR
            let code = errno
            bytes.append(contentsOf: UnsafeRawBufferPointer(buffer).prefix(max(result, 0)))
            return (result, code)
        }
        if result < 0 { throw SystemError(code: code) }
        return result
    }

    /// All of the file, if it has at most `limit` bytes; `nil` as soon as it is seen to have more.
    func readAll(limit: Int, expected: Int = 0) throws(SystemError) -> [UInt8]? {
        var bytes = try readAtOnce(min(expected, limit))
        // A file that has no more than it said.
        if !bytes.isEmpty, bytes.count == expected { return bytes }
        while bytes.count <= limit {
            let wanted = min(max(expected + 1 - bytes.count, 1 << 16), limit + 1 - bytes.count)
            if try read(upTo: wanted, into: &bytes) == 0 { return bytes }
        }
        return nil
    }

    /// What one call reads of a file that has `count` bytes: one more, if there is more. Into its place, uncopied.
    private func readAtOnce(_ count: Int) throws(SystemError) -> [UInt8] {
        guard count > 0 else { return [] }
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
            var result: Int
            repeat {
                result = Glibc.read(descriptor, buffer.baseAddress, count + 1)
            } while result < 0 && errno == EINTR
            if result < 0 { code = errno }
            filled = max(result, 0)
        }
        if code != 0 { throw SystemError(code: code) }
        return bytes
    }

    /// What `path` leads to; links are followed unless `followsLinks` is false, when one to a folder is `special`.
    static func kind(of path: String, followsLinks: Bool = true) throws(SystemError) -> Kind {
        var status = stat()
        if stat(path, &status) != 0 { throw SystemError(code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file(size: Int(status.st_size))
        case S_IFDIR:
            if !followsLinks {
                var link = Glibc.stat()
                if lstat(path, &link) == 0, link.st_mode & S_IFMT == S_IFLNK { return .special }
            }
            return .folder
        default: return .special
        }
    }

    /// The names in a folder, hidden ones left out, sorted by their bytes. Names that are not UTF-8 are given repaired
    /// and so are not found when they are opened: that names them.
    static func names(inFolder path: String) throws(SystemError) -> [String] {
        guard let folder = opendir(path) else { throw SystemError(code: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
