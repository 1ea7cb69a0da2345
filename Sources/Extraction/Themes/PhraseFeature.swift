/// What the ranker looks at in a phrase. Counts are whole numbers up to 255; shares, rarities and logarithms are in
/// 1024ths.
package enum PhraseFeature: Int, CaseIterable, Sendable {
    /// Words, 1 to 4.
    case words
    /// Occurrences.
    case count
    /// Occurrences, over those of the most frequent phrase of as many words.
    case relativeFrequency
    /// Code points before the first occurrence: log2(1 + n / 7), about words.
    case first
    /// First and last occurrence, and the way between them, over the article's length.
    case firstShare
    case lastShare
    case spread
    /// Sections with it, and their share of all that are mined.
    case sections
    case sectionShare
    /// Occurrences in headings.
    case headings
    /// Share of its occurrences in the first words of a sentence.
    case openings
    /// Mean, greatest and least rarity of its words in the background, and those of the first and the last word: 1024
    /// for a stem never seen, 0 for one everywhere.
    case rarity
    case greatestRarity
    case leastRarity
    case headRarity
    case endRarity
    /// Words that the background does not have.
    case unseen
    /// log2(1 + occurrences) × rarity, and that over the greatest of the article.
    case weight
    case relativeWeight
    /// 1 or 0: forms; see ``PhraseTraits``.
    case definite
    case construct
    case relational
    case pronoun
    case accusative
    case genericHead
    case genericEnd
    case genericInside
    case bare
    case apposition
    case conjunction
    case attachment
    case relationalEnd
    case foreign
    case mayBeName
    /// Occurrences of the longer phrase that has it most often, over its own.
    case contained
    /// Longer phrases by one word that have it.
    case extensions
    /// Its occurrences over those of its rarest and of its most frequent word.
    case cohesion
    case dominance
    /// Occurrences of its rarest and of its most frequent word.
    case leastWord
    case greatestWord
    /// Letters of its stems, and by word.
    case letters
    case wordLetters
    /// log2(1 + tokens of the article).
    case articleLength
    /// Shares of its occurrences: only as the adjective of another word; that no longer phrase has; with a clitic.
    case attribute
    case maximal
    case proclitic
    /// Shares of its occurrences that are, or are part of, a name of a kind.
    case place
    case person
    case organisation
    case otherName
    case value
    /// Shares of its occurrences that are a whole name, a piece of a longer one.
    case wholeName
    case piece
    /// Greatest weight of a longer phrase by one word, and of a shorter one, over its own.
    case longerWeight
    case shorterWeight
    /// What its words say of subjects of the topic vocabulary, 0 to 3: the most, the sum, the first, the last.
    case subject
    case subjectSum
    case headSubject
    case endSubject
    /// Shares of its occurrences that a word goes on with, before and behind; that belong to a noun before them.
    case leftExtended
    case rightExtended
    case dependent
    /// Shares of its occurrences that are cut off from what they belong to; that end with a bare noun.
    case severed
    case bareShare
    /// Share of its words that the title has.
    case title
    /// 1 where no word of it names more than any article of its kind has; see ``PhraseTraits``.
    case common
    /// Log odds, in 1024ths, by the crowd's trees and the editor's additions: what the readers' trees know of those.
    case crowd
}

/// The features of an article's phrases: a row of ``PhraseFeature`` for each.
package struct PhraseFeatures: Sendable, Equatable {
    /// The last feature's number and one more.
    package static var count: Int { PhraseFeature.crowd.rawValue + 1 }
    package private(set) var values: [Int32]

    /// The features of every phrase of `article`, in its order.
    init(of article: ArticlePhrases) {
        let measures = PhraseMeasures(of: article)
        let rows = article.phrases.count
        values = Array(unsafeUninitializedCapacity: rows * Self.count) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            start.initialize(repeating: 0, count: rows * Self.count)
            for row in 0..<rows {
                measures.measure(PhraseCounts(of: row, in: article), into: start + row * Self.count)
            }
            count = rows * Self.count
        }
    }
}
