internal import Articles

/// A table of themes: a record for each topic and each keyphrase of each report.
package enum ThemeTable {
    /// The names of the columns.
    package static let header: [CSVWriter.Field] = [
        "report", "source", "title", "published", "url", "theme", "kind", "scheme", "code", "label_ar", "label_en",
        "score", "sections", "mentions",
    ].map { .text($0) }

    /// The records of one report. A keyphrase has its text for its Arabic label; a topic has no mentions.
    package static func write(_ report: Report, to writer: inout CSVWriter) {
        func record(_ fields: [CSVWriter.Field]) {
            let article: [CSVWriter.Field] = [
                .text(report.id.description), .text(report.article.source), .text(report.article.title),
                .text(report.article.published), .text(report.article.url),
            ]
            writer.record(article + fields)
        }
        for topic in report.topics {
            record([
                .text(topic.id), .text("topic"), .text(topic.scheme), .text(topic.code), .text(topic.arabicLabel),
                .text(topic.englishLabel), .score(topic.score), .list(topic.sections.map(String.init)), .text(nil),
            ])
        }
        for phrase in report.keyphrases {
            record([
                .text(phrase.id), .text("keyphrase"), .text(nil), .text(nil), .text(phrase.text), .text(nil),
                .score(phrase.score), .list(phrase.sections.map(String.init)), .number(phrase.mentions.count),
            ])
        }
    }
}
