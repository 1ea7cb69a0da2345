internal import ArabicText

/// Tells days from places and bodies that are called after them: «حي 6 أكتوبر», «جامعة 8 ماي 1945», «حركة 6 أبريل».
struct DayNouns {
    private let text: TokenizedText

    init(_ text: TokenizedText) { self.text = text }

    /// Whether a day of a month that begins at a code point may be such a name: one in words is («العاشر من رمضان» is a town),
    /// one in digits where a noun for a place or a body stands right before it, behind «and» or a preposition too («بحي»).
    func mayName(at start: Int) -> Bool {
        // Tokens are in order.
        var (low, high) = (0, text.tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(text.tokens[middle].start) < start { low = middle + 1 } else { high = middle }
        }
        guard low < text.tokens.count, Int(text.tokens[low].start) == start, case .number = text.tokens[low].kind else {
            return true
        }
        guard low > 0 else { return false }
        var word = text.letters(of: text.tokens[low - 1])
        if NamedAfterDays.isNoun(word) { return true }
        for clitics in Self.clitics where word.first.map({ clitics.contains($0) }) == true {
            word = word.dropFirst()
            if NamedAfterDays.isNoun(word) { return true }
        }
        return false
    }

    private static let clitics: [[UInt16]] = [
        [ArabicLetter.waw, ArabicLetter.feh], [ArabicLetter.beh, ArabicLetter.lam],
    ]
}
