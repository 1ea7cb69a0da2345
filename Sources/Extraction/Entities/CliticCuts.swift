/// Where the clitics at the beginning of a word could end, judged by its letters alone. Each is an index into the
/// letters: conjunction ≤ preposition ≤ article.
package struct CliticCuts: Sendable, Equatable {
    /// Behind و or ف, or 0.
    package var conjunction = 0
    /// Behind ب, ل or ك.
    package var preposition = 0
    /// Behind ال.
    package var article = 0
    /// Whether the article has lost its alef to ل: «للأمم».
    package var isContracted = false
    /// The clitics as a number: feature values.
    package var code: UInt8 = 0

    /// A cut leaves at least two letters.
    package init(_ letters: UnsafeBufferPointer<UInt16>) {
        let shortestRest = 2
        if letters.count >= shortestRest + 1, letters[0] == ArabicLetter.waw || letters[0] == ArabicLetter.feh {
            conjunction = 1
            code = letters[0] == ArabicLetter.waw ? 1 : 2
        }
        preposition = conjunction
        if letters.count >= conjunction + shortestRest + 1 {
            let letter = letters[conjunction]
            let found: UInt8 =
                switch letter {
                case ArabicLetter.beh: 1
                case ArabicLetter.lam: 2
                case ArabicLetter.kaf: 3
                case ArabicLetter.seen: 4
                default: 0
                }
            if found > 0 && found < 4 { preposition = conjunction + 1 }
            code |= found << 2
        }
        article = preposition
        guard letters.count >= preposition + shortestRest + 1 else { return }
        if preposition > conjunction, letters[preposition - 1] == ArabicLetter.lam,
            letters[preposition] == ArabicLetter.lam
        {
            isContracted = true
            article = preposition + 1
            code |= 1 << 6
        } else if letters.count >= preposition + 2 + shortestRest, letters[preposition] == ArabicLetter.alef,
            letters[preposition + 1] == ArabicLetter.lam
        {
            article = preposition + 2
            code |= 1 << 5
        }
    }
}
