internal import ArabicText

/// What a word that names an office says of where the office is held: behind which prepositions a body or a place may follow
/// it and belong to it («الأمين العام لجبهة التحرير الوطني», «السفير السعودي لدى لبنان», «القيادي في حركة حماس»).
struct OfficeHead: OptionSet {
    let rawValue: UInt32

    /// Of what follows behind ل: «المدير التنفيذي لشركة أرامكو».
    static let ofBody = OfficeHead(rawValue: 1 << 0)
    /// For whom somebody speaks: «المتحدث باسم هيئة الأركان».
    static let onBehalf = OfficeHead(rawValue: 1 << 1)
    /// In a body: «الباحث في معهد كارنيغي», «عضو هيئة التدريس بجامعة القاهرة». «التقى الرئيس في الأمم المتحدة» is none of these.
    static let inside = OfficeHead(rawValue: 1 << 2)
    /// In a body, if it is that of a part of it: «رئيس قسم الجراحة في مستشفى الملك فهد».
    static let ofPart = OfficeHead(rawValue: 1 << 3)
    /// In a place, or accredited to it: «السفير الأميركي في بيروت», «مدير التعليم بمنطقة حائل».
    static let sent = OfficeHead(rawValue: 1 << 4)

    /// Over a body: «المشرف العام على مركز الملك سلمان».
    static let over = OfficeHead(rawValue: 1 << 5)

    /// Of a place that stands right behind it: «والي بنزرت».
    static let ofPlace = OfficeHead(rawValue: 1 << 6)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// - Parameter word: folded letters, without the article.
    init(of word: ArraySlice<UInt16>) { rawValue = Self.table[word] ?? 0 }

    /// Whether a word is what bodies have many of («قسم», «كلية»), each with a head.
    static func isPart(_ word: ArraySlice<UInt16>) -> Bool { parts[word] != nil }

    private static let lists: [(String, OfficeHead)] = [
        ("متحدث متحدثة ناطق ناطقة", [.ofBody, .onBehalf, .inside]),
        ("سفير سفيرة قنصل مبعوث مبعوثة مندوب مندوبة ممثل ممثلة منسق منسقة", [.ofBody, .onBehalf, .sent]),
        ("مراسل مراسلة", [.ofBody, .inside, .sent]),
        (
            "قيادي قيادية عضو عضوة باحث باحثة خبير خبيرة محلل محللة أستاذ أستاذة محاضر محاضرة مسؤول مسؤولة ناشط ناشطة زميل "
                + "زميلة متخصص متخصصة أخصائي أخصائية استشاري استشارية كبير كبيرة",
            [.ofBody, .inside]
        ),
        ("مستشار مستشارة", [.ofBody, .inside]), ("مشرف مشرفة", [.ofBody, .inside, .over]),
        ("مدير مديرة", [.ofBody, .ofPart, .sent]), ("رئيس رئيسة", [.ofBody, .ofPart]),
        ("قائد قائدة مفتي مفت إمام خطيب قاضي قاضية مدعي مدعية", [.ofBody, .sent]),
        (
            "أمين أمينة سكرتير سكرتيرة محافظ محافظة حاكم حاكمة نائب نائبة مفوض مفوضة مدرب مدربة "
                + "مرشد بطريرك مطران أسقف",
            .ofBody
        ),
        ("والي والية عامل", [.ofBody, .ofPlace]),
    ]

    /// Folded as ``FoldedText`` does.
    private static let table = LetterTable(lists: lists.map { list, head in (list, head.rawValue) })

    private static let parts = LetterTable(
        list: """
            قسم إدارة وحدة كلية مركز معهد برنامج دائرة فرع مكتب لجنة شعبة دراسات مشروع هيئة مجلس عمادة شؤون بحوث أبحاث تحرير عمليات \
            أمن طوارئ خدمات
            """
    )
}

/// What stands between an office and the body or the place in which it is held.
enum OfficePreposition {
    case of
    /// «لدى».
    case at
    case onBehalf
    /// ب or «في».
    case inside
    /// «على».
    case over
    /// Nothing: «رئيس اللجنة الوطنية للحج».
    case construct
}
