/// Reads the words of a sentence by themselves, one after the other.
protocol WordReader {
    /// The next sentence comes.
    mutating func begin(_ tokens: [Range<Int>], of letters: UnsafeBufferPointer<UInt16>)
    /// A word's traits by itself, and whether the lexicon has longer names that begin with it.
    mutating func read(
        at index: Int,
        _ token: Range<Int>,
        of letters: UnsafeBufferPointer<UInt16>
    ) -> (TokenTraits, mayGoOn: Bool)
    /// The traits in the sentence of the word that was read last.
    mutating func settle(
        _ token: TokenTraits,
        at index: Int,
        _ range: Range<Int>,
        of letters: UnsafeBufferPointer<UInt16>
    )
}
