/// A quick estimate, in 1024ths of log odds, of whether the forest would choose a phrase: most are told by it to be none
/// of the best, and are looked at no more.
///
/// Coefficients of a logistic regression to which phrases are among the best fifteen in NTREX-128 and AKEC. Of the ten
/// best of newspaper articles, which it was not fitted to, 99.7 % were among the greatest 128 of an article.
struct PhrasePreview: Sendable {
    /// Coefficients of the shares of occurrences with each of the lowest bits of ``OccurrenceTraits``, so many.
    private static var shares: SIMD8<Int32> { SIMD8(-2215, -4462, -3351, -5533, 3638, 486, 0, 0) }
    private static let shareCount = 6
    private static let (pronoun, accusative, genericEnd) = (-3853, -2335, -2487)
    /// For a phrase of one word, and for longer ones.
    private static let (genericHead, common) = ((-2607, -1327), (-9132, -1985))
    private static let inTitle: Int32 = 1684

    /// What those bits say of a phrase that stands once; what its form does, by the bits that are looked at and by whether
    /// it has more than a word.
    private let occurrences: [Int32]
    private let forms: [Int32]

    init() {
        occurrences = (0..<1 << Self.shareCount).map { bits in
            (0..<Self.shareCount).reduce(0) { bits >> $1 & 1 == 1 ? $0 + Self.shares[$1] : $0 }
        }
        var forms = [Int32](repeating: 0, count: 64)
        let looked: [PhraseTraits] = [.pronoun, .accusative, .genericEnd, .genericHead, .common]
        for choice in 0..<64 {
            let traits = looked.indices.reduce(into: PhraseTraits()) {
                if choice >> $1 & 1 == 1 { $0.insert(looked[$1]) }
            }
            let isLonger = choice >> looked.count == 1
            var sum = 0
            if traits.contains(.pronoun) { sum += Self.pronoun }
            if traits.contains(.accusative) { sum += Self.accusative }
            if traits.contains(.genericEnd) { sum += Self.genericEnd }
            if traits.contains(.genericHead) { sum += isLonger ? Self.genericHead.1 : Self.genericHead.0 }
            if traits.contains(.common) { sum += isLonger ? Self.common.1 : Self.common.0 }
            forms[Self.place(of: traits, isLonger: isLonger)] = Int32(sum)
        }
        self.forms = forms
    }

    /// Where ``forms`` has what is looked at in a form: a bit for each.
    @inline(__always)
    private static func place(of traits: PhraseTraits, isLonger: Bool) -> Int {
        let bits = Int(traits.rawValue)
        // Bits 2 and 3, 7, 9 and 15.
        return bits >> 2 & 3 | bits >> 5 & 4 | bits >> 6 & 8 | bits >> 11 & 16 | (isLonger ? 32 : 0)
    }

    /// The ranks of those phrases of `article` that may be chosen, of no more than `count`: those with the greatest
    /// estimates.
    func contenders(_ count: Int, of article: ArticlePhrases) -> [UInt64] {
        let heaviest = Whole(Int(article.greatestWeight))
        let phrases = article.phrases
        let ranks = [UInt64](unsafeUninitializedCapacity: phrases.count) { ranks, filled in
            for row in phrases.indices where phrases[row].count > 0 {
                let rank = PhraseRank.rank(row, estimate(of: phrases[row], in: article, heaviest))
                ranks.initializeElement(at: filled, to: rank)
                filled += 1
            }
        }
        return PhraseRank.greatest(count, of: ranks)
    }

    @inline(__always)
    private func estimate(of phrase: ArticlePhrases.Phrase, in article: ArticlePhrases, _ heaviest: Whole) -> Int32 {
        let (first, last) = (Int(phrase.first), phrase.range.upperBound - 1)
        var sum = heaviest.share(of: phrase.weight, scale: 2066)
        sum += forms[Self.place(of: phrase.traits, isLonger: phrase.words > 1)]
        sum -= Int32(truncatingIfNeeded: (FixedPoint.log2(1 + Int(article.words[first].start) / 7) * 620) >> 10)
        if phrase.count == 1 {
            let traits = article.occurrence(from: first, length: phrase.length).traits
            sum += 2923 + occurrences[Int(traits.rawValue) & (1 << Self.shareCount - 1)]
        } else {
            sum += Self.sum(ofRepeated: phrase, in: article)
        }
        sum += Self.sum(ofLength: phrase)
        if article.isTitled, article.words[first].isInTitle, article.words[last].isInTitle { sum += Self.inTitle }
        return sum
    }

    /// What is said by how often it stands, and in what share of its occurrences what is so.
    private static func sum(ofRepeated phrase: ArticlePhrases.Phrase, in article: ArticlePhrases) -> Int32 {
        var sums = SIMD8<Int32>()
        var next = phrase.first
        while let (_, traits) = article.next(&next, of: phrase) {
            for place in 0..<shareCount { sums[place] &+= Int32(traits.rawValue >> UInt32(place) & 1) }
        }
        var sum = (FixedPoint.log2(Int(phrase.count) + 1) * 2923) >> 10
        for place in 0..<shareCount { sum += share(sums[place], of: phrase.count, Int(shares[place])) }
        return Int32(truncatingIfNeeded: sum)
    }

    @inline(__always)
    private static func sum(ofLength phrase: ArticlePhrases.Phrase) -> Int32 {
        switch phrase.words {
        case 1: Int32(truncatingIfNeeded: -2960 + share(phrase.containing, of: phrase.count, -296))
        case 2: Int32(truncatingIfNeeded: 255 + share(phrase.containing, of: phrase.count, -497))
        default: 0
        }
    }

    /// The part of the coefficient that a share has, at most all of it; rounded towards zero.
    @inline(__always)
    private static func share(_ part: Int32, of count: Int32, _ coefficient: Int) -> Int {
        part == 0 ? 0 : part >= count ? coefficient : Int(part) * coefficient / Int(count)
    }
}
