internal import ArabicText
internal import Extraction

/// «عمان» is written for Jordan's capital and for the country on the Gulf. It is the country in a row of countries («والبحرين
/// وعمان والعراق»), and where the article names what belongs to it, and nothing of Jordan's.
struct AmmanOrOman {
    /// The numbers of both in the lexicon.
    private let amman: Int
    private let oman: Int

    /// The most code points between two names of a row: «، و».
    private static let nearest = 3

    /// `nil` for a lexicon that does not have both.
    init?(lexicon: any NameLexicon) {
        guard let oman = lexicon.countryNumber("OM"), let amman = lexicon.thing(for: Self.name[...])?.id, amman != oman
        else { return nil }
        (self.amman, self.oman) = (amman, oman)
    }

    func tell(
        in names: inout ArticleNames,
        of mentions: borrowing ArticleMentions,
        adjectives: CountryAdjectives,
        known: inout KnownThings
    ) {
        guard let own = names.all.firstIndex(where: { $0.thing == amman && isShared($0, of: names) }) else { return }
        var isOmans = adjectives.has("OM")
        var isJordans = adjectives.has("JO")
        for name in names.all {
            isOmans = isOmans || name.thing == oman || Self.ofOman[names.forms.letters(of: name.form)] != nil
            isJordans = isJordans || known.country(of: name.thing) == "JO"
        }
        guard isOmans && !isJordans || stands(own, inRowOf: names, mentions, known: &known) else { return }
        for index in names.all.indices where isShared(names.all[index], of: names) && names.all[index].thing == amman {
            names.all[index].thing = oman
        }
    }

    private func isShared(_ name: ArticleName, of names: ArticleNames) -> Bool {
        name.type.isLocation && names.forms.letters(of: name.form).elementsEqual(Self.name)
    }

    /// Whether the name stands right beside that of a country.
    private func stands(
        _ name: Int,
        inRowOf names: ArticleNames,
        _ mentions: borrowing ArticleMentions,
        known: inout KnownThings
    ) -> Bool {
        for index in mentions.indices where names.ofMention[index] == name {
            let range = mentions[index].range
            for beside in [index - 1, index + 1] where mentions.indices.contains(beside) {
                let other = mentions[beside].range
                let distance = max(other.lowerBound - range.upperBound, range.lowerBound - other.upperBound)
                guard distance > 0, distance <= Self.nearest else { continue }
                if known.country(of: names.all[names.ofMention[beside]].thing) != nil { return true }
            }
        }
        return false
    }

    private static let name = FoldedText(folding: "عمان").letters
    private static let ofOman = LetterTable(
        names: ["مسقط", "صلالة", "ظفار", "صحار", "نزوى", "سلطنة عمان", "السلطنة", "بحر عمان", "خليج عمان"]
    )
}
