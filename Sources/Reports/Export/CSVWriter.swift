/// Writes comma-separated values as RFC 4180 has them: CRLF at the end of each record, quotes where a field needs them.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Whether the file is for a spreadsheet program. Those take a field that begins with `=`, `+`, `-` or `@` for a
    /// formula, which an article could use against its reader; such a field gets an apostrophe before it (OWASP, «CSV
    /// Injection»). They take a file for one of some old code page unless it begins with a byte order mark.
    package let isForSpreadsheets: Bool

    package init(isForSpreadsheets: Bool = false) {
        self.isForSpreadsheets = isForSpreadsheets
        if isForSpreadsheets { bytes += [0xEF, 0xBB, 0xBF] }
    }

    /// Writes one record.
    package mutating func record(_ fields: some Collection<Field>) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch field {
            case .text(let text): write(text)
            case .number(let number): bytes += "\(number)".utf8
            case .score(let thousandths):
                var writer = JSONWriter(pretty: false, capacity: 8)
                writer.score(thousandths)
                bytes += writer.bytes
            case .list(let items): write(items.joined(separator: "|"))
            }
        }
        bytes += [0x0D, 0x0A]
    }

    package enum Field: Sendable {
        /// Nothing is an empty field.
        case text(String?)
        case number(Int)
        /// Thousandths; written as a decimal.
        case score(Int)
        /// Several in one field, with `|` between them.
        case list([String])
    }

    /// Hands over what was written so far.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func write(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        let needsQuotes = text.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if isForSpreadsheets, Self.looksLikeFormula(text) { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }

    private static func looksLikeFormula(_ text: String) -> Bool {
        // Full-width forms too: some programs fold them first.
        let first = text.unicodeScalars.first
        return first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
}
