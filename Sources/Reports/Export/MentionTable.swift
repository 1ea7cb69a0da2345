internal import Articles
internal import Extraction

/// A table of mentions: a record for each place where a report's entities are named, in the order of the text.
package enum MentionTable {
    /// The names of the columns.
    package static let header: [CSVWriter.Field] = [
        "report", "source", "published", "entity", "type", "name", "iso3166", "wikidata", "section", "start", "end",
        "text", "confidence",
    ].map { .text($0) }

    /// The records of one report; `start` and `end` are code points of the article's text, half open.
    package static func write(_ report: Report, to writer: inout CSVWriter) {
        let mentions = report.entities.flatMap { entity in entity.mentions.map { (entity, $0) } }
        let inOrder = mentions.sorted { one, other in
            (one.1.range.lowerBound, one.1.range.upperBound, one.0.id)
                < (other.1.range.lowerBound, other.1.range.upperBound, other.0.id)
        }
        for (entity, mention) in inOrder {
            writer.record([
                .text(report.id.description),
                .text(report.article.source),
                .text(report.article.published),
                .number(entity.id),
                .text(entity.type.label),
                .text(entity.name),
                .text(entity.links["iso3166"]),
                .text(entity.links["wikidata"]),
                .number(mention.section),
                .number(mention.range.lowerBound),
                .number(mention.range.upperBound),
                .text(mention.text),
                .score(mention.confidence),
            ])
        }
    }
}
