internal import ArabicText

/// What a word says of a title next to it: that it makes another one of it («نائب الرئيس», «مدرب الفريق»), or that it is
/// someone else's («زوجة الرئيس»), or none («كأس العالم»).
struct TitleContext: OptionSet {
    let rawValue: UInt32

    /// A title that deputies and helpers have.
    static let office = TitleContext(rawValue: 1 << 0)
    /// «الفريق», «العميد»: ranks that are teams too.
    static let team = TitleContext(rawValue: 1 << 1)
    /// Who stands in for an office. «مستشار الرئيس» may stand before the name of either, and is left alone.
    static let deputy = TitleContext(rawValue: 1 << 2)
    static let player = TitleContext(rawValue: 1 << 3)
    /// A relative: whose name it is that follows, that of «زوجة الرئيس» or the president's, no rule knows.
    static let kin = TitleContext(rawValue: 1 << 4)
    /// «باسم», behind a spokesman.
    static let onBehalf = TitleContext(rawValue: 1 << 5)
    /// «مكتب», which has a head.
    static let bureau = TitleContext(rawValue: 1 << 6)
    /// «المحافظة» is a province, «المعارضة» the opposition and «مؤسسة» a foundation, far more often than a woman's title.
    static let thing = TitleContext(rawValue: 1 << 7)
    /// «فريق», which is a rank before another word of it only («فريق أول»).
    static let teamAlone = TitleContext(rawValue: 1 << 8)
    static let ofRank = TitleContext(rawValue: 1 << 9)
    /// «العالم» is the world behind some words, a man of science behind all others.
    static let world = TitleContext(rawValue: 1 << 10)
    static let ofWorld = TitleContext(rawValue: 1 << 11)

    /// How somebody is addressed, or his rank, beside an office: «ولي العهد الأمير محمد».
    static let address = TitleContext(rawValue: 1 << 12)
    /// The title of who reigns or governs, which is no form of address.
    static let ruler = TitleContext(rawValue: 1 << 13)
    /// Behind «العالم» these make a world of it: «العالم الإسلامي».
    static let worldly = TitleContext(rawValue: 1 << 14)
    /// Where others work for who bears the title: «مستشار في ديوان رئيس الحكومة».
    static let seat = TitleContext(rawValue: 1 << 15)

    /// An adjective as often: «اللجنة الإعلامية».
    static let adjective = TitleContext(rawValue: 1 << 16)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// - Parameter word: folded letters.
    init(of word: ArraySlice<UInt16>) { rawValue = Self.table[word] ?? 0 }

    /// Whether a word before a definite title makes it the title of who is named: «نائب الرئيس», «هداف الفريق».
    func opens(_ title: TitleContext) -> Bool {
        title.contains(.office) && contains(.deputy)
            || title.contains(.team) && !isDisjoint(with: [.deputy, .player])
    }

    private static let lists: [(String, TitleContext)] = [
        (
            "الرئيس الرئيسة الوزير الوزيرة المحافظ المدير المديرة الأمين السفير السفيرة القائد الحاكم العمدة المدرب "
                + "السكرتير المفوض المندوب القنصل المبعوث المتحدث المتحدثة الناطق الناطقة",
            .office
        ),
        ("الفريق الرائد العميد الزعيم", .team),
        ("نائب نائبة وكيل وكيلة مساعد مدير مديرة رئيس رئيسة زعيم زعيمة", .deputy),
        ("مدرب مدربة لاعب لاعبة هداف هدافة حارس مهاجم مدافع ظهير جناح كابتن قائد قائدة نجم إداري طبيب دكتور", .player),
        (
            "الأمير الأميرة الشيخ الشيخة الدكتور الدكتورة المهندس المهندسة الأستاذ الأستاذة السيد السيدة اللواء المقدم المشير الجنرال",
            .address
        ), ("الفريق الرائد العميد العقيد", .address),
        ("زوجة زوج عقيلة حرم أرملة ابن ابنة نجل نجلة كريمة شقيق شقيقة والد والدة حفيد حفيدة صهر", .kin),
        ("باسم", .onBehalf), ("مكتب", .bureau), ("المحافظة المعارضة محافظة معارضة مؤسسة", .thing), ("فريق", .teamAlone),
        ("أول ركن الركن", .ofRank), ("العالم", .world),
        ("بطل بطلة أبطال بطولة بطولات كأس حول أنحاء دول شعوب بقاع قارات مستوى", .ofWorld),
        ("الرئيس الرئيسة الملك الملكة السلطان الوزير الوزيرة", .ruler),
        ("الإسلامي العربي الغربي الثالث الجديد القديم الحر الخارجي", .worldly), ("ديوان مكتب", .seat),
        ("الإعلامي الإعلامية الصحفي الصحفية الصحافي الصحافية", .adjective),
    ]

    /// Folded as ``FoldedText`` does.
    private static let table = LetterTable(
        lists: lists.map { list, context in (list, context.rawValue) }
    )
}
