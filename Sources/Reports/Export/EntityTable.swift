internal import Articles
internal import Extraction

/// A table of entities: a record for each entity of each report.
package enum EntityTable {
    /// The names of the columns.
    package static let header: [CSVWriter.Field] = [
        "report", "source", "title", "published", "url", "entity", "type", "name", "variants", "titles", "value",
        "iso3166", "wikidata", "country", "salience", "mentions", "sections", "first_start", "first_end",
    ].map { .text($0) }

    /// The records of one report. Lists have `|` between their items; `first_start` and `first_end` are code points of
    /// the article's text.
    package static func write(_ report: Report, to writer: inout CSVWriter) {
        for entity in report.entities {
            let first = entity.mentions.map(\.range).min { $0.lowerBound < $1.lowerBound }
            writer.record([
                .text(report.id.description),
                .text(report.article.source),
                .text(report.article.title),
                .text(report.article.published),
                .text(report.article.url),
                .number(entity.id),
                .text(entity.type.label),
                .text(entity.name),
                .list(entity.variants),
                .list(entity.titles),
                .text(entity.value),
                .text(entity.links["iso3166"]),
                .text(entity.links["wikidata"]),
                .text(entity.links["country"]),
                .score(entity.salience),
                .number(entity.mentions.count),
                .list(Set(entity.mentions.map(\.section)).sorted().map(String.init)),
                first.map { .number($0.lowerBound) } ?? .text(nil),
                first.map { .number($0.upperBound) } ?? .text(nil),
            ])
        }
    }
}
