package import Articles
package import Extraction

/// What was found in one article: the report, version 1. Offsets are code points of the article's text; scores are
/// thousandths, so that the bytes written from them are the same on every machine.
package struct Report: Sendable, Equatable {
    package static let schema = "warraq.report/1"

    package var id: ArticleID
    package var article: Article
    package var language: String
    package var sections: [ReportSection]
    package var entities: [Entity]
    package var topics: [Topic]
    package var keyphrases: [Keyphrase]
    package var problems: [Problem]
    package var model: ModelName

    package struct ReportSection: Sendable, Equatable {
        package var section: Section
        /// The heading's text.
        package var heading: String?
        /// Ids of the entities that are mentioned in it, ascending.
        package var entities: [Int]
        /// Ids of its topics and keyphrases: topics first, each in the report's order.
        package var themes: [String]
    }

    /// One thing in the world, with all its mentions.
    package struct Entity: Sendable, Equatable {
        package var id: Int
        package var type: EntityType
        /// The name by which the article (or, where there is a link, the lexicon) knows it.
        package var name: String
        /// The forms that stand in the text, clitics cut off, by frequency, then position.
        package var variants: [String]
        /// By scheme («iso3166», «wikidata»).
        package var links: [String: String]
        /// For dates, amounts …: the normalised value.
        package var value: String?
        package var salience: Int
        package var mentions: [Mention]
    }

    package struct Mention: Sendable, Equatable {
        package var section: Int
        package var range: Range<Int>
        package var text: String
        package var confidence: Int
    }

    package struct Topic: Sendable, Equatable {
        package var id: String
        package var scheme: String
        package var code: String
        package var arabicLabel: String
        package var englishLabel: String
        package var score: Int
        package var sections: [Int]
    }

    package struct Keyphrase: Sendable, Equatable {
        package var id: String
        package var text: String
        package var score: Int
        package var sections: [Int]
        package var mentions: [Place]
    }

    package struct Place: Sendable, Equatable {
        package var section: Int
        package var range: Range<Int>
    }

    /// Something that keeps the report from being whole. Its text depends on the article alone.
    package struct Problem: Sendable, Equatable {
        package var section: Int?
        package var message: String
    }

    package struct ModelName: Sendable, Equatable {
        package var name: String
        package var version: String
        package var digest: String
    }
}
