import Articles
import Console
import Extraction
import Reports

/// A report with little in it, for the index.
struct MadeUpReport {
    var number = 0
    var title: String? = "عنوان"
    var source: String? = "صحيفة"
    var url: String?
    var published: String? = "2026-01-10"
    var text = "نص المقال."
    /// Type, name and link.
    var entities: [(EntityType, String, String?)] = []
    /// Code and label.
    var topics: [(String, String)] = []
    var phrases: [String] = []
    var problems: [String] = []

    var id: ArticleID { ArticleID(high: 0, low: UInt64(number)) }

    var report: Report {
        Report(
            id: id,
            article: Article(title: title, source: source, url: url, published: published, text: text),
            language: "ar",
            sections: [
                .init(
                    section: Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count),
                    entities: Array(entities.indices),
                    themes: []
                )
            ],
            entities: entities.enumerated().map { index, entity in
                var links: Report.Links = [:]
                if let link = entity.2 { links[link.contains("Q") ? "wikidata" : "iso3166"] = link }
                return .init(
                    id: index,
                    type: entity.0,
                    name: entity.1,
                    variants: [entity.1],
                    links: links,
                    salience: 900 - index,
                    mentions: []
                )
            },
            topics: topics.enumerated().map { index, topic in
                .init(
                    id: "t\(index)",
                    scheme: Report.topicScheme,
                    code: topic.0,
                    arabicLabel: topic.1,
                    englishLabel: "topic \(topic.0)",
                    score: 800,
                    sections: [0]
                )
            },
            keyphrases: phrases.enumerated().map { index, phrase in
                .init(id: "k\(index)", text: phrase, score: 700, sections: [0], mentions: [])
            },
            problems: problems.map { .init(section: 0, message: $0) },
            model: .init(name: "made up", version: "1", digest: "0")
        )
    }

    var json: [UInt8] { report.json(pretty: false) }

    func change(_ terms: inout SearchTerms) -> IndexChange {
        .report(
            IndexedReport(report, terms: &terms),
            FileStamp(modified: 1_767_225_600_000_000_000 + Int64(number), size: 1, inode: 1)
        )
    }
}
