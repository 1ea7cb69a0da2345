internal import ArabicText
internal import Extraction

/// Adjectives of countries that are everyday words as well: «مالي», financial, and «مجرى», a course. They are the country's
/// only where the article names it. And those that are surnames: «وقال التركي».
struct EverydayNisbas {
    private let isNamed: (mali: Bool, hungary: Bool)
    /// Where persons are named, by their first code points.
    private let persons: [Int: Int]

    init(among mentions: borrowing ArticleMentions) {
        var found: UInt32 = 0
        var persons: [Int: Int] = [:]
        for mention in mentions.all where mention.type.isPerson {
            persons[mention.range.lowerBound] = mention.range.upperBound
        }
        self.persons = persons
        for mention in mentions.all where mention.type.isLocation {
            found |= Self.names[mentions.names.forms.letters(of: mentions.form(of: mention))] ?? 0
        }
        isNamed = (found & Self.mali != 0, found & Self.hungary != 0)
    }

    /// Whether an adjective says nothing of its country.
    func isWord(_ nisba: PlacedNisba) -> Bool {
        if persons[nisba.range.lowerBound] == nisba.range.upperBound { return true }
        return switch nisba.country {
        case "ML": !isNamed.mali
        case "HU": !isNamed.hungary && nisba.text.contains("مجر")
        default: false
        }
    }

    private static let mali: UInt32 = 1
    private static let hungary: UInt32 = 2
    private static let names = LetterTable(
        ["مالي", "جمهورية مالي", "باماكو", "تمبكتو"].map { (FoldedText(folding: $0).letters, mali) }
            + ["المجر", "هنغاريا", "بودابست"].map { (FoldedText(folding: $0).letters, hungary) }
    )
}
