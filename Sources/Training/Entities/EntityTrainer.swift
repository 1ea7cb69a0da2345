package import Extraction

/// Trains the entity tagger: a structured perceptron over hashed features, its weights averaged over all steps
/// (Collins 2002), against a margin: while it trains, each wrong label is given a bonus, so that the right row of labels
/// has to win by some distance. All arithmetic is in integers: the same corpus, lexicon and options give the same bytes
/// everywhere.
package struct EntityTrainer {
    package struct Options: Sendable, Equatable {
        package var epochs = 5
        package var seed: UInt64 = 1
        /// 2 to this power is the number of rows of weights in the model.
        package var rowBits = 19
        /// What a wrong label is given while training.
        package var margin: Int32 = 4
        /// What O is given beside, where it is wrong: finding too little costs more than finding too much.
        package var recall: Int32 = 8
        /// Models with different seeds whose weights are added: they differ by chance, their sum less so.
        package var models = 16
        /// In so many of a hundred cases a word is not seen while training, its neighbours and its affixes are: a
        /// model that leans on the words of its corpus is lost in other texts. The same of the other groups of
        /// features: what is seen of some so well leaves the weights of all others unlearnt (Sutton, Sindelar and
        /// McCallum 2006).
        package var hiddenWords: UInt64 = 20
        package var hiddenNeighbours: UInt64 = 10
        package var hiddenAffixes: UInt64 = 0
        package var hiddenLexicon: UInt64 = 20
        /// How open text uses the words.
        package var hiddenOpenText: UInt64 = 40

        /// In the order of ``FeatureGroup``.
        var hidden: [UInt64] { [hiddenWords, hiddenNeighbours, hiddenAffixes, hiddenLexicon, hiddenOpenText] }

        package init() {}
    }

    package struct Progress: Sendable, Equatable {
        /// 1, 2, 3 …, as the epochs.
        package var model: Int
        package var models: Int
        package var epoch: Int
        package var epochs: Int
        /// Share of training tokens that were labelled right, in this epoch, against the margin.
        package var accuracy: Double
    }

    /// A sentence as row numbers: token `i` has `rows[starts[i]..<starts[i + 1]]`.
    private struct Example {
        var rows: [UInt32]
        var starts: [Int]
        /// Where each token's groups of features end, five for each token.
        var groupEnds: [UInt8] = []
        /// How often it is learnt in an epoch.
        var weight: Int
        var labels: [EntityLabel]
    }

    private let options: Options
    private let gazetteer: Gazetteer
    private let vocabulary: BackgroundVocabulary
    private var weights: [SIMD8<Int32>]
    private var history: [SIMD8<Int64>]
    private var transitions = LabelDecoder.Transitions()
    private var transitionHistory: [Int64]
    private var step: Int64 = 1
    private var sums: [SIMD8<Int64>]
    private var transitionSums: [Int64]
    private var decoder = LabelDecoder()
    private var emissions: [SIMD8<Int32>] = []
    private var labels: [EntityLabel] = []
    /// The rows that each token is learnt with.
    private var visible: [Range<Int>] = []
    private var visibleEnds: [Int] = []

    package init(gazetteer: Gazetteer, vocabulary: BackgroundVocabulary, options: Options = Options()) {
        self.vocabulary = vocabulary
        self.options = options
        self.gazetteer = gazetteer
        weights = Array(repeating: SIMD8(), count: 1 << options.rowBits)
        history = Array(repeating: SIMD8(), count: 1 << options.rowBits)
        transitionHistory = Array(repeating: 0, count: transitions.scores.count)
        sums = history
        transitionSums = transitionHistory
    }

    /// Trains on `sentences` and returns the table of weights. `progress` is called after each epoch.
    /// - Parameter calibration: what margins are worth, as far as it was counted.
    package mutating func train(
        on sentences: [TaggedSentence],
        calibration: ConfidenceCalibration = .init(),
        progress: (Progress) -> Void
    ) -> [UInt8] {
        let examples = examples(of: sentences)
        for model in 1...max(1, options.models) {
            start()
            var order = examples.indices.flatMap { Array(repeating: $0, count: examples[$0].weight) }
            var random = SplitMix64(seed: options.seed &* 1_000_003 &+ UInt64(model))
            for epoch in 1...max(1, options.epochs) {
                order.shuffle(using: &random)
                var right = 0
                var count = 0
                for index in order {
                    right += learn(examples[index], random: &random)
                    count += examples[index].labels.count
                }
                progress(
                    Progress(
                        model: model,
                        models: options.models,
                        epoch: epoch,
                        epochs: options.epochs,
                        accuracy: Double(right) / Double(max(1, count))
                    )
                )
            }
            addAverages()
        }
        return table(calibration)
    }

    private mutating func start() {
        weights = Array(repeating: SIMD8(), count: 1 << options.rowBits)
        history = weights.map { _ in SIMD8() }
        transitions = LabelDecoder.Transitions()
        transitionHistory = Array(repeating: 0, count: transitions.scores.count)
        step = 1
    }

    /// The average of a weight over all steps is `weight − history / step`; `step` is the same for each model.
    private mutating func addAverages() {
        for row in weights.indices {
            sums[row] &+= SIMD8<Int64>(truncatingIfNeeded: weights[row]) &* step &- history[row]
        }
        for index in transitionSums.indices where transitions.scores[index] > LabelDecoder.minimum / 2 {
            transitionSums[index] += Int64(transitions.scores[index]) * step - transitionHistory[index]
        }
    }

    private func examples(of sentences: [TaggedSentence]) -> [Example] {
        var features = EntityFeatures(gazetteer: gazetteer, vocabulary: vocabulary)
        return sentences.map { sentence in
            let (letters, ranges) = FoldedTokens.fold(sentence.tokens)
            letters.withUnsafeBufferPointer { features.read(letters: $0, tokens: ranges) }
            var example = Example(
                rows: [],
                starts: [0],
                weight: sentence.weight,
                labels: sentence.labels
            )
            for index in ranges.indices {
                var rows = FeatureRows(bits: options.rowBits)
                features.visit(at: index, by: &rows)
                example.rows += rows.rows
                example.starts.append(example.rows.count)
                example.groupEnds += rows.groupEnds
            }
            return example
        }
    }

    /// One step: labels the sentence and, where it is wrong, moves the weights. Returns the number of right labels.
    private mutating func learn(_ example: Example, random: inout SplitMix64) -> Int {
        emissions.removeAll(keepingCapacity: true)
        visible.removeAll(keepingCapacity: true)
        visibleEnds.removeAll(keepingCapacity: true)
        let hidden = options.hidden
        for index in example.labels.indices {
            var sum = SIMD8<Int32>()
            var start = example.starts[index]
            for group in 0..<FeatureGroup.allCases.count {
                let end = example.starts[index] + Int(example.groupEnds[index * FeatureGroup.allCases.count + group])
                let isHidden = random.next() % 100 < hidden[group]
                if !isHidden, start < end {
                    visible.append(start..<end)
                    for row in example.rows[start..<end] { sum &+= weights[Int(row)] }
                }
                start = end
            }
            visibleEnds.append(visible.count)
            // A wrong label gains `margin`: O is the zero of the scale, so where O is wrong all others lose it.
            let gold = Int(example.labels[index].rawValue)
            if gold == 0 {
                sum &+= options.margin
            } else {
                sum[gold - 1] &-= options.margin
                sum &-= options.recall
            }
            emissions.append(sum)
        }
        decoder.decode(emissions, transitions: transitions, into: &labels)
        var right = 0
        for index in example.labels.indices {
            if labels[index] == example.labels[index] { right += 1 } else { correct(example, at: index) }
        }
        if right < example.labels.count { correctTransitions(example) }
        step += 1
        return right
    }

    private mutating func correct(_ example: Example, at index: Int) {
        var change = SIMD8<Int32>()
        let gold = Int(example.labels[index].rawValue)
        let found = Int(labels[index].rawValue)
        if gold > 0 { change[gold - 1] = 1 }
        if found > 0 { change[found - 1] = -1 }
        let past = SIMD8<Int64>(truncatingIfNeeded: change) &* step
        for range in visible[(index == 0 ? 0 : visibleEnds[index - 1])..<visibleEnds[index]] {
            for row in example.rows[range] {
                weights[Int(row)] &+= change
                history[Int(row)] &+= past
            }
        }
    }

    private mutating func correctTransitions(_ example: Example) {
        func place(_ labels: [EntityLabel], _ index: Int) -> Int {
            let previous = index == 0 ? LabelDecoder.Transitions.start : Int(labels[index - 1].rawValue)
            return previous * EntityLabel.count + Int(labels[index].rawValue)
        }
        for index in example.labels.indices {
            let gold = place(example.labels, index)
            let found = place(labels, index)
            guard gold != found else { continue }
            transitions.scores[gold] += 1
            transitions.scores[found] -= 1
            transitionHistory[gold] += step
            transitionHistory[found] -= step
        }
    }

    /// Quantises: a weight of 1, summed over all steps and models, becomes ``EntityWeights/scale``.
    private func table(_ calibration: ConfidenceCalibration) -> [UInt8] {
        let one = step * Int64(options.models)
        func quantised(_ value: Int64) -> Int64 {
            (abs(value) * Int64(EntityWeights.scale) + one / 2) / one * (value < 0 ? -1 : 1)
        }
        let rows = sums.map { row in
            var small = SIMD8<Int8>()
            for lane in 0..<8 { small[lane] = Int8(clamping: quantised(row[lane])) }
            return small
        }
        let scores = transitionSums.map { Int32(clamping: quantised($0)) }
        return EntityWeights.table(
            rowBits: options.rowBits,
            rows: rows,
            transitions: .init(scores: scores),
            calibration: .init(step: ConfidenceCalibration.step, thousandths: calibration.thousandths)
        )
    }
}
