internal import Glibc

/// The lines of bytes, one at a time, without their line ends (`\n`, `\r\n`, `\r`); what follows the last one is a line
/// as well, though it be empty.
struct ByteLines: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var start: Int
    private var isAtEnd = false

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = Self.withLineFeeds(bytes)
        start = bytes.startIndex
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard !isAtEnd else { return nil }
        let rest = bytes[start...]
        let length = rest.withUnsafeBytes { Self.first(0x0A, in: $0, from: 0) }
        isAtEnd = length == nil
        let line = rest.prefix(length ?? rest.count)
        start += line.count + 1
        return line.last == 0x0D ? line.dropLast() : line
    }

    /// `bytes` with a line feed for each carriage return that ends a line by itself: few documents have any, and their
    /// lines are found as all others are.
    private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let places = bytes.withUnsafeBytes { buffer in
            var places: [Int] = []
            var offset = 0
            while let place = first(0x0D, in: buffer, from: offset) {
                offset = place + 1
                if offset == buffer.count || buffer[offset] != 0x0A { places.append(place) }
            }
            return places
        }
        guard !places.isEmpty else { return bytes }
        var lines = bytes
        for place in places { lines[lines.startIndex + place] = 0x0A }
        return lines
    }

    @inline(__always)
    private static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, let found = memchr(base + start, CInt(byte), bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - base
    }
}
