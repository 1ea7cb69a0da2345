internal import Glibc

/// A file that is read from its beginning to its end; closed with the last reference to it.
final class InputFile {
    /// What a path leads to.
    enum Kind {
        case file(size: Int)
        case folder
        case special

        fileprivate init(_ status: stat) {
            switch status.st_mode & S_IFMT {
            case S_IFREG: self = .file(size: Int(status.st_size))
            case S_IFDIR: self = .folder
            default: self = .special
            }
        }
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

    /// A file of a folder that is open: its path is not gone over again for each.
    init(_ name: String, in folder: OpenFolder) throws(SystemError) {
        if let place = folder.descriptor {
            // Swift's own way from a string to C would allocate for each name.
            descriptor = name.withCString { openat(place, $0, Self.found) }
        } else {
            descriptor = open(folder.path + name, Self.found)
        }
        closes = true
        if descriptor < 0 { throw SystemError(code: errno) }
    }

    /// How a file is opened that may have become a pipe since it was found.
    private static let found = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK

    deinit {
        if closes, descriptor >= 0 { close(descriptor) }
    }

    /// What was opened.
    var kind: Kind {
        get throws(SystemError) {
            var status = stat()
            if fstat(descriptor, &status) != 0 { throw SystemError(code: errno) }
            return Kind(status)
        }
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

    /// What `path` leads to.
    static func kind(of path: String) throws(SystemError) -> Kind {
        var status = stat()
        if stat(path, &status) != 0 { throw SystemError(code: errno) }
        return Kind(status)
    }

    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}

extension InputProblem {
    /// An input that the system does not give.
    init(input: String, _ error: InputFile.SystemError) {
        // What is not UTF-8 in a path comes repaired, and is not found by the repaired name.
        if error.code == ENOENT, input.unicodeScalars.contains("\u{FFFD}") {
            self.init(
                input: input,
                reason: "not found: it seems that its name is not UTF-8",
                advice: "rename it (for example with convmv)"
            )
        } else {
            self.init(input: input, reason: error.reason, advice: error.advice)
        }
    }
}
