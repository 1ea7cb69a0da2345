/// A text, folded, cut into tokens and sentences. Annotation never changes the text: a token is a view with exact
/// offsets. A class: all that reads a text holds one reference to it.
public final class TokenizedText: Sendable {
    /// The letters, with the way back to the source.
    public let folded: FoldedText
    /// The words, numbers, marks and addresses, by position.
    public let tokens: [Token]
    /// Each sentence as a range of token indices; together they cover all tokens, in order.
    public let sentences: [Range<Int>]

    /// - Parameters:
    ///   - tokens: those of `folded`, by position.
    ///   - sentences: ranges of their indices that cover all of them, in order.
    public init(folded: FoldedText, tokens: [Token], sentences: [Range<Int>]) {
        self.folded = folded
        self.tokens = tokens
        self.sentences = sentences
    }

    /// Folds, tokenises and finds the sentences of `text`. Linear in its length.
    public convenience init(_ text: String) {
        let (folded, tokens) = Tokenizer.read(text)
        self.init(folded: folded, tokens: tokens, sentences: SentenceBoundaries.sentences(of: tokens, in: folded))
    }

    /// The folded letters of one token.
    @inlinable
    public func letters(of token: Token) -> ArraySlice<UInt16> {
        folded.letters[token.letters]
    }
}
