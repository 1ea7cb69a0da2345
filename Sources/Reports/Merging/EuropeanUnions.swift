internal import ArabicText
internal import Extraction

/// «الاتحاد الأوروبي» is the European Union, and in news of football the union of football associations, which is called so
/// once its full name is said, or without it.
struct EuropeanUnions {
    /// The numbers of both in the lexicon.
    private let states: Int
    private let football: Int

    /// `nil` for a lexicon that does not have both.
    init?(lexicon: any NameLexicon) {
        func thing(_ name: String) -> Int? { lexicon.thing(for: FoldedText(folding: name).letters[...])?.id }
        guard let states = thing("الاتحاد الأوروبي"), let football = thing("الاتحاد الأوروبي لكرة القدم") else {
            return nil
        }
        (self.states, self.football) = (states, football)
    }

    /// Makes the European Union that of football where the article names what football alone has, and no institution of the
    /// Union; beside clubs alone, which stand in all kinds of articles, no body of politics either.
    func tell(in names: inout ArticleNames) {
        guard names.all.contains(where: { $0.thing == states }) else { return }
        var (namesFederation, namesClub, namesPolitics) = (false, false, false)
        for name in names.all where name.type.isOrganization || name.type == .miscellaneous {
            let letters = names.forms.letters(of: name.form)
            if Self.institutions[letters] != nil { return }
            namesFederation = namesFederation || name.thing == football || Self.federations[letters] != nil
            namesClub = namesClub || Self.clubs[letters] != nil
            namesPolitics = namesPolitics || Self.politics[letters] != nil
        }
        guard namesFederation || namesClub && !namesPolitics else { return }
        for index in names.all.indices where names.all[index].thing == states { names.all[index].thing = football }
    }

    private static func table(_ names: [String]) -> LetterTable {
        LetterTable(names: names)
    }

    private static let federations = table([
        "فيفا", "الفيفا", "يويفا", "اليويفا", "الاتحاد الدولي لكرة القدم", "الاتحاد الدولي للعبة", "الاتحاد الدولي",
        "الاتحاد الآسيوي لكرة القدم", "الاتحاد الأفريقي لكرة القدم", "دوري أبطال أوروبا", "الدوري الأوروبي",
        "يوروبا ليغ",
    ])
    private static let clubs = table([
        "ريال مدريد", "برشلونة", "مانشستر سيتي", "مانشستر يونايتد", "تشيلسي", "تشلسي", "باريس سان جيرمان",
        "سان جيرمان", "بايرن ميونيخ", "بايرن ميونخ", "يوفنتوس", "ميلان", "إنتر ميلان", "ليفربول", "أرسنال", "آرسنال",
        "دوري الأبطال", "الدوري الإنجليزي", "الدوري الإسباني", "الدوري الإيطالي", "الدوري الفرنسي", "الدوري الألماني",
    ])
    private static let institutions = table([
        "المفوضية الأوروبية", "البرلمان الأوروبي", "المجلس الأوروبي", "البنك المركزي الأوروبي", "محكمة العدل الأوروبية",
    ])
    private static let politics = table([
        "حلف شمال الأطلسي", "الناتو", "حلف الناتو", "الأمم المتحدة", "صندوق النقد الدولي", "مجلس الأمن",
        "وزارة الخارجية", "مجلس التعاون الخليجي", "منظمة التجارة العالمية",
    ])
}
