internal import Extraction

extension Report.Topic {
    /// The topics by score, then first section, then code; without sections that are not there.
    static func ordered(_ topics: [RankedTopic], sectionCount: Int) -> [Report.Topic] {
        let topics = topics.map { topic in
            var topic = topic
            topic.sections = Set(topic.sections.filter { (0..<sectionCount).contains($0) }).sorted()
            topic.score = min(max(topic.score, 0), 1000)
            // A new concept may not have been translated yet.
            if topic.arabicLabel.isEmpty { topic.arabicLabel = topic.englishLabel }
            return topic
        }
        let ordered = topics.sorted { left, right in
            let (first, second) = (left.sections.first ?? .max, right.sections.first ?? .max)
            guard (left.score, first) == (right.score, second) else {
                return (right.score, first) < (left.score, second)
            }
            return left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
        }
        return ordered.enumerated().map { index, topic in
            Report.Topic(
                id: "t\(index)",
                scheme: Report.topicScheme,
                code: topic.code,
                arabicLabel: topic.arabicLabel,
                englishLabel: topic.englishLabel,
                score: topic.score,
                sections: topic.sections
            )
        }
    }
}

extension Report.Keyphrase {
    /// The keyphrases by score, then first position, then text; without places outside the text, and without phrases
    /// that have no place.
    static func ordered(_ phrases: [RankedPhrase], length: Int) -> [Report.Keyphrase] {
        var keyphrases = phrases.compactMap { phrase -> Report.Keyphrase? in
            let mentions = phrase.mentions
                .filter { !$0.range.isEmpty && $0.range.lowerBound >= 0 && $0.range.upperBound <= length }
                .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
            guard !mentions.isEmpty, !phrase.text.isEmpty else { return nil }
            return Report.Keyphrase(
                id: "",
                text: phrase.text,
                score: min(max(phrase.score, 0), 1000),
                sections: Set(mentions.map(\.section)).sorted(),
                mentions: mentions.map { Report.Place(section: $0.section, range: $0.range) }
            )
        }
        keyphrases.sort { left, right in
            guard (left.score, left.start) == (right.score, right.start) else {
                return (right.score, left.start) < (left.score, right.start)
            }
            return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
        }
        for index in keyphrases.indices { keyphrases[index].id = "k\(index)" }
        return keyphrases
    }

    private var start: Int { mentions.first?.range.lowerBound ?? 0 }
}
