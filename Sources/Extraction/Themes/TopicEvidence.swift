internal import ArabicText

/// Adds up what the terms in a section say for the concepts of the topic vocabulary.
///
/// A term is one to four stems in a row; a stem alone has to have an ending of the term's own (``WordEnding``). It counts
/// with its weight, twice in a heading, and at most three times in a section, so that one word that is said over and over
/// does not make a topic.
struct TopicEvidence {
    static let mostCounted = 3
    static let headingFactor = 2
    /// A term of this weight is evidence of a concept by itself; lesser ones («وزير», «لجنة») only add to it.
    static let leastTelling = 3

    private var sums: [Int]
    private var counts: [Int]
    private var touched: [Int] = []
    /// How often each term was counted, by its first posting, and which were.
    private var times: [UInt8]
    private var terms: [Int] = []

    init(conceptCount: Int, postingCount: Int) {
        times = Array(repeating: 0, count: postingCount)
        sums = Array(repeating: 0, count: conceptCount)
        counts = sums
    }

    mutating func collect(_ words: [ThemeWord], in text: TokenizedText, heading: Range<Int>?, model: ThemeModel) {
        for (index, word) in words.enumerated() where word.hash != 0 {
            var key = word.hash
            var next = index + 1
            let inHeading = heading.map { $0.contains(Int(word.start)) } ?? false
            while let entry = model.term(key) {
                if !entry.postings.isEmpty {
                    // Behind the first word a term has all its words, so that their endings no longer matter.
                    let ending = next == index + 1 ? Self.ending(of: word, text.tokens[index], in: text.folded) : nil
                    add(entry.postings, ending: ending, inHeading: inHeading, model: model)
                }
                guard entry.goesOn, next < words.count, words[next].hash != 0 else { break }
                key = StemHash.join(key, words[next].hash)
                next += 1
            }
        }
        for term in terms { times[term] = 0 }
        terms.removeAll(keepingCapacity: true)
    }

    private static func ending(of word: ThemeWord, _ token: Token, in folded: FoldedText) -> WordEnding {
        let start = min(word.stem.upperBound, token.letters.upperBound)
        return WordEnding(folded.letters[start..<token.letters.upperBound])
    }

    /// Adds what a term says; of a term of one word, what it says with this ending.
    private mutating func add(_ postings: Range<Int>, ending: WordEnding?, inHeading: Bool, model: ThemeModel) {
        let term = postings.lowerBound
        guard term < times.count, times[term] < Self.mostCounted else { return }
        let isFirst = times[term] == 0
        var isCounted = false
        for index in postings {
            let (concept, weight, endings) = model.posting(index)
            guard concept < sums.count, ending?.isIn(endings) ?? true else { continue }
            isCounted = true
            if sums[concept] == 0 { touched.append(concept) }
            sums[concept] += weight * (inHeading ? Self.headingFactor : 1)
            if isFirst, weight >= Self.leastTelling { counts[concept] += 1 }
        }
        guard isCounted else { return }
        if isFirst { terms.append(term) }
        times[term] += 1
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
