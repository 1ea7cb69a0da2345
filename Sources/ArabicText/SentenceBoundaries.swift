/// Finds where sentences end.
package enum SentenceBoundaries {
    /// The sentences as ranges of token indices that cover all of `tokens`.
    package static func sentences(of tokens: [Token], in folded: FoldedText) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for (index, token) in tokens.enumerated() where token.kind == .punctuation {
            guard let mark = folded.letters[token.letters].first, [0x2E, 0x21, 0x61F, 0x3F, 0x2026].contains(mark) else {
                continue
            }
            sentences.append(start..<index + 1)
            start = index + 1
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }
}
