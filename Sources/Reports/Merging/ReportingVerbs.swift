internal import ArabicText
internal import Extraction

/// Verbs that say that somebody said something: behind them a surname is a name whatever else the word means.
struct ReportingVerbs {
    private let words: EntityWords

    init(_ words: EntityWords) { self.words = words }

    /// Code points before a name in which the verb is looked for.
    private static let reach = 12

    /// Whether the word that ends right before code point `place` is such a verb; no word before `start`.
    func stand(before place: Int, in text: CodePointIndex, from start: Int) -> Bool {
        let before = text[max(start, place - Self.reach)..<place]
        let letters = FoldedText(folding: String(before)).letters
        guard letters.last == 0x20 else { return false }
        let word = letters.dropLast().suffix(from: (letters.dropLast().lastIndex { !Self.isLetter($0) } ?? -1) + 1)
        // What the reach cuts through is no word.
        guard word.startIndex > 0 || place - Self.reach <= start else { return false }
        if words[word].contains(.reporting) { return true }
        // Behind و or ف.
        guard word.first == 0x648 || word.first == 0x641 else { return false }
        return words[word.dropFirst()].contains(.reporting)
    }

    private static func isLetter(_ letter: UInt16) -> Bool { 0x620...0x64A ~= letter }
}
