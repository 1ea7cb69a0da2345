internal import ArabicText

/// Abbreviations of which each letter is written by its name, with full stops between: «بي.بي.سي», «إيه.بي.سي».
struct SpelledNames {
    private let text: TokenizedText
    private let sentence: Range<Int>

    init(text: TokenizedText, sentence: Range<Int>) {
        self.text = text
        self.sentence = sentence
    }

    /// All of the abbreviation of which `mention` has a part; the mention itself where it is of none.
    func whole(_ mention: Range<Int>) -> Range<Int> {
        guard mention.allSatisfy({ isLetter($0) || !text.tokens[$0].isArabic }) else { return mention }
        var (start, end) = (mention.lowerBound, mention.upperBound)
        while isStop(start - 1), isLetter(start), isLetter(start - 2) { start -= 2 }
        if isStop(start - 1), isLetter(start), isLetterBehindClitic(start - 2) { start -= 2 }
        while isStop(end), isLetter(end - 1), isLetter(end + 1) { end += 2 }
        return start..<end
    }

    /// A full stop without a space before or behind it.
    private func isStop(_ index: Int) -> Bool {
        guard index > sentence.lowerBound, index + 1 < sentence.upperBound else { return false }
        let stop = text.tokens[index]
        return stop.kind == .punctuation && text.letters(of: stop).first == 0x2E
            && text.tokens[index - 1].end == stop.start && text.tokens[index + 1].start == stop.end
    }

    private func isLetter(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].isArabic else { return false }
        return Self.letters[text.letters(of: text.tokens[index])] != nil
    }

    /// «لبي», «وبي».
    private func isLetterBehindClitic(_ index: Int) -> Bool {
        guard sentence.contains(index), text.tokens[index].isArabic else { return false }
        let word = text.letters(of: text.tokens[index])
        return Self.clitics.contains(word.first ?? 0) && Self.letters[word.dropFirst()] != nil
    }

    private static let clitics = [ArabicLetter.waw, ArabicLetter.feh, ArabicLetter.beh, ArabicLetter.lam]
    private static let letters = LetterTable(
        """
        إيه أيه آي أي إي بي سي دي إف اف جي إتش اتش كيه كي إل ال أل إم ام أم إن ان أن أو او كيو آر ار إس اس تي يو في دبليو إكس \
        اكس واي زد نيوز
        """.split(separator: " ").map { (FoldedText(folding: String($0)).letters, 1) }
    )
}
