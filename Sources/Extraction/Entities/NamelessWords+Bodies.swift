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

    /// Whether a name is a body of which the text has spoken, and what it is: «المؤسسة المالية», «الشركة المشغلة».
    static func isSpokenOf(_ name: Range<Int>, in text: TokenizedText) -> Bool {
        guard name.count == 2, text.tokens[name.lowerBound + 1].isArabic else { return false }
        return describedBodies[text.letters(of: text.tokens[name.lowerBound])] != nil
            && descriptions[text.letters(of: text.tokens[name.lowerBound + 1])] != nil
    }

    private static let describedBodies = LetterTable(
        list: "المؤسسة الشركة المنظمة الجمعية الوكالة المجموعة النادي الناقلة القناة"
    )
    private static let descriptions = LetterTable(
        list: """
            المالية الحكومية التعليمية الإعلامية المعنية المختصة المشغلة المنفذة المالكة المنظمة الراعية الناقلة المصنعة
            المطورة المنتجة المستضيف المضيف الجديدة القديمة الحالية الأصلية
            """
    )

    /// Whether a word is «لولا», which is a person's name as well: «لولا دا سيلفا».
    static func isUnless(_ word: ArraySlice<UInt16>) -> Bool { word.elementsEqual(unless) }

    private static let unless = FoldedText(folding: "لولا").letters

    /// Whether the word at a token is a day that a noun is the name of: «يوم النهضة», «عيد الاستقلال».
    static func isFeast(_ index: Int, in text: TokenizedText) -> Bool {
        index >= 0 && text.tokens[index].isArabic && days[text.letters(of: text.tokens[index])] != nil
    }

    private static let days = LetterTable(list: "يوم ويوم ليوم بيوم عيد وعيد لعيد بعيد")

    /// Whether a word stands again, without its ending, behind «after»: «جيلا بعد جيل», «عاما بعد عام».
    static func isRepeated(_ index: Int, in text: TokenizedText) -> Bool {
        guard index + 2 < text.tokens.count, text.tokens[index + 1].isArabic, text.tokens[index + 2].isArabic else {
            return false
        }
        let word = text.letters(of: text.tokens[index])
        return word.last == ArabicLetter.alef && text.letters(of: text.tokens[index + 1]).elementsEqual(after)
            && text.letters(of: text.tokens[index + 2]).elementsEqual(word.dropLast())
    }

    private static let after = FoldedText(folding: "بعد").letters

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
