/// What a word is, wherever it stands.
struct WordAnalysis: Sendable {
    var kind = ThemeWord.Kind.other
    var traits: WordTraits = []
    /// How many letters stand before what is shown of the word.
    var cut: UInt8 = 0
    /// The stem, as indices of the word's letters.
    var stem = 0..<0
    var hash: UInt32 = 0
    /// As in ``ThemeWord``; what the topic vocabulary says of a word is not the analyzer's.
    var entry: UInt32 = 0
    var ending = WordEnding.none
}
