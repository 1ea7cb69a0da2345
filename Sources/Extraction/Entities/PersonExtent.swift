internal import ArabicText

/// How far a person's name goes beyond what the tagger has of it: «عبدالله» of «عبدالله بن مساعد», «حمد» of «حمد مبروك».
struct PersonExtent {
    private let gazetteer: Gazetteer
    private let text: TokenizedText
    private let sentence: Range<Int>

    private static let longestName = 10

    init(gazetteer: Gazetteer, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
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
            } else if end == mention.lowerBound + 1, isGivenName(mention.lowerBound), isFamilyName(end), !isOther(end) {
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

    /// A name, as it stands, and nothing else.
    private func isFamilyName(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        let classes = gazetteer.classes(for: text.letters(of: text.tokens[index]))
        // «وإلى» is written as a family name.
        return text.letters(of: text.tokens[index]).first != ArabicLetter.waw
            && !classes.isDisjoint(with: [.givenName, .familyName])
            && classes.isDisjoint(
                with: GazetteerClasses.locations.union([.commonWord, .speech, .nisba, .title, .nameParticle])
            )
    }

    /// Not «ابن»: «موسى ابن جارنا».
    private static let particles = LetterTable(["بن", "بنت", "آل"].map { (FoldedText(folding: $0).letters, 1) })
}
