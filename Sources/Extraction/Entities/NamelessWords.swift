/// What words that name nothing look like.
enum NamelessWords {
    /// Whether a word is a noun with the article and a feminine ending, behind clitics too: «للفروسية», «الشركات».
    static func isFeminineNoun(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 5, isFeminine(word) else { return false }
        var word = word
        if word.first == ArabicLetter.waw || word.first == ArabicLetter.feh { word = word.dropFirst() }
        if word.first == ArabicLetter.lam { return word.dropFirst().first == ArabicLetter.lam }
        if word.first == ArabicLetter.beh || word.first == ArabicLetter.kaf { word = word.dropFirst() }
        return Article.begins(word)
    }

    /// Whether a word may be an adjective of such a noun.
    static func isFeminineAdjective(_ word: ArraySlice<UInt16>) -> Bool {
        Article.begins(word) && word.last == ArabicLetter.heh
    }

    private static func isFeminine(_ word: ArraySlice<UInt16>) -> Bool {
        guard let last = word.last else { return false }
        return last == ArabicLetter.heh || last == ArabicLetter.teh && word.dropLast().last == ArabicLetter.alef
    }
}
