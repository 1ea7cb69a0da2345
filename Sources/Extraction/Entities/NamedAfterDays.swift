internal import ArabicText

/// Buildings, roads, towns, parties and revolutions that are called after a day: «مستشفى أول نوفمبر», «ملعب 5 جويلية 1962», «قوى 14 آذار».
/// The day is theirs, and no date of what is told.
struct NamedAfterDays: SentenceReader {
    let text: TokenizedText
    let sentence: Range<Int>

    init(text: TokenizedText, sentence: Range<Int>) {
        self.text = text
        self.sentence = sentence
    }

    /// Whether a word, without clitics, is the noun of what may be called after a day.
    static func isNoun(_ word: ArraySlice<UInt16>) -> Bool { kinds[word] != nil }

    /// What is called after the day in whose month a token stands, and of what type it is; `nil` where nothing is.
    func whole(aroundMonth month: Int) -> (tokens: Range<Int>, type: EntityType)? {
        guard let bare = word(at: month), Self.months[bare] != nil, let day = day(before: month),
            isWord(day - 1), isAdjacent(day - 1..<month + 1)
        else { return nil }
        let named = behindOtherName(of: month)
        let end = isYear(named) && text.tokens[named - 1].end + 1 == text.tokens[named].start ? named + 1 : named
        // «مستشفى 9 أبريل الجاري» is when, not where.
        if let next = word(at: end), Self.passing[next] != nil { return nil }
        guard let kind = noun(day - 1, of: Self.kinds).flatMap({ Self.kinds[$0] }) else { return nil }
        return switch kind {
        case Self.place: (day - 1..<end, .location)
        case Self.city: (day..<end, .location)
        case Self.event: (day - 1..<end, .miscellaneous)
        default: (day - 1..<end, .organization)
        }
    }

    /// The token behind a month, and behind what another calendar calls it: «25 يناير (كانون الثاني)».
    private func behindOtherName(of month: Int) -> Int {
        guard mark(month + 1) == 0x28, isWord(month + 2) else { return month + 1 }
        let close = isWord(month + 3) ? month + 4 : month + 3
        return mark(close) == 0x29 ? close + 1 : month + 1
    }

    private func mark(_ index: Int) -> UInt16? {
        sentence.contains(index) && text.tokens[index].kind == .punctuation ? word(index).first : nil
    }

    /// Where the day before its month begins: «6», «أول», «الفاتح من», «السادس من».
    private func day(before month: Int) -> Int? {
        let before = month - 1
        guard sentence.contains(before) else { return nil }
        if text.tokens[before].kind == .number { return isDay(before) ? before : nil }
        guard isWord(before) else { return nil }
        if Self.first[word(before)] == Self.bare { return before }
        guard Self.from[word(before)] != nil, isWord(before - 1), Self.first[word(before - 1)] != nil else {
            return nil
        }
        return before - 1
    }

    private func isDay(_ index: Int) -> Bool {
        let digits = word(index)
        guard digits.count <= 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return (1...31).contains(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }

    private func isYear(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].kind == .number else { return false }
        let digits = word(index)
        return digits.count == 4 && (digits.first == 0x31 || digits.first == 0x32)
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static let bare: UInt32 = 1
    /// The days that names have: written out, the first of a month alone stands without «من» too.
    private static let first = LetterTable(
        lists: [
            ("أول", bare), ("الفاتح الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر", 2),
        ]
    )
    private static let from = table("من")
    private static let months = table(
        """
        يناير فبراير مارس أبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر \
        شباط آذار نيسان أيار حزيران تموز آب أيلول جانفي فيفري أفريل ماي جوان جويلية أوت غشت شتنبر نونبر دجنبر
        """
    )
    private static let passing = table("المقبل الماضي القادم الجاري المنصرم الحالي الفائت الفارط")

    private static let place: UInt32 = 1
    private static let city: UInt32 = 2
    private static let body: UInt32 = 3
    private static let event: UInt32 = 4
    private static let kinds = LetterTable(
        lists: [
            (
                """
                شارع ساحة ميدان حي جسر كوبري ملعب استاد إستاد ستاد طريق محور نفق سد حديقة منتزه مسجد جامع دوار شاطئ قرية بلدة \
                ضاحية منطقة محافظة مطار ميناء قاعدة قصر
                """,
                place
            ),
            ("مدينة", city), ("ثورة", event),
            (
                """
                مستشفى جامعة مدرسة ثانوية متوسطة إعدادية إكمالية معهد كلية مركز متحف مكتبة قاعة مجمع مركب مصنع مؤسسة جمعية \
                قوى فريق تحالف تيار حركة لواء كتيبة فرقة جماعة منظمة شركة صحيفة جريدة قناة نادي حزب ائتلاف ابتدائية
                """,
                body
            ),
        ]
    )

    private static func table(_ words: String) -> LetterTable {
        LetterTable(list: words)
    }
}
