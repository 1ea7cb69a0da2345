/// The YAML front matter of a Markdown document: its lines `key: value`, unquoted, and blocks of text (`key: >-`, the
/// lines of the text indented below it) as one line. Lists and nested keys are passed over.
struct MarkdownFrontMatter {
    private var values: [String: String] = [:]

    /// In lines.
    private static let longest = 200

    /// Takes it off `lines`, if they start with it.
    init(takenFrom lines: inout ByteLines) {
        var rest = lines
        let fence = Array("---".utf8)
        guard rest.next()?.elementsEqual(fence) == true else { return }
        var front: [ArraySlice<UInt8>] = []
        while let line = rest.next(), front.count < Self.longest {
            if line.elementsEqual(fence) || line.elementsEqual("...".utf8) {
                lines = rest
                read(front)
                return
            }
            front.append(line)
        }
    }

    /// The first value of a key, which is in lower case.
    subscript(_ key: String) -> String? { values[key] }

    private mutating func read(_ lines: [ArraySlice<UInt8>]) {
        for (index, line) in lines.enumerated() {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            var value = Array(Self.trimmed(line[(colon + 1)...]))
            if Self.opensBlock(value) {
                value = Self.block(lines[(index + 1)...])
            } else if value.count >= 2, let quote = value.first, quote == 0x22 || quote == 0x27, value.last == quote {
                value = value.dropFirst().dropLast()
            }
            guard !value.isEmpty, values[key] == nil else { continue }
            values[key] = String(decoding: value, as: UTF8.self)
        }
    }

    /// Whether the value is that of a block: `>` or `|`, and how its ends and margin are to be taken.
    private static func opensBlock(_ value: [UInt8]) -> Bool {
        guard value.first == UInt8(ascii: ">") || value.first == UInt8(ascii: "|"), value.count <= 3 else {
            return false
        }
        return value.dropFirst().allSatisfy {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || (0x31...0x39).contains($0)
        }
    }

    /// The text of a block in one line.
    /// - Parameter lines: those below the key.
    private static func block(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
        let indented = lines.prefix { line in line.first.map { $0 == 0x20 || $0 == 0x09 } ?? true }
        return Array(indented.map(trimmed).filter { !$0.isEmpty }.joined(separator: [0x20]))
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop { $0 == 0x20 || $0 == 0x09 }
        while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
        return text
    }
}
