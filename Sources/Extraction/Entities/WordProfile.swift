/// How open text uses a word: how common it is, and how often it bears what nouns, adjectives and verbs bear. Names
/// are hardly ever found with a pronoun behind them or in the plural, and most without the article.
///
/// 16 bits: four for the level, two for each ``Share``.
package struct WordProfile: Sendable, Equatable {
    package let rawValue: UInt16

    @inline(__always)
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A word that open text does not have.
    package static let unknown = WordProfile(rawValue: 0)

    /// Which of a word's forms are counted against all of them.
    package enum Share: Int, CaseIterable, Sendable {
        case article, preposition, pronoun, plural, nisba, verb
    }

    /// - Parameters:
    ///   - count: how often the word occurs, with and without clitics.
    ///   - shares: how often the forms occur that ``Share`` lists, in its order.
    package init(count: Int, shares: [Int]) {
        var value = UInt16(Self.level(count: count))
        for (index, share) in shares.prefix(Share.allCases.count).enumerated() {
            value |= Self.step(share, of: count) << (4 + 2 * UInt16(index))
        }
        rawValue = value
    }

    /// How common the word is, in half powers of ten: 0 (not there), 1 from one occurrence on, 3 from 10, 5 from 100,
    /// 15 from ten millions.
    @inline(__always)
    package var level: UInt64 { UInt64(rawValue & 15) }

    /// All shares as one value.
    @inline(__always)
    var shares: UInt64 { UInt64(rawValue >> 4) }

    /// 0 for none, 1 for less than three in a hundred, 2 for less than thirty, 3 for more.
    @inline(__always)
    func share(_ share: Share) -> UInt64 { self.share(share.rawValue) }

    static let shareCount = 6

    /// That of the share with this raw value.
    @inline(__always)
    func share(_ number: Int) -> UInt64 { UInt64(rawValue >> (4 + 2 * UInt16(truncatingIfNeeded: number)) & 3) }

    /// What the shares together look like.
    package enum Kind: UInt64, Sendable {
        case unknown, name, almostName, noun, adjective, verb, other
    }

    package var kind: Kind {
        if rawValue == 0 { return .unknown }
        if share(.verb) > 1, share(.article) < 2 { return .verb }
        let bound = max(share(.pronoun), share(.plural))
        if share(.article) < 2, bound == 0 { return .name }
        if bound < 2, share(.article) < 3 { return .almostName }
        if share(.article) > 1 { return share(.plural) > 1 ? .adjective : .noun }
        return .other
    }

    static func level(count: Int) -> Int {
        var level = 0
        var bound = 1
        // The square of the count against powers of ten.
        while level < 15, bound <= count.multipliedReportingOverflow(by: count).partialValue, count < 1_000_000_000 {
            level += 1
            bound *= 10
        }
        return count >= 1_000_000_000 ? 15 : level
    }

    private static func step(_ part: Int, of whole: Int) -> UInt16 {
        if part == 0 { return 0 }
        if part * 33 < whole { return 1 }
        return part * 10 < whole * 3 ? 2 : 3
    }
}
