internal import ArabicText

/// What a short line is made of: what tells headings, datelines and calls to subscribe apart.
struct LineProfile {
    /// What is known of each word (Arabic or foreign), in order.
    let words: [LineWord]
    let numbers: Int
    let hashtags: Int
    /// The folded marks that the line begins and ends with; 0 for a word.
    let firstMark: UInt16
    let lastMark: UInt16
    /// Whether the line ends inside of a quotation, or with one that is a sentence («… واجبة."»).
    let endsQuotation: Bool
    let hasComma: Bool
    /// Whether ` - `, `–`, `/` or `|` stands between words.
    let hasSeparator: Bool
    let hasAddress: Bool
    /// Whether the line begins with a conjunction and a word that goes on with what was said («ومن», «وهل», «ويمكن»).
    let goesOn: Bool

    init(_ line: String) {
        let folded = FoldedText(folding: line)
        let tokens = Tokenizer.tokens(of: line, folded: folded)
        var words: [LineWord] = []
        var numbers = 0
        var hashtags = 0
        var hasComma = false
        var hasSeparator = false
        var hasAddress = false
        var goesOn = false
        for (index, token) in tokens.enumerated() {
            let letters = folded.letters[token.letters]
            switch token.kind {
            case .arabic, .foreign:
                if words.isEmpty, letters.first == 0x648 || letters.first == 0x641 {
                    goesOn = StopWords.contains(letters.dropFirst())
                }
                words.append(LineVocabulary.word(letters))
            case .number: numbers += 1
            case .url, .email: hasAddress = true
            case .punctuation, .symbol:
                switch letters.first ?? 0 {
                case 0x23: hashtags += 1
                case 0x60C, 0x2C: hasComma = true
                case 0x2D, 0x2013, 0x2014, 0x2F,
                    0x7C where index > 0 && index < tokens.count - 1:
                    hasSeparator = true
                default: break
                }
            }
        }
        func mark(_ token: Token?) -> UInt16 {
            guard let token, token.kind == .punctuation || token.kind == .symbol else { return 0 }
            return folded.letters[token.letters].first ?? 0xFFFD
        }
        firstMark = mark(tokens.first)
        lastMark = mark(tokens.last)
        let quotes = tokens.count { Self.isQuotationMark(mark($0)) }
        endsQuotation =
            quotes % 2 == 1
            || Self.isQuotationMark(mark(tokens.last))
                && [0x2E, 0x21, 0x3F, 0x61F].contains(mark(tokens.dropLast().last))
        self.words = words
        self.numbers = numbers
        self.hashtags = hashtags
        self.hasComma = hasComma
        self.hasSeparator = hasSeparator
        self.hasAddress = hasAddress
        self.goesOn = goesOn
    }

    private static func isQuotationMark(_ mark: UInt16) -> Bool {
        switch mark {
        case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E: true
        default: false
        }
    }

    func contains(_ kind: LineWord) -> Bool {
        words.contains { !$0.isDisjoint(with: kind) }
    }

    /// Whether the first words are of `kinds`, one after the other.
    func begins(with kinds: LineWord...) -> Bool {
        words.count >= kinds.count && zip(words, kinds).allSatisfy { !$0.isDisjoint(with: $1) }
    }

    /// Whether words of `kinds` follow one another somewhere.
    func contains(_ first: LineWord, then second: LineWord) -> Bool {
        zip(words, words.dropFirst()).contains { !$0.isDisjoint(with: first) && !$1.isDisjoint(with: second) }
    }
}
