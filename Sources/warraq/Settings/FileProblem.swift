import Foundation
import Glibc

/// What the system says of a file that could not be read or written.
enum FileProblem {
    static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = underlying?.domain == NSPOSIXErrorDomain ? underlying?.code : nil
        return code.map { String(cString: strerror(Int32($0))) } ?? error.localizedDescription
    }

    /// All of a file, which is one and no pipe or device: those may never end.
    ///
    /// - Throws: ``Unreadable``.
    static func read(_ file: String) throws(Unreadable) -> [UInt8] {
        // Opening a pipe is not to wait for its other end.
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw Unreadable(code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Unreadable(code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw Unreadable(code: EISDIR)
        default: throw .special
        }
        guard status.st_size <= longestFile else { throw .tooLong }
        return try read(descriptor, expected: Int(status.st_size), limit: longestFile)
    }

    /// All of standard input.
    ///
    /// - Throws: ``Unreadable``.
    static func readStandardInput() throws(Unreadable) -> [UInt8] {
        try read(STDIN_FILENO, expected: 0, limit: .max)
    }

    private static let longestFile = 512 << 20

    private static func read(_ descriptor: Int32, expected: Int, limit: Int) throws(Unreadable) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected + 1)
        var piece = [UInt8](repeating: 0, count: min(max(expected + 1, 1 << 16), 1 << 20))
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count > 0 {
                bytes += piece[..<count]
                // It may grow while it is read.
                guard bytes.count <= limit else { throw .tooLong }
            } else if count == 0 {
                return bytes
            } else if errno == EAGAIN {
                var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&polled, 1, -1)
            } else if errno != EINTR {
                throw Unreadable(code: errno)
            }
        }
    }

    /// Why a file could not be read, and what to do.
    struct Unreadable: Error {
        var reason: String
        var advice: String

        fileprivate init(reason: String, advice: String) {
            self.reason = reason
            self.advice = advice
        }

        /// By the `errno` of the call that failed.
        fileprivate init(code: Int32) {
            self.init(reason: String(cString: strerror(code)), advice: "check the path")
        }

        fileprivate static let special = Unreadable(
            reason: "not a file",
            advice: "give a file, a folder, or - for standard input"
        )
        fileprivate static let tooLong = Unreadable(
            reason: "longer than \(longestFile >> 20) MiB",
            advice: "split it, or give it on standard input"
        )
    }

    /// Which file a path leads to, through links.
    struct Identity: Equatable {
        private let device: dev_t
        private let inode: ino_t

        /// `nil` where there is no file, or something else than one.
        init?(_ path: String) { self.init(path, kind: S_IFREG) }

        /// `nil` where there is no folder.
        init?(folder path: String) { self.init(path, kind: S_IFDIR) }

        private init?(_ path: String, kind: mode_t) {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == kind else { return nil }
            (device, inode) = (status.st_dev, status.st_ino)
        }
    }

    /// The path that is left when links are followed: a file that takes another's place leaves the link to it alone.
    static func behindLinks(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// Writes a file whole or not at all.
    static func write(_ bytes: [UInt8], to file: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: behindLinks(file)), options: .atomic)
        } catch {
            throw CommandFailure("\(file): can't be written: \(reason(error))")
        }
    }

    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(.usage, "--output \(path): can't make this folder: \(reason(error))")
        }
    }
}
