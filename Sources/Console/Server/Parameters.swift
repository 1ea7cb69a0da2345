/// Named values of an address's query or of a form, percent-encoded (WHATWG URL, «application/x-www-form-urlencoded»).
package struct Parameters: Sendable, Equatable {
    private var pairs: [(name: String, value: String)] = []

    package init(_ text: some StringProtocol) {
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            let end = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = end < part.endIndex ? part[part.index(after: end)...] : part[part.endIndex...]
            pairs.append((Self.decoded(part[..<end]), Self.decoded(value)))
        }
    }

    package init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

    /// The first value of that name that is more than white space, without white space around it.
    package subscript(_ name: String) -> String? { all(name).first }

    package func all(_ name: String) -> [String] {
        pairs.lazy.filter { $0.name == name }.map { Self.trimmed($0.value) }.filter { !$0.isEmpty }
    }

    /// With one value of that name, or none.
    package func with(_ name: String, _ value: String?) -> Parameters {
        var pairs = pairs.filter { $0.name != name }
        if let value { pairs.append((name, value)) }
        return Parameters(pairs)
    }

    /// Without one of the values of that name.
    package func without(_ name: String, _ value: String) -> Parameters {
        Parameters(pairs.filter { $0.name != name || Self.trimmed($0.value) != value })
    }

    package func adding(_ name: String, _ value: String) -> Parameters {
        all(name).contains(value) ? self : Parameters(pairs + [(name, value)])
    }

    /// As a query, «?a=1&b=2», or nothing.
    package var query: String {
        let parts = pairs.filter { !$0.value.isEmpty }.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    package static func == (left: Parameters, right: Parameters) -> Bool {
        left.pairs.elementsEqual(right.pairs, by: ==)
    }

    /// What is no percent code stays as it is; what is no UTF-8 becomes U+FFFD.
    package static func decoded(_ bytes: some Sequence<UInt8>, plusIsSpace: Bool = true) -> String {
        let bytes = Array(bytes)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
                continue
            }
            decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            index += 1
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    package static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return encoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
        let start = text.drop(while: \.isWhitespace)
        return String(
            start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)
        )
    }
}
