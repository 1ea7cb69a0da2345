internal import Reports

/// What the list is asked for.
struct SearchForm {
    var context: PageContext
    var query: ArticleQuery
    /// Offered to choose from.
    var sources: [SourceRow]

    func write(to writer: inout HTMLWriter) {
        writer.element("form", [("class", "search"), ("action", "/articles"), ("method", "get"), ("role", "search")]) {
            writer in
            for entity in query.entities { hidden("entity", "\(entity)", to: &writer) }
            for theme in query.themes { hidden("theme", "\(theme)", to: &writer) }
            writer.element("div", [("class", "search-row")]) { writer in
                writer.open(
                    "input",
                    [
                        ("type", "search"), ("name", "q"), ("value", query.text),
                        ("dir", query.text.isEmpty && context.language == .arabic ? "rtl" : "auto"),
                        ("placeholder", context(.searchHelp)), ("aria-label", context(.search)),
                        ("autocomplete", "off"),
                    ]
                )
                writer.element("button", [("class", "button strong"), ("type", "submit")], text: context(.search))
            }
            var attributes: HTMLWriter.Attributes = [("class", "filters")]
            let isFiltered = query.source != nil || query.from != nil || query.until != nil || query.state != nil
            if isFiltered { attributes.append(("open", "")) }
            writer.element("details", attributes) { writer in
                writer.element("summary", text: context(.filters))
                writer.element("div", [("class", "fields")]) { fields(to: &$0) }
            }
        }
    }

    private func fields(to writer: inout HTMLWriter) {
        writer.choice(
            context(.state),
            "state",
            context.request.parameters["state"],
            [
                ("", context(.anyState)), ("reported", context(.whole)), ("partial", context(.partial)),
                ("unreadable", context(.unreadable)), ("waiting", context(.waiting)),
                ("cancelled", context(.cancelled)),
            ]
        )
        writer.sources(sources, chosen: query.source, context)
        writer.day(context(.from), "from", query.from)
        writer.day(context(.until), "until", query.until)
        writer.choice(
            context(.order),
            "order",
            context.request.parameters["order"],
            [
                ("", context(query.text.isEmpty ? .newest : .relevance)),
                ("newest", context(.newest)), ("written", context(.written)), ("relevance", context(.relevance)),
            ]
        )
        writer.element("div", [("class", "field actions")]) { writer in
            writer.apply(context)
            writer.element("a", [("href", "/articles")], text: context(.clear))
        }
    }

    private func hidden(_ name: String, _ value: String, to writer: inout HTMLWriter) {
        writer.open("input", [("type", "hidden"), ("name", name), ("value", value)])
    }
}

extension HTMLWriter {
    /// A labelled choice.
    mutating func choice(_ label: String, _ name: String, _ chosen: String?, _ options: [(value: String, text: String)])
    {
        element("label", [("class", "field")]) { writer in
            writer.element("span", text: label)
            writer.element("select", [("name", name)]) { writer in
                for option in options {
                    var attributes: HTMLWriter.Attributes = [("value", option.value)]
                    if option.value == chosen ?? "" { attributes.append(("selected", "")) }
                    writer.element("option", attributes, text: option.text)
                }
            }
        }
    }

    /// A choice of a source; one that was chosen is among them, though it be none of those that have most reports.
    mutating func sources(_ sources: [SourceRow], chosen: String?, _ context: PageContext) {
        var names = sources.map(\.name)
        if let chosen, !names.contains(chosen) { names.insert(chosen, at: 0) }
        choice(context(.source), "source", chosen, [("", context(.anySource))] + names.map { ($0, $0) })
    }

    mutating func apply(_ context: PageContext) {
        element("button", [("class", "button"), ("type", "submit")], text: context(.apply))
    }

    mutating func day(_ label: String, _ name: String, _ value: String?) {
        element("label", [("class", "field")]) { writer in
            writer.element("span", text: label)
            writer.open("input", [("type", "date"), ("name", name), ("value", value ?? "")])
        }
    }
}

/// Leads to the pages before and behind.
struct Pager {
    var context: PageContext
    var total: Int
    var offset: Int
    var limit: Int

    func write(to writer: inout HTMLWriter) {
        guard total > limit || offset > 0 else { return }
        let parameters = context.request.parameters
        let path = context.request.rawPath
        writer.element("nav", [("class", "pager"), ("aria-label", context(.page))]) { writer in
            if offset > 0 {
                let before = max(0, offset - limit)
                let target = parameters.with("offset", before == 0 ? nil : "\(before)")
                writer.element(
                    "a",
                    [("class", "button"), ("rel", "prev"), ("href", path + target.query)],
                    text: context(.previous)
                )
            }
            writer.element(
                "span",
                text:
                    "\(context(.page)) \(context.number(offset / limit + 1)) / \(context.number(max(1, (total + limit - 1) / limit)))"
            )
            if offset + limit < total {
                let target = parameters.with("offset", "\(offset + limit)")
                writer.element(
                    "a",
                    [("class", "button"), ("rel", "next"), ("href", path + target.query)],
                    text: context(.next)
                )
            }
        }
    }
}
