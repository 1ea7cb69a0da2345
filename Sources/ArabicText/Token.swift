// What all parts ask of each word of a text is `public` here, in ``TokenizedText``, ``FoldedText``, ``LetterTable``,
// ``ScalarTable`` and ``StopWords``: the compiler makes calls to another module's `package` functions calls, whatever
// attributes they have, and inlines small `public` ones.

/// A word, number, mark or address in a text.
public struct Token: Sendable, Hashable {
    /// What a token is.
    public enum Kind: UInt8, Sendable, Hashable {
        /// A word with at least one Arabic letter.
        case arabic
        /// A word in another script.
        case foreign
        /// Digits, with what belongs to the number («3.5», «1,000», «٪» is a mark of its own).
        case number
        case punctuation
        case symbol
        case url
        case email

        /// Written out, since other modules have to call the one that the compiler makes.
        @inlinable
        public static func == (first: Kind, second: Kind) -> Bool {
            switch (first, second) {
            case (.arabic, .arabic), (.foreign, .foreign), (.number, .number), (.punctuation, .punctuation),
                (.symbol, .symbol), (.url, .url), (.email, .email):
                true
            default: false
            }
        }
    }

    /// Word, number, mark or address.
    public var kind: Kind
    /// Where the token begins in the source, in code points.
    public var start: UInt32
    /// Where it ends, in code points: behind its last one.
    public var end: UInt32
    /// Where its folded letters begin in ``FoldedText/letters``.
    public var firstLetter: UInt32
    /// Where they end: the same as ``firstLetter`` for a token that folds to nothing.
    public var endLetter: UInt32

    /// - Parameters:
    ///   - start: the first code point, and `end` the one behind the last.
    ///   - firstLetter: the first folded letter, and `endLetter` the one behind the last.
    public init(kind: Kind, start: UInt32, end: UInt32, firstLetter: UInt32, endLetter: UInt32) {
        self.kind = kind
        self.start = start
        self.end = end
        self.firstLetter = firstLetter
        self.endLetter = endLetter
    }

    /// Code points in the source, half open.
    @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
    /// Indices into ``FoldedText/letters``.
    @inlinable public var letters: Range<Int> { Int(firstLetter)..<Int(endLetter) }
}
