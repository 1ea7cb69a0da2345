/// The second look at a sentence, when the sentences around it have been labelled once. As a word means one thing in
/// one article nearly always (Gale, Church and Yarowsky 1992), what is said of it elsewhere is the best witness where
/// the sentence itself says little (Chieu and Ng 2002; Krishnan and Manning 2006).
package enum SecondLook {
    /// Sentences before and behind that are heard.
    package static let window = 24

    /// What a name's scores gain where all others are of its type, lose where all others are no names, and lose where
    /// all others are of another type. Found by cross-validation.
    private static let gain: Int32 = 200
    private static let loss: Int32 = 50
    private static let otherType: Int32 = 130

    /// What was seen of a token at the first look.
    struct Glimpse: Sendable {
        /// Its word's place in the memory; −1 for marks, numbers and everyday words, which say nothing of each other.
        var word: Int32 = -1
        var label = EntityLabel.outside
        /// How many tokens the longest name of the lexicon with several words has that begins here, or 0, and its classes.
        var nameLength: UInt8 = 0
        var nameClasses: GazetteerClasses = []
        /// See ``TokenTraits/bodyLength``.
        var bodyLength: UInt8 = 0
    }

    /// What the other places of a word in the window add to the scores of a token.
    ///
    /// - Returns: `nil` where there are none, or where they say nothing.
    @inline(__always)
    static func change(of token: Glimpse, memory: ArticleMemory) -> SIMD8<Int32>? {
        guard token.word >= 0 else { return nil }
        var counts = memory.counts[Int(token.word)]
        counts[ArticleMemory.lane(of: token.label)] &-= 1
        let total = Int32(counts.wrappedSum())
        return total > 0 ? change(by: counts, total) : nil
    }

    /// - Parameter counts: as what the word is labelled in its other places, `total` in all.
    private static func change(by counts: ArticleMemory.Counts, _ total: Int32) -> SIMD8<Int32>? {
        let outside = Int32(counts[0])
        let names = total - outside
        var most: Int32 = 0
        for lane in 1...4 { most = max(most, Int32(counts[lane])) }
        var change = SIMD8<Int32>()
        for type in 0..<4 {
            let count = Int32(counts[type + 1])
            var score: Int32 = 0
            if count > outside {
                score = gain * (count - outside) / (total + 1)
            } else if outside > names {
                score = -loss * (outside - names) / (total + 1)
            }
            if most > count { score -= otherType * (most - count) / (total + 1) }
            change[2 * type] = score
            change[2 * type + 1] = score
        }
        return change == SIMD8() ? nil : change
    }
}
