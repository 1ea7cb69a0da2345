/// All that is counted of a phrase's occurrences, of those that name something.
struct PhraseCounts {
    /// Its place among ``ArticlePhrases/phrases``.
    let row: Int
    let phrase: ArticlePhrases.Phrase
    /// How many have each of the lowest bits of ``OccurrenceTraits``.
    private let sums: SIMD16<Int32>
    /// Inside of, or the same as, a name of no other kind.
    let otherNames: Int32
    let sections: Int32

    var count: Int32 { phrase.count }
    var length: Int { phrase.length }
    var range: Range<Int> { phrase.range }
    var first: Int { Int(phrase.first) }
    var traits: PhraseTraits { phrase.traits }

    init(of row: Int, in article: ArticlePhrases) {
        self.row = row
        phrase = article.phrases[row]
        if phrase.count == 1 {
            let traits = article.occurrence(from: Int(phrase.first), length: phrase.length).traits
            sums = Self.widened(Self.ones(traits))
            otherNames = traits.contains(.otherName) ? 1 : 0
            sections = 1
            return
        }
        var sums = SIMD16<Int32>()
        // Less wide, and so faster to add to, as long as they can't overflow.
        var part = SIMD16<UInt16>()
        var added = UInt16(0)
        var (others, sections, section) = (Int32(0), Int32(0), Int32(-1))
        var next = phrase.count > 0 ? phrase.first : -1
        while let (first, traits) = article.next(&next, of: phrase) {
            part &+= Self.ones(traits)
            added += 1
            if added == .max {
                sums &+= Self.widened(part)
                (part, added) = (SIMD16(), 0)
            }
            if traits.contains(.otherName) { others += 1 }
            if article.words[first].section != section { sections += 1 }
            section = article.words[first].section
        }
        self.sums = sums &+ Self.widened(part)
        otherNames = others
        self.sections = sections
    }

    /// One for each of the lowest bits that is set: each is moved to the top by multiplying, and from there to the bottom.
    @inline(__always)
    private static func ones(_ traits: OccurrenceTraits) -> SIMD16<UInt16> {
        let low = SIMD8<UInt16>(0x8000, 0x4000, 0x2000, 0x1000, 0x800, 0x400, 0x200, 0x100)
        let high = SIMD8<UInt16>(0x80, 0x40, 0x20, 0x10, 8, 4, 2, 1)
        let places = SIMD16(lowHalf: low, highHalf: high)
        let bits = SIMD16(repeating: UInt16(truncatingIfNeeded: traits.rawValue))
        return (bits &* places) &>> 15
    }

    @inline(__always)
    private static func widened(_ sums: SIMD16<UInt16>) -> SIMD16<Int32> { SIMD16<Int32>(truncatingIfNeeded: sums) }
}

extension PhraseCounts {
    var attributes: Int32 { sums[0] }
    var pieces: Int32 { sums[1] }
    var severed: Int32 { sums[2] }
    var values: Int32 { sums[3] }
    var wholes: Int32 { sums[4] }
    var maximal: Int32 { sums[5] }
    var dependent: Int32 { sums[6] }
    var leftExtended: Int32 { sums[7] }
    var rightExtended: Int32 { sums[8] }
    var headings: Int32 { sums[9] }
    var openings: Int32 { sums[10] }
    var proclitics: Int32 { sums[11] }
    var bare: Int32 { sums[12] }
    var places: Int32 { sums[13] }
    var persons: Int32 { sums[14] }
    var organisations: Int32 { sums[15] }
    /// Inside of, or the same as, a name of any kind.
    var names: Int32 { places + persons + organisations + values + otherNames }
}
