internal import ArabicText
package import Extraction

/// A sentence with its subject.
package struct SubjectSentence: Sendable {
    package var subject: String
    package var text: String

    package init(subject: String, text: String) {
        self.subject = subject
        self.text = text
    }

    /// Reads a table with the columns category and text.
    package static func read(_ path: String) throws(ThemeTrainingError) -> [SubjectSentence] {
        let subjects = try ThemeBackground.column("category", of: path)
        let texts = try ThemeBackground.column("text", of: path)
        return zip(subjects, texts).map { SubjectSentence(subject: $0, text: $1) }
    }

    /// Reads such tables, one behind another.
    package static func read(_ paths: [String]) throws(ThemeTrainingError) -> [SubjectSentence] {
        var sentences: [SubjectSentence] = []
        for path in paths { sentences += try read(path) }
        return sentences
    }
}

/// What ``SubjectModel`` sees of a sentence: its stems, each once, by how rare they are in the training sentences, to
/// length one; and the roots of what the topic vocabulary says of it, to the length `conceptWeight`.
struct SubjectFeatures {
    static let conceptWeight = 0.4

    let model: ThemeModel

    /// - Parameter rarity: of a stem; nil for one that was never seen, which is left out.
    func values(of text: String, rarity: (UInt32) -> Double?) -> [(feature: UInt32, value: Double)] {
        let article = ThemeArticle(text, model: model)
        let tokens = TokenizedText(text)
        let stems = Set(tokens.tokens.map { model.analyzer.word($0, in: tokens.folded).hash }).subtracting([0]).sorted()
        var values = stems.compactMap { stem in rarity(stem).map { (feature: stem, value: $0) } }
        let length = values.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
        for index in values.indices { values[index].value /= max(length, 0.001) }
        let topics = article.findings.first??.topics ?? []
        let sum = topics.reduce(0) { $0 + Double(max(0, $1.score)) }
        for topic in topics where model.concepts.indices.contains(topic.concept) && sum > 0 {
            let code = model.concepts[topic.concept].code
            let share = (Double(max(0, topic.score)) / sum).squareRoot()
            values.append((Self.hash("concept \(code)"), Self.conceptWeight * share))
        }
        values.append((Self.hash("always"), 0.3))
        return values
    }

    /// The subject that `subjects` gives a text.
    func subject(of text: String, by subjects: SubjectModel) -> String? {
        let sums = subjects.sums(of: values(of: text) { subjects.rarity(of: $0) })
        return sums.indices.max { sums[$0] < sums[$1] }.map { subjects.names[$0] }
    }

    static func hash(_ name: String) -> UInt32 { StemHash.hash(name.utf16) }
}

/// Fits ``SubjectModel`` by ridge regression, for each subject 1 for its sentences and -1 for the others, by conjugate
/// gradients from zero. In ten folds of SIB-200's training sentences it is better by a point than logistic regression and
/// by half a one than a support vector machine, and asks for no exponentials.
package struct SubjectTrainer {
    package var steps = 30
    package var penalty = 0.6
    private let model: ThemeModel

    package init(model: ThemeModel) {
        self.model = model
    }

    /// The tables of a model for these sentences. The same sentences always give the same bytes.
    package func tables(_ sentences: [SubjectSentence]) -> [String: [UInt8]] {
        let names = Set(sentences.map(\.subject)).sorted()
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let features = SubjectFeatures(model: model)
        var seen: [UInt32: Int] = [:]
        for sentence in sentences {
            for (stem, _) in features.values(of: sentence.text, rarity: { _ in 1 }) { seen[stem, default: 0] += 1 }
        }
        let rarities = seen.mapValues { Self.rarity(of: $0, in: sentences.count) }
        let values = sentences.map { features.values(of: $0.text) { rarities[$0] } }
        let keys = Set(values.flatMap { $0.map(\.feature) }).sorted()
        let rows = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        let examples = zip(sentences, values).map { sentence, values in
            Example(
                subject: places[sentence.subject] ?? 0,
                values: values.map { (row: rows[$0.feature] ?? 0, value: $0.value) }
            )
        }
        let weights = fit(examples, rows: keys.count, subjects: names.count)
        var bytes: [UInt8] = []
        func append(_ value: Double) {
            let rounded = Int16(min(32767, max(-32767, (value * 1024).rounded())))
            withUnsafeBytes(of: rounded.littleEndian) { bytes.append(contentsOf: $0) }
        }
        for (row, key) in keys.enumerated() {
            append(rarities[key] ?? 1)
            // Which sum is the greatest does not change with their scale: eight times as much of the weights is kept.
            for subject in names.indices { append(8 * weights[row * names.count + subject]) }
        }
        return [
            "themes.subjects": HashedTable.encode(rows.reduce(into: [:]) { $0[$1.key] = UInt32($1.value) }),
            "themes.subjectrows": bytes,
            "themes.subjectnames": Array(names.map { "\($0)\n" }.joined().utf8),
        ]
    }

    /// 1 + ln(sentences / seen), by the binary logarithm of whole numbers.
    private static func rarity(of seen: Int, in sentences: Int) -> Double {
        1 + Double(FixedPoint.log2(1 + sentences) - FixedPoint.log2(1 + seen)) / 1024 * 0.6931
    }

    private struct Example {
        var subject: Int
        var values: [(row: Int, value: Double)]
    }

    /// The weights of each row, a subject behind another: the least of the squared differences and of the weights' own
    /// squares times `penalty`.
    private func fit(_ examples: [Example], rows: Int, subjects: Int) -> [Double] {
        var weights = [Double](repeating: 0, count: rows * subjects)
        for subject in 0..<subjects {
            var solution = [Double](repeating: 0, count: rows)
            var residual = solution
            for example in examples {
                let target: Double = example.subject == subject ? 1 : -1
                for (row, value) in example.values { residual[row] += target * value }
            }
            var direction = residual
            var size = Self.product(residual, residual)
            for _ in 0..<steps where size > 1e-12 {
                let image = image(of: direction, examples)
                let step = size / Self.product(direction, image)
                for row in 0..<rows {
                    solution[row] += step * direction[row]
                    residual[row] -= step * image[row]
                }
                let next = Self.product(residual, residual)
                for row in 0..<rows { direction[row] = residual[row] + next / size * direction[row] }
                size = next
            }
            for row in 0..<rows { weights[row * subjects + subject] = solution[row] }
        }
        return weights
    }

    /// The matrix of the normal equations times `vector`.
    private func image(of vector: [Double], _ examples: [Example]) -> [Double] {
        var image = vector.map { $0 * penalty }
        for example in examples {
            let sum = example.values.reduce(0) { $0 + vector[$1.row] * $1.value }
            for (row, value) in example.values { image[row] += sum * value }
        }
        return image
    }

    private static func product(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
