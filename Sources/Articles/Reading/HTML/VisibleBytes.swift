/// White space in UTF-8, as HTML means it: bytes up to 0x20; sixteen bytes at a time.
enum VisibleBytes {
    private typealias Block = SIMD2<UInt64>

    private static var tops: Block { Block(repeating: 0x8080_8080_8080_8080) }

    /// The bytes that are no white space.
    static func count(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { bytes in
            var total = 0
            var offset = 0
            while offset + 16 <= bytes.count {
                // A count for each of the sixteen places, which takes 255 at most.
                var counts = Block(repeating: 0)
                let end = min(offset + 16 * 255, bytes.count - 15)
                let start = offset
                while offset < end {
                    counts &+= atMost(0x20, bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)) &>> 7
                    offset += 16
                }
                total += offset - start - sum(counts[0]) - sum(counts[1])
            }
            while offset < bytes.count {
                if bytes[offset] > 0x20 { total += 1 }
                offset += 1
            }
            return total
        }
    }

    /// The sum of eight bytes.
    private static func sum(_ counts: UInt64) -> Int {
        let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts >> 8 & 0x00FF_00FF_00FF_00FF)
        return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }

    /// The end of the bytes that stand in a line as they are: no white space but spaces, each by itself. The first of
    /// `bytes` is visible.
    static func endOfLine(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var offset = start
        while offset + 17 <= bytes.count {
            let block = bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)
            let next = bytes.loadUnaligned(fromByteOffset: offset + 1, as: Block.self)
            let stop = atMost(0x1F, block) | atMost(0x20, block) & atMost(0x20, next)
            if stop[0] | stop[1] != 0 { break }
            offset += 16
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
    private static func atMost(_ limit: UInt64, _ block: Block) -> Block {
        ~((block & ~tops) &+ Block(repeating: 0x0101_0101_0101_0101 &* (0x7F - limit)) | block) & tops
    }
}
