internal import ArabicText
internal import Extraction

/// All mentions of an article, in the order of the text, and what they have in common.
struct ArticleMentions: Sendable {
    private(set) var all: [PlacedMention] = []
    /// The ways in which they are written.
    private(set) var names: WrittenNames
    /// What rules read.
    private(set) var values: [String] = []
    private var valueNumbers: [String: Int] = [:]
    /// Titles before persons' names, the nearest first; none of the lists is empty.
    private(set) var titles: [[String]] = []

    /// With room for so many before it grows.
    init(capacity: Int) {
        all.reserveCapacity(capacity + 8)
        names = WrittenNames(capacity: capacity)
    }

    var count: Int { all.count }
    var indices: Range<Int> { all.indices }

    subscript(index: Int) -> PlacedMention {
        @inline(__always) get { all[index] }
    }

    // MARK: Adding

    /// The number of the name that stands at the code points of `range`.
    mutating func name(at range: Range<Int>, in text: CodePointIndex) -> Int { names.number(at: range, in: text) }

    /// The number of a name with the alef of its article, which ل before it has swallowed («لسيسي», left of «للسيسي»).
    mutating func restoredName(_ name: Int) -> Int { names.restored(name) }

    /// The number of a value: the same for equal ones.
    mutating func add(value: String) -> Int {
        if let known = valueNumbers[value] { return known }
        values.append(value)
        valueNumbers[value] = values.count - 1
        return values.count - 1
    }

    /// The number of a list of titles; -1 for none.
    mutating func add(titles: [String]) -> Int {
        guard !titles.isEmpty else { return -1 }
        self.titles.append(titles)
        return self.titles.count - 1
    }

    mutating func append(_ mention: PlacedMention) { all.append(mention) }

    /// Puts others, in the order of the text, among them; behind those that begin where they do.
    mutating func merge(_ others: [PlacedMention]) {
        var merged: [PlacedMention] = []
        merged.reserveCapacity(all.count + others.count)
        var next = 0
        for mention in others {
            while next < all.count, all[next].range.lowerBound <= mention.range.lowerBound {
                merged.append(all[next])
                next += 1
            }
            merged.append(mention)
        }
        merged.append(contentsOf: all[next...])
        all = merged
    }
}
