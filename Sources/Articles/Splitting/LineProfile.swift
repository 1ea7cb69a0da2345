internal import ArabicText

/// What a short line is made of: what tells headings, datelines and calls to subscribe apart.
struct LineProfile {
    /// Folded words, without marks and numbers, in order.
    let words: [String]
    let numbers: Int
    let hashtags: Int
    /// The folded marks that the line begins and ends with; 0 for a word.
    let firstMark: UInt16
    let lastMark: UInt16
    /// Whether the line begins with a number and a full stop, bracket or hyphen («1. », «2-»).
    let isNumbered: Bool
    /// Whether ` - `, `–`, `/` or `|` stands between words.
    let hasSeparator: Bool
    let hasAddress: Bool

    init(_ line: String) {
        let text = TokenizedText(line)
        let marks = text.tokens.map { token -> UInt16 in
            guard token.kind == .punctuation || token.kind == .symbol else { return 0 }
            return token.letters.isEmpty ? 0xFFFD : text.folded.letters[Int(token.firstLetter)]
        }
        words = text.tokens.filter { $0.kind == .arabic || $0.kind == .foreign }.map { text.folded.string($0.letters) }
        numbers = text.tokens.count { $0.kind == .number }
        hashtags = marks.count { $0 == 0x23 }
        hasAddress = text.tokens.contains { $0.kind == .url || $0.kind == .email }
        firstMark = marks.first ?? 0
        lastMark = marks.last ?? 0
        isNumbered =
            text.tokens.first?.kind == .number && marks.count > 2
            && [0x2E, 0x29, 0x2D, 0x2013, 0x60C].contains(marks[1])
        hasSeparator = marks.dropFirst().dropLast().contains { [0x2D, 0x2013, 0x2014, 0x2F, 0x7C, 0x640].contains($0) }
    }

    /// Whether the words begin with one of `phrases`, each of which is folded words with a space between.
    func begins(with phrases: [[String]]) -> Bool {
        phrases.contains { words.starts(with: $0) }
    }

    /// Whether one of `phrases` stands in the words.
    func contains(_ phrases: [[String]]) -> Bool {
        words.indices.contains { index in phrases.contains { words[index...].starts(with: $0) } }
    }

    /// Folds a list of phrases, one a line, for ``begins(with:)``.
    static func phrases(_ lines: String) -> [[String]] {
        lines.split(separator: "\n").map { LineProfile(String($0)).words }
    }
}
