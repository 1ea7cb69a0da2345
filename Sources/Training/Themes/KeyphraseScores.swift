package import Extraction

/// Precision, recall and F1 of the first phrases against those that people chose, averaged over documents.
package struct KeyphraseScores: Sendable, Equatable {
    package static let depths = [5, 10, 15]

    package var precision: Double
    package var recall: Double
    package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    /// The scores at each of ``depths`` of a model's phrases. Phrases match where their stems do; those that people
    /// chose are the first `best` of each document.
    package static func evaluate(
        _ model: Model,
        on documents: [AKECorpus.Document],
        best: Int = KeyphraseTrainer.best
    ) -> [KeyphraseScores] {
        var extractor = Extractor(model: model)
        let ranking = ThemeRanking(model: model.themes)
        var sums = depths.map { _ in KeyphraseScores(precision: 0, recall: 0) }
        for document in documents {
            let chosen = Set(
                document.phrases.prefix(best).map { ThemeKey.key(of: $0, analyzer: model.themes.analyzer) }
            )
            let article = ThemeArticle(document.text, extractor: &extractor)
            let phrases = ranking.themes(
                text: article.text,
                sections: article.sections,
                findings: article.findings
            ).keyphrases
            for (place, depth) in depths.enumerated() {
                let hits = phrases.prefix(depth).count { chosen.contains($0.key) }
                sums[place].precision += Double(hits) / Double(depth)
                sums[place].recall += Double(hits) / Double(max(1, chosen.count))
            }
        }
        let count = Double(max(1, documents.count))
        return sums.map { KeyphraseScores(precision: $0.precision / count, recall: $0.recall / count) }
    }
}
