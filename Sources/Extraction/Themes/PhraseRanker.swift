/// What orders phrases: a small forest of decision trees over ``PhraseFeature``, fitted by gradient boosting (J. Friedman,
/// "Greedy function approximation", 2001), and the editor's adjustments. Integers alone, so the same everywhere.
///
/// News is ranked by a second forest, which knows what the first and the adjustments say of a phrase: ``PhraseOrder``.
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
    /// Of the trees that say what readers think, who have the article's title.
    package var readerRoots: [Int32]
    package var adjustments: [Adjustment]
    package var doubles: DoubleModel

    package init(
        nodes: [Node] = [],
        roots: [Int32] = [],
        readerRoots: [Int32] = [],
        adjustments: [Adjustment] = [],
        doubles: DoubleModel = DoubleModel()
    ) {
        self.doubles = doubles
        self.nodes = nodes
        self.roots = roots
        self.readerRoots = readerRoots
        self.adjustments = adjustments
    }
}
