/// Reads one JSON object, strictly as RFC 8259 has it, and says where and why it is none.
///
/// Foundation's decoder says only that "the given data was not valid JSON", takes some that is not, and keeps one of
/// two equal keys in silence.
struct JSONScanner {
    /// Why the bytes are not one JSON object.
    struct Failure: Error {
        var reason: String
    }

    /// A member's value, as far as an article needs to know it.
    enum Value {
        case string(String)
        /// As it is written.
        case number(String)
        case null
        /// `true`, `false`, an array or an object; it was checked and passed over.
        case other
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    /// Where strings with escapes in them are put together.
    private var scratch: [UInt8] = []

    private static let deepest = 256

    /// - Parameter bytes: UTF-8, already checked.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The members of the object that the bytes are whose keys are in `keys`, in their order; the others are checked
    /// and passed over.
    mutating func object(keys: [String]) throws(Failure) -> [(key: String, value: Value)] {
        skipSpace()
        guard let first = peek() else { throw unexpected() }
        guard first == UInt8(ascii: "{") else {
            try skipValue(depth: 0)
            try end()
            throw Failure(reason: "not a JSON object")
        }
        var members: [(key: String, value: Value)] = []
        try elements(closing: UInt8(ascii: "}")) { (scanner) throws(Failure) in
            let key = try scanner.key()
            if keys.contains(key) {
                members.append((key, try scanner.value(depth: 1)))
            } else {
                try scanner.skipValue(depth: 1)
            }
        }
        try end()
        return members
    }

    /// All of the JSON value that the bytes are.
    mutating func tree() throws(Failure) -> JSONTree {
        let tree = try tree(depth: 0)
        try end()
        return tree
    }

    private mutating func tree(depth: Int) throws(Failure) -> JSONTree {
        skipSpace()
        guard depth < Self.deepest else { throw Failure(reason: "nested deeper than \(Self.deepest)") }
        switch peek() {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"):
            var members: [(key: String, value: JSONTree)] = []
            try elements(closing: UInt8(ascii: "}")) { (scanner) throws(Failure) in
                let key = try scanner.key()
                members.append((key, try scanner.tree(depth: depth + 1)))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONTree] = []
            try self.elements(closing: UInt8(ascii: "]")) { (scanner) throws(Failure) in
                elements.append(try scanner.tree(depth: depth + 1))
            }
            return .array(elements)
        default:
            try skipValue(depth: depth)
            return .other
        }
    }

    private mutating func end() throws(Failure) {
        skipSpace()
        if position < bytes.endIndex { throw unexpected() }
    }

    private func peek() -> UInt8? {
        position < bytes.endIndex ? bytes[position] : nil
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(Failure) {
        guard peek() == byte else { throw unexpected() }
        position += 1
    }

    private func unexpected() -> Failure {
        guard let byte = peek() else { return Failure(reason: "not JSON (unexpected end of input)") }
        let start = bytes[position...].prefix(4)
        let scalar = String(decoding: start, as: UTF8.self).unicodeScalars.first.map { String($0) } ?? ""
        let shown = byte < 0x20 || byte == 0x7F ? "control character" : "«\(scalar)»"
        return Failure(reason: "not JSON (unexpected \(shown) at byte \(position - bytes.startIndex))")
    }

    /// What stands between brackets, with commas between; the opening bracket is next.
    private mutating func elements(
        closing: UInt8,
        _ element: (inout JSONScanner) throws(Failure) -> Void
    ) throws(Failure) {
        position += 1
        skipSpace()
        if peek() == closing {
            position += 1
            return
        }
        while true {
            try element(&self)
            skipSpace()
            if peek() == closing { break }
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
        position += 1
    }

    /// A key and the colon after it.
    private mutating func key() throws(Failure) -> String {
        guard peek() == UInt8(ascii: "\"") else { throw unexpected() }
        let key = try string()
        try colon()
        return key
    }

    private mutating func colon() throws(Failure) {
        skipSpace()
        try expect(UInt8(ascii: ":"))
    }

    private mutating func value(depth: Int) throws(Failure) -> Value {
        skipSpace()
        switch peek() {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "n"):
            try literal("null")
            return .null
        case .some(let byte) where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
            let start = position
            try number()
            return .number(String(decoding: bytes[start..<position], as: UTF8.self))
        default:
            try skipValue(depth: depth)
            return .other
        }
    }

    private mutating func skipValue(depth: Int) throws(Failure) {
        skipSpace()
        guard depth < Self.deepest else { throw Failure(reason: "nested deeper than \(Self.deepest)") }
        switch peek() {
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "{"):
            try elements(closing: UInt8(ascii: "}")) { (scanner) throws(Failure) in
                guard scanner.peek() == UInt8(ascii: "\"") else { throw scanner.unexpected() }
                try scanner.skipString()
                try scanner.colon()
                try scanner.skipValue(depth: depth + 1)
            }
        case UInt8(ascii: "["):
            try elements(closing: UInt8(ascii: "]")) { (scanner) throws(Failure) in
                try scanner.skipValue(depth: depth + 1)
            }
        case UInt8(ascii: "t"): try literal("true")
        case UInt8(ascii: "f"): try literal("false")
        case UInt8(ascii: "n"): try literal("null")
        default: try number()
        }
    }

    private mutating func literal(_ word: StaticString) throws(Failure) {
        for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
    }

    private mutating func number() throws(Failure) {
        if peek() == UInt8(ascii: "-") { position += 1 }
        if peek() == UInt8(ascii: "0") { position += 1 } else { try digits() }
        if peek() == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            position += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
    }

    private mutating func digits() throws(Failure) {
        guard let byte = peek(), (0x30...0x39).contains(byte) else { throw unexpected() }
        while let byte = peek(), (0x30...0x39).contains(byte) { position += 1 }
    }
}

extension JSONScanner {
    /// The string whose opening quotation mark is next.
    private mutating func string() throws(Failure) -> String {
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
                position += 1
                scratch.append(contentsOf: UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter)
                start = position
                toSpecial()
            default: throw unexpected()
            }
        }
        throw unexpected()
    }

    /// A string that nobody asked for: checked and passed over.
    private mutating func skipString() throws(Failure) {
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
