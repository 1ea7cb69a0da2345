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
        /// The longest name of the lexicon with several words that begins here.
        var longName: (length: Int, classes: GazetteerClasses)?
        /// See ``TokenTraits/bodyLength``.
        var bodyLength = 0
    }

    /// What the other places of a word in the window add to the scores of a token.
    static func change(of token: Glimpse, memory: ArticleMemory) -> SIMD8<Int32> {
        guard token.word >= 0 else { return SIMD8() }
        var counts = memory.counts[Int(token.word)]
        counts[ArticleMemory.lane(of: token.label)] &-= 1
        let total = Int32(counts.wrappedSum())
        guard total > 0 else { return SIMD8() }
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
        return change
    }
}
