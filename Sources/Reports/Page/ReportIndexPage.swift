internal import Articles
internal import Extraction

/// A page that leads to several reports' pages.
package struct ReportIndexPage {
    /// What is said of a report: little, so that an index of thousands fits in memory.
    package struct Entry: Sendable {
        fileprivate var title: String
        package let address: String
        fileprivate var source: String?
        fileprivate var published: String?
        fileprivate var isPartial: Bool
        fileprivate var names: [(name: String, style: String)]

        private static let shownNames = 6

        /// - Parameter address: the report's page, relative to the index.
        package init(_ report: Report, address: String) {
            title = ReportPage.title(of: report)
            self.address = address
            source = report.article.source == title ? nil : report.article.source
            published = report.article.published
            isPartial = !report.problems.isEmpty
            names = report.entities.prefix(Self.shownNames).map { ($0.name, $0.type.style) }
        }
    }

    package var entries: [Entry]
    package var language: PageLanguage?

    package init(_ entries: [Entry], language: PageLanguage? = nil) {
        self.entries = entries
        self.language = language
    }

    package var html: [UInt8] {
        let firstLanguage = language ?? .arabic
        var writer = HTMLWriter()
        PageFrame(
            title: "Warraq",
            language: language,
            styles: [PageFiles.commonStyle, PageFiles.indexStyle],
            scripts: []
        ).write(to: &writer) { writer in
            writer.element("main", [("class", "index"), ("id", "main")]) { writer in
                writer.label("index", in: firstLanguage, as: "h1")
                writer.element("ul") { writer in
                    for entry in entries { write(entry, in: firstLanguage, to: &writer) }
                }
            }
        }
        return writer.bytes
    }

    private func write(_ entry: Entry, in language: PageLanguage, to writer: inout HTMLWriter) {
        writer.element("li") { writer in
            writer.element("a", [("class", "title"), ("href", entry.address), ("dir", "auto")], text: entry.title)
            writer.element("p", [("class", "facts")]) { writer in
                for fact in [entry.source, entry.published].compactMap({ $0 }) { writer.element("bdi", text: fact) }
                if entry.isPartial { writer.label("problems", in: language, [("class", "partial")]) }
            }
            writer.element("p", [("class", "names"), ("lang", "ar")]) { writer in
                for (name, style) in entry.names { writer.element("bdi", [("class", style)], text: name) }
            }
        }
    }
}
