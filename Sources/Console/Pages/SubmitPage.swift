internal import Reports

/// Where articles are submitted by hand.
struct SubmitPage {
    var context: PageContext
    var outcome: SubmissionDocument?

    var answer: Answer {
        ConsoleFrame(context: context, title: context(.submit), place: .submit, isLive: outcome != nil).answer {
            writer in
            writer.element("h1", text: context(.submit))
            if let outcome { write(outcome, to: &writer) }
            writer.element("p", [("class", "hint")], text: context(.submitHelp))
            writer.element(
                "form",
                [
                    ("class", "submission"), ("method", "post"), ("action", "/submit"),
                    ("enctype", "multipart/form-data"),
                ]
            ) { form(to: &$0) }
        }
    }

    private func form(to writer: inout HTMLWriter) {
        writer.element("label", [("class", "drop"), ("id", "drop")]) { writer in
            writer.element("strong", text: context(.files))
            writer.element("span", [("class", "hint")], text: context(.filesHelp))
            writer.open(
                "input",
                [
                    ("type", "file"), ("name", "files"), ("multiple", ""),
                    ("accept", ".txt,.md,.markdown,.html,.htm,.xhtml,.jsonl,.ndjson,.rss,.atom,.xml"),
                ]
            )
        }
        writer.element("label", [("class", "field wide")]) { writer in
            writer.element("span", text: context(.paste))
            writer.element(
                "textarea",
                [
                    ("name", "text"), ("rows", "10"), ("dir", "rtl"), ("lang", "ar"),
                    ("placeholder", context(.pasteHelp)),
                ]
            ) { _ in }
        }
        writer.element("div", [("class", "fields")]) { writer in
            for (phrase, name, type) in [
                (Phrase.title, "title", "text"), (.source, "source", "text"), (.url, "url", "url"),
                (.published, "published", "date"),
            ] {
                writer.element("label", [("class", "field")]) { writer in
                    writer.element("span", text: context(phrase))
                    writer.open("input", [("type", type), ("name", name), ("dir", "auto")])
                }
            }
        }
        writer.element("p") {
            $0.element("button", [("class", "button strong"), ("type", "submit")], text: context(.send))
        }
    }

    private func write(_ outcome: SubmissionDocument, to writer: inout HTMLWriter) {
        if !outcome.articles.isEmpty {
            writer.element("section", [("class", "outcome"), ("role", "status")]) { writer in
                writer.element("h2", text: "\(context(.accepted)): \(context.number(outcome.articles.count))")
                writer.element("ul") { writer in
                    for article in outcome.articles.prefix(200) {
                        writer.element("li") { writer in
                            writer.element(
                                "a",
                                [("href", "/articles/\(article.id)"), ("dir", "auto")],
                                text: article.title ?? article.source ?? article.id
                            )
                            if !article.isNew { writer.element("span", [("class", "badge")], text: context(.known)) }
                        }
                    }
                }
            }
        }
        if !outcome.refused.isEmpty {
            writer.element("section", [("class", "outcome problem"), ("role", "alert")]) { writer in
                writer.element("h2", text: "\(context(.refused)): \(context.number(outcome.refused.count))")
                writer.element("ul") { writer in
                    for refused in outcome.refused.prefix(200) {
                        let place = refused.line.map { "\(refused.input), \($0)" } ?? refused.input
                        writer.element("li", [("dir", "auto")], text: "\(place): \(refused.reason)")
                    }
                }
            }
        }
    }
}
