/// The part of an attribute's value that nothing is lost of if it is told later, whatever a parser takes it for.
///
/// What looks like a quoted value may be read otherwise where markup is broken: behind the quotation mark that was to
/// open it a value may have ended, and what follows are names of attributes. So a value is
/// - an address, which starts with `/`, `http:/` or `https:/` and has no white space in it: as a name of an attribute it
///   is dropped up to its end;
/// - or words with single spaces between them, as classes, titles and descriptions have them: such as could be names of
///   attributes (letters, digits, `-`, `_`, `:` and `.`) are none that matter, the others have no letter of ASCII and no
///   `=` or `/` in them, so that nothing in them is a name that matters either. Behind them stands the quotation mark,
///   and before them a name that is no part of a value without quotation marks.
enum AttributeValue {
    /// Where such a value stands.
    /// - Parameters:
    ///   - sign: where the `=` stands, and behind it a quotation mark.
    ///   - start: where the tag starts at the earliest.
    @inline(__always)
    static func find(_ bytes: UnsafeRawBufferPointer, behind sign: Int, from start: Int) -> Range<Int>? {
        let first = sign + 2
        let end = bytes.count
        guard first + 7 < end else { return nil }
        if bytes[first] == UInt8(ascii: "/") || isScheme(bytes, at: first) { return address(bytes, at: first, to: end) }
        return words(bytes, at: first, to: end, behind: sign, from: start)
    }

    private static func isScheme(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        guard bytes[offset] == UInt8(ascii: "h") else { return false }
        let word = bytes[offset..<offset + 7]
        return word.starts(with: "http:/".utf8) || word.elementsEqual("https:/".utf8)
    }

    private static func address(_ bytes: UnsafeRawBufferPointer, at first: Int, to end: Int) -> Range<Int> {
        kinds.withUnsafeBufferPointer { kinds in
            var offset = first
            var last = first
            while offset < end {
                let kind = kinds[Int(bytes[offset])]
                if kind == .none || bytes[offset] >= 0x80 { break }
                offset += 1
                // Not a `/` or `-` at its end, which may be a part of what ends a tag or comment.
                if kind == .letter { last = offset }
            }
            return first..<last
        }
    }

    private static func words(
        _ bytes: UnsafeRawBufferPointer,
        at first: Int,
        to end: Int,
        behind sign: Int,
        from start: Int
    ) -> Range<Int>? {
        kinds.withUnsafeBufferPointer { kinds in
            let quote = bytes[first - 1]
            var offset = first
            var word = first
            // Of the word: whether it has what names have, and what they have not.
            var (hasLetter, hasOther) = (false, false)
            while offset < end {
                let byte = bytes[offset]
                let kind = kinds[Int(byte)]
                if kind == .letter || kind == .joiner || kind == .other {
                    offset += 1
                    if kind == .other { hasOther = true } else if byte >= 0x41 { hasLetter = true }
                    continue
                }
                guard byte == quote || byte == 0x20, offset > word, !hasLetter || !hasOther,
                    !hasLetter || !mayMatter(bytes, word..<offset)
                else { return nil }
                if byte == quote { break }
                offset += 1
                word = offset
                (hasLetter, hasOther) = (false, false)
            }
            guard offset < end, hasName(bytes, before: sign, from: start) else { return nil }
            return first..<offset
        }
    }

    /// Whether a word may be the name of an attribute that is asked for: `hidden`, `id`, `content`, …
    @inline(__always)
    private static func mayMatter(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Bool {
        guard word.count <= 11 else { return word.count > 64 }
        return switch (word.count, bytes[word.lowerBound] | 0x20) {
        case (2, UInt8(ascii: "i")), (3, UInt8(ascii: "r")), (6, UInt8(ascii: "h")), (7, UInt8(ascii: "c")),
            (11, UInt8(ascii: "a")), (5, UInt8(ascii: "s")), (5, UInt8(ascii: "c")), (8, UInt8(ascii: "i")),
            (8, UInt8(ascii: "p")), (8, UInt8(ascii: "d")), (4, UInt8(ascii: "r")), (4, UInt8(ascii: "n")),
            (4, UInt8(ascii: "h")), (4, UInt8(ascii: "t")):
            true
        default: false
        }
    }

    /// Whether the `=` stands behind a name, white space before it, and no other `=` before that.
    private static func hasName(_ bytes: UnsafeRawBufferPointer, before sign: Int, from start: Int) -> Bool {
        var offset = sign
        while offset > start, kinds[Int(bytes[offset - 1])] == .letter || bytes[offset - 1] == UInt8(ascii: "-") {
            offset -= 1
        }
        guard offset < sign, offset > start, isWhite(bytes[offset - 1]) else { return false }
        while offset > start, isWhite(bytes[offset - 1]) { offset -= 1 }
        return offset > start && bytes[offset - 1] != UInt8(ascii: "=")
    }

    private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    /// What a byte may be in a value.
    private enum Kind: UInt8 {
        case none
        /// Of an address alone.
        case sign
        /// Of a word of text, and in ASCII of an address as well: neither markup nor white space.
        case other
        /// `-`, `_`, `:` or `.`.
        case joiner
        /// Or a digit.
        case letter
    }

    private static let kinds: [Kind] = (UInt8.min...UInt8.max).map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
        case 0x2D, 0x5F, 0x3A, 0x2E: .joiner
        case 0x2F, 0x3D: .sign
        // What may be no character is left out, as 0x7F and what no letter starts with.
        case 0x21, 0x23...0x25, 0x28...0x3B, 0x3F...0x7E, 0x80...0xEE, 0xF0...0xF4: .other
        default: .none
        }
    }
}
