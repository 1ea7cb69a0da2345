internal import ArabicText

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
    /// What the topic vocabulary has of the stem: see ``ThemeModel/entry(of:)``.
    var entry: UInt32 = 0
    /// What stands behind the stem.
    var ending = WordEnding.none

    /// A token that is not analysed.
    init(_ token: Token, _ letters: UnsafeBufferPointer<UInt16>) {
        kind = .other
        start = token.start
        end = token.end
        stem = token.letters
        hash = 0
        switch token.kind {
        case .arabic: kind = .function
        case .foreign:
            kind = stem.count > 1 ? .content : .function
            traits.insert(.foreign)
            hash = StemHash.hash(letters[stem])
        case .number: kind = .number
        case .punctuation, .symbol, .url, .email: break
        }
    }

    @inline(__always)
    init(_ token: Token, _ analysis: WordAnalysis, in folded: FoldedText) {
        let first = token.letters.lowerBound
        kind = analysis.kind
        traits = analysis.traits
        start = analysis.cut > 0 ? folded.origins[first + Int(analysis.cut)] : token.start
        end = token.end
        stem = first + analysis.stem.lowerBound..<first + analysis.stem.upperBound
        hash = analysis.hash
        entry = analysis.entry
        ending = analysis.ending
    }
}
