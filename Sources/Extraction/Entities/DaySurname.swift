internal import ArabicText

/// «الخميس» as a family's name, which is Thursday as well: «أحمد الخميس أمين عام الاتحاد», «بدر الخميس وعبدالعزيز الضفيري».
enum DaySurname {
    /// Whether that stands right behind a name that waits for a surname, and what follows speaks of a person.
    static func stands(
        behind name: Range<Int>,
        in text: TokenizedText,
        sentence: Range<Int>,
        words: NameWords
    ) -> Bool {
        let tokens = SentenceWords(text: text, sentence: sentence)
        guard let day = tokens.word(at: name.upperBound), day.elementsEqual(thursday),
            let last = tokens.word(at: name.upperBound - 1),
            words.isGivenName(last)
        else { return false }
        let next = tokens.word(at: name.upperBound + 1)
        if name.count > 2, let particle = tokens.word(at: name.upperBound - 2), PersonEdges.isParticle(particle) {
            return next.map { ofDays[$0] == nil } ?? true
        }
        guard name.count == 1, let next else { return false }
        return TitleLexicon.isOrOpensTitle(next)
            || next.first == ArabicLetter.waw && words.isGivenName(next.dropFirst())
    }

    private static let thursday = FoldedText(folding: "الخميس").letters
    /// What a day is, and what is said on it.
    private static let ofDays = LetterTable(
        list: "الماضي المقبل القادم المنصرم الفائت الجاري أن إن أنه إنه بأن"
    )
}
