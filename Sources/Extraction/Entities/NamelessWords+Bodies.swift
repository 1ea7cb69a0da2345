internal import ArabicText

/// Words that are a body's, and name none.
extension NamelessWords {
    /// Whether a word is a body of which the text has spoken: «الشركة», «الهيئة».
    static func isKnownBody(_ word: ArraySlice<UInt16>) -> Bool { knownBodies[word] != nil }

    private static let knownBodies = LetterTable(
        """
        الشركة الهيئة الجمعية الوزارة المؤسسة الجامعة الإدارة اللجنة المديرية البلدية الأمانة الغرفة الوكالة المحكمة المنظمة
        المجموعة المصرف النادي الكلية المدرسة الصحيفة القناة الحكومة
        """.split(whereSeparator: \.isWhitespace).map { (FoldedText(folding: String($0)).letters, 1) }
    )

    /// Whether a word is the adjective of a movement, behind a noun with the article: «القيادي الحوثي», «المتمردين الحوثيين», but
    /// not «ميليشيات الحوثي» and «هاجم الجيش الحوثيين».
    static func isFollower(_ word: ArraySlice<UInt16>, behind noun: ArraySlice<UInt16>) -> Bool {
        guard Article.isBorne(by: noun) else { return false }
        if word.elementsEqual(houthi) { return true }
        return word.count == houthi.count + 2 && word.starts(with: houthi)
            && SoundPlural.endsMasculine(noun)
    }

    private static let houthi = FoldedText(folding: "الحوثي").letters
}
