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
    var beginning = RuleWord.Beginning.never
    /// What may begin with it.
    var kinds: RuleWord.Kinds = []
    /// Those of the word.
    var traits: RuleWord.Traits = []
}

/// A text's tokens as the rules see them, one sentence at a time. Cheap to copy: all rules of a sentence have one.
struct RuleReading {
    /// Rules see no further than the sentence.
    var sentence: Range<Int> = 0..<0
    private let storage: Storage

    private final class Storage {
        let text: TokenizedText
        let lexicon: RuleLexicon
        let tokens: [RuleToken]

        init(_ text: TokenizedText, _ lexicon: RuleLexicon, words: TextWords?) {
            self.text = text
            self.lexicon = lexicon
            tokens = RuleTokens.read(text, lexicon, words: words)
        }
    }

    init(_ text: TokenizedText, words: TextWords? = nil) {
        storage = Storage(text, .standard, words: words)
    }

    var text: TokenizedText { storage.text }
    var lexicon: RuleLexicon { storage.lexicon }

    /// What the token is; a token without meaning outside the sentence.
    @inline(__always)
    subscript(index: Int) -> RuleToken { sentence.contains(index) ? storage.tokens[index] : RuleToken() }

    /// Whether a mention can begin at a token, as far as it and the next one tell.
    @inline(__always)
    func canBegin(_ index: Int) -> Bool {
        switch storage.tokens[index].beginning {
        case .never: false
        case .always: true
        case .beforeDigits: hasDigits(index + 1)
        case .bare: !storage.tokens[index].hasArticle
        case .beforeMeaning:
            self[index + 1].word != 0 || self[index + 1].beginning != .never
                || (has(.before, index) && endOfApproximation(index + 1) > index + 1)
                || (has(.between, index) && isWord("سنتي", index + 1))
        }
    }

    /// What may begin at a token, as far as it tells.
    @inline(__always)
    func kinds(_ index: Int) -> RuleWord.Kinds { storage.tokens[index].kinds }

    // A word is large: where this is not a call, what is asked of it alone is read.
    @inline(__always)
    func word(_ index: Int) -> RuleWord { storage.lexicon.words[Int(self[index].word)] }

    /// A word without any clitic or article.
    @inline(__always)
    func bareWord(_ index: Int) -> RuleWord {
        let token = self[index]
        return token.cut == 0 && !token.hasArticle ? storage.lexicon.words[Int(token.word)] : RuleWord()
    }

    @inline(__always)
    func has(_ trait: RuleWord.Traits, _ index: Int) -> Bool { self[index].traits.contains(trait) }

    /// Whether a token is this word, as it is folded: in Arabic letters and ASCII marks.
    @inline(__always)
    func isWord(_ word: StaticString, _ index: Int) -> Bool {
        guard sentence.contains(index) else { return false }
        let token = storage.text.tokens[index]
        // A letter is one or two bytes of the word.
        let count = Int(token.endLetter &- token.firstLetter)
        return count <= word.utf8CodeUnitCount && word.utf8CodeUnitCount <= 2 &* count && spells(word, token)
    }

    private func spells(_ word: StaticString, _ token: Token) -> Bool {
        let all = storage.text.folded.letters
        let letters = all.span.extracting(token.letters)
        let utf8 = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        var place = 0
        for index in letters.indices {
            guard place < utf8.count, utf8.scalar(at: &place) == UInt32(letters[index]) else { return false }
        }
        return place == utf8.count
    }

    /// What is behind «نحو», «ما يقارب», «أكثر من» before a number; the place itself where there is no such word.
    func endOfApproximation(_ index: Int) -> Int {
        if isWord("نحو", index) || isWord("حوالي", index) || isWord("قرابه", index) || isWord("زهاء", index) {
            return index + 1
        }
        if isWord("ما", index) { return isWord("يقارب", index + 1) || isWord("يناهز", index + 1) ? index + 2 : index }
        guard has(.more, index) || has(.less, index), isWord("اكثر", index) || isWord("اقل", index),
            has(.fromOf, index + 1)
        else { return index }
        return index + 2
    }

    /// A mark's letter; 0 for everything else.
    func mark(_ index: Int) -> UInt16 {
        guard sentence.contains(index) else { return 0 }
        let token = text.tokens[index]
        switch token.kind {
        case .punctuation, .symbol: break
        default: return 0
        }
        guard token.firstLetter < token.endLetter else { return 0 }
        return text.folded.letters[Int(token.firstLetter)]
    }

    /// Whether a token is a dash; some newspapers write tatweel for it («2014 ـ 2015»).
    func isDash(_ index: Int) -> Bool {
        guard sentence.contains(index) else { return false }
        let token = text.tokens[index]
        // Tatweel folds to nothing, as diacritics do, which touch what is before them alone.
        guard token.firstLetter < token.endLetter else { return touches(index) == touches(index + 1) }
        let mark = mark(index)
        return mark == 0x2D || mark == 0x2013
    }

    /// Whether the token is a number in digits.
    @inline(__always)
    func hasDigits(_ index: Int) -> Bool {
        guard sentence.contains(index), case .number = text.tokens[index].kind else { return false }
        return text.tokens[index].firstLetter < text.tokens[index].endLetter
    }

    /// The letters of a number's token; empty for all others.
    func digits(_ index: Int) -> ArraySlice<UInt16> {
        guard sentence.contains(index), case .number = text.tokens[index].kind else { return [] }
        return text.letters(of: text.tokens[index])
    }

    /// A whole number in digits alone, without separators.
    func integer(_ index: Int, in bounds: ClosedRange<Int>) -> Int? {
        guard hasDigits(index) else { return nil }
        let letters = digits(index)
        guard letters.count <= 4, letters.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        let value = letters.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return bounds.contains(value) ? value : nil
    }

    /// Whether «و» stands before a number in digits or a word of the lexicon, on its own token or as its clitic.
    func hasConjunction(_ index: Int) -> Bool { self[index].hasConjunction || has(.and, index) }

    /// Whether a word has the article, which makes the one before it another's: «سنوات الحرب».
    func isDefinite(_ index: Int) -> Bool {
        guard sentence.contains(index) else { return false }
        let letters = text.letters(of: text.tokens[index])
        return letters.count > 3 && letters.starts(with: [0x627, 0x644])
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
}
