internal import ArabicText

/// What a token means to the rules.
struct RuleToken: Sendable {
    /// The word's place in the lexicon; 0 for none.
    var word: UInt16 = 0
    /// How many letters of clitics stand before the word and its article.
    var cut: UInt8 = 0
    var hasConjunction = false
    var hasPreposition = false
    var hasArticle = false
}

/// A text's tokens as the rules see them, one sentence at a time.
struct RuleReading {
    let text: TokenizedText
    /// Rules see no further than the sentence.
    var sentence: Range<Int> = 0..<0
    private let lexicon = RuleLexicon.standard
    private var tokens: [RuleToken] = []

    init(_ text: TokenizedText) {
        self.text = text
        tokens.reserveCapacity(text.tokens.count)
        for token in text.tokens { tokens.append(read(token)) }
    }

    /// What the token is; a token without meaning outside the sentence.
    @inline(__always)
    subscript(index: Int) -> RuleToken { sentence.contains(index) ? tokens[index] : RuleToken() }

    func word(_ index: Int) -> RuleWord { lexicon.words[Int(self[index].word)] }

    /// A word without any clitic or article.
    func bareWord(_ index: Int) -> RuleWord {
        let token = self[index]
        return token.cut == 0 && !token.hasArticle ? lexicon.words[Int(token.word)] : RuleWord()
    }

    func has(_ trait: RuleWord.Traits, _ index: Int) -> Bool { word(index).traits.contains(trait) }

    /// A mark's letter; 0 for everything else.
    func mark(_ index: Int) -> UInt16 {
        guard sentence.contains(index) else { return 0 }
        let token = text.tokens[index]
        guard token.kind == .punctuation || token.kind == .symbol, token.firstLetter < token.endLetter else { return 0 }
        return text.folded.letters[Int(token.firstLetter)]
    }

    /// The letters of a number's token; empty for all others.
    func digits(_ index: Int) -> ArraySlice<UInt16> {
        guard sentence.contains(index), text.tokens[index].kind == .number else { return [] }
        return text.letters(of: text.tokens[index])
    }

    /// A whole number in digits alone, without separators.
    func integer(_ index: Int, in bounds: ClosedRange<Int>) -> Int? {
        let letters = digits(index)
        guard !letters.isEmpty, letters.count <= 4, letters.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        let value = letters.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return bounds.contains(value) ? value : nil
    }

    /// Whether there is nothing between a token and the one before.
    func touches(_ index: Int) -> Bool {
        sentence.contains(index) && sentence.contains(index - 1)
            && text.tokens[index].start == text.tokens[index - 1].end
    }

    /// Code points from the first token, its clitics cut off, to the last.
    func range(_ tokens: Range<Int>) -> Range<Int> {
        let first = text.tokens[tokens.lowerBound]
        let cut = Int(self[tokens.lowerBound].cut)
        let start = cut == 0 ? Int(first.start) : Int(text.folded.origins[Int(first.firstLetter) + cut])
        return start..<Int(text.tokens[tokens.upperBound - 1].end)
    }

    private func read(_ token: Token) -> RuleToken {
        var read = RuleToken()
        let letters = text.letters(of: token)
        switch token.kind {
        case .arabic: break
        case .foreign, .symbol, .punctuation:
            if !letters.isEmpty, letters.count <= 3 { read.word = lexicon.place(of: letters) }
            return read
        case .number, .url, .email: return read
        }
        guard !letters.isEmpty, letters.count <= 16 else { return read }
        if find(letters, cut: 0, &read) { return read }
        var rest = letters
        if let first = rest.first, first == ArabicLetter.waw || first == ArabicLetter.feh, rest.count > 2 {
            rest = rest.dropFirst()
            read.hasConjunction = true
            if find(rest, cut: 1, &read) { return read }
        }
        guard let first = rest.first, rest.count > 2 else { return RuleToken() }
        if first == ArabicLetter.beh || first == ArabicLetter.lam || first == ArabicLetter.kaf {
            read.hasPreposition = true
            let cut = letters.count - rest.count + 1
            rest = rest.dropFirst()
            if find(rest, cut: cut, &read) { return read }
            // «للأسبوع» has its article's lam alone.
            if first == ArabicLetter.lam, rest.first == ArabicLetter.lam, rest.count > 3 {
                read.word = lexicon.place(of: rest.dropFirst())
                read.hasArticle = true
                read.cut = UInt8(cut)
                if read.word != 0 { return read }
            }
        }
        return RuleToken()
    }

    /// Looks a word up as it stands, then without its article.
    @inline(__always)
    private func find(_ letters: ArraySlice<UInt16>, cut: Int, _ read: inout RuleToken) -> Bool {
        read.cut = UInt8(cut)
        read.word = lexicon.place(of: letters)
        if read.word != 0 { return true }
        guard letters.count > 3, letters[letters.startIndex] == ArabicLetter.alef,
            letters[letters.startIndex + 1] == ArabicLetter.lam
        else { return false }
        read.word = lexicon.place(of: letters.dropFirst(2))
        read.hasArticle = read.word != 0
        return read.hasArticle
    }
}
