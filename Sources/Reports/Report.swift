package import Articles
package import Extraction

/// What was found in one article: the report, version 1. Offsets are code points of the article's text; scores are
/// thousandths, so that the bytes written from them are the same on every machine.
package struct Report: Sendable, Equatable {
    package static let schema = "warraq.report/1"
    /// The vocabulary that topics come from.
    package static let topicScheme = "iptc-mediatopic"

    package var id: ArticleID
    package var article: Article
    package var language: String
    package var sections: [ReportSection]
    package var entities: [Entity]
    /// Adjectives of countries, by their first mention.
    package var nisbas: [Nisba]
    package var topics: [Topic]
    package var keyphrases: [Keyphrase]
    package var problems: [Problem]
    package var model: ModelName

    package init(
        id: ArticleID,
        article: Article,
        language: String,
        sections: [ReportSection],
        entities: [Entity],
        nisbas: [Nisba] = [],
        topics: [Topic],
        keyphrases: [Keyphrase],
        problems: [Problem],
        model: ModelName
    ) {
        self.id = id
        self.article = article
        self.language = language
        self.sections = sections
        self.entities = entities
        self.nisbas = nisbas
        self.topics = topics
        self.keyphrases = keyphrases
        self.problems = problems
        self.model = model
    }

    package struct ReportSection: Sendable, Equatable {
        package var section: Section
        /// The heading's text.
        package var heading: String?
        /// Ids of the entities that are mentioned in it, ascending.
        package var entities: [Int]
        /// Ids of its topics and keyphrases: topics first, each in the report's order.
        package var themes: [String]

        package init(section: Section, heading: String? = nil, entities: [Int], themes: [String]) {
            self.section = section
            self.heading = heading
            self.entities = entities
            self.themes = themes
        }
    }

    /// One thing in the world, with all its mentions.
    package struct Entity: Sendable, Equatable {
        package var id: Int
        package var type: EntityType
        /// The name by which the article (or, where there is a link, the lexicon) knows it.
        package var name: String
        /// The forms that stand in the text, clitics cut off, by frequency, then position.
        package var variants: [String]
        /// The titles that the article gives a person («الرئيس»), as they are written, by frequency, then position.
        package var titles: [String]
        package var links: Links
        /// For dates, amounts …: the normalised value.
        package var value: String?
        package var salience: Int
        package var mentions: [Mention]

        package init(
            id: Int,
            type: EntityType,
            name: String,
            variants: [String],
            titles: [String] = [],
            links: Links,
            value: String? = nil,
            salience: Int,
            mentions: [Mention]
        ) {
            self.id = id
            self.type = type
            self.name = name
            self.variants = variants
            self.titles = titles
            self.links = links
            self.value = value
            self.salience = salience
            self.mentions = mentions
        }
    }

    package struct Mention: Sendable, Equatable {
        package var section: Int
        package var range: Range<Int>
        package var text: String
        /// In thousandths: how sure the section's analysis was of what it saw, before the whole article was weighed.
        package var confidence: Int

        package init(section: Int, range: Range<Int>, text: String, confidence: Int) {
            self.section = section
            self.range = range
            self.text = text
            self.confidence = confidence
        }
    }

    /// A country that the article's adjectives belong to: «الروسي», «الروسية».
    package struct Nisba: Sendable, Equatable {
        /// The country's name.
        package var name: String
        package var links: Links
        /// The entity that is the country itself, where the article names it.
        package var entity: Int?
        /// By position.
        package var mentions: [Mention]

        /// An adjective, clitics cut off.
        package struct Mention: Sendable, Equatable {
            package var section: Int
            package var range: Range<Int>
            package var text: String

            package init(section: Int, range: Range<Int>, text: String) {
                self.section = section
                self.range = range
                self.text = text
            }
        }

        package init(name: String, links: Links, entity: Int?, mentions: [Mention]) {
            self.name = name
            self.links = links
            self.entity = entity
            self.mentions = mentions
        }
    }

    package struct Topic: Sendable, Equatable {
        package var id: String
        package var scheme: String
        package var code: String
        package var arabicLabel: String
        package var englishLabel: String
        package var score: Int
        package var sections: [Int]

        package init(
            id: String,
            scheme: String,
            code: String,
            arabicLabel: String,
            englishLabel: String,
            score: Int,
            sections: [Int]
        ) {
            self.id = id
            self.scheme = scheme
            self.code = code
            self.arabicLabel = arabicLabel
            self.englishLabel = englishLabel
            self.score = score
            self.sections = sections
        }
    }

    package struct Keyphrase: Sendable, Equatable {
        package var id: String
        package var text: String
        package var score: Int
        package var sections: [Int]
        package var mentions: [Place]

        package init(id: String, text: String, score: Int, sections: [Int], mentions: [Place]) {
            self.id = id
            self.text = text
            self.score = score
            self.sections = sections
            self.mentions = mentions
        }
    }

    package struct Place: Sendable, Equatable {
        package var section: Int
        package var range: Range<Int>

        package init(section: Int, range: Range<Int>) {
            self.section = section
            self.range = range
        }
    }

    /// Something that keeps the report from being whole. Its text depends on the article alone.
    package struct Problem: Sendable, Equatable {
        package var section: Int?
        package var message: String

        package init(section: Int? = nil, message: String) {
            self.section = section
            self.message = message
        }
    }

    package struct ModelName: Sendable, Equatable {
        package var name: String
        package var version: String
        package var digest: String

        package init(name: String, version: String, digest: String) {
            self.name = name
            self.version = version
            self.digest = digest
        }

        /// The name that a report by `model` has.
        package init(_ model: Model) {
            self.init(name: model.name, version: model.version, digest: model.digest)
        }
    }
}
