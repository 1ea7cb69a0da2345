/// JSON of any shape, its members in the order of their keys.
enum JSONValue: Decodable {
    case string(String)
    case object([String: JSONValue])
    case array([JSONValue])
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let object = try? container.decode([String: JSONValue].self) {
            self = .object(object)
        } else if let array = try? container.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = .other
        }
    }

    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The members of an object by key.
    var members: [(key: String, value: JSONValue)] {
        if case .object(let members) = self { members.sorted { $0.key < $1.key } } else { [] }
    }

    /// The elements of an array.
    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The members that are strings, by key.
    var strings: [(key: String, value: String)] {
        members.compactMap { if case .string(let string) = $0.value { ($0.key, string) } else { nil } }
    }

    /// The strings that stand anywhere below under `key`.
    func values(ofKey key: String) -> [String] {
        if case .array(let elements) = self { return elements.flatMap { $0.values(ofKey: key) } }
        return members.flatMap { member -> [String] in
            if member.key == key, case .string(let string) = member.value { return [string] }
            return member.value.values(ofKey: key)
        }
    }
}

/// Comma-separated values with quotes (RFC 4180).
enum CommaSeparated {
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var previousWasQuote = false
        func string(_ field: [UInt8]) -> String { String(decoding: field, as: UTF8.self) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                // A doubled quote inside quotes is one.
                if !isQuoted, previousWasQuote { field.append(byte) }
                isQuoted.toggle()
                previousWasQuote = !isQuoted
                continue
            case UInt8(ascii: ",") where !isQuoted:
                row.append(string(field))
                field = []
            case UInt8(ascii: "\n") where !isQuoted:
                row.append(string(field))
                rows.append(row)
                row = []
                field = []
            case UInt8(ascii: "\r") where !isQuoted: break
            default: field.append(byte)
            }
            previousWasQuote = false
        }
        if !row.isEmpty || !field.isEmpty { rows.append(row + [string(field)]) }
        return rows
    }
}
