/// White space in UTF-8, as HTML means it: bytes up to 0x20; eight bytes at a time.
enum VisibleBytes {
    private static let tops: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The bytes that are no white space.
    static func count(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { bytes in
            var total = 0
            var offset = 0
            while offset + 8 <= bytes.count {
                let white = atMost(0x20, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                total += 8 - Int(truncatingIfNeeded: ((white >> 7) &* ones) >> 56)
                offset += 8
            }
            while offset < bytes.count {
                if bytes[offset] > 0x20 { total += 1 }
                offset += 1
            }
            return total
        }
    }

    /// The end of the bytes that stand in a line as they are: no white space but spaces, each by itself. The first of
    /// `bytes` is visible.
    static func endOfLine(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var offset = start
        while offset + 9 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let next = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 1, as: UInt64.self))
            let stop = atMost(0x1F, word) | atMost(0x20, word) & atMost(0x20, next)
            if stop != 0 { return offset + stop.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x20 || byte == 0x20 && offset + 1 < bytes.count && bytes[offset + 1] <= 0x20 { break }
            offset += 1
        }
        return offset
    }

    /// The topmost bit of each byte that is at most `limit`, which is below 0x7F.
    @inline(__always)
    private static func atMost(_ limit: UInt64, _ word: UInt64) -> UInt64 {
        ~((word & ~tops) &+ ones &* (0x7F - limit) | word) & tops
    }
}
