/// What someone typed into the search field, as FTS5 understands it.
///
/// Words must all occur; «…» or "…" is a phrase; `-` before either excludes it; `*` behind a word takes all that begin
/// with it. Nothing typed is an error: what has no letters counts for nothing.
package struct SearchExpression: Sendable, Equatable {
    /// Matches what must occur; `nil` if nothing must.
    package private(set) var required: String?
    /// Matches what must not occur.
    package private(set) var excluded: String?

    /// More than anyone types, and a bound on the work.
    private static let partLimit = 32

    package init(_ text: String, terms: inout SearchTerms) {
        var required: [String] = []
        var excluded: [String] = []
        for part in Part.parts(of: text).prefix(Self.partLimit) {
            guard let match = Self.match(part, &terms) else { continue }
            if part.isExcluded { excluded.append(match) } else { required.append(match) }
        }
        self.required = required.isEmpty ? nil : required.joined(separator: " ")
        self.excluded = excluded.isEmpty ? nil : excluded.joined(separator: " OR ")
    }

    private static func match(_ part: Part, _ terms: inout SearchTerms) -> String? {
        let text = part.isPrefix ? terms.prefix(part.text) : terms.terms(of: part.text)
        // A quotation mark can't end the phrase, and FTS5 drops every other mark by itself.
        let safe = text.filter { $0 != "\"" }
        guard safe.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        else { return nil }
        return part.isPrefix ? "\"\(safe)\" *" : "\"\(safe)\""
    }

    /// A word or a phrase as it was typed.
    private struct Part {
        var text: String
        var isExcluded = false
        var isPrefix = false

        static func parts(of text: String) -> [Part] {
            var parts: [Part] = []
            var rest = text[...]
            while let first = rest.first {
                if first.isWhitespace {
                    rest.removeFirst()
                    continue
                }
                let isExcluded = first == "-"
                if isExcluded { rest.removeFirst() }
                guard let start = rest.first, !start.isWhitespace else { continue }
                if let end = closings[start] {
                    rest.removeFirst()
                    let close = rest.firstIndex(of: end)
                    parts.append(Part(text: String(rest[..<(close ?? rest.endIndex)]), isExcluded: isExcluded))
                    rest = close.map { rest[rest.index(after: $0)...] } ?? ""
                } else {
                    let end = rest.firstIndex { $0.isWhitespace || closings[$0] != nil } ?? rest.endIndex
                    let word = rest[..<end]
                    let isPrefix = word.count > 1 && word.last == "*"
                    parts.append(
                        Part(
                            text: String(isPrefix ? word.dropLast() : word),
                            isExcluded: isExcluded,
                            isPrefix: isPrefix
                        )
                    )
                    rest = rest[end...]
                }
            }
            return parts
        }

        private static let closings: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]
    }
}
