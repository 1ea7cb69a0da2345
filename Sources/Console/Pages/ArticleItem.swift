internal import Reports

/// One article of a list.
struct ArticleItem {
    var context: PageContext
    var row: ArticleRow

    func write(to writer: inout HTMLWriter) {
        writer.element("li", [("class", "article"), ("dir", "rtl")]) { writer in
            writer.element("h3") { writer in
                writer.element(
                    "a",
                    [("href", "/articles/\(row.id)"), ("lang", "ar")],
                    text: row.title.isEmpty ? row.id : row.title
                )
            }
            facts(to: &writer)
            if !row.excerpt.isEmpty { writer.element("p", [("class", "excerpt"), ("lang", "ar")], text: row.excerpt) }
            problem(to: &writer)
            writer.element("p", [("class", "tags")]) { writer in
                for entity in row.entities { writer.tag(Item(entity), in: context.language) }
                for topic in row.topics { writer.tag(Item(topic), in: context.language) }
            }
        }
    }

    private func facts(to writer: inout HTMLWriter) {
        writer.element("p", [("class", "facts")]) { writer in
            if row.state != .whole {
                writer.element(
                    "a",
                    [("class", "badge warn"), ("href", "/articles?state=\(row.state.label)")],
                    text: context(row.state == .partial ? .partial : .unreadable)
                )
            }
            if let source = row.source {
                writer.element("a", [("href", "/articles" + Parameters([("source", source)]).query)]) {
                    $0.element("bdi", text: source)
                }
            }
            writer.element("span") { writer in
                if !row.isDated { writer.text(context(.undated) + " ") }
                writer.element("time", [("datetime", row.day)], text: row.day)
            }
            if let url = row.url.flatMap(WebAddress.init) {
                writer.element(
                    "a",
                    [("href", url.text), ("rel", "noopener noreferrer"), ("target", "_blank")],
                    text: Self.host(url.text)
                )
            }
        }
    }

    private static func host(_ address: String) -> String {
        let rest = address.drop { $0 != ":" }.dropFirst(3)
        return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }

    private func problem(to writer: inout HTMLWriter) {
        guard let problem = row.problem else { return }
        writer.element("div", [("class", "problem")]) { writer in
            for line in problem.split(separator: "\n").prefix(4) {
                writer.element("p", [("dir", "auto")], text: String(line))
            }
            if context.allowsControl, row.state == .partial {
                ControlButton(context: context, id: row.id, phrase: .retry, action: "retry").write(to: &writer)
            }
        }
    }
}

/// A button that has something done with an article. Without a script it leads to the article's page.
struct ControlButton {
    var context: PageContext
    var id: String
    var phrase: Phrase
    var action: String

    func write(to writer: inout HTMLWriter) {
        writer.element("form", [("method", "post"), ("action", "/articles/\(id)/\(action)"), ("data-control", action)])
        {
            $0.element("button", [("class", "button"), ("type", "submit")], text: context(phrase))
        }
    }
}
