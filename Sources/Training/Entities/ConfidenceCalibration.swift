package import Extraction

/// Counts how often mentions are right whose margin is so large, and makes confidences of that: isotonic regression
/// (Zadrozny and Elkan, «Transforming Classifier Scores into Accurate Multiclass Probability Estimates», 2002), in
/// integers. Where little was counted a straight line has its say.
package struct ConfidenceCalibration: Sendable {
    /// The width of a step of margins.
    static let step = Int32(2 * EntityWeights.scale)
    /// So many mentions are worth what the line says of a step.
    private static let lineWeight = 8

    private var right = [Int](repeating: 0, count: EntityWeights.calibrationSize)
    private var all = [Int](repeating: 0, count: EntityWeights.calibrationSize)

    package init() {}

    /// How many mentions were counted.
    package var count: Int { all.reduce(0, +) }

    package mutating func add(margin: Int32, isRight: Bool) {
        let place = min(Int(max(0, margin) / Self.step), all.count - 1)
        all[place] += 1
        if isRight { right[place] += 1 }
    }

    /// How many of a thousand mentions are right, for margins of 0, 1, 2 … steps; never less for a larger margin.
    package var thousandths: [Int32] {
        // Pool adjacent violators.
        var pools: [(sum: Int, weight: Int, steps: Int)] = []
        for place in all.indices {
            var pool = (
                sum: 1000 * right[place] + Self.lineWeight * Self.line(place), weight: all[place] + Self.lineWeight,
                steps: 1
            )
            while let before = pools.last, before.sum * pool.weight >= pool.sum * before.weight {
                pools.removeLast()
                pool = (before.sum + pool.sum, before.weight + pool.weight, before.steps + pool.steps)
            }
            pools.append(pool)
        }
        return pools.flatMap { pool in
            [Int32](repeating: Int32((pool.sum + pool.weight / 2) / pool.weight), count: pool.steps)
        }
    }

    /// From four of ten for no margin to 985 of a thousand for the largest.
    private static func line(_ place: Int) -> Int {
        min(985, 400 + place * 15)
    }
}

/// How far confidences are from how often mentions are right: the expected calibration error over ten bins of equal
/// width (Naeini, Cooper and Hauskrecht 2015).
package struct ConfidenceEvaluation: Sendable {
    private var bins = [(confidence: Int, right: Int, count: Int)](repeating: (0, 0, 0), count: 10)

    package init() {}

    /// - Parameter confidence: in thousandths.
    package mutating func add(confidence: Int, isRight: Bool) {
        let bin = min(max(confidence, 0) / 100, bins.count - 1)
        bins[bin].confidence += confidence
        bins[bin].right += isRight ? 1 : 0
        bins[bin].count += 1
    }

    package var count: Int { bins.reduce(0) { $0 + $1.count } }

    /// In per cent; 0 where nothing was counted.
    package var expectedError: Double {
        let gaps = bins.reduce(0) { $0 + abs($1.confidence - 1000 * $1.right) }
        return count == 0 ? 0 : Double(gaps) / Double(count) / 10
    }
}

extension EntityTagger {
    /// Labels sentences that stand together in this order, and hands each mention to `visit`: how sure it is, and whether
    /// it is right.
    package mutating func visitMentions(
        in sentences: [TaggedSentence],
        visit: (_ support: MentionSupport, _ isRight: Bool) -> Void
    ) {
        removeAll()
        for sentence in sentences { read(tokens: sentence.tokens) }
        for (number, sentence) in sentences.enumerated() {
            look(at: number)
            let expected = EntityLabel.mentions(in: sentence.labels)
            let found = EntityLabel.mentions(in: labels)
            for (mention, support) in zip(found, support(ofMentions: found)) {
                visit(support, expected.contains { $0 == mention })
            }
        }
    }
}
