internal import ArabicText
internal import Extraction

/// «طرابلس» is Libya's capital and Lebanon's second town; the lexicon has the first. It stands for neither in an article that names
/// what is Lebanon's, and nothing of Libya's.
struct TwoTripolis {
    /// The number of the Libyan one in the lexicon.
    private let libyan: Int

    /// `nil` for a lexicon that does not have it.
    init?(lexicon: any NameLexicon) {
        guard let libyan = lexicon.thing(for: Self.name[...])?.id else { return nil }
        self.libyan = libyan
    }

    func tell(in names: inout ArticleNames, adjectives: CountryAdjectives, known: inout KnownThings) {
        guard names.all.contains(where: { $0.thing == libyan }), !adjectives.has("LY") else { return }
        var isLebanons = adjectives.has("LB")
        for name in names.all where name.thing != libyan {
            let country = known.country(of: name.thing)
            let letters = names.forms.letters(of: name.form)
            if country == "LY" || Self.ofLibya[letters] != nil { return }
            isLebanons = isLebanons || country == "LB" || Self.ofLebanon[letters] != nil
        }
        guard isLebanons else { return }
        for index in names.all.indices
        where names.all[index].thing == libyan
            && names.forms.letters(of: names.all[index].form).elementsEqual(Self.name)
        {
            names.all[index].thing = -1
        }
    }

    private static let name = FoldedText(folding: "طرابلس").letters
    private static let ofLibya = table("بنغازي مصراتة سبها طبرق سرت درنة الزاوية الزنتان فزان برقة")
    private static let ofLebanon = table("بيروت صيدا صور زحلة بعلبك النبطية عكار جونيه البقاع الهرمل المتن الشوف")

    private static func table(_ names: String) -> LetterTable {
        LetterTable(list: names)
    }
}
