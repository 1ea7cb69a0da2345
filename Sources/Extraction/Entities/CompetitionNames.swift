internal import ArabicText

/// The full names of competitions, told by their form: «دوري أبطال أوروبا», «كأس ألمانيا», «دوري الدرجة الأولى الإيطالي». A place
/// in one is a part of its name, and no place where something is.
struct CompetitionNames: SentenceReader {
    private let gazetteer: Gazetteer
    let text: TokenizedText
    let sentence: Range<Int>

    init(gazetteer: Gazetteer, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.text = text
        self.sentence = sentence
    }

    /// The tokens at which a competition may begin.
    func heads(_ words: TextWords) -> [Int] {
        sentence.filter { words.may(.competition, at: $0) && kind(at: $0) != nil }
    }

    /// Whether a competition's name may begin with a word.
    static func mayOpen(_ word: ArraySlice<UInt16>) -> Bool { kind(of: word) != nil }

    /// The tokens of the competition that begins at token `start`, told by what stands behind its noun: those who take part
    /// and their place, a place, or whose name it bears; `nil` where none of these does.
    ///
    /// - Parameter name: the mention that begins at a token.
    func tokens(from start: Int, name: (Int) -> (tokens: Range<Int>, type: EntityType)?) -> Range<Int>? {
        guard let kind = kind(at: start), kind != Self.definite else { return nil }
        var index = start + 1
        guard let first = word(at: index) else { return nil }
        let isOfMembers = Self.members[first] != nil
        if isOfMembers { index += 1 }
        if kind == Self.league || isOfMembers, let end = endOfDegree(from: index) { return withAttributes(start..<end) }
        if let place = endOfPlace(from: index, name: name) {
            // «كأس أمم أفريقيا المغرب 2025».
            if let host = name(place), host.type == .location, isYear(host.tokens.upperBound) {
                return start..<host.tokens.upperBound
            }
            if let hosted = withHost(start..<place) { return hosted }
            return withAttributes(start..<place)
        }
        guard !isOfMembers, kind != Self.championship, let named = name(index) else { return nil }
        switch named.type {
        // «كأس الاتحاد الإنجليزي».
        case .organization where first.elementsEqual(Self.union): return withAttributes(start..<named.tokens.upperBound)
        case .person: return withAttributes(start..<endOfSponsor(named.tokens))
        default: return nil
        }
    }

    /// A competition's name with what says of what degree, whose and for whom it is: «دوري الدرجة» with «الأولى», «كأس
    /// السوبر» with «الألماني», «دوري جميل» with «للمحترفين»; the same where it is no competition's.
    ///
    /// - Parameter isName: whether a mention begins at a token: «السوبر الإيطالي أليغري» names the Italian.
    func completed(_ mention: Range<Int>, isName: (Int) -> Bool) -> Range<Int> {
        guard kind(at: mention.lowerBound) != nil else { return mention }
        var name = mention
        if mention.count > 1, let end = endOfDegree(from: mention.upperBound - 1) { name = mention.lowerBound..<end }
        let whole = withAttributes(name)
        return whole.upperBound > name.upperBound && isName(whole.upperBound) ? name : whole
    }

    /// Whether a word that looks like a league's says only that something comes back from time to time: «دوري للتشاور».
    func isPeriodic(_ mention: Range<Int>) -> Bool {
        guard mention.count > 1, kind(at: mention.lowerBound) == Self.league,
            let next = word(at: mention.lowerBound + 1)
        else { return false }
        return next.first == ArabicLetter.lam && next.count > 3 && Self.audiences[next] == nil
            && gazetteer.classes(for: next).isDisjoint(with: GazetteerClasses.names.union(.people))
    }

    private func withAttributes(_ name: Range<Int>) -> Range<Int> {
        var end = name.upperBound
        if let last = word(at: end - 1), mayTakeNisba(last), let nisba = word(at: end), isNisba(nisba) { end += 1 }
        guard end - name.lowerBound > 1 else { return name.lowerBound..<end }
        if let audience = word(at: end), Self.audiences[audience] != nil { end += 1 }
        if isAge(from: end) { end += 3 }
        return name.lowerBound..<end
    }

    /// «تحت 21 عاما» at a token.
    private func isAge(from index: Int) -> Bool {
        guard let under = word(at: index), under.elementsEqual(Self.under), sentence.contains(index + 1),
            text.tokens[index + 1].kind == .number, let years = word(at: index + 2)
        else { return false }
        return Self.years[years] != nil
    }

    /// A competition's name with the year behind its host in square brackets or parentheses: «كأس أمم أفريقيا [المغرب] 2025».
    func withHost(_ name: Range<Int>) -> Range<Int>? {
        let index = name.upperBound
        guard sentence.contains(index + 3), [0x5B, 0x28].contains(text.letters(of: text.tokens[index]).first ?? 0),
            word(at: index + 1) != nil, isYear(index + 3),
            [0x5D, 0x29].contains(text.letters(of: text.tokens[index + 2]).first ?? 0)
        else { return nil }
        return name.lowerBound..<index + 4
    }

    private func isYear(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].kind == .number else { return false }
        return text.letters(of: text.tokens[index]).count == 4
    }

    /// A noun or ordinal with the article; behind a town the adjective is the town's: «بطولة هامبورغ الألمانية».
    private func mayTakeNisba(_ word: ArraySlice<UInt16>) -> Bool {
        Article.opensNoun(word) && Self.international[word] == nil
            && gazetteer.classes(for: word).isDisjoint(with: GazetteerClasses.locations.union(.nisba))
    }

    private func isNisba(_ word: ArraySlice<UInt16>) -> Bool {
        Article.opensNoun(word)
            && (Self.international[word] != nil || gazetteer.classes(for: word).contains(.nisba))
    }

    /// «الدرجة الأولى» at a token.
    private func endOfDegree(from index: Int) -> Int? {
        guard let degree = word(at: index), degree.elementsEqual(Self.degree), let ordinal = word(at: index + 1),
            Self.degrees[ordinal] != nil
        else { return nil }
        return index + 2
    }

    private func endOfPlace(from index: Int, name: (Int) -> (tokens: Range<Int>, type: EntityType)?) -> Int? {
        // «كوبا أمريكا».
        if let copa = word(at: index), copa.elementsEqual(Self.copa), let america = word(at: index + 1),
            Self.america[america] != nil
        {
            return index + 2
        }
        guard let place = name(index), place.type == .location else { return nil }
        return place.tokens.upperBound
    }

    /// «عبد اللطيف» with «جميل».
    private func endOfSponsor(_ person: Range<Int>) -> Int {
        guard let surname = word(at: person.upperBound), surname.first != ArabicLetter.waw,
            !gazetteer.classes(for: surname).isDisjoint(with: [.givenName, .familyName]), !StopWords.contains(surname)
        else { return person.upperBound }
        return person.upperBound + 1
    }

    private func kind(at index: Int) -> UInt32? {
        word(at: index).flatMap { Self.kind(of: $0) }
    }

    private static func kind(of word: ArraySlice<UInt16>) -> UInt32? {
        if let kind = nouns[word] { return kind }
        guard let first = word.first, clitics.contains(first) else { return nil }
        if let kind = nouns[word.dropFirst()] { return kind }
        guard first == ArabicLetter.waw, let second = word.dropFirst().first, clitics.contains(second) else {
            return nil
        }
        return nouns[word.dropFirst(2)]
    }

    private static let clitics = [
        ArabicLetter.waw, ArabicLetter.feh, ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.kaf,
    ]

    private static let league: UInt32 = 1
    private static let cup: UInt32 = 2
    /// A film has «بطولة», too, those who play in it.
    private static let championship: UInt32 = 3
    private static let definite: UInt32 = 4
    private static let nouns = LetterTable(
        lists: [
            ("دوري", league), ("كأس", cup), ("بطولة", championship), ("الدوري", definite), ("السوبر", definite),
            ("البطولة", definite),
        ]
    )

    private static func table(_ words: String) -> LetterTable {
        LetterTable(list: words)
    }

    private static let members = table("أبطال أمم أندية منتخبات نجوم محترفي نخبة شباب ناشئي سيدات")
    private static let degree = FoldedText(folding: "الدرجة").letters
    private static let degrees = table("الأولى الثانية الثالثة الرابعة الممتازة")
    private static let international = table("الدولي الدولية")
    private static let audiences = table(
        "للأندية للمحترفين للمنتخبات للشباب للناشئين للسيدات للمحليين للنخبة للبراعم للأمم"
    )
    private static let under = FoldedText(folding: "تحت").letters
    private static let years = table("عاما سنة")
    private static let union = FoldedText(folding: "الاتحاد").letters
    private static let copa = FoldedText(folding: "كوبا").letters
    private static let america = table("أمريكا أميركا")
}
