internal import ArabicText

/// Two names behind a noun in the dual: «ناديا الأهلي والزمالك», «جامعتي الملك سعود والملك عبدالعزيز». The noun is no part of
/// them, and says of the second, too, what it is.
struct PairedNames: SentenceReader {
    private let words: NameWords
    let text: TokenizedText
    let sentence: Range<Int>

    init(words: NameWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// A mention without the noun; the club or the king behind it where it has nothing else.
    ///
    /// - Parameter person: the end of the person that begins at a token.
    func withoutNoun(
        _ name: Range<Int>,
        isClub: (ArraySlice<UInt16>) -> Bool,
        person: (Int) -> Int?
    ) -> Range<Int> {
        guard text.tokens[name.lowerBound].isArabic, Self.kind(of: word(name.lowerBound)) != nil else { return name }
        if name.count > 1 { return name.lowerBound + 1..<name.upperBound }
        let next = name.upperBound
        guard isWord(next) else { return name }
        // «جامعتي الملك سعود والملك عبدالعزيز».
        if isOfNamesake(word(next)), let end = person(next + 1) { return next..<end }
        return isClub(word(next)) ? next..<next + 1 : name
    }

    /// The type of what the noun before a name says that it is.
    func type(of name: Range<Int>) -> EntityType? {
        // «قناتا السويس».
        guard isWord(name.lowerBound - 1), !word(name.lowerBound).elementsEqual(Self.suez) else { return nil }
        return Self.kind(of: word(name.lowerBound - 1))
    }

    /// The second name behind the first; it begins with «and».
    ///
    /// - Parameters:
    ///   - isOther: whether a token is part of another mention.
    ///   - person: the end of the person that begins at a token.
    func second(behind first: Range<Int>, isOther: (Int) -> Bool, person: (Int) -> Int?) -> Range<Int>? {
        let index = first.upperBound
        guard isWord(index), !isOther(index), word(index).count > 3, word(index).first == ArabicLetter.waw else {
            return nil
        }
        let name = word(index).dropFirst()
        if isOfNamesake(name) { return person(index + 1).map { index..<$0 } }
        guard !StopWords.contains(word(index)), !StopWords.contains(name), !words.isVerb(name), !words.hasPronoun(name),
            !words.isPossessed(name), Self.others[name] == nil,
            words.gazetteer.classes(for: name).isDisjoint(with: [
                .organizationTrigger, .locationTrigger, .speech, .calendar,
            ])
        else { return nil }
        if Self.waiting[name] != nil { return isWord(index + 1) && !isOther(index + 1) ? index..<index + 2 : nil }
        // «بين ناديي النصر وفرق أخرى».
        guard
            Article.begins(name) || !words.isEveryday(name) || words.gazetteer.classes(for: name).contains(.properNoun)
        else { return nil }
        return index..<index + 1
    }

    /// Whether a word is the title of somebody after whom bodies are called: of rulers, and of sheikhs, who reign nowhere and
    /// have surnames.
    private func isOfNamesake(_ word: ArraySlice<UInt16>) -> Bool {
        RulerTitles.isOfRuler(word) || word.elementsEqual(Self.sheikh)
    }

    /// Whether a word is a noun in the dual behind which two names stand.
    static func isDual(_ word: ArraySlice<UInt16>) -> Bool { kind(of: word) != nil }

    /// What a noun in the dual says of two names, behind clitics too.
    private static func kind(of word: ArraySlice<UInt16>) -> EntityType? {
        switch kinds[word] ?? kinds[word.dropFirst()] {
        case body: .organization
        case place: .location
        default: nil
        }
    }

    private static let body: UInt32 = 1
    private static let place: UInt32 = 2
    private static let kinds = LetterTable(
        lists: [
            (
                """
                ناديا ناديي فريقا فريقي جامعتا جامعتي شركتا شركتي صحيفتا صحيفتي قناتا قناتي وكالتا وكالتي مصرفا مصرفي بنكا \
                سهما سهمي وزارتا وزارتي حركتا حركتي مستشفيا جمعيتا جمعيتي حزبا حزبي نقابتا نقابتي
                """,
                body
            ),
            (
                """
                مدينتا مدينتي محافظتا محافظتي منطقتا منطقتي بلدتا بلدتي قريتا قريتي ولايتا ولايتي مديريتا مديريتي جزيرتا جزيرتي \
                ناحيتا ناحيتي دائرتا دائرتي مقاطعتا مقاطعتي نهرا نهري سدا سدي سدتا سدتي مخيما مخيمي مطارا مطاري ميناءا ميناءي \
                معبرا معبري شارعا شارعي بحيرتا بحيرتي جبهتا جبهتي
                """,
                place
            ),
        ]
    )
    private static let sheikh = FoldedText(folding: "الشيخ").letters
    private static let suez = FoldedText(folding: "السويس").letters
    /// «فريقي يوفنتوس ونظيره نابولي».
    private static let others = LetterTable(
        names: ["نظيره", "نظيرتها", "ضيفه", "مضيفه", "غريمه", "جاره", "منافسه"]
    )
    /// First words of names of two.
    private static let waiting = LetterTable(
        names: ["أم", "بني", "رأس", "وادي", "دير", "عين", "منزل", "سيدي", "تل", "خان", "بيت"]
    )
}
