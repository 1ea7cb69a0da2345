/// What was found in one section: all that the merge needs to know of it. Offsets are code points from the section's
/// start. Scores are integers, so that a report's bytes do not depend on a machine's arithmetic.
package struct Findings: Sendable, Equatable {
    /// By start; they do not overlap.
    package var mentions: [EntityMention]
    /// By position; they do not overlap.
    package var phraseWords: [PhraseWord]
    /// By concept; additive over sections.
    package var topics: [TopicScore]
    /// Adjectives of countries, by position; they may stand inside mentions («وزارة الخارجية الروسية»).
    package var nisbas: [NisbaMention]
    package var tokenCount: Int

    package init(
        mentions: [EntityMention] = [],
        phraseWords: [PhraseWord] = [],
        topics: [TopicScore] = [],
        nisbas: [NisbaMention] = [],
        tokenCount: Int = 0
    ) {
        self.mentions = mentions
        self.phraseWords = phraseWords
        self.topics = topics
        self.nisbas = nisbas
        self.tokenCount = tokenCount
    }
}

/// A name, date, amount … in a section, its clitics cut off.
package struct EntityMention: Sendable, Hashable {
    /// Code points from the section's start, half open.
    package var range: Range<Int>
    package var type: EntityType
    /// In thousandths, 0 to 1000.
    package var confidence: Int
    /// For the merge to weigh where the article as a whole decides. Empty for what rules found.
    package var support: TypeSupport
    /// What a rule read out of it: «2026-11-23», «3000000 USD», «12.5».
    package var value: String?

    package init(
        range: Range<Int>,
        type: EntityType,
        confidence: Int,
        support: TypeSupport = TypeSupport(),
        value: String? = nil
    ) {
        self.range = range
        self.type = type
        self.confidence = confidence
        self.support = support
        self.value = value
    }
}

/// An adjective that belongs to a country («الروسي», «أميركية»): no entity of its own, but a word for its country.
package struct NisbaMention: Sendable, Hashable {
    /// Code points from the section's start, half open; clitics cut off, the article as written.
    package var range: Range<Int>
    /// The country's code of ISO 3166-1, two letters, or -2 for one that is a part of another: «GB-ENG».
    package var country: String

    package init(range: Range<Int>, country: String) {
        self.range = range
        self.country = country
    }

    /// The code of the state that the country is, or is a part of: two letters.
    package var state: Substring { country.prefix(2) }

    /// Whether letters are a country's code.
    package static func isCountry(_ code: String) -> Bool {
        let isAlpha2 = code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) }
        return isAlpha2 || ConstituentCountry(code: code) != nil
    }

    /// The scheme under which reports have a country's code.
    package static func scheme(of country: String) -> String {
        country.utf8.count == 2 ? "iso3166" : ConstituentCountry.scheme
    }
}

/// A noun, adjective or name: what phrases are made of. Which words make a phrase, and which phrases are shown, is found
/// where the whole article is known: the words are all that a section says of it.
package struct PhraseWord: Sendable, Hashable {
    /// Code points from the section's start, clitics cut off.
    package var range: Range<Int>
    /// The hash of its stem: inflected and cliticised forms of a word share it.
    package var stem: UInt32
    /// Bits: see `WordTraits`.
    package var traits: UInt32

    package init(range: Range<Int>, stem: UInt32, traits: UInt32 = 0) {
        self.range = range
        self.stem = stem
        self.traits = traits
    }
}

/// What a section says for one concept of the topic vocabulary: sums that are added over the sections of an article.
package struct TopicScore: Sendable, Hashable {
    /// The concept's place in the model's table of concepts.
    package var concept: Int
    /// Sum of the weights of the section's features, in fixed point.
    package var score: Int
    /// How many features spoke for it.
    package var evidence: Int

    package init(concept: Int, score: Int, evidence: Int) {
        self.concept = concept
        self.score = score
        self.evidence = evidence
    }
}
