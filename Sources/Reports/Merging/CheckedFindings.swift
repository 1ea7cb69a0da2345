internal import Articles
package import Extraction

/// The findings of one section, with whatever does not fit the section left out.
///
/// Findings come over a socket. A worker of this version sends none that don't fit, but a report must not depend on
/// trust: a range outside its section, an empty one or one that overlaps the one before, a confidence that is none,
/// and sums that could overflow are dropped and counted; the report then names the section under its problems.
package struct CheckedFindings: Sendable, Equatable {
    package private(set) var findings: Findings
    /// How many mentions, adjectives, words and topic scores were left out.
    package private(set) var dropped = 0

    /// Checks `findings` against a section that is `length` code points long.
    package init(_ findings: Findings, length: Int) {
        self.findings = Findings(tokenCount: min(max(findings.tokenCount, 0), max(length, 0)))
        self.findings.mentions = fittingMentions(findings.mentions, length: length)
        self.findings.phraseWords = fittingWords(findings.phraseWords, length: length)
        self.findings.nisbas = fittingNisbas(findings.nisbas, length: length)
        func fits(_ topic: TopicScore) -> Bool {
            topic.concept >= 0 && topic.evidence >= 0 && topic.evidence <= Self.largest
                && abs(clamping: topic.score) <= Self.largest
        }
        self.findings.topics = findings.topics.allSatisfy(fits) ? findings.topics : findings.topics.filter(fits)
        dropped += findings.topics.count - self.findings.topics.count
    }

    /// More than any section can give, and small enough that sums over an article can't overflow.
    private static let largest = 1 << 40

    private mutating func fittingMentions(_ mentions: [EntityMention], length: Int) -> [EntityMention] {
        var isSound = true
        var last = 0
        for mention in mentions {
            isSound =
                isSound && Self.fits(mention.range, length: length) && mention.range.lowerBound >= last
                && (0...1000).contains(mention.confidence) && mention.value?.isEmpty != true
            last = mention.range.upperBound
        }
        guard !isSound else { return mentions }
        var fitting: [EntityMention] = []
        fitting.reserveCapacity(mentions.count)
        var end = 0
        for var mention in mentions.sortedIfNeeded(by: { Self.precedes($0.range, $1.range) }) {
            guard Self.fits(mention.range, length: length), mention.range.lowerBound >= end,
                (0...1000).contains(mention.confidence)
            else {
                dropped += 1
                continue
            }
            if mention.value?.isEmpty == true { mention.value = nil }
            fitting.append(mention)
            end = mention.range.upperBound
        }
        return fitting
    }

    private mutating func fittingNisbas(_ nisbas: [NisbaMention], length: Int) -> [NisbaMention] {
        if nisbas.isEmpty { return nisbas }
        var fitting: [NisbaMention] = []
        fitting.reserveCapacity(nisbas.count)
        var end = 0
        for nisba in nisbas.sortedIfNeeded(by: { Self.precedes($0.range, $1.range) }) {
            guard Self.fits(nisba.range, length: length), nisba.range.lowerBound >= end,
                NisbaMention.isCountry(nisba.country)
            else {
                dropped += 1
                continue
            }
            fitting.append(nisba)
            end = nisba.range.upperBound
        }
        return fitting
    }

    private mutating func fittingWords(_ words: [PhraseWord], length: Int) -> [PhraseWord] {
        if Self.areSound(words, length: length) { return words }
        var fitting: [PhraseWord] = []
        fitting.reserveCapacity(words.count)
        var end = 0
        for word in words.sortedIfNeeded(by: { Self.precedes($0.range, $1.range) }) {
            guard Self.fits(word.range, length: length), word.range.lowerBound >= end else {
                dropped += 1
                continue
            }
            fitting.append(word)
            end = word.range.upperBound
        }
        return fitting
    }

    /// Whether each word fits and stands behind the one before: then the last one alone says whether they end in time.
    private static func areSound(_ words: [PhraseWord], length: Int) -> Bool {
        var end = 0
        for word in words {
            if word.range.lowerBound < end || word.range.isEmpty { return false }
            end = word.range.upperBound
        }
        return end <= length || words.isEmpty
    }

    private static func fits(_ range: Range<Int>, length: Int) -> Bool {
        !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= length
    }

    private static func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
    }
}

private func abs(clamping number: Int) -> Int {
    number == .min ? .max : abs(number)
}

extension Array {
    /// The elements in order; the array itself where they are so already, which is what well-made findings are.
    fileprivate func sortedIfNeeded(by precedes: (Element, Element) -> Bool) -> [Element] {
        for index in indices.dropFirst() where precedes(self[index], self[index - 1]) {
            // Swift's sort is stable in fact, not by contract: equal ranges are told apart by where they stood.
            return enumerated().sorted { left, right in
                precedes(left.element, right.element)
                    || (!precedes(right.element, left.element) && left.offset < right.offset)
            }.map(\.element)
        }
        return self
    }
}
