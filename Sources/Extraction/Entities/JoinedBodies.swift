internal import ArabicText

/// Two bodies joined by «and» of which the tagger has made one: «الجيش الوطني والمقاومة الشعبية», «اتحاد الكرة والهيئة العامة
/// للشباب».
///
/// «وزارة التجارة والصناعة» is one: what goes on is what a body is for. A noun that is itself a body begins another one.
enum JoinedBodies {
    /// The bodies of a mention, in order; the second begins at its «and», which is cut off as a clitic.
    static func bodies(in mention: Range<Int>, of text: TokenizedText) -> [Range<Int>] {
        guard mention.count > 1 else { return [mention] }
        var bodies: [Range<Int>] = []
        var start = mention.lowerBound
        for index in mention.dropFirst() where isBody(text.letters(of: text.tokens[index])) {
            bodies.append(start..<index)
            start = index
        }
        bodies.append(start..<mention.upperBound)
        return bodies
    }

    private static func isBody(_ word: ArraySlice<UInt16>) -> Bool {
        word.first == ArabicLetter.waw && heads[word.dropFirst()] != nil
    }

    private static let heads = LetterTable(
        list: """
            المقاومة المديرية الهيئة اللجنة البرنامج الجامعة المؤسسة الوزارة المجلس القوات الجيش الشرطة الحشد المنظمة الجمعية \
            النيابة المحكمة البيشمركة الحكومة الحرس الرئاسة الأمم الأمانة البنك الصندوق النادي الشركة جمعية
            """
    )
}
