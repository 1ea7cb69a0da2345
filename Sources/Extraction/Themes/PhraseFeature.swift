/// What the ranker looks at in a phrase, each about 0…1; see Documentation/Themes.md.
package enum PhraseFeature: Int, CaseIterable, Sendable {
    case bias
    /// log2(1 + occurrences) / 8.
    case frequency
    /// Occurrences, over those of the most frequent phrase of as many words.
    case relativeFrequency
    /// 1 at the article's start, 0 at its end: the first occurrence.
    case first
    /// 1 / (1 + words before the first occurrence / 50).
    case early
    /// From first to last occurrence, over the article's length.
    case spread
    /// Sections with it, over all that are mined.
    case sections
    /// Stands in a heading or in the title.
    case heading
    /// Mean, greatest and least rarity of its words in the background: 1 for a stem never seen, 0 for one everywhere.
    case rarity
    case greatestRarity
    case leastRarity
    /// frequency × rarity.
    case frequencyTimesRarity
    /// A word that the background does not have.
    case unseen
    case definite
    case construct
    case relational
    case pronoun
    case accusative
    case genericHead
    case genericEnd
    case bare
    case apposition
    case conjunction
    /// Occurrences of the longer phrase that has it most often, over its own.
    case contained
    /// log2(1 + longer phrases by one word that have it) / 6.
    case extensions
    /// Its occurrences over those of its rarest word.
    case cohesion
    /// Mean of log2(1 + occurrences of each of its words) / 8.
    case wordFrequency
    case threeWords
    case fourWords
    /// Letters of its stems / 20.
    case letters
    /// log2(words of the article) / 16.
    case articleLength
    /// Stands only as the adjective of another word.
    case attribute
    /// Most occurrences are the name of a place, or of another kind of entity.
    case place
    case name
}

/// The features of one phrase in one article.
package struct PhraseFeatures: Sendable, Equatable {
    package var wordCount: Int
    /// By ``PhraseFeature``.
    package var values: [Double]

    package init(wordCount: Int) {
        self.wordCount = wordCount
        values = Array(repeating: 0, count: PhraseFeature.allCases.count)
    }

    package subscript(feature: PhraseFeature) -> Double {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }
}
