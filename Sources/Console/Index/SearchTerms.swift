package import ArabicText

/// Turns words into what the index knows them by: folded letters, clitics and endings cut off, so that «وزارة» is found
/// in «بوزارتها» and «الاستخبارات» in «للاستخبارات».
///
/// A word is analysed by its letters alone, so a search and a text always agree about it. One for each thread.
package struct SearchTerms {
    private var segmenter: WordSegmenter?
    /// Words that were analysed before; news is made of few words.
    private var known: [ArraySlice<UInt16>: String] = [:]
    private static let knownLimit = 50_000

    /// - Parameter segmentation: how words are cut; without it the light stemmer alone does.
    package init(segmentation: SegmentationModel?) {
        // Folded words are analysed in two readings, which its own table does not remember.
        segmenter = segmentation.map { WordSegmenter(model: $0, remembers: false) }
    }

    /// The terms of `text` in order, separated by spaces. Marks have none.
    package mutating func terms(of text: String) -> String {
        let (folded, tokens) = Tokenizer.read(text)
        var terms = ""
        for token in tokens {
            guard let term = term(of: token, in: folded) else { continue }
            if !terms.isEmpty { terms += " " }
            terms += term
        }
        return terms
    }

    private mutating func term(of token: Token, in folded: FoldedText) -> String? {
        let letters = folded.letters[token.letters]
        guard !letters.isEmpty else { return nil }
        switch token.kind {
        case .punctuation, .symbol: return nil
        case .foreign, .number, .url, .email: return String(decoding: letters, as: UTF16.self)
        case .arabic: break
        }
        // A slice's equality is that of its letters, wherever it was cut from.
        if let term = known[letters] { return term }
        let term = String(decoding: stem(of: letters), as: UTF16.self)
        if known.count >= Self.knownLimit { known.removeAll(keepingCapacity: true) }
        known[ArraySlice(Array(letters))] = term
        return term
    }

    private mutating func stem(of word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        guard segmenter != nil else { return LightStemmer.stem(word) }
        guard let split = segmenter?.clitics(ofFolded: word) else { return word }
        var base = split.base(of: word)
        // «حكومتها»: what is ت before a pronoun is ة without it, and that is cut off as an ending.
        if split.suffixLength > 0, base.count > 3, base.last == 0x62A { base = base.dropLast() }
        return base.count > 3 ? LightStemmer.withoutSuffix(base) : base
    }

    /// What the words that begin with `beginning` begin with: its article is cut off, its end is not an ending.
    package func prefix(_ beginning: String) -> String {
        var letters = FoldedText(folding: beginning).letters[...]
        if letters.count > 3, letters.starts(with: [0x627, 0x644]) { letters = letters.dropFirst(2) }
        return String(decoding: letters, as: UTF16.self)
    }
}
