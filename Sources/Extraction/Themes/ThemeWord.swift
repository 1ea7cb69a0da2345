/// A token as the theme pipeline sees it: what kind of word it is, where it begins once a clitic is cut off, its stem.
package struct ThemeWord: Sendable {
    package enum Kind: UInt8, Sendable {
        /// A noun, adjective or name: what phrases are made of.
        case content
        /// A word that no phrase begins, ends or goes on with: particles, pronouns, adverbs.
        case function
        case verb
        case number
        /// A mark, address or symbol.
        case other
    }

    package var kind: Kind
    package var traits: WordTraits = []
    /// Where the word starts in the text, clitic cut off, and ends: code points.
    package var start: UInt32
    package var end: UInt32
    /// The stem, as indices of folded letters.
    package var stem: Range<Int>
    package var hash: UInt32

    package init(kind: Kind, start: UInt32, end: UInt32, stem: Range<Int>, hash: UInt32) {
        self.kind = kind
        self.start = start
        self.end = end
        self.stem = stem
        self.hash = hash
    }
}
