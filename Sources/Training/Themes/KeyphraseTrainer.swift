package import Extraction

/// Fits the ranker's trees to the phrases that people chose.
package struct KeyphraseTrainer {
    /// A phrase among so many of the best is a good one.
    package static let best = 10
    /// How good a phrase is that many people chose, but that is not among the best of the language model.
    private static let often = 0.5
    private let model: Model

    package init(model: Model) {
        self.model = model
    }

    /// The ranker, without adjustments.
    package func train(on documents: [AKECorpus.Document]) -> PhraseRanker {
        KeyphraseForest(examples: documents.flatMap(examples), options: .init()).fit()
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
            let values = candidates.features.values[row * PhraseFeatures.count..<(row + 1) * PhraseFeatures.count]
            return KeyphraseForest.Example(
                values: Array(values),
                target: best.contains(key) ? 1 : frequent.contains(key) ? Self.often : 0,
                weight: 1
            )
        }
    }
}
