internal import ArabicText

/// The stems of the words in an article's title.
struct TitleStems {
    private var stems: [UInt32] = []
    /// A bit for the lowest six bits of each stem: most words are in no title, and are told so by it.
    private var bits: UInt64 = 0

    init() {}

    /// Of words that phrases may be made of.
    init(of title: String, analyzer: WordAnalyzer) {
        let text = TokenizedText(title)
        for token in text.tokens {
            let word = analyzer.word(token, in: text.folded)
            guard word.kind == .content, word.hash != 0 else { continue }
            stems.append(word.hash)
            bits |= 1 << UInt64(word.hash & 63)
        }
    }

    var isEmpty: Bool { stems.isEmpty }

    @inline(__always)
    func contains(_ stem: UInt32) -> Bool {
        bits >> UInt64(stem & 63) & 1 == 1 && stems.contains(stem)
    }
}
