/// Adds up what the terms in a section say for the concepts of the topic vocabulary.
///
/// A term is one to four stems in a row; a stem alone has to have an ending of the term's own (``WordEnding``). It counts
/// with its weight, twice in a heading and where the lead opens, and at most three times in a section, so that one word
/// that is said over and over does not make a topic. In a term that silences its words, «الدفاع المدني», these and shorter
/// terms say nothing.
struct TopicEvidence {
    static let mostCounted = 3
    /// How much a word counts in a heading and where the lead opens.
    static let headingFactor = 2
    /// A term of this weight is evidence of a concept by itself; lesser ones («وزير», «لجنة») only add to it.
    static let leastTelling = 3

    /// So many words ahead what the vocabulary has of a word is fetched.
    private static let ahead = 8

    private var sums: [Int]
    private var counts: [Int]
    private var touched: [Int] = []
    /// How often each term was counted, by its first posting, and which were.
    private var times: [UInt8]
    private var terms: [Int] = []
    /// The terms that begin with a word, and the words behind them.
    private var matches: [(postings: Range<Int>, next: Int)] = []

    init(conceptCount: Int, postingCount: Int) {
        times = Array(repeating: 0, count: postingCount)
        sums = Array(repeating: 0, count: conceptCount)
        counts = sums
    }

    /// Adds what `words` say, and marks those that say something of a topic: ``WordTraits/subject``.
    mutating func collect(
        _ words: UnsafeMutableBufferPointer<ThemeWord>,
        heading: Range<Int>?,
        isLead: Bool,
        model: ThemeModel
    ) {
        // Words before this one stand in a term that says what they do not.
        var silentEnd = 0
        for index in words.indices {
            let later = index + Self.ahead
            if later + 1 < words.count, words[later].entry != 0 {
                model.fetch(words[later].entry, of: words[later].hash, before: words[later + 1].hash)
            }
            var found = words[index].entry
            guard found != 0 else { continue }
            var key = words[index].hash
            var next = index + 1
            var silenceEnd = 0
            while found != 0 {
                let entry = model.term(found)
                if !entry.postings.isEmpty {
                    if next > index + 1, model.silencesItsWords(entry.postings) { silenceEnd = next }
                    matches.append((entry.postings, next))
                }
                guard entry.goesOn, next < words.count, words[next].hash != 0 else { break }
                key = StemHash.join(key, words[next].hash)
                found = model.entry(of: key)
                next += 1
            }
            guard !matches.isEmpty else { continue }
            let isRaised =
                isLead && index < TopicRanking.opening
                || heading.map { $0.contains(Int(words[index].start)) } ?? false
            for (postings, next) in matches {
                // Behind the first word a term has all its words, so that their endings no longer matter.
                let ending = next == index + 1 ? words[index].ending : nil
                let isSilent = next <= silentEnd || next < silenceEnd
                let weight = add(postings, ending: ending, isRaised: isRaised, isSilent: isSilent, model: model)
                let subject = Self.subject(ofWeight: weight)
                guard subject > 0 else { continue }
                for place in index..<next { words[place].traits.subject = max(words[place].traits.subject, subject) }
            }
            silentEnd = max(silentEnd, silenceEnd)
            matches.removeAll(keepingCapacity: true)
        }
        for term in terms { times[term] = 0 }
        terms.removeAll(keepingCapacity: true)
    }

    /// ``WordTraits/subject`` of a word of a term with this weight.
    private static func subject(ofWeight weight: Int) -> Int {
        weight >= leastTelling + 2 ? 3 : weight >= leastTelling - 1 ? 2 : weight > 0 ? 1 : 0
    }

    /// Adds what a term says; of a term of one word, what it says with this ending; of one that a longer term silences,
    /// what it says of classes of words. Returns its greatest weight for a topic, 0 where it has none.
    private mutating func add(
        _ postings: Range<Int>,
        ending: WordEnding?,
        isRaised: Bool,
        isSilent: Bool,
        model: ThemeModel
    ) -> Int {
        let term = postings.lowerBound
        guard term < times.count else { return 0 }
        let isFirst = times[term] == 0
        let mayCount = times[term] < Self.mostCounted
        var isCounted = false
        var greatest = 0
        for index in postings {
            let (concept, weight, endings) = model.posting(index)
            guard concept < sums.count, ending?.isIn(endings) ?? true else { continue }
            if concept < model.topicCount { greatest = max(greatest, weight) }
            guard mayCount, !isSilent || concept >= model.topicCount else { continue }
            isCounted = true
            if sums[concept] == 0 { touched.append(concept) }
            sums[concept] += weight * (isRaised ? Self.headingFactor : 1)
            if isFirst, weight >= Self.leastTelling { counts[concept] += 1 }
        }
        guard isCounted else { return greatest }
        if isFirst { terms.append(term) }
        times[term] += 1
        return greatest
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
