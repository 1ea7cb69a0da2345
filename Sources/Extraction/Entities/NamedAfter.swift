internal import ArabicText

/// Bodies, buildings and roads that are called after a person, and of whose name the tagger has the person alone: «مستشفى
/// الأمير متعب بن عبدالعزيز», «ملعب الأمير عبدالرحمن بن سعود», «شركة سعد الهداب».
struct NamedAfter: SentenceReader {
    private let words: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>

    init(words: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// What is called after a person, and of what type it is; `nil` where nothing is.
    func whole(around person: Range<Int>) -> (tokens: Range<Int>, type: EntityType)? {
        var start = person.lowerBound - 1
        var isTitled = false
        while isWord(start), Self.titles[word(start)] != nil {
            isTitled = true
            start -= 1
        }
        guard isWord(start), isAdjacent(start..<person.lowerBound + 1) else { return nil }
        guard let noun = noun(start, of: Self.kinds), let kind = Self.kinds[noun] else { return nil }
        // Somebody's road is also how something came: «عن طريق محمد هاني».
        if noun.elementsEqual(Self.road), isWord(start - 1), word(start - 1).elementsEqual(Self.by) { return nil }
        guard isTitled || kind == Self.street || person.count > 1 && (hasParticle(person) || kind == Self.firm) else {
            return nil
        }
        var end = person.upperBound
        if kind == Self.firm { while isWord(end), Self.ofFirms[word(end)] != nil { end += 1 } }
        while kind != Self.firm, isAttribute(end) { end += 1 }
        let isTown = kind == Self.city && end == person.upperBound && !isField(end)
        let isPlace = kind == Self.place || kind == Self.street
        if !isPlace, kind != Self.firm, isField(end) {
            end += 1
            while isAttribute(end) { end += 1 }
        }
        return (start..<end, isPlace || isTown ? .location : .organization)
    }

    /// Who is meant where somebody's road is how something came, and was taken for a road: «عن طريق محمد بن سعود».
    static func means(in place: Range<Int>, of text: TokenizedText) -> Range<Int>? {
        guard place.count > 2, place.lowerBound > 0,
            text.letters(of: text.tokens[place.lowerBound]).elementsEqual(road),
            text.letters(of: text.tokens[place.lowerBound - 1]).elementsEqual(by)
        else { return nil }
        return place.lowerBound + 1..<place.upperBound
    }

    private func hasParticle(_ person: Range<Int>) -> Bool { person.contains { PersonEdges.isParticle(word($0)) } }

    /// «الجامعي», «الدولي», «الابتدائية».
    private func isAttribute(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        return Self.attributes[word(index)] != nil
            || BodyNames.isAdjective(word(index)) && word(index).last == ArabicLetter.heh
                && !TitleLexicon.isQualifier(word(index))
    }

    /// Whether a word says what something is for: «للعلوم» of «مدينة الملك عبدالعزيز للعلوم والتقنية».
    private func isField(_ index: Int) -> Bool {
        guard isWord(index), word(index).starts(with: [ArabicLetter.lam, ArabicLetter.lam]) else { return false }
        return words[word(index).dropFirst(2)].contains(.bodyField)
    }

    private static let road = FoldedText(folding: "طريق").letters
    private static let by = FoldedText(folding: "عن").letters

    private static let titles = table("الملك الملكة الأمير الأميرة الشيخ الشيخة الإمام السلطان الشهيد الرئيس القائد")
    private static let attributes = table(
        "الطبي التخصصي الجامعي العسكري الدولي العالمي الخيري الرياضي الثقافي التعليمي الإسلامي المركزي الصحي العام المتوسطة"
    )
    private static let ofFirms = table("وأولاده وإخوانه وأخوانه وأبناؤه وأبنائه وشركاه وشركاؤه وشريكه القابضة")

    private static let body: UInt32 = 1
    private static let place: UInt32 = 2
    private static let city: UInt32 = 3
    private static let firm: UInt32 = 4
    /// What nobody leads, so that whoever is named behind it is its namesake.
    private static let street: UInt32 = 5
    private static let kinds = LetterTable(
        lists: [
            (
                "مستشفى مشفى جامعة مركز مدرسة ثانوية متوسطة إعدادية ابتدائية كلية معهد أكاديمية مؤسسة مكتبة جمعية مجمع",
                body
            ),
            (
                "مطار ملعب استاد إستاد جسر طريق مسجد جامع حديقة منتزه متنزه ميناء سد نفق محور قاعدة",
                place
            ),
            ("مدينة", city), ("شركة", firm), ("شارع ميدان معبر عزبة دوار أوتوستراد", street),
        ]
    )

    private static func table(_ words: String) -> LetterTable {
        LetterTable(list: words)
    }
}
