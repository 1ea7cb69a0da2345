internal import ArabicText

/// The country whose name is the feminine of its own adjective: «السعودية». Behind a noun with the article it is that
/// («الحكومة السعودية»), behind a verb, a preposition or a noun in the construct state the country («تقوده السعودية», «ميزانية
/// السعودية»).
struct CountryNames: SentenceReader {
    private let gazetteer: Gazetteer
    let text: TokenizedText
    let sentence: Range<Int>

    init(gazetteer: Gazetteer, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.text = text
        self.sentence = sentence
    }

    /// Whether the word at token `index` is the country.
    ///
    /// - Parameter isName: whether a token is part of a mention.
    func isCountry(_ index: Int, isName: (Int) -> Bool) -> Bool {
        guard let word = word(at: index), word.count == Self.name.count, word.elementsEqual(Self.name) else {
            return false
        }
        // «السعودية للكهرباء» is a company.
        if let next = self.word(at: index + 1), next.starts(with: [ArabicLetter.lam, ArabicLetter.lam]) {
            return false
        }
        if index == sentence.lowerBound {
            // «السعودية ترفع أسعار النفط».
            return self.word(at: index + 1).map { $0.first == ArabicLetter.teh || $0.last == ArabicLetter.teh } ?? false
        }
        guard let before = self.word(at: index - 1), !isName(index - 1), !Article.isBorne(by: before), !isOurs(before)
        else { return false }
        if StopWords.contains(before) { return true }
        return mayBeWord(before) && (before.first != ArabicLetter.waw || mayBeWord(before.dropFirst()))
    }

    /// Whether a word is no name of another kind: «وزين السعودية».
    private func mayBeWord(_ word: ArraySlice<UInt16>) -> Bool {
        gazetteer.classes(for: word)
            .isDisjoint(with: GazetteerClasses.organizations.union([.givenName, .familyName, .nisba]))
    }

    /// «جامعاتنا السعودية».
    private func isOurs(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 3 && word.suffix(2).elementsEqual(Self.ours)
    }

    private static let name = FoldedText(folding: "السعودية").letters
    private static let ours = FoldedText(folding: "نا").letters
}
