internal import Articles

/// The phrase candidates of an article, put together from those of its sections.
struct ArticlePhrases {
    struct Phrase {
        var key: String
        var wordHashes: [UInt32]
        var traits: PhraseTraits
        var letterCount: Int
        var mentions: [RankedPhrase.Mention]
        var sectionCount: Int
        var headingMentions = 0
        /// Mentions that are, or are part of, the name of a place; of another entity.
        var placeMentions = 0
        var nameMentions = 0
        /// Mentions that are a piece of a longer name.
        var pieceMentions = 0
        /// Occurrences of the longer phrase that has it most often.
        var longest = 0
        var extensions = 0
    }

    private(set) var phrases: [Phrase] = []
    private var places: [String: Int] = [:]
    /// Occurrences by stem.
    private(set) var wordFrequency: [UInt32: Int] = [:]
    /// The article's tokens, and its length in code points.
    private(set) var tokenCount = 0
    private(set) var minedSections = 0
    let length: Int

    /// `findings` has an element for each of `sections`, `nil` where there are none.
    init(sections: [Section], length: Int, findings: [Findings?]) {
        self.length = length
        let expected = findings.reduce(0) { $0 + ($1?.phrases.count ?? 0) }
        places.reserveCapacity(expected)
        phrases.reserveCapacity(expected)
        for (section, found) in zip(sections, findings) {
            guard let found, section.kind != .boilerplate else { continue }
            tokenCount += found.tokenCount
            minedSections += 1
            for candidate in found.phrases { add(candidate, from: section, mentions: found.mentions) }
        }
        for phrase in phrases where phrase.wordHashes.count == 1 {
            wordFrequency[phrase.wordHashes[0]] = phrase.mentions.count
        }
        countContainment()
    }

    private mutating func add(_ candidate: PhraseCandidate, from section: Section, mentions: [EntityMention]) {
        let place: Int
        if let known = places[candidate.key] {
            place = known
        } else {
            place = phrases.count
            places[candidate.key] = place
            let words = StemHash.words(of: candidate.key)
            phrases.append(
                Phrase(
                    key: candidate.key,
                    wordHashes: words.hashes,
                    traits: [],
                    letterCount: words.letters,
                    mentions: [],
                    sectionCount: 0
                )
            )
        }
        phrases[place].traits.formUnion(PhraseTraits(rawValue: candidate.traits))
        phrases[place].sectionCount += 1
        for occurrence in candidate.occurrences {
            let start = occurrence.lowerBound + section.range.lowerBound
            let end = occurrence.upperBound + section.range.lowerBound
            guard start < end, end <= min(section.range.upperBound, length) else { continue }
            phrases[place].mentions.append(.init(section: section.index, range: start..<end))
            if let heading = section.heading, heading.contains(start) { phrases[place].headingMentions += 1 }
            countNames(in: occurrence, mentions: mentions, phrase: place)
        }
    }

    private mutating func countNames(in occurrence: Range<Int>, mentions: [EntityMention], phrase: Int) {
        // The first mention that ends behind the occurrence's start.
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].range.upperBound <= occurrence.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < mentions.count else { return }
        let mention = mentions[low]
        guard mention.range.lowerBound < occurrence.upperBound else { return }
        let covers =
            mention.range.lowerBound <= occurrence.lowerBound && mention.range.upperBound >= occurrence.upperBound
        if covers {
            if mention.range.count > occurrence.count { phrases[phrase].pieceMentions += 1 }
            if mention.type == .location {
                phrases[phrase].placeMentions += 1
            } else {
                phrases[phrase].nameMentions += 1
            }
        } else if mention.range.lowerBound < occurrence.lowerBound {
            phrases[phrase].pieceMentions += 1
        } else {
            // The occurrence may end inside a name.
            var last = low
            while last + 1 < mentions.count, mentions[last + 1].range.lowerBound < occurrence.upperBound { last += 1 }
            if mentions[last].range.upperBound > occurrence.upperBound { phrases[phrase].pieceMentions += 1 }
        }
    }

    /// For each phrase, how often it stands in the longer ones by one word.
    private mutating func countContainment() {
        var byHash: [UInt64: Int] = [:]
        byHash.reserveCapacity(phrases.count)
        for (place, phrase) in phrases.enumerated() { byHash[StemHash.phrase(phrase.wordHashes)] = place }
        for phrase in phrases where phrase.wordHashes.count > 1 {
            let withoutLast = StemHash.phrase(phrase.wordHashes.dropLast())
            let withoutFirst = StemHash.phrase(phrase.wordHashes.dropFirst())
            let count = phrase.mentions.count
            for hash in withoutLast == withoutFirst ? [withoutLast] : [withoutLast, withoutFirst] {
                guard let place = byHash[hash] else { continue }
                phrases[place].longest = max(phrases[place].longest, count)
                phrases[place].extensions += 1
            }
        }
    }
}
