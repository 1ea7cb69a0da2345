internal import Extraction

extension Report.Topic {
    /// The topics by score, then first section, then code; without sections that are not there.
    static func ordered(_ topics: [RankedTopic], sectionCount: Int) -> [Report.Topic] {
        let topics = topics.map { topic in
            var topic = topic
            topic.sections = Self.ascending(topic.sections.filter { (0..<sectionCount).contains($0) })
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

extension Report.Topic {
    /// The numbers once each, in order.
    fileprivate static func ascending(_ numbers: [Int]) -> [Int] {
        for (left, right) in zip(numbers, numbers.dropFirst()) where left >= right { return Set(numbers).sorted() }
        return numbers
    }
}

extension Report.Keyphrase {
    /// The keyphrases by score, then first position, then text; without places outside the text, and without phrases
    /// that have no place.
    static func ordered(_ phrases: [RankedPhrase], length: Int) -> [Report.Keyphrase] {
        var keyphrases = phrases.compactMap { phrase -> Report.Keyphrase? in
            var mentions: [Report.Place] = []
            mentions.reserveCapacity(phrase.mentions.count)
            var isInOrder = true
            for mention in phrase.mentions {
                let range = mention.range
                guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= length else { continue }
                let place = Report.Place(section: mention.section, range: range)
                if let last = mentions.last { isInOrder = isInOrder && last.precedes(place) }
                mentions.append(place)
            }
            if !isInOrder { mentions.sort { $0.precedes($1) } }
            guard !mentions.isEmpty, !phrase.text.isEmpty else { return nil }
            var sections: [Int] = []
            for mention in mentions where mention.section != sections.last { sections.append(mention.section) }
            return Report.Keyphrase(
                id: "",
                text: phrase.text,
                score: min(max(phrase.score, 0), 1000),
                sections: Report.Topic.ascending(sections),
                mentions: mentions
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

extension Report.Place {
    fileprivate func precedes(_ other: Report.Place) -> Bool {
        (range.lowerBound, range.upperBound) < (other.range.lowerBound, other.range.upperBound)
    }
}
