internal import ArabicText

/// Looks the tokens of a text up in the rules' lexicon, through their clitics.
enum RuleTokens {
    /// - Parameter words: the same text's; those that are known to mean nothing here are not looked up.
    static func read(_ text: TokenizedText, _ lexicon: RuleLexicon, words: TextWords? = nil) -> [RuleToken] {
        var tokens: [RuleToken] = []
        tokens.reserveCapacity(text.tokens.count)
        let all = text.folded.letters
        let letters = all.span
        for (index, token) in text.tokens.enumerated() {
            var read = RuleToken()
            switch token.kind {
            case .arabic:
                if words?.may(.rule, at: index) ?? true, token.letters.count <= 16,
                    !read.find(letters.extracting(token.letters), lexicon)
                {
                    read = RuleToken()
                }
            case .foreign, .symbol, .punctuation:
                if token.letters.count <= 3, !token.letters.isEmpty {
                    read.word = lexicon.place(of: letters.extracting(token.letters))
                    // «(500) ألف», «"400" ريال»
                    if NumberRule.closing(of: letters[token.letters.lowerBound]) != nil {
                        read.beginning = .beforeDigits
                        read.kinds = .amount
                    }
                }
            case .number:
                read.beginning = .always
                read.kinds = .all
            case .url, .email: break
            }
            if read.word != 0 {
                (read.beginning, read.kinds) = lexicon.beginnings[Int(read.word)]
                read.traits = lexicon.words[Int(read.word)].traits
            }
            tokens.append(read)
        }
        return tokens
    }

    /// Whether a word in Arabic letters, folded, means anything to the rules.
    static func means(_ word: ArraySlice<UInt16>) -> Bool {
        var token = RuleToken()
        return token.find(word.span, .standard)
    }
}

extension RuleToken {
    /// Looks a word up as it stands, then behind a conjunction, then behind a preposition too.
    fileprivate mutating func find(_ letters: Span<UInt16>, _ lexicon: RuleLexicon) -> Bool {
        let count = letters.count
        guard count > 0 else { return false }
        if find(letters, cut: 0, lexicon) { return true }
        var place = 0
        if letters[0] == ArabicLetter.waw || letters[0] == ArabicLetter.feh, count > 2 {
            place = 1
            hasConjunction = true
            if find(letters, cut: 1, lexicon) { return true }
        }
        guard count - place > 2 else { return false }
        let first = letters[place]
        guard first == ArabicLetter.beh || first == ArabicLetter.lam || first == ArabicLetter.kaf else { return false }
        hasPreposition = true
        if find(letters, cut: place + 1, lexicon) { return true }
        // «للأسبوع» has its article's lam alone.
        guard first == ArabicLetter.lam, letters[place + 1] == ArabicLetter.lam, count - place > 4 else { return false }
        word = lexicon.place(of: letters.extracting(place + 2..<count))
        hasArticle = true
        cut = UInt8(place + 1)
        return word != 0
    }

    /// Looks a word up behind `cut` letters, then without its article too.
    @inline(__always)
    private mutating func find(_ letters: Span<UInt16>, cut: Int, _ lexicon: RuleLexicon) -> Bool {
        self.cut = UInt8(cut)
        let count = letters.count
        word = lexicon.place(of: letters.extracting(cut..<count))
        if word != 0 { return true }
        guard count - cut > 3, letters[cut] == ArabicLetter.alef, letters[cut + 1] == ArabicLetter.lam else {
            return false
        }
        word = lexicon.place(of: letters.extracting(cut + 2..<count))
        hasArticle = word != 0
        return hasArticle
    }
}
