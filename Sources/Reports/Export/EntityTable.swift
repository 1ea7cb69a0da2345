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
                .list(variants(of: entity)),
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

    /// A bar divides a list's items; an address may have one, and means the same where it is escaped.
    private static func variants(of entity: Report.Entity) -> [String] {
        guard entity.type == .url else { return entity.variants }
        return entity.variants.map { address in
            address.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                .joined(separator: "%7C")
        }
    }
}
