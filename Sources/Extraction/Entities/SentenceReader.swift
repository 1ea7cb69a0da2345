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
