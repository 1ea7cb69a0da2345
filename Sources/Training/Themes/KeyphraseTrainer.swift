internal import ArabicText
internal import Articles
package import Extraction

/// Fits the ranker's coefficients: a logistic regression for one-word phrases and one for longer ones.
package struct KeyphraseTrainer {
    /// A phrase among so many of the best is a good one.
    package static let best = 10
    /// What a phrase counts that the crowd chose, but not among the best.
    package static let targetOfOthers = 0.15
    private static let rounds = 800
    private static let rate = 0.05
    private static let decay = 0.000_01

    private let model: ThemeModel

    package init(model: ThemeModel) {
        self.model = model
    }

    /// The coefficients for one-word phrases and for longer ones.
    package func train(
        on documents: [AKECorpus.Document]
    ) -> (single: [PhraseFeature: Double], multi: [PhraseFeature: Double]) {
        var single: [Example] = []
        var multi: [Example] = []
        let ranking = ThemeRanking(model: model)
        for document in documents {
            let keys = document.phrases.map { ThemeKey.key(of: $0, analyzer: model.analyzer) }
            let best = Set(keys.prefix(Self.best))
            let others = Set(keys)
            let article = ThemeArticle(document.text, model: model)
            for (key, features) in ranking.candidates(
                length: article.length,
                sections: article.sections,
                findings: article.findings
            ) {
                let target = best.contains(key) ? 1 : others.contains(key) ? Self.targetOfOthers : 0
                let example = Example(values: features.values, target: target)
                if features.wordCount == 1 { single.append(example) } else { multi.append(example) }
            }
        }
        return (fit(single), fit(multi))
    }

    private struct Example {
        var values: [Double]
        var target: Double
    }

    /// Gradient descent with Adam over all examples at once, so that the result does not depend on an order.
    private func fit(_ examples: [Example]) -> [PhraseFeature: Double] {
        let count = PhraseFeature.allCases.count
        var weights = [Double](repeating: 0, count: count)
        var mean = weights
        var variance = weights
        var (meanFactor, varianceFactor) = (1.0, 1.0)
        for _ in 0..<Self.rounds {
            var gradient = [Double](repeating: 0, count: count)
            for example in examples {
                var sum = 0.0
                for index in 0..<count { sum += weights[index] * example.values[index] }
                let error = 1 / (1 + Self.exponential(-sum)) - example.target
                for index in 0..<count { gradient[index] += error * example.values[index] }
            }
            meanFactor *= 0.9
            varianceFactor *= 0.999
            for index in 0..<count {
                let slope =
                    gradient[index] / Double(max(1, examples.count))
                    + (index == PhraseFeature.bias.rawValue ? 0 : Self.decay * weights[index])
                mean[index] = 0.9 * mean[index] + 0.1 * slope
                variance[index] = 0.999 * variance[index] + 0.001 * slope * slope
                let step = mean[index] / (1 - meanFactor)
                weights[index] -= Self.rate * step / ((variance[index] / (1 - varianceFactor)).squareRoot() + 1e-8)
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(PhraseFeature.allCases, weights))
    }

    /// e^x by halving the argument and squaring the result: the same bits on every machine, unlike libm's.
    private static func exponential(_ x: Double) -> Double {
        let small = min(30, max(-30, x)) / 64
        var power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4 * (1 + small / 5))))
        for _ in 0..<6 { power *= power }
        return power
    }
}
