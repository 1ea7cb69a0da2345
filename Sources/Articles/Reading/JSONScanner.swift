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

    private let bytes: [UInt8]
    private var position = 0

    private static let deepest = 256

    /// - Parameter bytes: UTF-8, already checked.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The members of the object that the bytes are, in their order.
    mutating func object() throws(Failure) -> [(key: String, value: Value)] {
        skipSpace()
        guard let first = peek() else { throw unexpected() }
        guard first == UInt8(ascii: "{") else {
            _ = try value(depth: 0)
            try end()
            throw Failure(reason: "not a JSON object")
        }
        var members: [(key: String, value: Value)] = []
        try elements(closing: UInt8(ascii: "}")) { (scanner) throws(Failure) in
            let key = try scanner.key()
            members.append((key, try scanner.value(depth: 1)))
        }
        try end()
        return members
    }

    private mutating func end() throws(Failure) {
        skipSpace()
        if position < bytes.count { throw unexpected() }
    }

    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
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
        return Failure(reason: "not JSON (unexpected \(shown) at byte \(position))")
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
        skipSpace()
        try expect(UInt8(ascii: ":"))
        return key
    }

    private mutating func value(depth: Int) throws(Failure) -> Value {
        skipSpace()
        guard depth < Self.deepest else { throw Failure(reason: "nested deeper than \(Self.deepest)") }
        switch peek() {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"):
            try elements(closing: UInt8(ascii: "}")) { (scanner) throws(Failure) in
                _ = try scanner.key()
                _ = try scanner.value(depth: depth + 1)
            }
        case UInt8(ascii: "["):
            try elements(closing: UInt8(ascii: "]")) { (scanner) throws(Failure) in
                _ = try scanner.value(depth: depth + 1)
            }
        case UInt8(ascii: "t"): try literal("true")
        case UInt8(ascii: "f"): try literal("false")
        case UInt8(ascii: "n"):
            try literal("null")
            return .null
        default: return .number(try number())
        }
        return .other
    }

    private mutating func literal(_ word: StaticString) throws(Failure) {
        for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
    }

    private mutating func number() throws(Failure) -> String {
        let start = position
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
        return String(decoding: bytes[start..<position], as: UTF8.self)
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
        var text = ""
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                text.unicodeScalars.append(try escaped())
                start = position
            case ..<0x20: throw unexpected()
            default: position += 1
            }
        }
        throw unexpected()
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
        guard first < 0xDC00, peek() == UInt8(ascii: "\\") else { throw Self.halfPair(start) }
        position += 1
        try expect(UInt8(ascii: "u"))
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw Self.halfPair(start) }
        return scalar
    }

    private static func halfPair(_ position: Int) -> Failure {
        Failure(reason: "not Unicode (half a surrogate pair at byte \(position))")
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw unexpected()
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
