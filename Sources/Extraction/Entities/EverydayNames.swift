internal import ArabicText

/// Persons' names that newspapers have as words more often, where they stand alone.
enum EverydayNames {
    /// Whether a token is such a word: nothing before it or behind it says that it is somebody.
    static func isWord(_ index: Int, in text: TokenizedText, words: EntityWords) -> Bool {
        let word = text.letters(of: text.tokens[index])
        guard table[word] != nil else { return isMighty(index, in: text) }
        guard index > 0 else { return true }
        let before = text.letters(of: text.tokens[index - 1])
        return !words[before].contains(.reporting) && !words[before].contains(.person)
            && !TitleLexicon.isOrOpensTitle(before)
    }

    /// Whether a word says that a name follows: «تدعى», «اسمها», «ابنة» (without her father's «ـه»).
    static func introduces(_ word: ArraySlice<UInt16>) -> Bool { introductions[word] != nil }

    private static let introductions = LetterTable(
        """
        تدعى يدعى وتدعى ويدعى تسمى يسمى اسمها اسمه واسمها واسمه اسم ابنة ابنت ابن ولد بنت جدة جدت جد أم أب أخت أخ خال خالة \
        خالت عم عمة عمت زوجة زوجت شقيقة شقيقت شقيق طفلة طفلت طفل صديقة صديقت صديق زميلة زميلت زميل الطفلة الطفل الفتاة \
        الشابة السيدة
        """.split(separator: " ").map { (FoldedText(folding: String($0)).letters, 1) }
    )

    /// «عز وجل», of God.
    private static func isMighty(_ index: Int, in text: TokenizedText) -> Bool {
        index + 1 < text.tokens.count && text.letters(of: text.tokens[index]).elementsEqual(mighty)
            && text.letters(of: text.tokens[index + 1]).elementsEqual(exalted)
    }

    private static let mighty = FoldedText(folding: "عز").letters
    private static let exalted = FoldedText(folding: "وجل").letters

    /// «معاليه», «سعادته»: his excellency. «أمنه», its security, folds as «آمنة» does.
    private static let table = LetterTable(
        """
        إقبال فريدة صادق رضا سليم صفاء حصة خالدة حسن آمنة إخلاص إيمان جهاد كفاح نضال هدى فوز نجاح انتصار أمل سلام وفاء \
        باسم غالب نور إحسان معاليه سعادته سموه فضيلته معالي سعادة سمو فضيلة
        """.split(separator: " ").map { (FoldedText(folding: String($0)).letters, 1) }
    )
}
