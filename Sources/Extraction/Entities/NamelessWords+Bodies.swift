internal import ArabicText

/// Words that are a body's, and name none.
extension NamelessWords {
    /// Whether a word is a body of which the text has spoken: «الشركة», «الهيئة».
    static func isKnownBody(_ word: ArraySlice<UInt16>) -> Bool { knownBodies[word] != nil }

    private static let knownBodies = LetterTable(
        list: """
            الشركة الهيئة الجمعية الوزارة المؤسسة الجامعة الإدارة اللجنة المديرية البلدية الأمانة الغرفة الوكالة المحكمة المنظمة
            المجموعة المصرف النادي الكلية المدرسة الصحيفة القناة الحكومة
            """
    )

    /// Whether a word is the adjective of a movement, behind a noun with the article: «القيادي الحوثي», «المتمردين الحوثيين», but
    /// not «ميليشيات الحوثي» and «هاجم الجيش الحوثيين».
    static func isFollower(_ word: ArraySlice<UInt16>, behind noun: ArraySlice<UInt16>) -> Bool {
        guard Article.isBorne(by: noun) else { return false }
        if word.elementsEqual(houthi) { return true }
        return word.count == houthi.count + 2 && word.starts(with: houthi)
            && SoundPlural.endsMasculine(noun)
    }

    /// Whether a name begins with «مجلس الوزراء», behind clitics too: what its members are there for is no part of it.
    static func isCabinet(_ body: Range<Int>, in text: TokenizedText) -> Bool {
        let (first, second) = (
            text.letters(of: text.tokens[body.lowerBound]), text.letters(of: text.tokens[body.lowerBound + 1])
        )
        return first.count - council.count <= 1 && first.suffix(council.count).elementsEqual(council)
            && second.elementsEqual(ofMinisters)
    }

    private static let alBu = FoldedText(folding: "البو").letters
    private static let kin = LetterTable(
        names: ["أولاد", "بني", "بنو", "آل", "البو"]
    )
    private static let tribes = LetterTable(
        // Not «بعشيرة», a town.
        names: ["قبيلة", "قبيلتي", "عشيرة", "عشيرتي"].flatMap { [$0, "و" + $0, "ل" + $0] }
    )
    private static let council = FoldedText(folding: "مجلس").letters
    private static let ofMinisters = FoldedText(folding: "الوزراء").letters

    /// Whether a person, place or body is what a tribe is called, or a part of it: «قبيلة مطير», «قبيلة أولاد داود», «البو محمد».
    static func isTribe(_ name: Range<Int>, in text: TokenizedText) -> Bool {
        func word(_ index: Int) -> ArraySlice<UInt16>? {
            index >= 0 && text.tokens[index].isArabic ? text.letters(of: text.tokens[index]) : nil
        }
        guard let before = word(name.lowerBound - 1) else { return false }
        if before.elementsEqual(alBu) { return true }
        guard text.letters(of: text.tokens[name.lowerBound]).first != ArabicLetter.waw else { return false }
        if tribes[before] != nil { return true }
        guard kin[before] != nil, let noun = word(name.lowerBound - 2) else { return false }
        return tribes[noun] != nil
    }

    private static let houthi = FoldedText(folding: "الحوثي").letters
}
