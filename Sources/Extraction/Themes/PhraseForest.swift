/// The trees and adjustments of a ``PhraseRanker``, laid out to be walked fast.
///
/// The two branches of a question stand side by side, and a leaf is a question that leads back to itself, so that each
/// tree takes the same number of steps for every phrase and none of them is a jump that a processor could guess wrong.
struct PhraseForest: Sendable {
    private struct Node {
        var feature: Int32
        /// Up to this value the node at `next` comes, above it the one behind that.
        var limit: Int32
        var next: Int32
        /// Of a leaf, in 1024ths of log odds.
        var value: Int32
    }

    private struct Tree {
        var root: Int32
        var depth: Int32
        /// The most that it can say.
        var greatest: Int32
    }

    private struct Condition {
        var feature: Int32
        var least: Int32
        var greatest: Int32
    }

    private struct Adjustment {
        var conditions: Range<Int>
        var value: Int32
    }

    private var nodes: [Node] = []
    private var trees: [Tree] = []
    /// The most that the trees of the preview from each one on can say together.
    private var greatestRests: [Int32] = []
    private var conditions: [Condition] = []
    private var adjustments: [Adjustment] = []

    init(_ ranker: PhraseRanker) {
        for root in ranker.roots {
            let place = nodes.count
            nodes.append(Self.leaf(0, at: place))
            let depth = copy(Int(root), of: ranker, to: place)
            let greatest = nodes[place...].reduce(Int32.min) { $1.limit == .max ? max($0, $1.value) : $0 }
            trees.append(Tree(root: Int32(place), depth: depth, greatest: greatest))
        }
        greatestRests = trees.prefix(Self.preview).reversed().reduce(into: [0]) {
            $0.append($0[$0.count - 1] &+ $1.greatest)
        }
        .reversed()
        for adjustment in ranker.adjustments {
            let first = conditions.count
            for condition in adjustment.conditions {
                conditions.append(
                    Condition(
                        feature: Int32(condition.feature.rawValue),
                        least: condition.range.lowerBound,
                        greatest: condition.range.upperBound
                    )
                )
            }
            adjustments.append(Adjustment(conditions: first..<conditions.count, value: adjustment.value))
        }
    }

    var treeCount: Int { trees.count }

    /// Copies the tree whose root is node `source` of `ranker` to `place`; returns its depth. A question that leads
    /// nowhere, or back, ends the walk.
    private mutating func copy(_ source: Int, of ranker: PhraseRanker, to place: Int) -> Int32 {
        let node = ranker.nodes[source]
        guard node.feature >= 0, node.feature < PhraseFeatures.count, source + 1 < ranker.nodes.count,
            node.above > source, node.above < ranker.nodes.count
        else {
            nodes[place] = Self.leaf(node.feature < 0 ? node.limit : 0, at: place)
            return 0
        }
        let next = nodes.count
        nodes.append(Self.leaf(0, at: next))
        nodes.append(Self.leaf(0, at: next + 1))
        nodes[place] = Node(feature: node.feature, limit: node.limit, next: Int32(next), value: 0)
        let below = copy(source + 1, of: ranker, to: next)
        let above = copy(Int(node.above), of: ranker, to: next + 1)
        return 1 + max(below, above)
    }

    private static func leaf(_ value: Int32, at place: Int) -> Node {
        Node(feature: 0, limit: .max, next: Int32(place), value: value)
    }

    /// What the trees in `range` say of a phrase with these ``PhraseFeature`` values.
    @inline(__always)
    func sum(_ range: Range<Int>, of values: UnsafePointer<Int32>) -> Int32 {
        nodes.withUnsafeBufferPointer { nodes in
            trees.withUnsafeBufferPointer { trees in
                guard let node = nodes.baseAddress else { return 0 }
                var sum: Int32 = 0
                for index in range {
                    var place = Int(trees[index].root)
                    for _ in 0..<trees[index].depth {
                        let current = node[place]
                        place = Int(current.next) &+ (values[Int(current.feature)] > current.limit ? 1 : 0)
                    }
                    sum &+= node[place].value
                }
                return sum
            }
        }
    }

    /// What the editor's adjustments add for such a phrase.
    @inline(__always)
    func adjustment(of values: UnsafePointer<Int32>) -> Int32 {
        conditions.withUnsafeBufferPointer { conditions in
            var sum: Int32 = 0
            for adjustment in adjustments {
                var holds = true
                for index in adjustment.conditions {
                    let condition = conditions[index]
                    let value = values[Int(condition.feature)]
                    if value < condition.least || value > condition.greatest {
                        holds = false
                        break
                    }
                }
                if holds { sum &+= adjustment.value }
            }
            return sum
        }
    }
}

extension PhraseForest {
    /// Trees after which most phrases are out of the running, and how many go on.
    private static let preview = 40
    private static let finalists = 64
    /// Trees between two looks at whether a phrase can still win.
    private static let stride = 4

    /// The best phrases with their log odds, in 1024ths, that a reader would choose them: best first, equal ones by row.
    /// Those that are not among the best ``finalists`` after ``preview`` trees and the adjustments are left out.
    func best(of phrases: PhraseMeasures) -> [RankedRow] {
        let early = 0..<min(Self.preview, treeCount)
        let late = early.upperBound..<treeCount
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: PhraseFeatures.count) { buffer in
            guard let values = buffer.baseAddress else { return [] }
            var first = BestRanks(count: Self.finalists)
            for row in 0..<phrases.count {
                phrases.measure(row, into: values)
                var score = adjustment(of: values)
                var tree = 0
                // Given up as soon as nothing that the other trees can say makes it one of the best.
                while tree < early.upperBound, Self.rank(row, score &+ greatestRests[tree]) > first.least {
                    let next = min(tree + Self.stride, early.upperBound)
                    score &+= sum(tree..<next, of: values)
                    tree = next
                }
                if tree == early.upperBound { first.add(Self.rank(row, score)) }
            }
            var last = BestRanks(count: Self.finalists)
            for rank in first.sorted() {
                let (row, score) = Self.place(rank)
                phrases.measure(row, into: values)
                last.add(Self.rank(row, score &+ sum(late, of: values)))
            }
            return last.sorted().map { rank in
                let (row, score) = Self.place(rank)
                phrases.measure(row, into: values)
                return RankedRow(row: row, score: score, later: score &- adjustment(of: values) / 2)
            }
        }
    }

    /// A number that is greater for a greater score, and for equal ones for a smaller row.
    private static func rank(_ row: Int, _ score: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: score) ^ 0x8000_0000) << 32 | UInt64(~UInt32(truncatingIfNeeded: row))
    }

    private static func place(_ rank: UInt64) -> (row: Int, score: Int32) {
        let score = Int32(bitPattern: UInt32(truncatingIfNeeded: rank >> 32) ^ 0x8000_0000)
        return (Int(~UInt32(truncatingIfNeeded: rank)), score)
    }
}

/// A phrase by its row, with log odds in 1024ths.
struct RankedRow {
    var row: Int
    var score: Int32
    /// The log odds with half of the editor's adjustments alone.
    var later: Int32
}

/// The greatest of many numbers. Twice as many as are wanted are kept before the lesser half is let go: then most that
/// come are told by one comparison.
private struct BestRanks {
    private let count: Int
    private var ranks: [UInt64] = []
    /// What is no greater is none of them.
    private(set) var least: UInt64 = 0

    init(count: Int) {
        self.count = count
        ranks.reserveCapacity(2 * count)
    }

    @inline(__always)
    mutating func add(_ rank: UInt64) {
        guard rank > least else { return }
        ranks.append(rank)
        if ranks.count == 2 * count { cut() }
    }

    private mutating func cut() {
        ranks.sort(by: >)
        ranks.removeSubrange(count...)
        least = ranks[count - 1]
    }

    /// The greatest, greatest first.
    func sorted() -> [UInt64] { Array(ranks.sorted(by: >).prefix(count)) }
}
