package import Extraction

/// Fits a ``DoubleModel`` to the phrases that readers called doubles.
///
/// A reader says that a phrase is a double, not of which. So of the article's good phrases the one that speaks most for it
/// by the model so far is taken for that, the model is fitted anew, and so on (multiple instances after S. Andrews,
/// I. Tsochantaridis and T. Hofmann, 2002). A good phrase is a double of no other good one. Logistic regression by Newton's
/// method; both kinds weigh the same in all.
package struct DoubleTrainer {
    /// A phrase and all good ones beside it that have a word like one of its own: ``PairFeature`` values of each.
    package struct Example {
        package var isDouble: Bool
        package var pairs: [[Int32]]

        package init(isDouble: Bool, pairs: [[Int32]]) {
            self.isDouble = isDouble
            self.pairs = pairs
        }
    }

    private static let rounds = 4
    private static let steps = 25
    private static let ridge = 1.0

    /// The phrases of one article with what was said of each.
    static func examples(of phrases: [(likeness: PhraseLikeness, marks: [PhraseJudgements.Mark])]) -> [Example] {
        func share(_ marks: [PhraseJudgements.Mark], _ holds: (PhraseJudgements.Mark) -> Bool) -> Double {
            Double(marks.count(where: holds)) / Double(max(1, marks.count))
        }
        let good = phrases.map { share($0.marks, \.isGood) >= 0.5 }
        return phrases.indices.compactMap { index in
            let isDouble = share(phrases[index].marks) { $0 == .double } >= 0.5
            guard isDouble || good[index] else { return nil }
            let pairs = phrases.indices.filter { $0 != index && good[$0] }.compactMap {
                DoubleModel.values(of: phrases[index].likeness, and: phrases[$0].likeness)
            }
            return pairs.isEmpty ? nil : Example(isDouble: isDouble, pairs: pairs)
        }
    }

    package static func fit(_ examples: [Example]) -> DoubleModel {
        guard examples.contains(where: \.isDouble), examples.contains(where: { !$0.isDouble }) else {
            return DoubleModel()
        }
        var weights = first
        for _ in 0..<rounds {
            var rows: [(values: [Double], isDouble: Bool)] = []
            for example in examples {
                let pairs = example.pairs.map { $0.map { Double($0) / 1024 } }
                if example.isDouble {
                    let best = pairs.indices.max { sum(weights, pairs[$0]) < sum(weights, pairs[$1]) } ?? 0
                    rows.append((pairs[best], true))
                } else {
                    rows += pairs.map { ($0, false) }
                }
            }
            weights = logistic(rows)
        }
        return DoubleModel(weights: weights.map { Int32(($0 * 1024).rounded()) })
    }

    /// What a double looks like before anything is known of it.
    private static let first: [Double] = PairFeature.allCases.map { feature in
        switch feature {
        case .sound: 1
        case .shared, .like, .aboveSound: 0.5
        case .aboveShared, .aboveLike: 0.25
        default: 0
        }
    }

    private static func sum(_ weights: [Double], _ values: [Double]) -> Double {
        zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func logistic(_ rows: [(values: [Double], isDouble: Bool)]) -> [Double] {
        let count = PairFeature.allCases.count
        let doubles = Double(rows.count(where: \.isDouble))
        let half = Double(rows.count) / 2
        let share = (doubles: half / doubles, others: half / (Double(rows.count) - doubles))
        var weights = [Double](repeating: 0, count: count)
        for _ in 0..<steps {
            var slope = weights.enumerated().map { $0 == 0 ? 0 : -ridge * $1 }
            var curve = (0..<count).map { row in (0..<count).map { $0 == row ? (row == 0 ? 1e-6 : ridge) : 0.0 } }
            for row in rows {
                let chance = 1 / (1 + FixedExponential.of(-sum(weights, row.values)))
                let weight = row.isDouble ? share.doubles : share.others
                for (place, value) in row.values.enumerated() where value != 0 {
                    slope[place] += weight * ((row.isDouble ? 1 : 0) - chance) * value
                    for (other, second) in row.values.enumerated() {
                        curve[place][other] += weight * max(1e-6, chance * (1 - chance)) * value * second
                    }
                }
            }
            let step = solve(curve, slope)
            for place in weights.indices { weights[place] += step[place] }
        }
        return weights
    }

    /// The x with `matrix` x = `sides`, of a symmetric matrix that is positive definite, by Gauss's elimination.
    private static func solve(_ matrix: [[Double]], _ sides: [Double]) -> [Double] {
        var (matrix, sides) = (matrix, sides)
        let count = sides.count
        for pivot in 0..<count {
            for row in pivot + 1..<count {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                guard factor != 0 else { continue }
                for column in pivot..<count { matrix[row][column] -= factor * matrix[pivot][column] }
                sides[row] -= factor * sides[pivot]
            }
        }
        for pivot in (0..<count).reversed() {
            for column in pivot + 1..<count { sides[pivot] -= matrix[pivot][column] * sides[column] }
            sides[pivot] /= matrix[pivot][pivot]
        }
        return sides
    }
}
