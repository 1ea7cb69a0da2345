internal import ArabicText

/// Abbreviations of which each letter is written by its name, with full stops between: «بي.بي.سي», «إيه.بي.سي».
struct SpelledNames {
    private let text: TokenizedText
    private let sentence: Range<Int>

    init(text: TokenizedText, sentence: Range<Int>) {
        self.text = text
        self.sentence = sentence
    }

    /// The abbreviation of which `mention` has a part; `nil` where it has none.
    func run(around mention: Range<Int>) -> Range<Int>? {
        guard let inside = mention.first(where: { isLetter($0) || isLetterBehindClitic($0) }) else { return nil }
        var (start, end) = (inside, inside + 1)
        while isStop(start - 1), isLetter(start), isLetter(start - 2) { start -= 2 }
        if isStop(start - 1), isLetter(start), isLetterBehindClitic(start - 2) { start -= 2 }
        while isStop(end), isLetter(end + 1) { end += 2 }
        return end - start > 2 ? start..<end : nil
    }

    /// What the mention that has a part of an abbreviation is: the abbreviation, a body, with the body that «and» joins to it;
    /// or a person who is called by his first letters, with his surname behind them («جيه.دي فانس»).
    func name(
        of mention: Range<Int>,
        _ run: Range<Int>,
        type: EntityType
    ) -> (name: (tokens: Range<Int>, type: EntityType), rest: Range<Int>?) {
        guard mention.upperBound > run.upperBound else {
            // «جيمس بي.جوردان».
            if mention.lowerBound < run.lowerBound { return ((mention, type), nil) }
            return ((run, .organization), nil)
        }
        // Nobody has three initials: «بي.إم.دبليو زيادة حجم أسطولها».
        if type == .person, run.count > 4, text.letters(of: text.tokens[run.upperBound]).first != ArabicLetter.waw {
            return ((run, .organization), nil)
        }
        let start = min(mention.lowerBound, run.lowerBound)
        let behind = run.upperBound
        guard text.tokens[behind].isArabic, text.letters(of: text.tokens[behind]).first == ArabicLetter.waw,
            text.letters(of: text.tokens[behind]).count > 4, start == run.lowerBound
        else {
            // A bank that is called after persons.
            let isBank = Self.banks[text.letters(of: text.tokens[behind])] != nil
            return ((start..<mention.upperBound, isBank ? .organization : type), nil)
        }
        return ((run, .organization), behind..<mention.upperBound)
    }

    /// A body's name with the letters that stand before its first one, with spaces between: «جي» of «جي إس إنرجي». Those that are
    /// words as well («في», «أن») are none there.
    func withLetters(before body: Range<Int>) -> Range<Int> {
        guard isLetter(body.lowerBound) else { return body }
        var start = body.lowerBound
        while isLetter(start - 1), !StopWords.contains(text.letters(of: text.tokens[start - 1])),
            text.tokens[start - 1].end + 1 == text.tokens[start].start
        {
            start -= 1
        }
        return start..<body.upperBound
    }

    private static let banks = LetterTable(
        names: ["مورغان", "مورجان", "مورقان"]
    )

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
        list: """
            إيه أيه آي أي إي بي سي دي إف اف جي إتش اتش كيه كي إل ال أل إم ام أم إن ان أن أو او كيو آر ار إس اس تي يو في دبليو إكس \
            اكس واي زد نيوز جيه جاي اس بى
            """
    )
}
