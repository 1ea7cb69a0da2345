internal import ArabicText

/// The full names of fairs and festivals, told by their form: «معرض الرياض الدولي للكتاب», «مهرجان القاهرة السينمائي الدولي».
///
/// A word that opens such a name, a place, and what kind it is: adjectives with the article, or ل with a field. Without
/// these it is no name («معرض الرياض»).
struct EventNames: SentenceReader {
    private let gazetteer: Gazetteer
    private let words: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>

    private static let longestName = 8

    init(gazetteer: Gazetteer, words: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// The tokens of the event that begins at token `start`.
    /// - Parameter isPlace: whether a token is part of a mention of a place.
    func tokens(from start: Int, isPlace: (Int) -> Bool) -> Range<Int>? {
        guard let head = word(at: start), words[head].contains(.eventHead) else { return nil }
        var end = start + 1
        while word(at: end) != nil, isPlace(end) { end += 1 }
        guard end > start + 1 else { return nil }
        let core = end
        while end < start + Self.longestName, let word = word(at: end), isKind(word) { end += 1 }
        if let field = word(at: end), isField(field) { end += 1 }
        if let year = year(behind: start..<end) { end = year + 1 }
        return end > core || words[head].contains(.placedEvent) ? start..<end : nil
    }

    /// The last token of the year behind the event with these tokens: «معرض الرياض للكتاب 2015», «أولمبياد بكين 2008م».
    func year(behind event: Range<Int>) -> Int? {
        let index = event.upperBound
        guard sentence.contains(index), text.tokens[index].kind == .number, let head = word(at: event.lowerBound),
            words[head].contains(.yearly)
        else { return nil }
        let digits = text.letters(of: text.tokens[index])
        guard digits.count == 4, digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]) else {
            return nil
        }
        // «2008م».
        let hasMark = word(at: index + 1)?.count == 1 && text.tokens[index + 1].start == text.tokens[index].end
        return hasMark ? index + 1 : index
    }

    /// «الدولي», «السينمائي»; not «الماضي», «السعودي».
    private func isKind(_ word: ArraySlice<UInt16>) -> Bool {
        guard Article.begins(word) else { return false }
        if !words[word.dropFirst(2)].isDisjoint(with: [.bodyAttribute, .eventAttribute]) { return true }
        return BodyNames.isAdjective(word) && !TitleLexicon.isQualifier(word)
            && gazetteer.classes(for: word).isDisjoint(with: [.commonWord, .nisba])
    }

    /// «للكتاب».
    private func isField(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.first == ArabicLetter.lam, word.dropFirst().first == ArabicLetter.lam else { return false }
        return words[word.dropFirst(2)].contains(.bodyField)
    }
}
