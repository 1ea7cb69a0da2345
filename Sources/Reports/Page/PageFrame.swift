/// What pages have in common: the head with its policy, the bar at the top with language and colours.
struct PageFrame {
    var title: String
    /// `nil` for the browser's.
    var language: PageLanguage?
    var styles: [String]
    var scripts: [String]
    var back: String?
    /// Whether the page explains its keys in a dialog.
    var hasKeys = false

    private var firstLanguage: PageLanguage { language ?? .arabic }

    func write(to writer: inout HTMLWriter, body: (inout HTMLWriter) -> Void) {
        writer.raw("<!DOCTYPE html>\n")
        var attributes: HTMLWriter.Attributes = [
            ("lang", firstLanguage.rawValue), ("dir", firstLanguage.direction),
        ]
        if language != nil { attributes.append(("data-language", "given")) }
        writer.element("html", attributes) { writer in
            writer.element("head") { head(to: &$0) }
            writer.raw("\n")
            writer.element("body") { writer in
                writer.label("skip", in: firstLanguage, as: "a", [("class", "skip"), ("href", "#main")])
                bar(to: &writer)
                body(&writer)
                for script in scripts { writer.element("script") { $0.file(script) } }
            }
        }
        writer.raw("\n")
    }

    private func head(to writer: inout HTMLWriter) {
        writer.raw("\n<meta charset=\"utf-8\">\n")
        writer.open("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)])
        writer.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        writer.raw(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        )
        writer.raw("<meta name=\"generator\" content=\"Warraq\">\n")
        // Else browsers ask for /favicon.ico.
        writer.raw("<link rel=\"icon\" href=\"data:,\">\n")
        writer.element("title", text: title)
        for style in styles { writer.element("style") { $0.file(style) } }
        writer.element("script", [("type", "application/json"), ("id", "labels")]) { $0.json(PageLabels.json) }
        writer.element("script") { $0.file(PageFiles.settingsScript) }
    }

    /// Nothing is fetched, nothing is sent; the page's own scripts and style sheets are named by their hashes.
    private var policy: String {
        let scripts = ([PageFiles.settingsScript] + scripts).map(PageFiles.policySource).joined(separator: " ")
        let styles = styles.map(PageFiles.policySource).joined(separator: " ")
        return "default-src 'none'; script-src \(scripts); style-src \(styles); img-src data:; base-uri 'none'; "
            + "form-action 'none'"
    }

    private func bar(to writer: inout HTMLWriter) {
        writer.element("header", [("class", "bar")]) { writer in
            if let back {
                writer.element("a", [("class", "back"), ("href", back)] + HTMLWriter.title("back", in: firstLanguage)) {
                    $0.icon("M9 3 4 8l5 5M4 8h9")
                }
            }
            writer.element("span", [("class", "wordmark")]) { writer in
                writer.element("span", [("lang", "ar")], text: "ورّاق")
                writer.element("span", [("lang", "en")], text: "Warraq")
            }
            writer.element("span", [("class", "tools")]) { writer in
                if hasKeys {
                    button("keys", title: "keys", to: &writer) {
                        $0.icon("M6 6a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M8 11.8v.2")
                    }
                }
                button("theme", title: "themeAuto", to: &writer) { writer in
                    // A disc, one half of it full.
                    writer.icon("M8 2a6 6 0 0 0 0 12z", "M8 2a6 6 0 0 1 0 12z", style: "half")
                }
                writer.label(
                    "language",
                    in: firstLanguage,
                    as: "button",
                    [("type", "button"), ("data-do", "language"), ("lang", firstLanguage == .arabic ? "en" : "ar")]
                        + HTMLWriter.title("languageName", in: firstLanguage)
                )
            }
        }
    }
}

extension PageFrame {
    private func button(
        _ action: String,
        title: String,
        to writer: inout HTMLWriter,
        icon: (inout HTMLWriter) -> Void
    ) {
        writer.element(
            "button",
            [("type", "button"), ("data-do", action), ("class", "icon")]
                + HTMLWriter.title(title, in: firstLanguage)
        ) { icon(&$0) }
    }
}

extension HTMLWriter {
    /// A line drawing of 16 by 16; it says nothing that its surroundings don't.
    package mutating func icon(_ paths: String..., style: String = "line") {
        element("svg", [("viewBox", "0 0 16 16"), ("class", style), ("aria-hidden", "true"), ("focusable", "false")]) {
            for path in paths { $0.element("path", [("d", path)]) { _ in } }
        }
    }
}
