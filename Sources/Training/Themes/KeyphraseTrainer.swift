package import Extraction

/// Fits the ranker's trees to the phrases that people chose.
package struct KeyphraseTrainer {
    /// A phrase among so many of the best is a good one.
    package static let best = 10
    /// How good a phrase is that many people chose, but that is not among the best of the language model.
    private static let often = 0.5
    private static let crowdOptions = KeyphraseForest.Options(trees: 300, rate: 0.033, draws: 3)
    private static let readerOptions = {
        var options = KeyphraseForest.Options(trees: 300, leaves: 8, rate: 0.05)
        options.ridge = 1
        options.leastExamples = 10
        options.examplePart = 700
        options.featurePart = 500
        options.drawsLimits = true
        options.draws = 6
        return options
    }()
    /// Of the phrases that readers were asked of more are good than of all that stand in a text: log odds that are left
    /// out. A phrase's score is given with as much added.
    private static let readersMore = 2.0
    private let model: Model

    package init(model: Model) {
        self.model = model
    }

    /// The ranker, without adjustments: trees that say what a crowd chose, and, where readers judged phrases, trees that
    /// say what they think of those of news, and what they call doubles.
    package func train(on documents: [AKECorpus.Document], judgements: PhraseJudgements? = nil) -> PhraseRanker {
        fit(crowd: documents.flatMap(examples), readers: judgements.map(readings) ?? Readings())
    }

    /// The seed draws what each tree sees.
    func fit(
        crowd: [KeyphraseForest.Example],
        readers: Readings,
        seed: UInt64 = 1
    ) -> PhraseRanker {
        var options = Self.crowdOptions
        options.seed = seed
        var ranker = KeyphraseForest(examples: crowd, options: options).fit()
        ranker.doubles = DoubleTrainer.fit(readers.doubles)
        guard !readers.phrases.isEmpty else { return ranker }
        options = Self.readerOptions
        options.seed = seed
        ranker.adjustments = model.themes.ranker.adjustments
        let known = readers.phrases.map { example in
            var example = example
            example.values[PhraseFeature.crowd.rawValue] = ranker.value(of: example.values)
            return example
        }
        ranker.addReaders(KeyphraseForest(examples: known, options: options).fit(from: Self.readersMore))
        ranker.adjustments = []
        return ranker
    }

    func examples(of document: AKECorpus.Document) -> [KeyphraseForest.Example] {
        var extractor = Extractor(model: model)
        let article = ThemeArticle(document.text, extractor: &extractor)
        let candidates = ThemeRanking(model: model.themes).candidates(
            text: article.text,
            sections: article.sections,
            findings: article.findings
        )
        let best = Set((document.phrases[.languageModel] ?? []).prefix(Self.best).map(KeyphraseMatch.stem.key))
        let frequent = Set((document.phrases[.frequency] ?? []).prefix(Self.best).map(KeyphraseMatch.stem.key))
        return candidates.texts.enumerated().map { row, text in
            let key = KeyphraseMatch.stem.key(of: text)
            return KeyphraseForest.Example(
                values: Self.values(row, of: candidates.features),
                target: best.contains(key) ? 1 : frequent.contains(key) ? Self.often : 0,
                weight: 1
            )
        }
    }

    /// What readers said of the phrases of articles.
    struct Readings {
        /// The phrases that are no doubles, as good as the mean of their marks.
        var phrases: [KeyphraseForest.Example] = []
        var doubles: [DoubleTrainer.Example] = []
    }

    /// The phrases that readers judged among the candidates of each document.
    func readings(of judgements: PhraseJudgements) -> Readings {
        var extractor = Extractor(model: model)
        let ranking = ThemeRanking(model: model.themes)
        var readings = Readings()
        for document in judgements.documents {
            let article = ThemeArticle(document.text, title: document.title, extractor: &extractor)
            let candidates = ranking.candidates(
                text: article.text,
                title: article.title,
                sections: article.sections,
                findings: article.findings
            )
            let known = document.judgements
            let read = candidates.texts.enumerated().compactMap { row, text in
                known[exactly: text].map { (row: row, marks: $0) }
            }
            readings.doubles += DoubleTrainer.examples(of: read.map { (candidates.likenesses[$0.row], $0.marks) })
            for (row, marks) in read where marks.contains(where: { $0 != .double }) {
                readings.phrases.append(
                    KeyphraseForest.Example(
                        values: Self.values(row, of: candidates.features),
                        target: marks.map(\.target).reduce(0, +) / Double(max(1, marks.count)),
                        weight: 1
                    )
                )
            }
        }
        return readings
    }

    private static func values(_ row: Int, of features: PhraseFeatures) -> [Int32] {
        Array(features.values[row * PhraseFeatures.count..<(row + 1) * PhraseFeatures.count])
    }
}

extension PhraseJudgements.Mark {
    /// How good a phrase is of which a reader says so. One that says again what another says may be a good one elsewhere.
    fileprivate var target: Double {
        switch self {
        case .belongs: 1
        case .may: 0.8
        case .wrong: 0
        case .double: 0.2
        }
    }
}

extension PhraseRanker {
    /// What trees and adjustments say of a phrase with these ``PhraseFeature`` values, in 1024ths of log odds.
    fileprivate func value(of values: [Int32]) -> Int32 {
        var sum: Int32 = 0
        for root in roots {
            var place = Int(root)
            while nodes[place].feature >= 0 {
                let node = nodes[place]
                place = values[Int(node.feature)] <= node.limit ? place + 1 : Int(node.above)
            }
            sum += nodes[place].limit
        }
        for adjustment in adjustments {
            let holds = adjustment.conditions.allSatisfy { $0.range.contains(values[$0.feature.rawValue]) }
            if holds { sum += adjustment.value }
        }
        return sum
    }

    /// Adds the trees of `other` as those of readers.
    fileprivate mutating func addReaders(_ other: PhraseRanker) {
        let shift = Int32(nodes.count)
        readerRoots += other.roots.map { $0 + shift }
        nodes += other.nodes.map { node in
            var node = node
            if node.feature >= 0 { node.above += shift }
            return node
        }
    }
}
