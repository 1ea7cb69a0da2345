internal import Reports

/// The list of reports, with its search.
struct ArticlesPage {
    var context: PageContext
    var query: ArticleQuery
    var page: ArticlePage
    /// Entities and themes that are asked for.
    var chosen: [Item]
    var index: IndexLoop.Progress

    var answer: Answer {
        let title = query.text.isEmpty ? context(.articles) : query.text
        return ConsoleFrame(context: context, title: title, place: .articles, isLive: true).answer { writer in
            writer.element("h1", [("class", "unseen")], text: context(.articles))
            writer.element("div", [("class", "list-layout")]) { writer in
                writer.element("div", [("class", "results")]) { writer in
                    SearchForm(context: context, query: query, sources: page.sources).write(to: &writer)
                    chosenItems(to: &writer)
                    summary(to: &writer)
                    results(to: &writer)
                    Pager(context: context, total: page.total, offset: query.offset, limit: query.limit).write(
                        to: &writer
                    )
                }
                facets(to: &writer)
            }
        }
    }

    private var parameters: Parameters { context.request.parameters }

    private func chosenItems(to writer: inout HTMLWriter) {
        guard !chosen.isEmpty else { return }
        writer.element("ul", [("class", "chosen tags")]) { writer in
            for item in chosen {
                let name = item.subject == .entities ? "entity" : "theme"
                let rest = parameters.without(name, "\(item.id)").with("offset", nil)
                writer.element("li") { writer in
                    writer.element(
                        "a",
                        [("class", "tag \(item.type.lowercased())"), ("href", "/articles" + rest.query)]
                    ) { writer in
                        writer.element("bdi", text: item.name(in: context.language))
                        writer.element("span", [("aria-hidden", "true")], text: " ×")
                    }
                }
            }
        }
    }

    private func summary(to writer: inout HTMLWriter) {
        writer.element("p", [("class", "summary")]) { writer in
            writer.element("strong", text: context.number(page.total))
            writer.text(" \(context(.found))")
            if index.pending > 0 {
                writer.element(
                    "span",
                    [("class", "badge")],
                    text: "\(context(.indexing)): \(context.number(index.pending))"
                )
            }
            writer.element("span", [("id", "fresh"), ("class", "fresh"), ("hidden", ""), ("role", "status")]) {
                writer in
                writer.element("bdi", [("data-count", "")]) { _ in }
                writer.text(" ")
                writer.element(
                    "a",
                    [("href", context.request.rawPath + parameters.with("offset", nil).query)],
                    text: context(.show)
                )
            }
        }
    }

    private func results(to writer: inout HTMLWriter) {
        if page.rows.isEmpty {
            let isEmpty = query.isUnfiltered && query.offset == 0
            writer.element("p", [("class", "empty")], text: context(isEmpty ? .noReports : .nothingFound))
            return
        }
        writer.element("ol", [("class", "articles")]) { writer in
            for row in page.rows { ArticleItem(context: context, row: row).write(to: &writer) }
        }
    }

    private func facets(to writer: inout HTMLWriter) {
        writer.element("aside", [("class", "facets")]) { writer in
            facet(.named, page.entities.map { (Item($0), $0.reports, "entity") }, to: &writer)
            facet(.topics, page.topics.map { (Item($0), $0.reports, "theme") }, to: &writer)
            guard !page.sources.isEmpty else { return }
            writer.element("section") { writer in
                writer.element("h2", text: context(.sources))
                writer.element("ul") { writer in
                    for source in page.sources {
                        let target = parameters.with("source", source.name).with("offset", nil)
                        bar(source.reports, of: page.sources[0].reports, target: target, to: &writer) {
                            $0.element("bdi", text: source.name)
                        }
                    }
                }
            }
        }
    }

    private func facet(_ title: Phrase, _ items: [(Item, Int, String)], to writer: inout HTMLWriter) {
        guard let most = items.first?.1 else { return }
        writer.element("section") { writer in
            writer.element("h2", text: context(title))
            writer.element("ul") { writer in
                for (item, count, name) in items {
                    let target = parameters.adding(name, "\(item.id)").with("offset", nil)
                    bar(count, of: most, target: target, to: &writer) { writer in
                        writer.element("span", [("class", "dot \(item.type.lowercased())")]) {
                            $0.element("bdi", text: item.name(in: context.language))
                        }
                    }
                }
            }
        }
    }

    private func bar(
        _ count: Int,
        of most: Int,
        target: Parameters,
        to writer: inout HTMLWriter,
        _ name: (inout HTMLWriter) -> Void
    ) {
        writer.element("li") { writer in
            writer.element("a", [("class", "facet"), ("href", "/articles" + target.query)]) { writer in
                name(&writer)
                writer.element("span", [("class", "count")], text: context.number(count))
                writer.meter(Double(count), of: Double(most))
            }
        }
    }
}
