internal import ArabicText

/// Bodies whose names are everyday words: «الجهاد» is a movement beside others of its land, «الريال» a club in news of sport and
/// else a currency.
enum WordBodies {
    /// Whether the word at token `index`, cut to `name`, is the everyday word.
    static func isWord(
        _ name: ArraySlice<UInt16>,
        at index: Int,
        in text: TokenizedText,
        _ tells: inout TextTells
    ) -> Bool {
        guard let kind = table[name] else { return false }
        func word(_ index: Int) -> ArraySlice<UInt16>? {
            guard text.tokens.indices.contains(index), text.tokens[index].isArabic else { return nil }
            return text.letters(of: text.tokens[index])
        }
        if kind == currency {
            if let next = word(index + 1), owners[next] != nil { return true }
            return !tells.speaksOfSport(text)
        }
        // Past a quotation mark.
        if let before = word(index - 1) ?? word(index - 2), bodies[before] != nil { return false }
        if let next = word(index + 1), causes[next] != nil { return true }
        return !lands.contains { tells.isNamed($0, in: text) }
    }

    private static let currency: UInt32 = 1
    private static let jihad: UInt32 = 2
    private static let table = LetterTable(
        lists: [("الريال", currency), ("لريال", currency), ("ريال", currency), ("الجهاد", jihad), ("لجهاد", jihad)]
    )

    private static func table(_ words: String) -> LetterTable {
        LetterTable(list: words)
    }

    private static let owners = table("السعودي اليمني القطري العماني الإيراني البرازيلي")
    private static let causes = table("في ضد")
    private static let bodies = table("حركة لحركة وحركة جماعة تنظيم قضية قادة قيادي القيادي عناصر لعناصر حماس وحماس")
    private static let lands = ["فلسطين", "غزة", "حماس", "إسرائيل"].map { FoldedText(folding: $0).letters }
}
