internal import CText
internal import Glibc

/// Bytes of UTF-8 that are text wherever in a document of markup they stand.
enum TextBytes {
    /// Where a byte stands from `start` on, before `end` or the last one; `nil` where it does not.
    @inline(__always)
    static func next(
        _ byte: UInt8,
        in bytes: UnsafeRawBufferPointer,
        from start: Int,
        to end: Int? = nil
    ) -> Int? {
        let end = end ?? bytes.count
        guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), end - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }

    /// The first byte of a letter beyond ASCII; `end` if there is none.
    static func firstBeyondASCII(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        var offset = start
        while offset + 8 <= end {
            let tops =
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                & 0x8080_8080_8080_8080
            if tops != 0 { return offset + tops.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < end, bytes[offset] < 0x80 { offset += 1 }
        return offset
    }

    /// Whether a byte is of a letter or digit: nothing that means more together with what stands behind it.
    @inline(__always)
    static func endsText(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }

    /// The end of the bytes that are nothing but text: no markup, quotation marks or control characters but line ends,
    /// and no noncharacters.
    static func endOfText(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        stops.withUnsafeBufferPointer { stops in
            var offset = start
            while offset < end {
                while offset + 16 <= end, !mayStop(bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)) {
                    offset += 16
                }
                let limit = min(offset + 16, end)
                while offset < limit {
                    let stop = stops[Int(bytes[offset])]
                    if stop != 0, stop == 1 || isNoncharacter(bytes, at: offset, to: end) { return offset }
                    offset += 1
                }
            }
            return end
        }
    }

    /// Whether one of the bytes is a character that XML 1.0 leaves out (its production `Char`).
    static func holdsControls(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let bytes = bytes.assumingMemoryBound(to: UInt8.self)
        guard let first = bytes.baseAddress else { return false }
        return controls_stand_in(first, bytes.count)
    }

    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }

    /// Sixteen bytes.
    private typealias Block = SIMD2<UInt64>

    /// Whether a byte may be one of ``stops``, but for the mark: a line end and a `#` may, too.
    @inline(__always)
    private static func mayStop(_ block: Block) -> Bool {
        // `"`, `&` and `'`, and `<` and `>`, differ in these bits.
        let found =
            (block &- every(0x20)) & ~block | zeros((block | every(0x05)) ^ every(0x27))
            | zeros((block | every(0x02)) ^ every(0x3E)) | zeros(block ^ every(0xEF))
        return (found[0] | found[1]) & 0x8080_8080_8080_8080 != 0
    }

    /// The topmost bit of each byte that is 0; maybe of others behind one.
    @inline(__always)
    private static func zeros(_ block: Block) -> Block { (block &- every(1)) & ~block }

    @inline(__always)
    private static func every(_ byte: UInt8) -> Block { Block(repeating: UInt64(byte) &* 0x0101_0101_0101_0101) }

    /// U+FFFE and U+FFFF, which are no characters of XML, and so dropped.
    static func isNoncharacter(_ bytes: UnsafeRawBufferPointer, at index: Int, to end: Int) -> Bool {
        index + 2 < end && bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    }

    /// 1 for what ends text, 2 for what may.
    private static let stops: [UInt8] = {
        var stops = [UInt8](repeating: 0, count: 0x100)
        for byte in 0..<0x20 where byte != 0x0A { stops[byte] = 1 }
        for byte in "<>&\"'\u{7F}".utf8 { stops[Int(byte)] = 1 }
        stops[0xEF] = 2
        return stops
    }()
}
