/// The trees and adjustments of a ``PhraseRanker``, laid out to be walked fast.
///
/// The two branches of a question stand side by side, and a leaf is a question that leads back to itself, so that each
/// tree takes the same number of steps for every phrase and none of them is a jump that a processor could guess wrong.
/// Four trees are walked at once: a step waits for the one before it in the same tree, but not for the other trees.
struct PhraseForest: Sendable {
    private struct Node {
        var feature: Int32
        /// Up to this value the node at `next` comes, above it the one behind that.
        var limit: Int32
        var next: Int32
        /// Of a leaf, in 1024ths of log odds.
        var value: Int32
    }

    /// Four trees; where there are fewer, the rest are leaves that say nothing.
    private struct Grove {
        var roots: (Int32, Int32, Int32, Int32)
        /// That of the deepest.
        var depth: Int32
        /// The most that they can say together.
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
    private var groves: [Grove] = []
    /// The most that the groves of the preview from each one on can say together.
    private var greatestRests: [Int32] = []
    private var conditions: [Condition] = []
    private var adjustments: [Adjustment] = []

    init(_ ranker: PhraseRanker) {
        nodes.append(Self.leaf(0, at: 0))
        for first in stride(from: 0, to: ranker.roots.count, by: Self.treesInGrove) {
            var grove = Grove(roots: (0, 0, 0, 0), depth: 0, greatest: 0)
            for tree in first..<min(first + Self.treesInGrove, ranker.roots.count) {
                let root = nodes.count
                nodes.append(Self.leaf(0, at: root))
                grove.depth = max(grove.depth, copy(Int(ranker.roots[tree]), of: ranker, to: root))
                grove.greatest &+= nodes[root...].reduce(Int32.min) { $1.limit == .max ? max($0, $1.value) : $0 }
                switch tree - first {
                case 0: grove.roots.0 = Int32(root)
                case 1: grove.roots.1 = Int32(root)
                case 2: grove.roots.2 = Int32(root)
                default: grove.roots.3 = Int32(root)
                }
            }
            groves.append(grove)
        }
        greatestRests = groves.prefix(Self.preview).reversed().reduce(into: [0]) {
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

    /// What the groves in `range` say of a phrase with these ``PhraseFeature`` values.
    @inline(__always)
    private func sum(_ range: Range<Int>, of values: UnsafePointer<Int32>) -> Int32 {
        nodes.withUnsafeBufferPointer { nodes in
            groves.withUnsafeBufferPointer { groves in
                guard let node = nodes.baseAddress else { return 0 }
                @inline(__always)
                func step(_ place: inout Int) {
                    let current = node[place]
                    place = Int(current.next) &+ (values[Int(current.feature)] > current.limit ? 1 : 0)
                }
                var sum: Int32 = 0
                for index in range {
                    let grove = groves[index]
                    var places = (Int(grove.roots.0), Int(grove.roots.1), Int(grove.roots.2), Int(grove.roots.3))
                    for _ in 0..<grove.depth {
                        step(&places.0)
                        step(&places.1)
                        step(&places.2)
                        step(&places.3)
                    }
                    sum &+=
                        node[places.0].value &+ node[places.1].value &+ node[places.2].value
                        &+ node[places.3].value
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
    private static let treesInGrove = 4
    /// Groves (twenty trees) after which most phrases are out of the running, and how many phrases go on.
    private static let preview = 5
    private static let finalists = 64

    /// The best phrases with their log odds, in 1024ths, that a reader would choose them: best first, equal ones by row.
    /// Those that are not among the best ``finalists`` after the ``preview`` and the adjustments are left out.
    func best(of phrases: PhraseMeasures) -> [(row: Int, score: Int32)] {
        let early = 0..<min(Self.preview, groves.count)
        let late = early.upperBound..<groves.count
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: PhraseFeatures.count) { buffer in
            guard let values = buffer.baseAddress else { return [] }
            var first = BestRanks(count: Self.finalists)
            for row in 0..<phrases.count {
                phrases.measure(row, into: values)
                var score = adjustment(of: values)
                var grove = 0
                // Given up as soon as nothing that the other trees can say makes it one of the best.
                while grove < early.upperBound, Self.rank(row, score &+ greatestRests[grove]) > first.least {
                    score &+= sum(grove..<grove + 1, of: values)
                    grove += 1
                }
                if grove == early.upperBound { first.add(Self.rank(row, score)) }
            }
            var last = BestRanks(count: Self.finalists)
            for rank in first.all {
                let (row, score) = Self.place(rank)
                phrases.measure(row, into: values)
                last.add(Self.rank(row, score &+ sum(late, of: values)))
            }
            return last.sorted().map(Self.place)
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

/// The greatest of many numbers that differ: a heap with the least of them on top.
private struct BestRanks {
    private let count: Int
    private var ranks: [UInt64] = []
    /// What is no greater is none of them.
    private(set) var least: UInt64 = 0

    init(count: Int) {
        self.count = count
        ranks.reserveCapacity(count)
    }

    /// In no order.
    var all: [UInt64] { ranks }

    @inline(__always)
    mutating func add(_ rank: UInt64) {
        guard rank > least else { return }
        if ranks.count < count {
            ranks.append(rank)
            guard ranks.count == count else { return }
            ranks.sort()
        } else {
            replaceLeast(by: rank)
        }
        least = ranks[0]
    }

    private mutating func replaceLeast(by rank: UInt64) {
        ranks.withUnsafeMutableBufferPointer { ranks in
            var place = 0
            while 2 * place + 1 < ranks.count {
                var below = 2 * place + 1
                if below + 1 < ranks.count, ranks[below + 1] < ranks[below] { below += 1 }
                if ranks[below] >= rank { break }
                ranks[place] = ranks[below]
                place = below
            }
            ranks[place] = rank
        }
    }

    /// Greatest first.
    func sorted() -> [UInt64] { ranks.sorted(by: >) }
}
