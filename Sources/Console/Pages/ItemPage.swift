internal import Reports

/// One entity, topic or phrase: when, where and with whom it is spoken of.
struct ItemPage {
    var context: PageContext
    var item: Item
    var reports: Int
    /// Days on which it is spoken of, in order.
    var days: [(day: String, reports: Int)]
    var sources: [SourceRow]
    var companions: [Companions]
    var articles: ArticlePage

    /// So many columns can be told apart.
    private static let columnLimit = 120

    var answer: Answer {
        let name = item.name(in: context.language)
        return ConsoleFrame(context: context, title: name, place: .across).answer { writer in
            writer.element("header", [("class", "item-head")]) { writer in
                writer.element("h1") { $0.element("bdi", [("class", "tag \(item.type.lowercased())")], text: name) }
                writer.element("p", [("class", "facts")]) { writer in
                    writer.element("span", text: "\(context.number(reports)) \(context(.found))")
                    let other = item.name(in: context.language == .arabic ? .english : .arabic)
                    if other != name { writer.element("bdi", text: other) }
                    link(to: &writer)
                }
            }
            timeline(to: &writer)
            writer.element("div", [("class", "list-layout")]) { writer in
                writer.element("section", [("class", "results")]) { writer in
                    writer.element("h2") {
                        $0.element("a", [("href", "/articles" + target.query)], text: context(.articlesAbout))
                    }
                    writer.element("ol", [("class", "articles")]) { writer in
                        for row in articles.rows { ArticleItem(context: context, row: row).write(to: &writer) }
                    }
                }
                writer.element("aside", [("class", "facets")]) { writer in
                    withWhom(to: &writer)
                    whence(to: &writer)
                }
            }
        }
    }

    private var target: Parameters { Parameters([(item.subject == .entities ? "entity" : "theme", "\(item.id)")]) }

    private func link(to writer: inout HTMLWriter) {
        let parts = (item.link ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        let reference = parts.count == 2 ? WebAddress(scheme: parts[0], value: parts[1]) : nil
        if let reference {
            writer.element(
                "a",
                [("href", reference.text), ("rel", "noopener noreferrer"), ("target", "_blank")],
                text: parts[1]
            )
        } else if let link = item.link {
            writer.element("span", [("class", "code")], text: link)
        }
    }

    private func timeline(to writer: inout HTMLWriter) {
        guard let first = days.first?.day, let last = days.last?.day else { return }
        writer.element("figure", [("class", "volume")]) { writer in
            Sparkline(values: series(first, last), width: 960, height: 80, label: context(.perDay), isColumns: true)
                .write(to: &writer)
            writer.element("figcaption", [("class", "ends")]) { writer in
                writer.element("time", text: first)
                writer.element("span", text: context(.perDay))
                writer.element("time", text: last)
            }
        }
    }

    /// A column for each day, or for as many days as there is room for.
    private func series(_ first: String, _ last: String) -> [Int] {
        let counts = days.compactMap { entry in DayNumber.of(entry.day).map { ($0, entry.reports) } }
        guard let start = DayNumber.of(first), let end = DayNumber.of(last), start <= end else {
            return days.map(\.reports)
        }
        let span = end - start + 1
        let step = (span + Self.columnLimit - 1) / Self.columnLimit
        var columns = Array(repeating: 0, count: (span + step - 1) / step)
        for (day, count) in counts { columns[(day - start) / step] += count }
        return columns
    }

    private func withWhom(to writer: inout HTMLWriter) {
        guard !companions.isEmpty else { return }
        writer.element("section") { writer in
            writer.element("h2", text: context(.withWhom))
            writer.element("ul", [("class", "tags column")]) { writer in
                for pair in companions {
                    let other = pair.first.id == item.id ? pair.second : pair.first
                    writer.element("li") { $0.tag(other, in: context.language, count: pair.both) }
                }
            }
        }
    }

    private func whence(to writer: inout HTMLWriter) {
        guard let most = sources.first?.reports else { return }
        writer.element("section") { writer in
            writer.element("h2", text: context(.sources))
            writer.element("ul") { writer in
                for source in sources {
                    writer.element("li") { writer in
                        writer.element(
                            "a",
                            [("class", "facet"), ("href", "/articles" + target.with("source", source.name).query)]
                        ) { writer in
                            writer.element("bdi", text: source.name)
                            writer.element("span", [("class", "count")], text: context.number(source.reports))
                            writer.meter(Double(source.reports), of: Double(most))
                        }
                    }
                }
            }
        }
    }
}
