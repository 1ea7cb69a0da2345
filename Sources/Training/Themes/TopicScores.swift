package import Extraction

/// How often the strongest topic of a sentence is the one that people gave it, on SIB-200's seven.
package struct TopicScores: Sendable, Equatable {
    package var sentences: Int
    /// Share of the sentences whose topic is right.
    package var accuracy: Double
    /// Share of the sentences that have no topic at all; they count as wrong.
    package var unknown: Double

    /// What the seven topics are in Media Topics. Geography has no concept of its own.
    private static let codes: [(topic: String, codes: [String])] = [
        ("entertainment", ["01000000"]),
        ("geography", ["06000000", "17000000"]),
        ("health", ["07000000"]),
        ("politics", ["11000000", "16000000", "02000000"]),
        ("science/technology", ["13000000"]),
        ("sports", ["15000000"]),
        ("travel", ["10000000"]),
    ]

    /// Scores `model` on a table with the columns category and text.
    package init(of model: ThemeModel, onSIB200 path: String) throws(ThemeTrainingError) {
        let categories = try ThemeBackground.column("category", of: path)
        let texts = try ThemeBackground.column("text", of: path)
        let ranking = TopicRanking(model: model)
        var right = 0
        var unknown = 0
        for (category, text) in zip(categories, texts) {
            let article = ThemeArticle(text, model: model)
            let scores = ranking.scores(of: article.findings.first??.topics ?? [], words: 0)
            var best = (topic: "", score: 0)
            for (topic, codes) in Self.codes {
                for (concept, score) in zip(model.concepts, scores) where codes.contains(concept.code) {
                    if score > best.score { best = (topic, score) }
                }
            }
            if best.score == 0 { unknown += 1 }
            if best.topic == category { right += 1 }
        }
        let count = Double(max(1, texts.count))
        sentences = texts.count
        accuracy = Double(right) / count
        self.unknown = Double(unknown) / count
    }
}
