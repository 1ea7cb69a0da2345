internal import ArabicText

/// Adds up what the terms in a section say for the concepts of the topic vocabulary.
///
/// A term is one to three stems in a row. It counts with its weight, twice in a heading, and at most three times in a
/// section, so that one word that is said over and over does not make a topic.
struct TopicEvidence {
    static let mostCounted = 3
    static let headingFactor = 2

    private var sums: [Int]
    private var counts: [Int]
    private var touched: [Int] = []
    private var seen: [UInt32: Int] = [:]

    init(conceptCount: Int) {
        sums = Array(repeating: 0, count: conceptCount)
        counts = sums
    }

    mutating func collect(_ words: [ThemeWord], in text: TokenizedText, heading: Range<Int>?, model: ThemeModel) {
        seen.removeAll(keepingCapacity: true)
        for (index, word) in words.enumerated() where word.hash != 0 {
            var key = word.hash
            var next = index + 1
            let inHeading = heading.map { $0.contains(Int(word.start)) } ?? false
            while let entry = model.term(key) {
                if !entry.postings.isEmpty { add(key, entry.postings, inHeading: inHeading, model: model) }
                guard entry.goesOn, next < words.count, words[next].hash != 0 else { break }
                key = StemHash.join(key, words[next].hash)
                next += 1
            }
        }
    }

    private mutating func add(_ key: UInt32, _ postings: Range<Int>, inHeading: Bool, model: ThemeModel) {
        let times = seen[key, default: 0]
        guard times < Self.mostCounted else { return }
        seen[key] = times + 1
        for index in postings {
            let (concept, weight) = model.posting(index)
            guard concept < sums.count else { continue }
            if sums[concept] == 0 && counts[concept] == 0 { touched.append(concept) }
            sums[concept] += weight * (inHeading ? Self.headingFactor : 1)
            if times == 0 { counts[concept] += 1 }
        }
    }

    /// The sums so far, by concept; starts anew.
    mutating func scores() -> [TopicScore] {
        touched.sort()
        defer { touched.removeAll(keepingCapacity: true) }
        return touched.map { concept in
            defer {
                sums[concept] = 0
                counts[concept] = 0
            }
            return TopicScore(concept: concept, score: sums[concept], evidence: counts[concept])
        }
    }
}
