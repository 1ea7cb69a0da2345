internal import Glibc

/// The lines of a file, one at a time, in bounded memory.
struct LineReader {
    enum Line {
        /// Without its line end; in UTF-8, if the reader was told another encoding. To be let go before the next line
        /// is asked for, or all that is read ahead is copied.
        case line(ArraySlice<UInt8>)
        /// It has more than the limit; it was skipped.
        case tooLong
    }

    private let file: InputFile
    private let limit: Int
    private var buffer: [UInt8] = []
    /// What of the buffer was given out.
    private var start = 0
    private var isAtEnd = false
    /// For UTF-16, in which a byte 0x0A need not be a line end.
    private var transcoder: Transcoder?
    /// What was read and not transcoded yet.
    private var raw: [UInt8] = []

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
                return isTooLong || end - start > limit ? .tooLong : .line(buffer[start..<end])
            }
            if isAtEnd {
                defer { start = buffer.count }
                if isTooLong { return .tooLong }
                return start == buffer.count ? nil : .line(buffer[start...])
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
            try fill()
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

    /// Reads the next chunk.
    private mutating func fill() throws(InputFile.SystemError) {
        guard transcoder != nil else {
            isAtEnd = try file.read(upTo: Self.chunk, into: &buffer) == 0
            return
        }
        isAtEnd = try file.read(upTo: Self.chunk, into: &raw) == 0
        transcoder?.append(raw, to: &buffer)
        if isAtEnd { transcoder?.finish(&buffer) }
        raw.removeAll(keepingCapacity: true)
    }

    /// The first bytes of the file as they stand there, to be asked for before anything else.
    /// - Parameter count: at least so many of them, unless the file has less: a pipe gives what is in it, which may be
    ///   a few.
    mutating func head(atLeast count: Int) throws(InputFile.SystemError) -> ArraySlice<UInt8> {
        while buffer.count < count, !isAtEnd { try fill() }
        return buffer[...]
    }

    /// Has the file read as UTF-16: to be told before the first line is asked for.
    mutating func transcode(from encoding: InputEncoding) {
        transcoder = Transcoder(encoding)
        raw = buffer
        buffer = []
        transcoder?.append(raw, to: &buffer)
        if isAtEnd { transcoder?.finish(&buffer) }
        raw = []
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
