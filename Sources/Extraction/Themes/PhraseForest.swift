internal import CForest

/// The trees and adjustments of a ``PhraseRanker``, laid out to be asked for 32 phrases at once.
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
                        feature: question.feature,
                        below: tree.slot(of: question.below),
                        above: tree.slot(of: question.above)
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

        func slot(of node: Node) -> UInt16 {
            switch node {
            case .leaf(let number): UInt16(truncatingIfNeeded: number)
            case .question(let number): UInt16(truncatingIfNeeded: leaves.count + number)
            }
        }
    }

    /// The trees after which most phrases are out of the running, and those that are asked of the others.
    private var early = Part()
    private var late = Part()
    /// Those that order the phrases of an article with a title.
    private var readers = Part()
    private var conditions: [forest_condition] = []
    private var adjustments: [forest_adjustment] = []

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

    /// Memory for a block of phrases.
    private struct Block {
        /// A number for each feature and phrase, and for each slot of a tree and phrase.
        let features: UnsafeMutablePointer<Int16>
        let slots: UnsafeMutablePointer<Int16>
        let scores: UnsafeMutablePointer<Int32>
    }

    /// The best phrases with their log odds, in 1024ths, that a reader would choose them: best first, equal ones by row.
    /// Those that are not among the best `contenders` at a glance (``PhraseMeasures/preview(_:)``), or the best
    /// ``finalists`` after the ``preview`` trees and the adjustments, are left out.
    func best(of phrases: PhraseMeasures, contenders: Int = contenders) -> [RankedRow] {
        let featureCount = PhraseFeatures.count * Self.lanes
        let size = featureCount + max(early.mostSlots, late.mostSlots, readers.mostSlots) * Self.lanes
        return withUnsafeTemporaryAllocation(of: Int16.self, capacity: size) { buffer in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.lanes) { scores in
                guard let memory = buffer.baseAddress, let scores = scores.baseAddress else { return [] }
                memory.initialize(repeating: 0, count: size)
                scores.initialize(repeating: 0, count: Self.lanes)
                let block = Block(features: memory, slots: memory + featureCount, scores: scores)
                return best(of: phrases, contenders: contenders, block)
            }
        }
    }

    private func best(of phrases: PhraseMeasures, contenders: Int, _ block: Block) -> [RankedRow] {
        let rows = Self.contenders(contenders, of: phrases)
        var first = BestRanks(count: Self.finalists)
        for start in stride(from: 0, to: rows.count, by: Self.lanes) {
            let count = min(Self.lanes, rows.count - start)
            for lane in 0..<count {
                phrases.measure(rows[start + lane], intoLane: block.features + lane)
                block.scores[lane] = 0
            }
            forest_adjust(adjustments, adjustments.count, conditions, block.features, block.scores)
            ask(early, block)
            for lane in 0..<count { first.add(Self.rank(rows[start + lane], block.scores[lane])) }
        }
        return last(first.all.map(Self.place), of: phrases, block)
    }

    /// The rows of the phrases that are worth asking of, in no order.
    private static func contenders(_ count: Int, of phrases: PhraseMeasures) -> [Int] {
        var best = BestRanks(count: count)
        for row in 0..<phrases.count {
            if let preview = phrases.preview(row) { best.add(rank(row, preview)) }
        }
        return best.all.map { place($0).row }
    }

    /// All that the forest says of the phrases that were the best so far.
    private func last(
        _ candidates: [(row: Int, score: Int32)],
        of phrases: PhraseMeasures,
        _ block: Block
    ) -> [RankedRow] {
        var ranked: [RankedRow] = []
        ranked.reserveCapacity(candidates.count)
        for start in stride(from: 0, to: candidates.count, by: Self.lanes) {
            let count = min(Self.lanes, candidates.count - start)
            for lane in 0..<count {
                phrases.measure(candidates[start + lane].row, intoLane: block.features + lane)
                block.scores[lane] = 0
            }
            forest_adjust(adjustments, adjustments.count, conditions, block.features, block.scores)
            let added = (0..<count).map { block.scores[$0] }
            for lane in 0..<count { block.scores[lane] = candidates[start + lane].score }
            ask(late, block)
            if phrases.isTitled, !readers.trees.isEmpty { askReaders(block) }
            for lane in 0..<count {
                let score = block.scores[lane]
                ranked.append(
                    RankedRow(row: candidates[start + lane].row, score: score, later: score &- added[lane] / 4 * 3)
                )
            }
        }
        return ranked.sorted { Self.rank($0.row, $0.score) > Self.rank($1.row, $1.score) }
    }

    /// What readers think, of phrases of which the scores say what the crowd does.
    private func askReaders(_ block: Block) {
        let crowd = block.features + PhraseFeature.crowd.rawValue * Self.lanes
        for lane in 0..<Self.lanes {
            crowd[lane] = Int16(clamping: block.scores[lane])
            block.scores[lane] = 0
        }
        ask(readers, block)
    }

    private func ask(_ part: Part, _ block: Block) {
        forest_ask(
            part.trees,
            part.trees.count,
            part.leaves,
            part.questions,
            block.features,
            block.slots,
            block.scores
        )
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
    /// The log odds with a quarter of the editor's adjustments alone.
    var later: Int32
}

/// The greatest of many numbers that differ: a heap with the least of them on top.
private struct BestRanks {
    private let count: Int
    private var ranks: [UInt64] = []
    /// What is no greater is none of them.
    private(set) var least: UInt64 = 0

    init(count: Int) {
        self.count = count
        ranks.reserveCapacity(min(count, 1024))
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
}
