internal import CForest

/// The trees and adjustments of a ``PhraseRanker``, laid out to be asked for many phrases at once.
///
/// A tree is not walked, which is a chain of steps that wait for each other: all of its questions are answered, from the
/// last to the first, for all phrases of a block, and each answer chooses between the two below it. Trees are small, and
/// so it takes a fraction of the time.
struct PhraseForest: Sendable {
    /// Some of the trees.
    private struct Part {
        var trees: [forest_tree] = []
        var leaves: [Int16] = []
        var questions: [forest_question] = []
        /// Leaves and questions of the largest of them.
        var mostSlots = 0

        mutating func add(_ tree: Tree) {
            // ``RankerTable`` reads no table that has more of either than 16 bits can count.
            trees.append(
                forest_tree(
                    leaves: UInt16(truncatingIfNeeded: tree.leaves.count),
                    questions: UInt16(truncatingIfNeeded: tree.questions.count)
                )
            )
            leaves += tree.leaves
            for question in tree.questions {
                questions.append(
                    forest_question(
                        limit: question.limit,
                        feature: question.feature * UInt16(forest_lanes),
                        below: tree.slot(of: question.below) * UInt32(forest_lanes),
                        above: tree.slot(of: question.above) * UInt32(forest_lanes)
                    )
                )
            }
            mostSlots = max(mostSlots, tree.leaves.count + tree.questions.count)
        }
    }

    /// A tree as it is read: what a question leads to stands before it.
    private struct Tree {
        enum Node {
            case leaf(Int)
            case question(Int)
        }

        var leaves: [Int16] = []
        var questions: [(limit: Int16, feature: UInt16, below: Node, above: Node)] = []

        /// Adds what node `place` of `ranker` says. A question that leads nowhere, or back, says nothing.
        mutating func add(_ place: Int, of ranker: PhraseRanker) -> Node {
            let node = ranker.nodes[place]
            guard node.feature >= 0, node.feature < PhraseFeatures.count, place + 1 < ranker.nodes.count,
                node.above > place, node.above < ranker.nodes.count
            else {
                leaves.append(node.feature < 0 ? Int16(clamping: node.limit) : 0)
                return .leaf(leaves.count - 1)
            }
            let below = add(place + 1, of: ranker)
            let above = add(Int(node.above), of: ranker)
            questions.append((Int16(clamping: node.limit), UInt16(node.feature), below, above))
            return .question(questions.count - 1)
        }

        func slot(of node: Node) -> UInt32 {
            switch node {
            case .leaf(let number): UInt32(truncatingIfNeeded: number)
            case .question(let number): UInt32(truncatingIfNeeded: leaves.count + number)
            }
        }
    }

    /// The trees after which most phrases are out of the running, and those that are asked of the others.
    private var early = Part()
    private var late = Part()
    /// Those that order phrases as editors do.
    private var readers = Part()
    private var conditions: [forest_condition] = []
    private var adjustments: [forest_adjustment] = []
    private let glance = PhrasePreview()

    init(_ ranker: PhraseRanker) {
        for (number, root) in ranker.roots.enumerated() {
            var tree = Tree()
            _ = tree.add(Int(root), of: ranker)
            if number < Self.preview { early.add(tree) } else { late.add(tree) }
        }
        for root in ranker.readerRoots {
            var tree = Tree()
            _ = tree.add(Int(root), of: ranker)
            readers.add(tree)
        }
        for adjustment in ranker.adjustments {
            for condition in adjustment.conditions {
                conditions.append(
                    forest_condition(
                        feature: UInt16(condition.feature.rawValue),
                        least: Int16(clamping: condition.range.lowerBound),
                        greatest: Int16(clamping: condition.range.upperBound)
                    )
                )
            }
            adjustments.append(
                forest_adjustment(
                    conditions: Int16(clamping: adjustment.conditions.count),
                    value: Int16(clamping: adjustment.value)
                )
            )
        }
    }
}

extension PhraseForest {
    /// How many phrases are asked of at all.
    static let contenders = 128
    /// Trees after which most of them are out of the running, and how many go on.
    private static let preview = 40
    private static let finalists = 64
    static var lanes: Int { Int(forest_lanes) }

    /// Memory for phrases that are asked of: a block for each ``lanes`` of them.
    private struct Blocks {
        /// A number for each block, feature and phrase.
        let features: UnsafeMutablePointer<Int16>
        /// For each block and phrase, what was said so far, and what adjustments say of it.
        let scores: UnsafeMutablePointer<Int32>
        let added: UnsafeMutablePointer<Int32>
        /// For each slot of a tree and phrase.
        let slots: UnsafeMutablePointer<Int16>

        static var size: Int { PhraseFeatures.count * PhraseForest.lanes }

        @inline(__always)
        static func place(_ phrase: Int) -> Int { phrase / PhraseForest.lanes * size + phrase % PhraseForest.lanes }

        /// Puts phrase number `phrase` where number `free` stands, which goes.
        func move(_ phrase: Int, to free: Int) {
            let (source, target) = (features + Self.place(phrase), features + Self.place(free))
            for feature in 0..<PhraseFeatures.count {
                target[feature &* PhraseForest.lanes] = source[feature &* PhraseForest.lanes]
            }
            scores[free] = scores[phrase]
            added[free] = added[phrase]
        }
    }

    /// The best phrases of `article` with their log odds, in 1024ths, that a reader would choose them, in no order. Those that are not among the best `contenders` at a glance (``PhrasePreview``), or the best
    /// ``finalists`` after the ``preview`` trees and the adjustments, are left out.
    func best(of article: ArticlePhrases, contenders: Int = contenders) -> RankedPhrases {
        let ranks = glance.contenders(contenders, of: article)
        var phrases = [PhraseCounts](unsafeUninitializedCapacity: ranks.count) { phrases, count in
            for rank in ranks {
                phrases.initializeElement(at: count, to: PhraseCounts(of: PhraseRank.row(rank), in: article))
                count += 1
            }
        }
        guard !phrases.isEmpty else { return RankedPhrases() }
        let blocks = (phrases.count + Self.lanes - 1) / Self.lanes
        let features = blocks * Blocks.size
        let slots = max(early.mostSlots, late.mostSlots, readers.mostSlots) * Self.lanes
        return withUnsafeTemporaryAllocation(of: Int16.self, capacity: features + slots) { buffer in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: blocks * Self.lanes * 2) { scores in
                guard let memory = buffer.baseAddress, let sums = scores.baseAddress else {
                    return RankedPhrases()
                }
                memory.initialize(repeating: 0, count: features + slots)
                sums.initialize(repeating: 0, count: blocks * Self.lanes * 2)
                let blocks = Blocks(
                    features: memory,
                    scores: sums,
                    added: sums + blocks * Self.lanes,
                    slots: memory + features
                )
                askFirst(of: phrases, PhraseMeasures(of: article), blocks)
                keepFinalists(of: &phrases, blocks)
                askLast(of: phrases.count, order: article.order, blocks)
                return RankedPhrases(
                    phrases: phrases,
                    scores: phrases.indices.map { blocks.scores[$0] },
                    later: phrases.indices.map { blocks.scores[$0] &- blocks.added[$0] / 4 * 3 }
                )
            }
        }
    }

    /// Measures the phrases, and asks the first trees.
    private func askFirst(of phrases: [PhraseCounts], _ measures: PhraseMeasures, _ blocks: Blocks) {
        for place in phrases.indices {
            measures.measure(phrases[place], intoLane: blocks.features + Blocks.place(place))
        }
        for start in stride(from: 0, to: phrases.count, by: Self.lanes) {
            let features = blocks.features + Blocks.place(start)
            forest_adjust(adjustments, adjustments.count, conditions, features, blocks.added + start)
            (blocks.scores + start).update(from: blocks.added + start, count: Self.lanes)
            ask(early, features, blocks.scores + start, blocks)
        }
    }

    /// Leaves the best so far, in the first lanes: those behind them take the places of those that are out.
    private func keepFinalists(of phrases: inout [PhraseCounts], _ blocks: Blocks) {
        guard phrases.count > Self.finalists else { return }
        let ranks = phrases.indices.map { PhraseRank.rank(phrases[$0].row, blocks.scores[$0]) }
        let least = PhraseRank.greatest(Self.finalists, of: ranks).min() ?? 0
        var free = 0
        for place in Self.finalists..<phrases.count where ranks[place] >= least {
            while ranks[free] >= least { free += 1 }
            blocks.move(place, to: free)
            phrases[free] = phrases[place]
            free += 1
        }
        phrases.removeLast(phrases.count - Self.finalists)
    }

    /// Asks all other trees of the first `count` phrases.
    private func askLast(of count: Int, order: PhraseOrder, _ blocks: Blocks) {
        for start in stride(from: 0, to: count, by: Self.lanes) {
            let features = blocks.features + Blocks.place(start)
            let scores = blocks.scores + start
            ask(late, features, scores, blocks)
            guard order == .editors, !readers.trees.isEmpty else { continue }
            // What readers think, of phrases of which the scores say what the crowd does.
            let crowd = features + PhraseFeature.crowd.rawValue * Self.lanes
            for lane in 0..<Self.lanes {
                crowd[lane] = Int16(clamping: scores[lane])
                scores[lane] = 0
            }
            ask(readers, features, scores, blocks)
        }
    }

    private func ask(
        _ part: Part,
        _ features: UnsafeMutablePointer<Int16>,
        _ scores: UnsafeMutablePointer<Int32>,
        _ blocks: Blocks
    ) {
        forest_ask(
            part.trees,
            part.trees.count,
            part.leaves,
            part.questions,
            features,
            blocks.slots,
            scores
        )
    }
}

/// Phrases with log odds in 1024ths, in no order.
struct RankedPhrases {
    var phrases: [PhraseCounts] = []
    var scores: [Int32] = []
    /// The log odds with a quarter of the editor's adjustments alone.
    var later: [Int32] = []
}
