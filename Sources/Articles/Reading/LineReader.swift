internal import Glibc

/// The lines of a file, one at a time, in bounded memory.
struct LineReader {
    enum Line {
        /// Without its line end.
        case line([UInt8])
        /// It has more than the limit; it was skipped.
        case tooLong
    }

    private let file: InputFile
    private let limit: Int
    private var buffer: [UInt8] = []
    /// What of the buffer was given out.
    private var start = 0
    private var isAtEnd = false

    private static let chunk = 1 << 18

    /// - Parameter limit: the longest line in bytes.
    init(_ file: InputFile, limit: Int) {
        self.file = file
        self.limit = limit
    }

    /// The next line; `nil` at the end. A line end at the end of the file starts no line.
    mutating func next() throws(InputFile.SystemError) -> Line? {
        var searched = start
        var isTooLong = false
        while true {
            if let end = lineFeed(from: searched) {
                defer { start = end + 1 }
                return isTooLong || end - start > limit ? .tooLong : .line(Array(buffer[start..<end]))
            }
            if isAtEnd {
                defer { start = buffer.count }
                if isTooLong { return .tooLong }
                return start == buffer.count ? nil : .line(Array(buffer[start...]))
            }
            if buffer.count - start > limit || isTooLong {
                isTooLong = true
                buffer.removeAll(keepingCapacity: true)
                start = 0
            } else if start > 0 {
                buffer.removeSubrange(..<start)
                start = 0
            }
            searched = buffer.count
            isAtEnd = try file.read(upTo: Self.chunk, into: &buffer) == 0
        }
    }

    private func lineFeed(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < bytes.count,
                let found = memchr(base + start, 0x0A, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// The first byte that is not white, without taking it; `nil` if the first chunk has none.
    mutating func peek() throws(InputFile.SystemError) -> UInt8? {
        if buffer.isEmpty, !isAtEnd { isAtEnd = try file.read(upTo: Self.chunk, into: &buffer) == 0 }
        var bytes = buffer[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        return bytes.first { $0 > 0x20 }
    }

    /// All that was not given out yet, if it has at most `limit` bytes.
    mutating func rest(limit: Int) throws(InputFile.SystemError) -> [UInt8]? {
        var bytes = Array(buffer[start...])
        buffer = []
        start = 0
        while !isAtEnd, bytes.count <= limit {
            isAtEnd = try file.read(upTo: min(Self.chunk, limit + 1 - bytes.count), into: &bytes) == 0
        }
        return bytes.count <= limit ? bytes : nil
    }
}
