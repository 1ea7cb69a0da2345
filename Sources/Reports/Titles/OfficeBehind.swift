internal import ArabicText
internal import Extraction

/// An office that is read word by word behind a name, up to where it is whole: a noun, those that it is the head of, the last
/// of them with the article or a name («مدير عام فرع الوزارة», «محافظ الأحساء»), and their adjectives; or one that has the article itself,
/// and what it is held in («الرئيس التنفيذي للشركة»).
struct OfficeBehind {
    private let lexicon: any NameLexicon
    private var head = OfficeHead(rawValue: 0)
    private var count = 0
    private var isDefinite = false
    private var isMinister = false
    private var mayBeName = false
    private var isOfPart = false
    private var isPlural = false
    private var isFeminine = false
    private var preposition: OfficePreposition?
    /// The byte at which the office ends, once it is whole.
    var end: Int?

    init(lexicon: any NameLexicon) { self.lexicon = lexicon }

    /// Takes the next word, folded, or says that it is none of the office's.
    mutating func takes(_ word: ArraySlice<UInt16>, endingAt place: Int) -> Bool {
        defer { count += 1 }
        if count == 0 { return opens(word) }
        guard preposition == nil else { return false }
        let hasArticle = NameForms.hasArticle(word)
        if count == 1, mayBeName, hasArticle || lexicon.isPersonsName(word), !lexicon.isPlaceOrBody(word),
            Self.realms[word] == nil
        {
            return false
        }
        if isDefinite {
            if TitleLexicon.completesTitle(word) || isAdjective(word) { return true }
            return takesPreposition(word)
        }
        if end != nil {
            guard isAdjective(word) || agrees(word) || isSpecialty(word) || isMinister && Portfolios.isConjoined(word)
            else {
                return takesPreposition(word)
            }
            end = place
            return true
        }
        if hasArticle || lexicon.isPlaceOrBody(word) {
            isPlural = Self.isPlural(word)
            isFeminine = word.last == ArabicLetter.heh
            guard !TitleLexicon.isDefiniteTitle(word) || TitleLexicon.opensTitle(word.dropFirst(2)) else {
                return false
            }
            end = place
            return true
        }
        if OfficeHead.isPart(word) {
            isOfPart = true
            return true
        }
        return TitleLexicon.opensTitle(word) || TitleLexicon.completesTitle(word) || Self.links[word] != nil
            || count == 1 && takesPreposition(word)
    }

    /// Whether the office may be held in the body or place that the next words name, with such a clitic before it.
    func isHeld(in named: NearbyMentions.Named, behind clitic: UInt16?) -> Bool {
        guard count > 0 else { return false }
        guard let clitic else {
            if let preposition { return fits(preposition, named) }
            return !isDefinite && end == nil
        }
        guard preposition == nil else { return false }
        switch clitic {
        case NameForms.lam: return fits(.of, named)
        case Self.beh: return fits(.inside, named)
        default: return false
        }
    }

    private func fits(_ preposition: OfficePreposition, _ named: NearbyMentions.Named) -> Bool {
        switch preposition {
        // «قال … رئيس الوزراء لقناة العربية» is no office there.
        case .of: !head.isEmpty && end == nil
        case .at: !head.isEmpty
        case .over: head.contains(.over)
        case .onBehalf: head.contains(.onBehalf)
        case .inside where named.isBody: head.contains(.inside) || head.contains(.ofPart) && isOfPart
        case .construct: false
        case .inside: head.contains(.sent) && (end != nil || isDefinite)
        }
    }

    private mutating func takesPreposition(_ word: ArraySlice<UInt16>) -> Bool {
        guard let found = Self.prepositions[word].flatMap({ Self.kinds[Int($0) - 1] }) else { return false }
        preposition = found
        return true
    }

    private mutating func opens(_ word: ArraySlice<UInt16>) -> Bool {
        if TitleContext(of: word).contains(.thing) { return false }
        isDefinite = NameForms.hasArticle(word)
        mayBeName = Apposition.mayBeName(word)
        isMinister = Portfolios.areHeld(by: word)
        head = OfficeHead(of: isDefinite ? word.dropFirst(2) : word)
        return !head.isEmpty || !isDefinite && TitleLexicon.opensTitle(word)
    }

    private func isAdjective(_ word: ArraySlice<UInt16>) -> Bool {
        NameForms.hasArticle(word)
            && (TitleLexicon.isQualifier(word) || TitleLexicon.completesTitle(word) || lexicon.isNisba(word)
                || BodyNames.isAdjective(word))
    }

    /// «الحرمين» «الشريفين», «المساعدين» «العسكريين».
    private func agrees(_ word: ArraySlice<UInt16>) -> Bool {
        isPlural && Self.isPlural(word) && !TitleLexicon.isDefiniteTitle(word)
    }

    /// «مدير الجهاز» «الفني», «رئيس اللجنة» «الأولمبية».
    private func isSpecialty(_ word: ArraySlice<UInt16>) -> Bool {
        guard NameForms.hasArticle(word), !TitleLexicon.isDefiniteTitle(word) else { return false }
        return isFeminine
            ? word.last == ArabicLetter.heh && word.dropLast().last == ArabicLetter.yeh : word.last == ArabicLetter.yeh
    }

    private static func isPlural(_ word: ArraySlice<UInt16>) -> Bool {
        NameForms.hasArticle(word) && word.suffix(2).elementsEqual(plural)
    }

    private static let plural = Array("ين".utf16)

    private static let beh: UInt16 = 0x628
    private static let kinds: [OfficePreposition] = [.at, .onBehalf, .inside, .over]
    private static let prepositions = LetterTable(lists: [("لدى", 1), ("باسم", 2), ("في", 3), ("على", 4)])
    /// What an emir is one of: «أمير المنطقة الشرقية», but «أمير الشمري» is called so.
    private static let realms = LetterTable(list: "المنطقة البلاد الدولة الإمارة الجماعة التنظيم المؤمنين")
    private static let links = LetterTable(
        list: """
            مجلس مجلسي شؤون مكتب لجنة هيئة أركان حكومة وزراء وزارة عام جمهورية مملكة دولة حزب حركة بنك جامعة اتحاد نادي منتخب شركة منظمة \
            بلدية منطقة محافظة مدينة ولاية إقليم أمانة مستشفى غرفة قناة صحيفة جمعية مؤسسة صندوق جهاز نقابة رابطة مفوضية قوات شرطة \
            وسط مرمى هجوم دفاع خط مديرية عمليات بعثة وفد فريق كتلة تيار جبهة محكمة نيابة مصلحة
            """
    )
}
