/// What a word is, wherever it stands. Small, since many are remembered: see ``WordMemory``.
struct WordAnalysis: Sendable {
    var kind = ThemeWord.Kind.other
    var traits: WordTraits = []
    /// How many letters stand before what is shown of the word.
    var cut: UInt8 = 0
    /// The stem, as indices of the word's letters.
    private var stemStart: UInt32 = 0
    private var stemEnd: UInt32 = 0
    var stem: Range<Int> {
        get { Int(stemStart)..<Int(stemEnd) }
        set {
            // A text has fewer letters than 32 bits can count.
            stemStart = UInt32(truncatingIfNeeded: newValue.lowerBound)
            stemEnd = UInt32(truncatingIfNeeded: newValue.upperBound)
        }
    }
    var hash: UInt32 = 0
    /// As in ``ThemeWord``; what the topic vocabulary says of a word is not the analyzer's.
    var entry: UInt32 = 0
    var ending = WordEnding.none
}
