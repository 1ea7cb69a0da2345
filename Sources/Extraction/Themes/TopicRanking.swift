internal import Articles

/// Decides which topics an article has, from the sums of its sections.
///
/// What the terms say for a concept is set against the length of what was read: with s the sum of weights and n the
/// words, strength = s / (n + 60), so that one term in a long article is nothing and a short note needs a few of them.
/// The score is strength / (strength + half), which is 0.5 at a strength of `half`.
package struct TopicRanking: Sendable {
    /// Strength at which the score is 500, in weights a word.
    static let half = 0.20
    /// Words that are added to each article, for evidence to be weighed the same in a note of one line.
    static let padding = 60
    /// Least score that is shown, in thousandths.
    package static let threshold = 300
    /// Least number of terms that speak for a topic, counted by section.
    static let leastEvidence = 3
    static let mostTopics = 8
    /// A topic has at least this much of the strongest one's score, in thousandths of it.
    static let leastShare = 400

    private let model: ThemeModel

    package init(model: ThemeModel) {
        self.model = model
    }

    /// The topics, by score, then by place in the vocabulary.
    func topics(sections: [Section], findings: [Findings?]) -> [RankedTopic] {
        var sums = [Int](repeating: 0, count: model.concepts.count)
        var evidence = sums
        var speaking = [[Int]](repeating: [], count: model.concepts.count)
        var words = 0
        for (section, found) in zip(sections, findings) {
            guard let found, section.kind != .boilerplate else { continue }
            words += found.tokenCount
            for topic in found.topics where sums.indices.contains(topic.concept) {
                sums[topic.concept] += topic.score
                evidence[topic.concept] += topic.evidence
                speaking[topic.concept].append(section.index)
            }
        }
        let scores = sums.map { Self.score($0, words: words) }
        let strongest = scores.max() ?? 0
        let shown = scores.indices.filter {
            scores[$0] >= Self.threshold && evidence[$0] >= Self.leastEvidence
                && scores[$0] * 1000 >= strongest * Self.leastShare
        }
        let ordered = shown.sorted { (scores[$1], $0) < (scores[$0], $1) }
        return ordered.prefix(Self.mostTopics).map { concept in
            RankedTopic(
                code: model.concepts[concept].code,
                arabicLabel: model.concepts[concept].arabicLabel,
                englishLabel: model.concepts[concept].englishLabel,
                score: scores[concept],
                sections: speaking[concept]
            )
        }
    }

    /// The score of every concept, in the vocabulary's order, for a text whose sums are given: for evaluation.
    package func scores(of topics: [TopicScore], words: Int) -> [Int] {
        var scores = [Int](repeating: 0, count: model.concepts.count)
        for topic in topics where scores.indices.contains(topic.concept) {
            scores[topic.concept] = Self.score(topic.score, words: words)
        }
        return scores
    }

    private static func score(_ sum: Int, words: Int) -> Int {
        let strength = Double(sum) / Double(words + padding)
        return Int(1000 * strength / (strength + half))
    }
}
