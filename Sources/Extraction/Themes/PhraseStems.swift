/// The stems of a phrase, to see which phrases are parts of others.
struct PhraseStems {
    private var stems = SIMD4<UInt32>()
    private let count: Int
    /// A bit for the lowest six bits of each stem: most phrases have nothing in common, and are told so by it.
    private var bits: UInt64 = 0

    init(of phrase: ArticlePhrases.Phrase, in article: ArticlePhrases) {
        count = phrase.length
        for place in 0..<count {
            let stem = article.words[Int(phrase.first) + place].stem
            stems[place] = stem
            bits |= 1 << UInt64(stem & 63)
        }
    }

    var first: UInt32 { stems[0] }

    /// Whether `part` stands in it, word after word.
    @inline(__always)
    func contains(_ part: PhraseStems) -> Bool {
        guard part.bits & ~bits == 0, part.count <= count else { return false }
        return holds(part)
    }

    private func holds(_ part: PhraseStems) -> Bool {
        (0...count - part.count).contains { shift in
            (0..<part.count).allSatisfy { stems[shift + $0] == part.stems[$0] }
        }
    }

    /// Whether `other` has the same, in whatever order.
    @inline(__always)
    func areSame(as other: PhraseStems) -> Bool {
        guard bits == other.bits, count == other.count, stems.wrappedSum() == other.stems.wrappedSum() else {
            return false
        }
        return sorted == other.sorted
    }

    private var sorted: [UInt32] { (0..<count).map { stems[$0] }.sorted() }
}
