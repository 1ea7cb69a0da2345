internal import ArabicText

/// «العام» is the year, or it means «general».
extension DateRule {
    /// Whether «العام» belongs to the noun before it and is no year: «الأمين العام السابق», «مديرها العام الحالي»,
    /// «الرأي العام».
    func isGeneral(_ index: Int) -> Bool {
        guard reading.isWord("العام", index), reading.sentence.contains(index - 1),
            let noun = Self.definiteNoun(reading.text.letters(of: reading.text.tokens[index - 1]))
        else { return false }
        if Self.alwaysGeneral.contains(noun) { return true }
        // «استقال المدير العام الماضي» is a year ago.
        if Self.titles.contains(noun) { return reading.isWord("السابق", index + 1) || shift(at: index + 1) != -1 }
        return Self.institutions.contains(noun)
            && (reading.isWord("السابق", index + 1) || shift(at: index + 1) == 0)
    }

    // As they are folded.
    private static let alwaysGeneral: Set = ["امين", "مدعي", "مفتش", "قنصل", "مفوض", "راي", "صالح", "ادعاء"]
    private static let titles: Set = ["مدير", "مشرف", "قائد", "نائب", "مراقب", "منسق", "سكرتير", "محامي", "حاكم"]
    private static let institutions: Set = ["قطاع", "امن", "نظام", "رئيس", "وكيل", "كاتب", "مجلس", "مؤتمر"]

    /// A noun without what makes it definite, its article or a pronoun: «أمين» of «والأمين», «للأمين», «أمينها».
    private static func definiteNoun(_ letters: ArraySlice<UInt16>) -> String? {
        let word = String(decoding: letters, as: UTF16.self)
        for article in ["ال", "لل", "بال", "كال"] {
            for front in [article, "و" + article, "ف" + article] where word.hasPrefix(front) {
                return String(word.dropFirst(front.count))
            }
        }
        let owned = word.first == "و" ? word.dropFirst() : word[...]
        let pronoun = ["هما", "ها", "هم", "نا", "ه"].first { owned.hasSuffix($0) }
        return pronoun.map { String(owned.dropLast($0.count)) }
    }
}
