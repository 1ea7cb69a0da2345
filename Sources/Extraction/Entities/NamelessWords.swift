internal import ArabicText

/// Words that the tagger takes for names, as ANERcorp does or by what they look like, and that name nothing.
enum NamelessWords {
    /// Whether the folded first words of a mention, two at most, call on God: «الله», «لله», «بفضل الله»; no name begins
    /// so.
    static func isInvocation(_ words: [ArraySlice<UInt16>]) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        return table[first] == god || table[first] == grace && table[last] == god
    }

    /// Whether a word is a noun with the article and a feminine ending, behind clitics too: «للفروسية», «الشركات».
    static func isFeminineNoun(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 5, isFeminine(word) else { return false }
        var word = word
        if word.first == ArabicLetter.waw || word.first == ArabicLetter.feh { word = word.dropFirst() }
        if word.first == ArabicLetter.lam { return word.dropFirst().first == ArabicLetter.lam }
        if word.first == ArabicLetter.beh || word.first == ArabicLetter.kaf { word = word.dropFirst() }
        return hasArticle(word)
    }

    /// Whether a word may be an adjective of such a noun.
    static func isFeminineAdjective(_ word: ArraySlice<UInt16>) -> Bool {
        hasArticle(word) && word.last == ArabicLetter.heh
    }

    private static func isFeminine(_ word: ArraySlice<UInt16>) -> Bool {
        guard let last = word.last else { return false }
        return last == ArabicLetter.heh || last == ArabicLetter.teh && word.dropLast().last == ArabicLetter.alef
    }

    private static func hasArticle(_ word: ArraySlice<UInt16>) -> Bool {
        word.first == ArabicLetter.alef && word.dropFirst().first == ArabicLetter.lam
    }

    private static let god: UInt32 = 1
    private static let grace: UInt32 = 2

    private static let table: LetterTable = {
        func words(_ list: String, _ value: UInt32) -> [(word: [UInt16], value: UInt32)] {
            list.split(separator: " ").map { (FoldedText(folding: String($0)).letters, value) }
        }
        return LetterTable(
            words("الله والله بالله لله ولله فالله", god)
                + words(
                    "بفضل وبفضل بحمد وبحمد بإذن بعون وبعون بمشيئة إن شاء بتوفيق وبتوفيق رحمة حفظه وفضل بنعمة",
                    grace
                )
        )
    }()
}
