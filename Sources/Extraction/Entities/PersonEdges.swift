internal import ArabicText

/// Where a person's name ends that the tagger let run on: at a word that no name has («فارس عوض سوف»), or where another
/// person begins with a mark or «and» («اسلام سراج وصالح العمري»).
struct PersonEdges {
    private let gazetteer: Gazetteer
    private let vocabulary: BackgroundVocabulary
    private let text: TokenizedText

    init(gazetteer: Gazetteer, vocabulary: BackgroundVocabulary, text: TokenizedText) {
        self.gazetteer = gazetteer
        self.vocabulary = vocabulary
        self.text = text
    }

    /// What of a mention are names; nothing where it names nobody.
    func names(in mention: Range<Int>) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var start = mention.lowerBound
        for index in mention.dropFirst() {
            if separates(index) {
                names.append(start..<index)
                start = index + 1
            } else if index > start, beginsAnother(index) {
                names.append(start..<index)
                start = index
            }
        }
        names.append(start..<mention.upperBound)
        return names.filter { !$0.isEmpty }.compactMap(trimmed)
    }

    private func trimmed(_ mention: Range<Int>) -> Range<Int>? {
        var end = mention.upperBound
        while end > mention.lowerBound + 1, isNoName(end - 1) { end -= 1 }
        // «وكيل إمارة», «مدير المراسم»: a title of somebody else.
        if end == mention.lowerBound + 1, opensTitle(mention.lowerBound) { return nil }
        return mention.lowerBound..<end
    }

    private func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    /// Whether a token is a mark between two names: «أمير كردي – منصور الحربي», but not «جان-كلود».
    private func separates(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .punctuation || token.kind == .symbol, let mark = text.letters(of: token).first else {
            return false
        }
        if Self.separators.contains(mark) { return true }
        guard mark == 0x2D, index + 1 < text.tokens.count else { return false }
        return text.tokens[index - 1].end < token.start && token.end < text.tokens[index + 1].start
    }

    /// – — ، , ؛ ; :
    private static let separators: [UInt16] = [0x2013, 0x2014, 0x60C, 0x2C, 0x61B, 0x3B, 0x3A]

    /// Whether a word is «and» with a given name, and is no name with its first letter.
    private func beginsAnother(_ index: Int) -> Bool {
        let word = word(index)
        guard text.tokens[index].isArabic, word.count > 3,
            word.first == ArabicLetter.waw || word.first == ArabicLetter.feh,
            // «أبو وليد» goes on.
            !gazetteer.classes(for: self.word(index - 1)).contains(.nameParticle)
        else { return false }
        let rest = gazetteer.classes(for: word.dropFirst())
        return rest.contains(.givenName) && rest.isDisjoint(with: [.commonWord, .nameParticle])
            && gazetteer.classes(for: word).isDisjoint(with: Self.naming)
    }

    /// Whether a word at the end of a mention is everyday and no name: «سوف», «أن», «وكيل»; or waits for another: «بن».
    private func isNoName(_ index: Int) -> Bool {
        let word = word(index)
        // A number to call.
        if text.tokens[index].kind == .number { return word.count >= 5 }
        guard text.tokens[index].isArabic, !Article.begins(word) else { return false }
        // «عبدالله جانباً».
        if text.tokens[index].hasTanween(in: text.folded) { return true }
        let classes = gazetteer.classes(for: word)
        if Self.isParticle(word) { return true }
        // «عبدالله بن مساعد».
        if Self.isParticle(self.word(index - 1)) { return false }
        guard classes.isDisjoint(with: Self.naming) else { return false }
        return !classes.isDisjoint(with: [.commonWord, .speech]) || TitleLexicon.opensTitle(word) || isFutureVerb(word)
            || isPast(word)
    }

    /// Whether a word is the past of a verb, she, that open text often has: «قررت». Without that ending foreign names look
    /// like verbs («إيجر», «سال»).
    private func isPast(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 3, word.last == ArabicLetter.teh, word.dropLast().last != ArabicLetter.alef else {
            return false
        }
        let profile = vocabulary.profile(of: LetterHash.name(word))
        return profile.kind == .verb && profile.level >= Self.leastVerbLevel
    }

    /// Whether a word is a verb behind «س» («سيلتقي», «ستعقد»): such as open text knows, never with the article («سياني»),
    /// and ten times as often without its first letter. «ستالين» and «سيمون» are more common than what is left of them.
    private func isFutureVerb(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4, word.first == ArabicLetter.seen, let person = word.dropFirst().first,
            Self.persons.contains(person)
        else { return false }
        let whole = vocabulary.profile(of: LetterHash.name(word))
        let rest = vocabulary.profile(of: LetterHash.name(word.dropFirst()))
        return whole.level >= Self.leastVerbLevel && whole.share(.article) == 0 && rest.level >= whole.level + 2
    }

    /// What present verbs begin with. («سأ» is as common in names, whose hamza is not written.)
    private static let persons = [ArabicLetter.yeh, ArabicLetter.teh, ArabicLetter.noon]
    /// A hundred occurrences (``WordProfile/level``).
    private static let leastVerbLevel: UInt64 = 5

    private func opensTitle(_ index: Int) -> Bool {
        let word = word(index)
        // «وولي عهده».
        if word.first == ArabicLetter.waw, TitleLexicon.opensTitle(word.dropFirst()) { return true }
        return TitleLexicon.opensTitle(word) && gazetteer.classes(for: word).isDisjoint(with: .people)
    }

    /// Whether a word is never the last of a name, and of persons' names only: «بن», «آل».
    static func isParticle(_ word: ArraySlice<UInt16>) -> Bool { particles[word] != nil }

    /// «محمد آل» lacks the rest of it. Other particles may be a name's last word («باولو دي»).
    private static let particles = LetterTable(["بن", "ابن", "بنت", "آل"].map { (FoldedText(folding: $0).letters, 1) })

    private static let naming: GazetteerClasses = GazetteerClasses.people.union(.properNoun)
}
