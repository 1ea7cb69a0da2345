internal import ArabicText

/// Places that have a name of their own with the noun before it: «جامع الإمام أنس بن مالك», «شاطئ الجميرا»; and rows of
/// them behind one noun: «أحياء النسيم، والربيع، والشاطئ الغربي».
struct PlaceNames {
    private let gazetteer: Gazetteer
    private let words: EntityWords
    private let text: TokenizedText
    private let sentence: Range<Int>

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
        guard let head = self.word(at: index), words[head].contains(.placeHead) else { return nil }
        return index..<mention.upperBound
    }

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

    private func word(at index: Int) -> ArraySlice<UInt16>? {
        guard sentence.contains(index), text.tokens[index].isArabic else { return nil }
        return text.letters(of: text.tokens[index])
    }

    private func isComma(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].kind == .punctuation,
            let mark = text.letters(of: text.tokens[index]).first
        else { return false }
        return mark == 0x60C || mark == 0x2C
    }
}
