internal import ArabicText

/// Bodies of the states of the Maghreb whose names are two everyday words: «الدرك الملكي», «النيابة العمومية», «الحماية
/// المدنية».
enum StateBodies {
    /// Whether a name may begin with a word.
    static func mayBegin(with word: ArraySlice<UInt16>) -> Bool { nouns[word] != nil }

    /// Where the name ends that begins at a token, with the adjective of its land («الدرك الوطني الجزائري»); `nil` where none
    /// begins.
    static func end(
        from index: Int,
        in text: TokenizedText,
        sentence: Range<Int>,
        isNisba: (ArraySlice<UInt16>) -> Bool
    ) -> Int? {
        guard let kind = nouns[text.letters(of: text.tokens[index])] else { return nil }
        let words = SentenceWords(text: text, sentence: sentence)
        guard let second = words.word(at: index + 1), let kinds = attributes[second], kinds & kind != 0 else {
            return nil
        }
        // «حق الحماية المدنية» is no body.
        if kind == protection, words.word(at: index - 1).flatMap({ forces[$0] }) == nil { return nil }
        guard let third = words.word(at: index + 2), Article.opensNoun(third), third.last == second.last, isNisba(third)
        else {
            return index + 2
        }
        return index + 3
    }

    private static let guards: UInt32 = 1
    private static let prosecution: UInt32 = 2
    private static let customs: UInt32 = 4
    private static let protection: UInt32 = 8

    /// With the clitics before the article.
    private static let nouns = LetterTable(
        [("درك", guards), ("نيابة", prosecution), ("جمارك", customs), ("حماية", protection)].flatMap { noun, kind in
            ["ال", "وال", "فال", "بال", "لل", "ولل", "وبال"].map { (FoldedText(folding: $0 + noun).letters, kind) }
        }
    )
    private static let forces = LetterTable(
        list: """
            قوات وحدات عناصر رجال مصالح فرق فرقة أعوان طواقم سيارات وقوات ووحدات وعناصر ورجال ومصالح وفرق وأعوان
            """
    )
    private static let attributes = LetterTable(
        lists: [
            ("الملكي", guards), ("الوطني", guards), ("العمومية", prosecution), ("الجزائرية", customs),
            ("التونسية", customs), ("الموريتانية", customs), ("المدنية", protection),
        ]
    )
}
