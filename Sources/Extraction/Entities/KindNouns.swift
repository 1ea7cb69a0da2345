internal import ArabicText

/// Nouns that say of what kind the thing is whose name stands behind them: «ميناء عدن», «نادي كوينز بارك رينجرز». Alone they
/// name nothing.
struct KindNouns: SentenceReader {
    let text: TokenizedText
    let sentence: Range<Int>

    init(text: TokenizedText, sentence: Range<Int>) {
        self.text = text
        self.sentence = sentence
    }

    /// The type of what is named behind a word, its clitics cut off; `nil` where it is no such noun.
    static func type(of word: ArraySlice<UInt16>) -> EntityType? {
        switch table[word] {
        case place, ground: .location
        case body: .organization
        case event: .miscellaneous
        default: nil
        }
    }

    /// Whether such a noun and the name behind it, which names something of `type`, are one name: «مطار بورسودان», «دوري عبد
    /// اللطيف جميل»; of country around towns that of Damascus alone.
    func isOneName(_ noun: ArraySlice<UInt16>, with name: Range<Int>, of type: EntityType) -> Bool {
        switch Self.table[noun] {
        case Self.ground:
            noun.elementsEqual(Self.country)
                && word(at: name.lowerBound).map { $0.elementsEqual(Self.damascus) } ?? false
        case Self.place: type == .location
        case Self.body: type != .person
        default: true
        }
    }

    /// The name of a place with the attribute behind it where its noun is part of it: «مطار عدن الدولي».
    func withAttribute(_ name: Range<Int>) -> Range<Int> {
        guard let noun = word(at: name.lowerBound), Self.table[noun] == Self.place,
            let attribute = word(at: name.upperBound), attribute.elementsEqual(Self.international)
        else { return name }
        return name.lowerBound..<name.upperBound + 1
    }

    /// Whether the last word of a name of several is one that waits for the name of a place or body: «شرطة مطار» for «بيروت»,
    /// «جامعة جنوب» for «كاليفورنيا».
    func waits(_ name: Range<Int>) -> Bool {
        guard name.count > 1, let last = word(at: name.upperBound - 1), Self.waiting[last] != nil,
            let before = word(at: name.upperBound - 2)
        else { return false }
        // «القوات شمال حلب».
        return !Article.isBorne(by: before)
    }

    private static let waiting = LetterTable(
        list: """
            مطار ميناء مترو ولاية مدينة منطقة محافظة مقاطعة إقليم جزيرة وادي جنوب شمال شرق غرب وسط دول غرف أنباء معلومات \
            تحرير تقاطع إعمار سيدات أهالي فتيات
            """
    )

    private static let country = FoldedText(folding: "ريف").letters
    private static let damascus = FoldedText(folding: "دمشق").letters
    private static let international = FoldedText(folding: "الدولي").letters

    private static let place: UInt32 = 1
    /// What lies around a name's place, and is no part of the name.
    private static let ground: UInt32 = 2
    private static let body: UInt32 = 3
    private static let event: UInt32 = 4
    private static let table = LetterTable(
        lists: [
            (
                """
                مطار ميناء وادي قصر شارع كورنيش أوتوستراد بحر استاد إستاد جمهورية مملكة سلطنة ملعب فندق سوق سد جسر حديقة منتزه \
                مضيق سهل خليج شاطئ مصفاة نفق محور ساحة ميدان دوار
                """,
                place
            ),
            (
                """
                ريف بلد حي قرية بلدة ضاحية مدينة مفرق أرخبيل قضاء ناحية محلة محلتي مخيم مطاري ميناءي مدينتي محافظتي منطقتي بلدتي قريتي
                """,
                ground
            ),
            (
                """
                نادي مستشفى مشفى بلدية لجنة معهد مجلس كلية جمعية أمانة حزب محكمة بنك مصرف اتحاد شركة هيئة مؤسسة وزارة جامعة \
                منظمة مركز مدرسة مديرية إدارة رابطة نقابة منتخب جماعة كتائب سرايا ألوية
                """,
                body
            ),
            ("دوري كأس مهرجان بطولة حرب معركة معرض مؤتمر رالي", event),
        ]
    )
}
