/// A text, folded, cut into tokens and sentences. Annotation never changes the text: a token is a view with exact
/// offsets. A class: all that reads a text holds one reference to it.
package final class TokenizedText: Sendable {
    package let folded: FoldedText
    package let tokens: [Token]
    /// Each sentence as a range of token indices; together they cover all tokens, in order.
    package let sentences: [Range<Int>]

    package init(folded: FoldedText, tokens: [Token], sentences: [Range<Int>]) {
        self.folded = folded
        self.tokens = tokens
        self.sentences = sentences
    }

    /// Folds, tokenises and finds the sentences of `text`. Linear in its length.
    package convenience init(_ text: String) {
        let (folded, tokens) = Tokenizer.read(text)
        self.init(folded: folded, tokens: tokens, sentences: SentenceBoundaries.sentences(of: tokens, in: folded))
    }

    /// The folded letters of one token.
    package func letters(of token: Token) -> ArraySlice<UInt16> {
        folded.letters[token.letters]
    }
}
