internal import ArabicText
internal import Extraction

/// All mentions of an article, in the order of the text, and what they have in common. A merger keeps it for its next
/// article, so that the lists need not be made again.
struct ArticleMentions: Sendable {
    private(set) var all: [PlacedMention] = []
    /// The ways in which names and titles are written.
    var names = WrittenNames()
    /// What rules read.
    private(set) var values: [String] = []
    /// Whether a value tells one thing from others: «عيد الاستقلال» and «هذا الموسم» are `XXXX` both.
    private(set) var identifies: [Bool] = []
    private var valueNumbers = HashedNumbers()
    /// Titles before persons' names, numbers for ``names``: those of one name together, the nearest first.
    private(set) var titles: [Int] = []

    /// Forgets all mentions, and makes room for so many before it grows.
    mutating func begin(capacity: Int) {
        all.removeAll(keepingCapacity: true)
        all.reserveCapacity(capacity + 8)
        names.begin(capacity: capacity)
        values.removeAll(keepingCapacity: true)
        identifies.removeAll(keepingCapacity: true)
        valueNumbers.begin(capacity: 0)
        titles.removeAll(keepingCapacity: true)
    }

    var count: Int { all.count }
    var indices: Range<Int> { all.indices }

    subscript(index: Int) -> PlacedMention {
        @inline(__always) get { all[index] }
    }

    /// The number of a mention's form, for the forms of ``names``.
    func form(of mention: PlacedMention) -> Int { names[mention.name].form }

    // MARK: Adding

    /// The number of a value: the same for equal ones.
    mutating func add(value: String) -> Int {
        var text = value
        let hash = text.withUTF8 { WrittenNames.hash($0) }
        if let known = valueNumbers.number(of: hash, where: { values[$0] == value }) { return known }
        values.append(value)
        identifies.append(
            text.utf8.contains { ![UInt8(ascii: "X"), UInt8(ascii: "<"), UInt8(ascii: ">")].contains($0) }
        )
        valueNumbers.add(values.count - 1, of: hash)
        return values.count - 1
    }

    /// Appends a title as it is written.
    mutating func add(title utf8: UnsafeBufferPointer<UInt8>) { titles.append(names.number(of: utf8)) }

    /// Takes back the titles that were added after the first `count`.
    mutating func removeTitles(behind count: Int) { titles.removeLast(titles.count - count) }

    mutating func append(_ mention: PlacedMention) { all.append(mention) }

    /// Gives mention number `index` another place, where it is written so.
    mutating func replace(_ index: Int, with range: Range<Int>, written utf8: UnsafeBufferPointer<UInt8>) {
        all[index].range = range
        all[index].name = names.number(of: utf8)
        all[index].doubt = nil
    }

    /// Makes a person of mention number `index`.
    mutating func makePerson(_ index: Int) {
        all[index].type = .person
        all[index].support = TypeSupport()
    }

    /// Takes these mentions out, in ascending order.
    mutating func remove(_ indices: [Int]) {
        for index in indices.reversed() { all.remove(at: index) }
    }

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
