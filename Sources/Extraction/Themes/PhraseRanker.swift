/// What orders phrases: a small forest of decision trees over ``PhraseFeature``, fitted by gradient boosting (J. Friedman,
/// "Greedy function approximation", 2001), and the editor's adjustments. Integers alone, so the same everywhere.
package struct PhraseRanker: Sendable, Equatable {
    /// A question about one feature, or a leaf.
    package struct Node: Sendable, Equatable {
        /// The feature's number; -1 for a leaf.
        package var feature: Int32
        /// Up to this value the next node comes, above it `above`. A leaf's value, in 1024ths of log odds.
        package var limit: Int32
        package var above: Int32

        package init(feature: PhraseFeature, limit: Int32, above: Int32) {
            self.feature = Int32(feature.rawValue)
            self.limit = limit
            self.above = above
        }

        package init(leaf value: Int32) {
            feature = -1
            limit = value
            above = 0
        }
    }

    /// What is added to the log odds, in 1024ths, of a phrase that meets all conditions.
    package struct Adjustment: Sendable, Equatable {
        package var conditions: [Condition]
        package var value: Int32

        package init(conditions: [Condition], value: Int32) {
            self.conditions = conditions
            self.value = value
        }
    }

    package struct Condition: Sendable, Equatable {
        package var feature: PhraseFeature
        package var range: ClosedRange<Int32>

        package init(feature: PhraseFeature, range: ClosedRange<Int32>) {
            self.feature = feature
            self.range = range
        }
    }

    package var nodes: [Node]
    package var roots: [Int32]
    package var adjustments: [Adjustment]

    package init(nodes: [Node] = [], roots: [Int32] = [], adjustments: [Adjustment] = []) {
        self.nodes = nodes
        self.roots = roots
        self.adjustments = adjustments
    }

    /// Trees after which most phrases are out of the running, and how many go on.
    private static let preview = 20
    private static let finalists = 64

    /// The best phrases with their log odds, in 1024ths, that a reader would choose them: best first, equal ones by row.
    /// Those that are not among the best ``finalists`` after ``preview`` trees and the adjustments are left out.
    package func best(of features: PhraseFeatures) -> [(row: Int, score: Int32)] {
        let rows = features.values.count / PhraseFeatures.count
        let early = roots.prefix(Self.preview)
        var order = features.values.withUnsafeBufferPointer { values in
            (0..<rows).map { row in
                let own = UnsafeBufferPointer(
                    rebasing: values[row * PhraseFeatures.count..<(row + 1) * PhraseFeatures.count]
                )
                return Self.rank(row, sum(early, of: own) &+ adjustment(of: row, features))
            }
        }
        order.sort(by: >)
        var finalists: [UInt64] = []
        features.values.withUnsafeBufferPointer { values in
            for rank in order.prefix(Self.finalists) {
                let (row, score) = Self.place(rank)
                let own = UnsafeBufferPointer(
                    rebasing: values[row * PhraseFeatures.count..<(row + 1) * PhraseFeatures.count]
                )
                finalists.append(Self.rank(row, score &+ sum(roots.dropFirst(Self.preview), of: own)))
            }
        }
        finalists.sort(by: >)
        return finalists.map(Self.place)
    }

    /// A number that is greater for a greater score, and for equal ones for a smaller row.
    private static func rank(_ row: Int, _ score: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: score) ^ 0x8000_0000) << 32 | UInt64(~UInt32(truncatingIfNeeded: row))
    }

    private static func place(_ rank: UInt64) -> (row: Int, score: Int32) {
        let score = Int32(bitPattern: UInt32(truncatingIfNeeded: rank >> 32) ^ 0x8000_0000)
        return (Int(~UInt32(truncatingIfNeeded: rank)), score)
    }

    /// What the trees at `roots` say of a row of features.
    @inline(__always)
    private func sum(_ roots: ArraySlice<Int32>, of values: UnsafeBufferPointer<Int32>) -> Int32 {
        nodes.withUnsafeBufferPointer { nodes in
            var sum: Int32 = 0
            for root in roots {
                var node = nodes[Int(root)]
                var place = Int(root)
                while node.feature >= 0 {
                    place = values[Int(node.feature)] <= node.limit ? place + 1 : Int(node.above)
                    node = nodes[place]
                }
                sum &+= node.limit
            }
            return sum
        }
    }

    private func adjustment(of row: Int, _ features: PhraseFeatures) -> Int32 {
        var sum: Int32 = 0
        for adjustment in adjustments {
            var holds = true
            for condition in adjustment.conditions where !condition.range.contains(features[row, condition.feature]) {
                holds = false
                break
            }
            if holds { sum &+= adjustment.value }
        }
        return sum
    }
}
