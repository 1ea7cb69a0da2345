internal import ArabicText

/// Places that have a name of their own with the noun before it: «جامع الإمام أنس بن مالك», «شاطئ الجميرا»; and rows of
/// them behind one noun: «أحياء النسيم، والربيع، والشاطئ الغربي».
struct PlaceNames: SentenceReader {
    private let gazetteer: Gazetteer
    private let words: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>

    /// The fewest names of a row.
    private static let fewest = 3

    init(gazetteer: Gazetteer, words: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// The place that the name `mention` has, with the noun before it and a title between; `nil` where no such noun
    /// stands before it.
    func place(around mention: Range<Int>) -> Range<Int>? {
        var index = mention.lowerBound - 1
        guard let word = word(at: index) else { return nil }
        if TitleLexicon.isDefiniteTitle(word) { index -= 1 }
        guard let head = self.word(at: index) else { return nil }
        if words[head].contains(.placeHead) { return index..<mention.upperBound }
        // «شارع السودان» is not in the country.
        guard mention.count == 1, index == mention.lowerBound - 1, isStreet(head),
            gazetteer.classes(for: text.letters(of: text.tokens[mention.lowerBound])).contains(.country)
        else { return nil }
        return index..<mention.upperBound
    }

    /// «شارع», behind clitics too.
    private func isStreet(_ word: ArraySlice<UInt16>) -> Bool {
        if Self.streets[word] != nil { return true }
        guard let first = word.first,
            [ArabicLetter.waw, ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.feh].contains(first)
        else { return false }
        return Self.streets[word.dropFirst()] != nil
    }

    private static let streets = LetterTable(
        names: ["شارع", "ميدان", "كوبري", "دوار", "ساحة", "نهج", "زنقة"]
    )

    /// All of «نيو ساوث ويلز», whose last word is found as a country; `nil` for other names.
    func newSouthWales(around mention: Range<Int>) -> Range<Int>? {
        guard mention.count == 1, let word = word(at: mention.lowerBound), word.elementsEqual(Self.wales),
            let south = self.word(at: mention.lowerBound - 1)
        else { return nil }
        if south.elementsEqual(Self.newSouth) { return mention.lowerBound - 1..<mention.upperBound }
        return south.elementsEqual(Self.south) ? mention.lowerBound - 2..<mention.upperBound : nil
    }

    private static let wales = FoldedText(folding: "ويلز").letters
    private static let south = FoldedText(folding: "ساوث").letters
    private static let newSouth = FoldedText(folding: "نيوساوث").letters

    /// The names of a row that begins behind token `head`; none where that opens no row.
    func row(behind head: Int) -> [Range<Int>] {
        guard let word = word(at: head), words[word].contains(.placeRow) else { return [] }
        var names: [Range<Int>] = []
        var index = head + 1
        while let name = name(at: index, isFirst: names.isEmpty) {
            names.append(name)
            index = name.upperBound
            if isComma(index) { index += 1 }
        }
        return names.count >= Self.fewest ? names : []
    }

    /// A word with the article, behind و where another name stands before it, and where it lies: «والشاطئ الغربي».
    private func name(at index: Int, isFirst: Bool) -> Range<Int>? {
        guard var word = word(at: index) else { return nil }
        if word.first == ArabicLetter.waw, !isFirst { word = word.dropFirst() }
        guard Article.begins(word), word.count > 4, words[word.dropFirst(2)].isDisjoint(with: [.district, .localBody]),
            !TitleLexicon.isDefiniteTitle(word)
        else { return nil }
        if let next = self.word(at: index + 1), Article.begins(next), words[next].contains(.direction) {
            return index..<index + 2
        }
        return index..<index + 1
    }
}
