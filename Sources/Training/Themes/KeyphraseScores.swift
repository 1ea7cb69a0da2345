/// Precision, recall and F1 of the first phrases against those that people chose, averaged over documents.
package struct KeyphraseScores: Sendable, Equatable {
    package static let depths = [5, 10, 15]

    package var precision: Double
    package var recall: Double
    package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    package init(precision: Double, recall: Double) {
        self.precision = precision
        self.recall = recall
    }

    /// The scores of the first `depth` phrases of each document in `found`, which has an element for each of `documents`.
    /// Those that people chose are the first `best` of `order`, or all; several that match each other count once.
    package init(
        of found: [[String]],
        on documents: [AKECorpus.Document],
        depth: Int,
        match: KeyphraseMatch,
        order: AKECorpus.Order,
        best: Int?
    ) {
        var (precision, recall) = (0.0, 0.0)
        for (phrases, document) in zip(found, documents) {
            let chosen = Set((document.phrases[order] ?? []).prefix(best ?? .max).map(match.key))
            let hits = Set(phrases.prefix(depth).map(match.key)).intersection(chosen).count
            precision += Double(hits) / Double(depth)
            recall += Double(hits) / Double(max(1, chosen.count))
        }
        let count = Double(max(1, documents.count))
        self.init(precision: precision / count, recall: recall / count)
    }
}
