package import Extraction

/// Fits, for each concept that annotated texts have, the strength at which its score is that of the threshold: the one
/// that parts the texts with the concept from those without it best, drawn towards the common one where there are few.
package struct TopicCalibrator {
    /// As if so many texts had spoken for the common strength.
    private static let prior = 20

    private let model: ThemeModel
    private let start: TopicCalibration

    package init(model: ThemeModel, start: TopicCalibration) {
        self.model = model
        self.start = start
    }

    package func calibrate(on annotations: TopicAnnotations) -> TopicCalibration {
        let strengths = annotations.documents.map { measured($0.text) }
        let codes = annotations.documents.map { model.withParents($0.codes) }
        var calibration = start
        for (place, concept) in model.concepts.enumerated() where concept.isTopic {
            let half = start.halves[concept.code] ?? start.half
            let cut = half * start.threshold / (1000 - start.threshold)
            var with: [Int] = []
            var without: [Int] = []
            for (codes, strengths) in zip(codes, strengths) {
                if codes.contains(concept.code) {
                    with.append(strengths[place])
                } else {
                    without.append(strengths[place])
                }
            }
            guard with.count >= 3 else { continue }
            let best = Self.best(with, without, start: cut)
            let drawn = (best * with.count + cut * Self.prior) / (with.count + Self.prior)
            calibration.halves[concept.code] = max(1, drawn * (1000 - start.threshold) / start.threshold)
        }
        return calibration
    }

    /// The cut with the best F1; of equals the one nearest to `start`.
    private static func best(_ with: [Int], _ without: [Int], start: Int) -> Int {
        var best = (cut: start, f1: 0)
        for factor in 0...60 {
            // From a third of the common cut to three times it.
            let cut = start * (20 + factor * 4 / 3 * 2) / 60
            guard cut > 0 else { continue }
            let right = with.count { $0 >= cut }
            let found = right + without.count { $0 >= cut }
            let f1 = 2_000_000 * right / max(1, found + with.count)
            if f1 > best.f1 || f1 == best.f1 && abs(cut - start) < abs(best.cut - start) { best = (cut, f1) }
        }
        return best.cut
    }

    /// Of each concept, thousandths of a weight a word.
    private func measured(_ text: String) -> [Int] {
        let article = ThemeArticle(cutting: text, model: model)
        var strengths = [Int](repeating: 0, count: model.concepts.count)
        var words = start.padding
        for case (let section, let findings?) in zip(article.sections, article.findings) {
            words += TopicRanking.length(of: section, with: findings)
            for topic in findings.topics where strengths.indices.contains(topic.concept) {
                strengths[topic.concept] += 1000 * topic.score
            }
        }
        return strengths.map { $0 / words }
    }
}
