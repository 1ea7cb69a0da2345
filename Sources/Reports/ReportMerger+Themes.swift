internal import Extraction

extension Report.Topic {
    /// The topics by score, then first section, then code; without sections that are not there.
    static func ordered(_ topics: [RankedTopic], sectionCount: Int) -> [Report.Topic] {
        var ordered: [Report.Topic] = []
        ordered.reserveCapacity(topics.count)
        for index in topics.indices {
            let (arabic, english) = (topics[index].arabicLabel, topics[index].englishLabel)
            ordered.append(
                Report.Topic(
                    id: "",
                    scheme: Report.topicScheme,
                    code: topics[index].code,
                    // A new concept may not have been translated yet.
                    arabicLabel: arabic.isEmpty ? english : arabic,
                    englishLabel: english,
                    score: min(max(topics[index].score, 0), 1000),
                    sections: SectionNumbers.ascending(topics[index].sections, count: sectionCount)
                )
            )
        }
        // As a rule they come in order.
        let isInOrder = ordered.indices.dropFirst().allSatisfy { ordered[$0 - 1].score > ordered[$0].score }
        if !isInOrder {
            ordered.sort { left, right in
                let (first, second) = (left.sections.first ?? .max, right.sections.first ?? .max)
                guard (left.score, first) == (right.score, second) else {
                    return (right.score, first) < (left.score, second)
                }
                return left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
            }
        }
        for index in ordered.indices { ordered[index].id = ThemeID.topic(index) }
        return ordered
    }
}

extension Report.Keyphrase {
    /// The keyphrases by score, then first position, then text; without places outside the text, and without phrases
    /// that have no place. And how many places they have beyond those that a report lists.
    static func ordered(_ phrases: [RankedPhrase], length: Int) -> (keyphrases: [Report.Keyphrase], unlisted: Int) {
        var keyphrases: [Report.Keyphrase] = []
        var unlisted = 0
        keyphrases.reserveCapacity(phrases.count)
        for index in phrases.indices {
            let mentions = Report.Place.ordered(phrases[index].mentions, length: length)
            guard !mentions.isEmpty, !phrases[index].text.isEmpty else { continue }
            unlisted += max(0, mentions.count - ReportLimits.keyphraseMentions)
            keyphrases.append(
                Report.Keyphrase(
                    id: "",
                    text: phrases[index].text,
                    score: min(max(phrases[index].score, 0), 1000),
                    sections: SectionNumbers.ascending(of: mentions),
                    mentions: Array(mentions.prefix(ReportLimits.keyphraseMentions))
                )
            )
        }
        // As a rule they come in order.
        let isInOrder = keyphrases.indices.dropFirst().allSatisfy { keyphrases[$0 - 1].score > keyphrases[$0].score }
        if !isInOrder {
            keyphrases.sort { left, right in
                guard (left.score, left.start) == (right.score, right.start) else {
                    return (right.score, left.start) < (left.score, right.start)
                }
                return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
            }
        }
        for index in keyphrases.indices { keyphrases[index].id = ThemeID.keyphrase(index) }
        return (keyphrases, unlisted)
    }

    private var start: Int { mentions.first?.range.lowerBound ?? 0 }
}

extension Report.Place {
    /// The places by position, without those outside a text of so many code points.
    fileprivate static func ordered(_ mentions: [RankedPhrase.Mention], length: Int) -> [Report.Place] {
        var places: [Report.Place] = []
        places.reserveCapacity(mentions.count)
        var isInOrder = true
        for mention in mentions {
            let range = mention.range
            guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= length else { continue }
            let place = Report.Place(section: mention.section, range: range)
            if let last = places.last { isInOrder = isInOrder && last.precedes(place) }
            places.append(place)
        }
        if !isInOrder { places.sort { $0.precedes($1) } }
        return places
    }

    private func precedes(_ other: Report.Place) -> Bool {
        (range.lowerBound, range.upperBound) < (other.range.lowerBound, other.range.upperBound)
    }
}

/// The sections that a theme stands in: once each, in order.
private enum SectionNumbers {
    /// Those that are below `count`.
    static func ascending(_ sections: [Int], count: Int) -> [Int] {
        var last = -1
        for section in sections {
            // Seldom is anything to be changed.
            guard section > last, section < count else {
                return Set(sections.filter { (0..<count).contains($0) }).sorted()
            }
            last = section
        }
        return sections
    }

    /// Those of places by position.
    static func ascending(of places: [Report.Place]) -> [Int] {
        var count = 0
        var last: Int?
        for place in places where place.section != last {
            count += 1
            last = place.section
        }
        var sections: [Int] = []
        sections.reserveCapacity(count)
        var isAscending = true
        for place in places {
            if let last = sections.last {
                if last == place.section { continue }
                isAscending = isAscending && last < place.section
            }
            sections.append(place.section)
        }
        return isAscending ? sections : Set(sections).sorted()
    }
}

/// What themes are called in a report: «t0», «k14». An article has few, so the first ones are made but once.
private enum ThemeID {
    static func topic(_ index: Int) -> String { index < topics.count ? topics[index] : "t\(index)" }

    static func keyphrase(_ index: Int) -> String { index < keyphrases.count ? keyphrases[index] : "k\(index)" }

    private static let topics = (0..<16).map { "t\($0)" }
    private static let keyphrases = (0..<16).map { "k\($0)" }
}
