internal import ArabicText
package import Articles
package import Extraction
package import Reports

/// What the index keeps of one report.
package struct IndexedReport: Sendable, Equatable {
    /// Something that several articles may speak of.
    package struct Entity: Sendable, Equatable {
        /// By which it is the same in every article: its link, or else its type and its folded name.
        package var key: String
        package var type: EntityType
        package var name: String
        package var folded: String
        /// «iso3166:EG», «wikidata:Q79».
        package var link: String?
        package var salience: Int
        package var mentions: Int
    }

    package enum ThemeKind: String, Sendable, CaseIterable { case topic, phrase }

    package struct Theme: Sendable, Equatable {
        /// A topic's code, or a phrase's terms.
        package var key: String
        package var kind: ThemeKind
        package var arabicName: String
        package var englishName: String
        package var score: Int
    }

    package var id: ArticleID
    /// The article's own title, the first 500 characters of one that is longer, or the first words of its text.
    package var title: String
    package var source: String?
    package var url: String?
    package var published: String?
    /// When it was published, where that is said in a way that is understood.
    package var day: CalendarDay?
    package var language: String
    /// The first words of the text, behind the title if that stands in it.
    package var excerpt: String
    package var sections: Int
    package var problems: [String]
    package var missingSections: Int
    package var entities: [Entity]
    package var themes: [Theme]
    package var titleTerms: String
    package var textTerms: String

    package init(_ report: Report, terms: inout SearchTerms) {
        let article = report.article
        let opening = Opening(article)
        id = report.id
        title = opening.title
        excerpt = opening.excerpt
        source = article.source
        url = article.url
        published = article.published
        day = article.published.flatMap { CalendarDay(iso8601: $0) ?? CalendarDay(feed: $0) }
        language = report.language
        sections = report.sections.count
        problems = report.problems.map { problem in
            problem.section.map { "section \($0): \(problem.message)" } ?? problem.message
        }
        missingSections = report.missingSections.count
        titleTerms = terms.terms(of: opening.searched)
        textTerms = terms.terms(of: article.text)
        entities = Self.entities(report)
        themes = Self.themes(report, &terms)
    }

    /// Two entities of one report may be one to the index: then their mentions count together.
    private static func entities(_ report: Report) -> [Entity] {
        var entities: [Entity] = []
        var places: [String: Int] = [:]
        for entity in report.entities {
            let folded = FoldedText(folding: entity.name)
            let name = folded.string(folded.letters.indices)
            let link = ["iso3166", "wikidata"].lazy.compactMap { scheme in
                entity.links[scheme].map { "\(scheme):\($0)" }
            }.first
            let key = link ?? "\(entity.type.label):\(entity.value ?? name)"
            if let place = places[key] {
                entities[place].mentions += entity.mentions.count
                entities[place].salience = max(entities[place].salience, entity.salience)
                continue
            }
            places[key] = entities.count
            entities.append(
                Entity(
                    key: key,
                    type: entity.type,
                    name: entity.name,
                    folded: name,
                    link: link,
                    salience: entity.salience,
                    mentions: entity.mentions.count
                )
            )
        }
        return entities
    }

    private static func themes(_ report: Report, _ terms: inout SearchTerms) -> [Theme] {
        var themes: [Theme] = report.topics.map { topic in
            Theme(
                key: topic.code,
                kind: .topic,
                arabicName: topic.arabicLabel,
                englishName: topic.englishLabel,
                score: topic.score
            )
        }
        var taken: Set<String> = []
        for phrase in report.keyphrases {
            let key = terms.terms(of: phrase.text)
            guard !key.isEmpty, taken.insert(key).inserted else { continue }
            themes.append(
                Theme(
                    key: key,
                    kind: .phrase,
                    arabicName: phrase.text,
                    englishName: phrase.text,
                    score: phrase.score
                )
            )
        }
        return themes
    }

    /// What a list shows of an article.
    private struct Opening {
        var title: String
        var excerpt: String
        /// All of the title.
        var searched: String

        private static let titleLength = 110
        /// Of a title that the article has: lists would be as long as what some feed calls a title.
        private static let longestTitle = 500
        private static let excerptLength = 220

        init(_ article: Article) {
            // A bounded part of the text is looked at: some articles are megabytes long.
            let head = article.text.prefix(2000).split(whereSeparator: \.isWhitespace)
            let titleWords = article.title?.split(whereSeparator: \.isWhitespace) ?? []
            if let own = article.title, !titleWords.isEmpty {
                searched = own
                title = Self.cut(titleWords[...], at: Self.longestTitle)
                excerpt = Self.cut(head.starts(with: titleWords) ? head.dropFirst(titleWords.count) : head[...])
            } else {
                title = Self.cut(head[...], at: Self.titleLength)
                searched = title
                excerpt = Self.cut(
                    head.dropFirst(title.hasSuffix("…") ? title.split(separator: " ").count : head.count)
                )
            }
        }

        /// As many whole words as fit.
        private static func cut(_ words: ArraySlice<Substring>, at length: Int = excerptLength) -> String {
            var text = ""
            for word in words {
                guard text.count + word.count < length || text.isEmpty else { return text + "…" }
                text += (text.isEmpty ? "" : " ") + word.prefix(length)
            }
            return text
        }
    }
}
