internal import ArabicText

/// Verbs that say that somebody said something: behind them a surname is a name whatever else the word means.
enum ReportingVerbs {
    /// Code points before a name in which the verb is looked for.
    private static let reach = 12

    /// Whether the word that ends right before code point `place` is such a verb; no word before `start`.
    static func stand(before place: Int, in text: CodePointIndex, from start: Int) -> Bool {
        let before = text[max(start, place - reach)..<place]
        let letters = FoldedText(folding: String(before)).letters
        guard letters.last == 0x20 else { return false }
        let word = letters.dropLast().suffix(from: (letters.dropLast().lastIndex { !Self.isLetter($0) } ?? -1) + 1)
        // What the reach cuts through is no word.
        guard word.startIndex > 0 || place - reach <= start else { return false }
        return verbs[word] != nil || (word.first == 0x648 || word.first == 0x641) && verbs[word.dropFirst()] != nil
    }

    private static func isLetter(_ letter: UInt16) -> Bool { 0x620...0x64A ~= letter }

    /// Folded.
    private static let verbs = LetterTable(
        """
        قال قالت يقول تقول أكد أكدت يؤكد تؤكد أضاف أضافت يضيف تضيف أوضح أوضحت يوضح أشار أشارت يشير تشير أفاد أفادت اعتبر \
        اعتبرت رأى رأت يرى ترى نفى نفت شدد شددت لفت لفتت تابع تابعت يتابع أعرب أعربت واصل واصلت اختتم اختتمت نوه نوهت أبان \
        أبانت أردف أردفت استطرد استطردت استدرك صرح صرحت ناشد ناشدت حذر حذرت زعم ادعى تساءل تساءلت أجاب أجابت أقر اعترف
        """
        .split(separator: " ").map { (FoldedText(folding: String($0)).letters, 1) }
    )
}
