/// The article ال before a word, of folded letters.
enum Article {
    /// Whether `word` begins with its letters; a word of so few letters may be no more than that.
    @inline(__always)
    static func begins<Letters: Collection>(_ word: Letters) -> Bool where Letters.Element == UInt16 {
        guard let first = word.first, first == ArabicLetter.alef else { return false }
        let second = word.index(after: word.startIndex)
        return second < word.endIndex && word[second] == ArabicLetter.lam
    }

    /// Whether `word` is the article with a noun behind it.
    static func opensNoun(_ word: ArraySlice<UInt16>) -> Bool { word.count > 3 && begins(word) }

    /// Whether `word` has the article, behind clitics, too: «للهيئة», «وبالمؤسسة».
    static func isBorne(by word: ArraySlice<UInt16>) -> Bool {
        var word = word
        if word.first == ArabicLetter.waw || word.first == ArabicLetter.feh { word = word.dropFirst() }
        if opensNoun(word) { return true }
        if word.first == ArabicLetter.lam { return word.dropFirst().first == ArabicLetter.lam }
        return (word.first == ArabicLetter.beh || word.first == ArabicLetter.kaf) && opensNoun(word.dropFirst())
    }
}
