extension JSONScanner {
    /// The string whose opening quotation mark is next.
    mutating func string() throws(Failure) -> String {
        position += 1
        var start = position
        toSpecial()
        if peek() == UInt8(ascii: "\"") {
            position += 1
            return text(bytes[start..<position - 1])
        }
        scratch.removeAll(keepingCapacity: true)
        while let byte = peek() {
            scratch += bytes[start..<position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return text(scratch[...])
            case UInt8(ascii: "\\"):
                if !appendEscapedLetters() {
                    position += 1
                    scratch.append(contentsOf: UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter)
                }
                start = position
                toSpecial()
            default: throw unexpected()
            }
        }
        throw unexpected()
    }

    /// Appends the letters of `\uXXXX` after `\uXXXX`, with the ASCII between them, as whoever escapes all letters writes
    /// them; up to what it takes more to tell, as surrogates and errors.
    ///
    /// - Returns: whether there was any.
    private mutating func appendEscapedLetters() -> Bool {
        let start = position
        let rest = bytes[position...]
        withUnsafeTemporaryAllocation(byteCount: Self.pieceLength + 4, alignment: 8) { piece in
            rest.withUnsafeBytes { bytes in
                var offset = 0
                var count: Int
                repeat {
                    count = 0
                    while count < Self.pieceLength, offset < bytes.count {
                        let byte = bytes[offset]
                        if byte == UInt8(ascii: "\\") {
                            guard let unit = Self.escapedUnit(bytes, at: offset) else { break }
                            piece.storeBytes(of: Self.encoded(unit).littleEndian, toByteOffset: count, as: UInt32.self)
                            count += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
                            offset += 6
                        } else {
                            guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\"") else { break }
                            piece[count] = byte
                            count += 1
                            offset += 1
                        }
                    }
                    scratch.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<count]))
                } while count >= Self.pieceLength
                position += offset
            }
        }
        return position > start
    }

    /// In bytes.
    private static let pieceLength = 512

    /// The unit of UTF-16 that `\uXXXX` stands for, if it is one and is a letter by itself.
    @inline(__always)
    private static func escapedUnit(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32? {
        guard offset + 6 <= bytes.count, bytes[offset + 1] == UInt8(ascii: "u") else { return nil }
        let unit = digits.withUnsafeBufferPointer { digits in
            digits[Int(bytes[offset + 2])] << 12 | digits[Int(bytes[offset + 3])] << 8
                | digits[Int(bytes[offset + 4])] << 4 | digits[Int(bytes[offset + 5])]
        }
        return unit > 0xFFFF || unit & 0xF800 == 0xD800 ? nil : unit
    }

    /// The value of each hexadecimal digit; for other bytes one that makes every number too large.
    private static let digits: [UInt32] = (UInt8.min...UInt8.max).map { byte in
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
        return digit.map { UInt32($0) } ?? 0x1_0000
    }

    /// UTF-8 of a letter of the basic plane, its first byte lowest.
    @inline(__always)
    private static func encoded(_ unit: UInt32) -> UInt32 {
        if unit < 0x80 { return unit }
        if unit < 0x800 { return unit >> 6 | 0xC0 | (unit & 0x3F | 0x80) << 8 }
        return unit >> 12 | 0xE0 | (unit >> 6 & 0x3F | 0x80) << 8 | (unit & 0x3F | 0x80) << 16
    }

    /// A string that nobody asked for: checked and passed over.
    mutating func skipString() throws(Failure) {
        position += 1
        while true {
            toSpecial()
            switch peek() {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"):
                position += 1
                _ = try escaped()
            default: throw unexpected()
            }
        }
    }

    /// The text of bytes that were checked already, or were put together from what was.
    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(copying: UTF8Span(unchecked: bytes.span))
    }

    /// Goes on to the next quotation mark, backslash or control character, or to the end: eight bytes at a time, by
    /// the «determine if a word has a byte less than n» of Anderson's Bit Twiddling Hacks.
    private mutating func toSpecial() {
        position += bytes[position...].withUnsafeBytes { bytes in
            let ones: UInt64 = 0x0101_0101_0101_0101
            var offset = 0
            while offset + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                let quote = word ^ (ones &* 0x22)
                let backslash = word ^ (ones &* 0x5C)
                // The lowest bit that is set marks the first such byte; those above it may be borrowed.
                let found =
                    ((word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash)
                    & (ones &* 0x80)
                if found != 0 { return offset + found.trailingZeroBitCount / 8 }
                offset += 8
            }
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
                offset += 1
            }
            return offset
        }
    }

    /// What stands for a backslash and the letters after it.
    private mutating func escaped() throws(Failure) -> Unicode.Scalar {
        guard let byte = peek() else { throw unexpected() }
        let scalar: Unicode.Scalar? =
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(byte)
            case UInt8(ascii: "b"): "\u{8}"
            case UInt8(ascii: "f"): "\u{C}"
            case UInt8(ascii: "n"): "\n"
            case UInt8(ascii: "r"): "\r"
            case UInt8(ascii: "t"): "\t"
            default: nil
            }
        if let scalar {
            position += 1
            return scalar
        }
        try expect(UInt8(ascii: "u"))
        let start = position
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        // A pair of surrogates, or an error.
        guard first < 0xDC00, peek() == UInt8(ascii: "\\") else { throw halfPair(start) }
        position += 1
        try expect(UInt8(ascii: "u"))
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw halfPair(start) }
        return scalar
    }

    private func halfPair(_ position: Int) -> Failure {
        Failure(reason: "not Unicode (half a surrogate pair at byte \(position - bytes.startIndex))")
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch peek() {
            case .some(let byte) where (0x30...0x39).contains(byte): digit = byte - 0x30
            case .some(let byte) where (0x41...0x46).contains(byte & 0xDF): digit = (byte & 0xDF) - 0x37
            default: throw unexpected()
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
