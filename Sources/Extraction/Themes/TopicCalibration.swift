/// How an article's sums of term weights become scores, and which scores are shown: the model's table
/// `themes.calibration`, text, a name and a number a line, a tab between.
///
/// A name that is a concept's code gives the strength, in thousandths, at which that concept's score is 500.
package struct TopicCalibration: Sendable, Equatable {
    /// Words that are added to each article, for evidence to be weighed the same in a note of one line.
    package var padding = 60
    /// Least score that is shown, in thousandths.
    package var threshold = 300
    /// Least number of telling terms (``TopicEvidence/leastTelling``) that speak for a topic, counted by section.
    package var leastEvidence = 3
    /// A topic has at least this much of the score of the strongest with the same parent, in thousandths of it …
    package var leastShare = 400
    /// … or this score by itself, in thousandths.
    package var certain = 1000
    /// Of the children of a topic that is shown the strongest is shown from this score on, in thousandths, …
    package var childThreshold = 1000
    /// … with this many telling terms.
    package var childEvidence = 1
    package var mostTopics = 12
    /// Of an article that has no topic by these rules, the strongest one without a parent is shown from this score on, in
    /// thousandths, with this many telling terms.
    package var alone = 1000
    package var aloneEvidence = 1
    /// Strength, in thousandths of a weight a word, at which a concept's score is 500.
    package var half = 200
    /// The same for single concepts, by code.
    package var halves: [String: Int] = [:]

    package init() {}

    package init(table: String) throws(ModelError) {
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count == 2, let value = Int(fields[1]), (1...1_000_000).contains(value) else {
                throw ModelError("the model's table themes.calibration is broken: «\(line)»")
            }
            if let place = Self.places[String(fields[0])] {
                self[keyPath: place] = value
            } else {
                halves[String(fields[0])] = value
            }
        }
    }

    package var table: String {
        let named = Self.places.map { ($0, self[keyPath: $1]) } + halves.map { ($0, $1) }
        return named.sorted { $0.0 < $1.0 }.map { "\($0)\t\($1)\n" }.joined()
    }

    /// The score of a sum of weights in a text of so many words, in thousandths: strength / (strength + half) with
    /// strength = sum / (words + padding), in whole numbers.
    package func score(_ sum: Int, words: Int, half: Int) -> Int {
        let evidence = 1000 * min(max(sum, 0), Self.most)
        guard evidence > 0 else { return 0 }
        return 1000 * evidence / (evidence + half * (min(max(words, 0), Self.most) + padding))
    }

    /// Sums and words beyond this come from no text; it keeps the arithmetic from overflowing.
    private static let most = 1 << 40

    private static var places: [String: WritableKeyPath<TopicCalibration, Int>] {
        [
            "padding": \.padding, "threshold": \.threshold, "leastEvidence": \.leastEvidence,
            "leastShare": \.leastShare, "certain": \.certain, "mostTopics": \.mostTopics, "half": \.half,
            "alone": \.alone, "aloneEvidence": \.aloneEvidence,
            "childThreshold": \.childThreshold, "childEvidence": \.childEvidence,
        ]
    }
}
