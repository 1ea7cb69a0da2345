internal import ArabicText

/// What the word before a name says of its type: «صحيفة «المدينة»» is a newspaper, «نادي قطر» a club.
struct OrganizationContext {
    private let words: EntityWords
    private let text: TokenizedText
    private let sentence: Range<Int>

    /// The most words of a name in quotation marks.
    private static let longestQuotation = 3

    init(words: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// Whether the mention is an organisation's that looks like a place's or a person's.
    func isOrganization(_ mention: Range<Int>, type: EntityType) -> Bool {
        guard mention.lowerBound > sentence.lowerBound else { return false }
        var before = mention.lowerBound - 1
        let isQuoted = isMark(before)
        if isQuoted { before -= 1 }
        guard before >= sentence.lowerBound else { return false }
        let kinds = words[text.letters(of: text.tokens[before])]
        if kinds.contains(.paper) { return mention.count <= Self.longestQuotation }
        return !isQuoted && type == .location && mention.count == 1 && kinds.contains(.club)
    }

    /// The names of papers in quotation marks that begin behind token `index`: «صحيفة «المدينة»».
    func paper(behind index: Int) -> Range<Int>? {
        guard index + 2 < sentence.upperBound, isMark(index + 1), text.tokens[index].kind == .arabic,
            words[text.letters(of: text.tokens[index])].contains(.paper)
        else { return nil }
        let start = index + 2
        for end in start..<min(sentence.upperBound, start + Self.longestQuotation + 1) {
            if isMark(end) { return end > start ? start..<end : nil }
            guard text.tokens[end].kind == .arabic else { return nil }
        }
        return nil
    }

    /// « » " “ ” ( )
    private func isMark(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .punctuation || text.tokens[index].kind == .symbol,
            let mark = text.letters(of: text.tokens[index]).first
        else { return false }
        return [0xAB, 0xBB, 0x22, 0x201C, 0x201D].contains(mark)
    }
}
