internal import CLibXML2

/// Text of a document of markup, as a parser gives it.
enum PlainText {
    /// Appends what `source` says, with the characters in the place of references.
    ///
    /// - Returns: whether any parser would say the same; if not, a part of it may have been appended.
    static func append(_ source: UnsafeRawBufferPointer, to text: inout [UInt8]) -> Bool {
        var offset = 0
        while offset < source.count {
            let end = endOfLetters(source, from: offset)
            text.append(contentsOf: UnsafeRawBufferPointer(rebasing: source[offset..<end]))
            guard end < source.count else { return true }
            guard source[end] == UInt8(ascii: "&"), let (scalar, next) = reference(source, at: end) else {
                return false
            }
            text.append(contentsOf: String(scalar).utf8)
            offset = next
        }
        return true
    }

    /// Where the first reference stands, or what is no character of XML.
    private static func endOfLetters(_ source: UnsafeRawBufferPointer, from start: Int) -> Int {
        var offset = start
        while offset < source.count {
            while offset + 16 <= source.count,
                !mayStop(source.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self))
            {
                offset += 16
            }
            let limit = min(offset + 16, source.count)
            while offset < limit {
                switch source[offset] {
                case UInt8(ascii: "&"): return offset
                case 0x09, 0x0A, 0x0D: break
                case ..<0x20, 0x7F: return offset
                case 0xEF where TextBytes.isNoncharacter(source, at: offset, to: source.count): return offset
                default: break
                }
                offset += 1
            }
        }
        return offset
    }

    @inline(__always)
    private static func mayStop(_ block: SIMD2<UInt64>) -> Bool {
        let found =
            (block &- every(0x20)) & ~block | zeros(block ^ every(UInt8(ascii: "&"))) | zeros(block ^ every(0x7F))
            | zeros(block ^ every(0xEF))
        return (found[0] | found[1]) & 0x8080_8080_8080_8080 != 0
    }

    /// The topmost bit of each byte that is 0; maybe of others behind one.
    @inline(__always)
    private static func zeros(_ block: SIMD2<UInt64>) -> SIMD2<UInt64> { (block &- every(1)) & ~block }

    @inline(__always)
    private static func every(_ byte: UInt8) -> SIMD2<UInt64> {
        SIMD2(repeating: UInt64(byte) &* 0x0101_0101_0101_0101)
    }

    /// The character that a reference says, and what is behind it; `nil` for one that is not written out.
    private static func reference(_ source: UnsafeRawBufferPointer, at start: Int) -> (Unicode.Scalar, Int)? {
        let name = source[(start + 1)...].prefix(longestName).prefix { $0 != UInt8(ascii: ";") }
        let next = name.endIndex + 1
        guard next <= source.count, source[next - 1] == UInt8(ascii: ";"), let first = name.first else { return nil }
        guard first == UInt8(ascii: "#") else {
            guard name.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }), (first | 0x20) &- 0x61 < 26,
                let entity = htmlEntityLookup(Array(name) + [0]), entity.pointee.value > 0
            else { return nil }
            return Unicode.Scalar(entity.pointee.value).map { ($0, next) }
        }
        let digits = String(decoding: name.dropFirst(), as: UTF8.self)
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let value = UInt32(isHexadecimal ? digits.dropFirst() : digits[...], radix: isHexadecimal ? 16 : 10),
            digits.first != "+", value >= 0x20, value != 0x7F, value & 0xFFFE != 0xFFFE
        else { return nil }
        return Unicode.Scalar(value).map { ($0, next) }
    }

    private static let longestName = 10
}
