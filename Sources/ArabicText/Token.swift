/// A word, number, mark or address in a text.
package struct Token: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable {
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
    }

    package var kind: Kind
    /// Where the token stands in the source, in code points.
    package var start: UInt32
    package var end: UInt32
    /// Where its folded letters stand in ``FoldedText/letters``.
    package var firstLetter: UInt32
    package var endLetter: UInt32

    package init(kind: Kind, start: UInt32, end: UInt32, firstLetter: UInt32, endLetter: UInt32) {
        self.kind = kind
        self.start = start
        self.end = end
        self.firstLetter = firstLetter
        self.endLetter = endLetter
    }

    /// Code points in the source, half open.
    package var range: Range<Int> { Int(start)..<Int(end) }
    /// Indices into ``FoldedText/letters``.
    package var letters: Range<Int> { Int(firstLetter)..<Int(endLetter) }
}
