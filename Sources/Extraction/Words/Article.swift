/// The article ال before a word, of folded letters.
enum Article {
    /// Whether `word` begins with its letters; a word of so few letters may be no more than that.
    @inline(__always)
    static func begins<Letters: Collection>(_ word: Letters) -> Bool where Letters.Element == UInt16 {
        guard let first = word.first, first == ArabicLetter.alef else { return false }
        let second = word.index(after: word.startIndex)
        return second < word.endIndex && word[second] == ArabicLetter.lam
    }
}
