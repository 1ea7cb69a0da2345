internal import ArabicText

/// What a minister's title says of several portfolios: «وزير الثقافة والإعلام والسياحة».
enum Portfolios {
    /// Whether who bears a title may have several.
    static func areHeld(by word: ArraySlice<UInt16>) -> Bool { ministers[word] != nil }

    /// Whether a word is «and» with a portfolio that has the article: «والإعلام». The second of two titles has it as well, and
    /// is told before.
    static func isConjoined(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 5 && word.first == NameForms.waw && word.dropFirst().first == NameForms.alef
            && word.dropFirst(2).first == NameForms.lam
    }

    /// Whether the last of several portfolios may end with a word, the nearest to the name: it has the article.
    static func mayEnd(with word: ArraySlice<UInt16>) -> Bool {
        isConjoined(word) || word.count > 3 && word.first == NameForms.alef && word.dropFirst().first == NameForms.lam
    }

    private static let ministers = LetterTable(names: ["وزير", "وزيرة"])
}
