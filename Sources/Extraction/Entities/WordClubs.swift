internal import ArabicText

/// Clubs whose names are everyday words: «الاتفاق», «الوحدة», «الشباب». They are clubs where the text speaks of sport.
enum WordClubs {
    /// Whether the word at token `index`, a club's name, is the everyday word.
    static func isWord(_ index: Int, in text: TokenizedText, _ tells: inout TextTells) -> Bool {
        // «الشباب» of Somalia is no club, and no word.
        if tells.isNamed(somalia, in: text) { return false }
        if index > 0 {
            let before = text.letters(of: text.tokens[index - 1])
            if careOf[before] != nil { return true }
            if shares[before] != nil { return false }
        }
        return !tells.speaksOfSport(text)
    }

    /// Whether a text has a word of games, players or matches. ``TextTells`` remembers it.
    static func speaksOfSport(_ text: TokenizedText) -> Bool {
        text.tokens.contains { $0.isArabic && sport[text.letters(of: $0)] != nil }
    }

    /// Whether a word is what companies have: «سهم».
    static func isShare(_ word: ArraySlice<UInt16>) -> Bool { shares[word] != nil }

    private static let somalia = FoldedText(folding: "صومال").letters

    /// «رعاية الشباب» looks after youth.
    private static let careOf = LetterTable(
        names: ["رعاية", "لرعاية", "ورعاية", "تمكين", "لتمكين", "وتمكين", "تشغيل", "لتشغيل", "وتشغيل", "شؤون"]
    )

    /// «سهم الريان» is a bank's.
    private static let shares = LetterTable(
        names: ["سهم", "أسهم", "بنوك", "مصارف", "شركات"]
    )

    private static let sport = LetterTable(
        list: """
            نادي النادي ناديه لنادي بنادي ونادي بالنادي للنادي أندية الأندية لأندية فريق الفريق لفريق فريقي فريقه لاعب اللاعب \
            لاعبي لاعبا اللاعبين لاعبين ولاعب للاعب واللاعب لاعبو لاعبه مباراة المباراة مباريات مباراته ومباراة بمباراة دوري \
            الدوري بالدوري مدرب المدرب مدربه ومدرب مدربا كرة الكرة لكرة المنتخب منتخب منتخبنا بطولة البطولة كأس الكأس رياضية \
            الرياضية رياضي الرياضي الرياضة رياضة هدف أهداف الأهداف هدفين ملعب الملعب الحكم حارس المهاجم مهاجم هزيمة \
            تعادل فاز وفاز يفوز تغلب خسر كلاسيكو ديربي
            """
    )
}
