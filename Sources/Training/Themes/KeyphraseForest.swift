internal import Extraction

/// Fits the trees of a ``PhraseRanker`` by gradient boosting on logistic loss: each tree is grown leaf by leaf where the
/// loss falls most (J. Friedman 2001; second-order leaf values after T. Chen and C. Guestrin, "XGBoost", 2016).
///
/// Each tree is grown from a part of the examples and may ask about a part of the features (J. Friedman, "Stochastic
/// gradient boosting", 2002), so that the trees differ and their sum overfits less. The parts are drawn from a fixed seed,
/// all sums run over the examples in their order and there is no libm: the same examples always give the same trees.
struct KeyphraseForest {
    struct Options {
        var trees = 400
        var leaves = 8
        var rate = 0.025
        /// Added to the second derivatives of a leaf.
        var ridge = 5.0
        /// Least sum of second derivatives of a leaf.
        var leastWeight = 0.5
        var leastExamples = 20
        /// The parts that a tree is grown from, in thousandths.
        var examplePart: UInt64 = 500
        var featurePart: UInt64 = 300
        /// Whether a feature's limit is drawn too, and the best feature alone is looked for (P. Geurts, D. Ernst and
        /// L. Wehenkel, "Extremely randomized trees", 2006): better where there are few examples.
        var drawsLimits = false
        /// So many forests are fitted to the examples side by side, each with its part of the trees, and their mean is
        /// taken (L. Breiman, "Bagging predictors", 1996): what one draw makes much of, others don't.
        var draws = 1
        var seed: UInt64 = 1
    }

    struct Example {
        /// By ``PhraseFeature``.
        var values: [Int32]
        /// 0 to 1.
        var target: Double
        var weight: Double
    }

    private let options: Options
    private let examples: [Example]
    /// The values between which a feature's examples are told apart, by feature; ascending.
    private let limits: [[Int32]]
    /// The number of limits below each value: examples × features.
    private let bins: [UInt8]
    private let featureCount = PhraseFeature.allCases.count
    private static let mostBins = 64

    init(examples: [Example], options: Options) {
        self.examples = examples
        self.options = options
        var limits: [[Int32]] = []
        var bins = [UInt8](repeating: 0, count: examples.count * featureCount)
        for feature in 0..<featureCount {
            let own = Self.limits(examples.map { $0.values[feature] })
            for (index, example) in examples.enumerated() {
                bins[index * featureCount + feature] = UInt8(Self.bin(of: example.values[feature], own))
            }
            limits.append(own)
        }
        self.limits = limits
        self.bins = bins
    }

    /// The ranker's trees. The first has one leaf: the log odds of all examples.
    func fit() -> PhraseRanker { fit(from: 0) }

    /// As ``fit()``, with `known` log odds that are left out of the first tree.
    func fit(from known: Double) -> PhraseRanker {
        let whole = examples.reduce(0.0) { $0 + $1.weight }
        let good = examples.reduce(0.0) { $0 + $1.weight * $1.target }
        let share = min(0.999, max(0.001, good / max(1, whole)))
        let start = Self.logarithm(share / (1 - share))
        let first = PhraseRanker(nodes: [.init(leaf: Self.rounded(start - known))], roots: [0])
        return fit(behind: first, from: start)
    }

    private func fit(behind first: PhraseRanker, from start: Double) -> PhraseRanker {
        var ranker = first
        // One for each draw, in turn.
        var draws = Array(repeating: Array(repeating: start, count: examples.count), count: options.draws)
        var random = SplitMix64(seed: options.seed)
        for number in 0..<options.trees {
            let draw = number % options.draws
            var slopes: [(first: Double, second: Double)] = []
            slopes.reserveCapacity(examples.count)
            for (example, score) in zip(examples, draws[draw]) {
                let chance = 1 / (1 + FixedExponential.of(-score))
                slopes.append(
                    (example.weight * (chance - example.target), example.weight * max(1e-6, chance * (1 - chance)))
                )
            }
            let members = examples.indices.filter { _ in random.next() % 1000 < options.examplePart }
            let features = (0..<featureCount).filter { _ in random.next() % 1000 < options.featurePart }
            let tree = grow(slopes, from: members, features: features, &random)
            append(tree, to: &ranker)
            for index in examples.indices {
                draws[draw][index] += Double(value(of: tree, for: index)) * Double(options.draws) / 1024
            }
        }
        return ranker
    }

    /// A tree under growth.
    private indirect enum Tree {
        case leaf(Int32)
        case node(feature: Int, limit: Int32, below: Tree, above: Tree)
    }

    private struct Split {
        var feature: Int
        /// Bins up to this go below.
        var bin: Int
        var gain: Double
    }

    /// What `tree` says of an example.
    private func value(of tree: Tree, for index: Int) -> Int32 {
        var tree = tree
        while true {
            switch tree {
            case .leaf(let value): return value
            case .node(let feature, let limit, let below, let above):
                tree = examples[index].values[feature] <= limit ? below : above
            }
        }
    }

    private final class Leaf {
        let members: [Int]
        let value: Int32
        let split: Split?
        var branches: (below: Leaf, above: Leaf)?

        init(members: [Int], value: Int32, split: Split?) {
            self.members = members
            self.value = value
            self.split = split
        }
    }

    private func grow(
        _ slopes: [(first: Double, second: Double)],
        from members: [Int],
        features: [Int],
        _ random: inout SplitMix64
    ) -> Tree {
        let root = leaf(members, slopes, features, &random)
        var leaves = [root]
        while leaves.count < options.leaves {
            var best: Int?
            for (index, leaf) in leaves.enumerated() {
                guard let gain = leaf.split?.gain else { continue }
                if gain > best.flatMap({ leaves[$0].split?.gain }) ?? 0 { best = index }
            }
            guard let best, let split = leaves[best].split else { break }
            var below: [Int] = []
            var above: [Int] = []
            for index in leaves[best].members {
                if Int(bins[index * featureCount + split.feature]) <= split.bin {
                    below.append(index)
                } else {
                    above.append(index)
                }
            }
            let branches = (leaf(below, slopes, features, &random), leaf(above, slopes, features, &random))
            leaves[best].branches = branches
            leaves[best] = branches.0
            leaves.append(branches.1)
        }
        return tree(root)
    }

    private func tree(_ leaf: Leaf) -> Tree {
        guard let branches = leaf.branches, let split = leaf.split else { return .leaf(leaf.value) }
        return .node(
            feature: split.feature,
            limit: limits[split.feature][split.bin],
            below: tree(branches.below),
            above: tree(branches.above)
        )
    }

    private func leaf(
        _ members: [Int],
        _ slopes: [(first: Double, second: Double)],
        _ features: [Int],
        _ random: inout SplitMix64
    ) -> Leaf {
        var (first, second) = (0.0, 0.0)
        for index in members {
            first += slopes[index].first
            second += slopes[index].second
        }
        let value = Self.rounded(-first / (second + options.ridge) * options.rate)
        let split = split(members, slopes, features, whole: (first, second), &random)
        return Leaf(members: members, value: value, split: split)
    }

    private func split(
        _ members: [Int],
        _ slopes: [(first: Double, second: Double)],
        _ features: [Int],
        whole: (first: Double, second: Double),
        _ random: inout SplitMix64
    ) -> Split? {
        guard members.count >= 2 * options.leastExamples else { return nil }
        let size = Self.mostBins
        var sums = [(first: Double, second: Double, count: Int)](repeating: (0, 0, 0), count: featureCount * size)
        for index in members {
            let (first, second) = slopes[index]
            for feature in features {
                let place = feature * size + Int(bins[index * featureCount + feature])
                sums[place].first += first
                sums[place].second += second
                sums[place].count += 1
            }
        }
        func gain(_ first: Double, _ second: Double) -> Double { first * first / (second + options.ridge) }
        let before = gain(whole.first, whole.second)
        var best: Split?
        for feature in features {
            var (first, second, count) = (0.0, 0.0, 0)
            let drawn = options.drawsLimits ? draw(feature, sums.map(\.count), &random) : nil
            for bin in limits[feature].indices {
                first += sums[feature * size + bin].first
                second += sums[feature * size + bin].second
                count += sums[feature * size + bin].count
                guard drawn == nil || drawn == bin, count >= options.leastExamples,
                    members.count - count >= options.leastExamples,
                    second >= options.leastWeight, whole.second - second >= options.leastWeight
                else { continue }
                let found = gain(first, second) + gain(whole.first - first, whole.second - second) - before
                if found > best?.gain ?? 1e-6 { best = Split(feature: feature, bin: bin, gain: found) }
            }
        }
        return best
    }

    /// A bin of `feature` between the first and the last that have examples; `nil` where there is one alone.
    private func draw(_ feature: Int, _ counts: [Int], _ random: inout SplitMix64) -> Int? {
        let own = counts[feature * Self.mostBins..<(feature + 1) * Self.mostBins]
        guard let first = own.firstIndex(where: { $0 > 0 }), let last = own.lastIndex(where: { $0 > 0 }), first < last
        else { return nil }
        return first - own.startIndex + Int(random.next() % UInt64(last - first))
    }

    private func append(_ tree: Tree, to ranker: inout PhraseRanker) {
        func add(_ tree: Tree) {
            switch tree {
            case .leaf(let value): ranker.nodes.append(.init(leaf: value))
            case .node(let feature, let limit, let below, let above):
                let place = ranker.nodes.count
                ranker.nodes.append(.init(feature: PhraseFeature.allCases[feature], limit: limit, above: 0))
                add(below)
                ranker.nodes[place].above = Int32(ranker.nodes.count)
                add(above)
            }
        }
        ranker.roots.append(Int32(ranker.nodes.count))
        add(tree)
    }

    /// At most 63 limits: all values where there are few; else half of them cut the examples, and half the values, into
    /// parts of about the same size.
    private static func limits(_ values: [Int32]) -> [Int32] {
        let sorted = values.sorted()
        var distinct: [Int32] = []
        for value in sorted where distinct.last != value { distinct.append(value) }
        guard distinct.count > mostBins else { return distinct.dropLast() }
        var limits: Set<Int32> = []
        for part in 1..<mostBins / 2 {
            limits.insert(sorted[part * 2 * sorted.count / mostBins])
            limits.insert(distinct[part * 2 * distinct.count / mostBins])
        }
        limits.remove(distinct[distinct.count - 1])
        return limits.sorted()
    }

    private static func bin(of value: Int32, _ limits: [Int32]) -> Int {
        var low = 0
        var high = limits.count
        while low < high {
            let middle = (low + high) / 2
            if limits[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func rounded(_ value: Double) -> Int32 { Int32((value * 1024).rounded()) }

    /// The x with e^x = `value`, by Newton's method.
    private static func logarithm(_ value: Double) -> Double {
        var x = 0.0
        for _ in 0..<100 { x += 2 * (value - FixedExponential.of(x)) / (value + FixedExponential.of(x)) }
        return x
    }
}
