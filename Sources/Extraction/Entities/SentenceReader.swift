internal import ArabicText

/// Reads the words of a sentence by the numbers of their tokens.
protocol SentenceReader {
    var text: TokenizedText { get }
    /// The tokens of the sentence.
    var sentence: Range<Int> { get }
}

extension SentenceReader {
    /// Whether a token is an Arabic word of the sentence, not a mark, a number or behind its end.
    func isWord(_ index: Int) -> Bool { sentence.contains(index) && text.tokens[index].isArabic }

    /// The folded letters of a token of the text.
    func word(_ index: Int) -> ArraySlice<UInt16> { text.letters(of: text.tokens[index]) }

    /// The folded letters of a word of the sentence; `nil` where ``isWord(_:)`` says no.
    func word(at index: Int) -> ArraySlice<UInt16>? { isWord(index) ? word(index) : nil }

    /// Which of a table's nouns a word is, behind «and» or a preposition too («ولمستشفى»); `nil` where it is none.
    func noun(_ index: Int, of nouns: LetterTable) -> ArraySlice<UInt16>? {
        let word = word(index)
        if nouns[word] != nil { return word }
        guard let first = word.first, [ArabicLetter.waw, ArabicLetter.beh, ArabicLetter.lam].contains(first) else {
            return nil
        }
        let rest = word.dropFirst()
        if nouns[rest] != nil { return rest }
        // «للشركة» is one of which the text has spoken.
        guard first == ArabicLetter.waw, rest.first == ArabicLetter.beh || rest.first == ArabicLetter.lam else {
            return nil
        }
        let bare = rest.dropFirst()
        return nouns[bare] != nil ? bare : nil
    }

    /// Whether nothing but a space stands between each token and the next.
    func isAdjacent(_ tokens: Range<Int>) -> Bool {
        tokens.dropFirst().allSatisfy { text.tokens[$0 - 1].end + 1 == text.tokens[$0].start }
    }

    /// Whether a token of the sentence is a comma, Arabic or Latin.
    func isComma(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].kind == .punctuation, let mark = word(index).first else {
            return false
        }
        return mark == 0x60C || mark == 0x2C
    }
}

/// A sentence for whoever needs nothing but its words.
struct SentenceWords: SentenceReader {
    let text: TokenizedText
    let sentence: Range<Int>
}
