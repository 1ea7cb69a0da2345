/// The linear model that orders phrases: a coefficient for each feature, for one-word phrases and longer ones apart.
package struct PhraseRanker: Sendable, Equatable {
    /// By ``PhraseFeature``, for one-word phrases.
    package private(set) var single: [Double]
    /// By ``PhraseFeature``, for longer phrases.
    package private(set) var multi: [Double]
    /// How many documents the background statistics were counted in.
    package var backgroundDocuments: Int

    package init(single: [Double], multi: [Double], backgroundDocuments: Int) {
        self.single = single
        self.multi = multi
        self.backgroundDocuments = backgroundDocuments
    }

    /// Reads the model's table: lines of `name<TAB>integer`, coefficients in millionths.
    package init(table: String) throws(ModelError) {
        var values: [String: Int] = [:]
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count == 2, let value = Int(fields[1]) else {
                throw ModelError("the model's table themes.ranker is broken: «\(line)»")
            }
            values[String(fields[0])] = value
        }
        func coefficients(_ prefix: String) -> [Double] {
            PhraseFeature.allCases.map { Double(values["\(prefix).\($0)"] ?? 0) / 1_000_000 }
        }
        self.init(
            single: coefficients("single"),
            multi: coefficients("multi"),
            backgroundDocuments: max(1, values["background.documents"] ?? 1)
        )
    }

    /// The table that ``init(table:)`` reads.
    package var table: String {
        var lines = ["background.documents\t\(backgroundDocuments)"]
        for (prefix, coefficients) in [("single", single), ("multi", multi)] {
            for (feature, coefficient) in zip(PhraseFeature.allCases, coefficients) {
                lines.append("\(prefix).\(feature)\t\(Int((coefficient * 1_000_000).rounded()))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The log odds that a reader would choose the phrase. Sums in the features' order: the same bits everywhere.
    package func score(_ features: PhraseFeatures) -> Double {
        let coefficients = features.wordCount == 1 ? single : multi
        var sum = 0.0
        for (coefficient, value) in zip(coefficients, features.values) { sum += coefficient * value }
        return sum
    }
}
