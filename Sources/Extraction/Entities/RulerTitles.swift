internal import ArabicText

/// Titles of those who reign, and of their houses. Rules ask different things of them, so that one list tells of each what
/// stands behind it.
enum RulerTitles {
    /// Whether a word is the title of a ruler or of his house, who have no surname.
    static func isOfRuler(_ word: ArraySlice<UInt16>) -> Bool { has(word, surnameless) }

    /// Whether a word is the title of a king or prince, behind «and» and «for» too. Behind it stands his name, whatever the
    /// tagger made of it; «السلطان» and «الملا» are surnames, too.
    static func isOfCrown(_ word: ArraySlice<UInt16>) -> Bool { has(word, crown) }

    /// Whether a ruler of this title may have a number behind his name: «البابا تواضروس الثاني». Princes have none.
    static func mayBeNumbered(_ word: ArraySlice<UInt16>) -> Bool { has(word, numbered) }

    private static func has(_ word: ArraySlice<UInt16>, _ property: UInt32) -> Bool {
        titles[word].map { $0 & property > 0 } ?? false
    }

    private static let surnameless: UInt32 = 1
    private static let crown: UInt32 = 2
    private static let numbered: UInt32 = 4

    private static let titles: LetterTable = {
        let kings = ["الملك", "الملكة"]
        let princes = ["الأمير", "الأميرة"]
        let lists: [([String], UInt32)] = [
            (kings, surnameless | crown | numbered),
            (princes, surnameless | crown),
            ((kings + princes).flatMap { ["و" + $0, "لل" + $0.dropFirst(2)] }, crown),
            (["السلطان"], surnameless | numbered),
            (["الإمام", "الملا"], surnameless),
            (["البابا", "البطريرك", "الإمبراطور", "القيصر", "الخديوي"], numbered),
        ]
        return LetterTable(
            lists.flatMap { titles, value in titles.map { (FoldedText(folding: $0).letters, value) } }
        )
    }()
}
