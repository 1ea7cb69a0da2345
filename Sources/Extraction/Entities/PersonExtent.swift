internal import ArabicText

/// How far a person's name goes beyond what the tagger has of it: «عبدالله» of «عبدالله بن مساعد», «حمد» of «حمد مبروك», «حسن» of
/// «حسن الراهب».
struct PersonExtent {
    private let gazetteer: Gazetteer
    private let vocabulary: BackgroundVocabulary
    private let text: TokenizedText
    private let sentence: Range<Int>

    private static let longestName = 10

    init(gazetteer: Gazetteer, vocabulary: BackgroundVocabulary, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.vocabulary = vocabulary
        self.text = text
        self.sentence = sentence
    }

    /// All of the name of which `mention` is a part.
    ///
    /// - Parameter isOther: whether a token is part of another mention.
    func name(around mention: Range<Int>, isOther: (Int) -> Bool) -> Range<Int> {
        var end = mention.upperBound
        while end - mention.lowerBound < Self.longestName {
            // «بن مساعد», «آل سعود».
            if isParticle(end), isWord(end + 1), !isOther(end), !isOther(end + 1) {
                end += 2
            } else if end == mention.lowerBound + 1, isGivenName(mention.lowerBound), !isOther(end),
                isFamilyName(end) || isSurname(behind: mention.lowerBound, isOther: isOther)
            {
                end += 1
            } else {
                break
            }
        }
        return mention.lowerBound..<end
    }

    private func isWord(_ index: Int) -> Bool { sentence.contains(index) && text.tokens[index].isArabic }

    private func isParticle(_ index: Int) -> Bool {
        isWord(index) && Self.particles[text.letters(of: text.tokens[index])] != nil
    }

    /// Behind clitics, too.
    private func isGivenName(_ index: Int) -> Bool {
        let word = text.letters(of: text.tokens[index])
        if gazetteer.classes(for: word).contains(.givenName) { return true }
        guard word.count > 3, word.first == ArabicLetter.waw || word.first == ArabicLetter.lam else { return false }
        return gazetteer.classes(for: word.dropFirst()).contains(.givenName)
    }

    /// Whether the word behind a given name is with the article what surnames may be («إبراهيم النقيب»), and its place says that
    /// it is one: a title stands before the name, or it stands in a row of names. Kings have none, but airports.
    private func isSurname(behind index: Int, isOther: (Int) -> Bool) -> Bool {
        guard isWord(index + 1), index > sentence.lowerBound else { return false }
        let word = text.letters(of: text.tokens[index + 1])
        guard Article.opensNoun(word), word.count > 4, word.last != ArabicLetter.heh, !hasPluralEnding(word),
            !StopWords.contains(word), !TitleLexicon.isOrOpensTitle(word), !TitleLexicon.isQualifier(word),
            !TitleLexicon.completesTitle(word), gazetteer.classes(for: word).isDisjoint(with: Self.noSurnames)
        else { return false }
        // «اختار الأب باولو الاستقرار في البلاد».
        guard endsRow(index + 2), text.tokens[index - 1].isArabic else { return false }
        if isOther(index - 1) { return text.letters(of: text.tokens[index]).first == ArabicLetter.waw }
        let before = text.letters(of: text.tokens[index - 1])
        return TitleLexicon.isDefiniteTitle(before) && Self.royals[before] == nil
    }

    private func endsRow(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].isArabic else { return true }
        return text.letters(of: text.tokens[index]).first == ArabicLetter.waw
    }

    /// «الجهات», «المسؤولين».
    private func hasPluralEnding(_ word: ArraySlice<UInt16>) -> Bool {
        Self.pluralEndings.contains { word.suffix(2).elementsEqual($0) }
    }

    private static let pluralEndings = ["ات", "ين", "ون"].map { Array($0.utf16) }
    private static let noSurnames: GazetteerClasses = [
        .nisba, .calendar, .organizationTrigger, .locationTrigger, .eventTrigger, .speech, .country,
    ]
    private static let royals = LetterTable(
        ["الملك", "الملكة", "الأمير", "الأميرة", "السلطان", "الإمام"].map { (FoldedText(folding: $0).letters, 1) }
    )

    /// A name, as it stands, and nothing else; or one with the article, which may be another word, too («الراهب»), but no
    /// title; or a word that no list and no open text has.
    private func isFamilyName(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        let word = text.letters(of: text.tokens[index])
        let classes = gazetteer.classes(for: word)
        if Article.opensNoun(word) {
            return classes.contains(.familyName) && !StopWords.contains(word) && !TitleLexicon.isDefiniteTitle(word)
                && !TitleLexicon.isQualifier(word) && !TitleLexicon.completesTitle(word)
        }
        if classes.isEmpty { return isUnknown(word) }
        // «وإلى» is written as a family name.
        return word.first != ArabicLetter.waw
            && !classes.isDisjoint(with: [.givenName, .familyName])
            && classes.isDisjoint(
                with: GazetteerClasses.locations.union([.commonWord, .speech, .nisba, .title, .nameParticle])
            )
    }

    /// What may begin with a clitic may be a word.
    private func isUnknown(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 3 && !word.withUnsafeBufferPointer { CliticCuts($0).preposition > 0 }
            && vocabulary.profile(of: LetterHash.name(word)) == .unknown
    }

    /// Not «ابن»: «موسى ابن جارنا».
    private static let particles = LetterTable(["بن", "بنت", "آل"].map { (FoldedText(folding: $0).letters, 1) })
}
