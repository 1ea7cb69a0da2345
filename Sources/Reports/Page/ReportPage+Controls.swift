internal import Articles
internal import Extraction

extension ReportPage {
    /// What is marked in the text, by type: the legend of its colours, and a switch each.
    func writeLayers(to writer: inout HTMLWriter) {
        var counts: [EntityType: Int] = [:]
        for entity in report.entities { counts[entity.type, default: 0] += 1 }
        writer.element(
            "div",
            [("class", "layers"), ("role", "group")] + HTMLWriter.name("layers", in: firstLanguage)
        ) { writer in
            for (type, count) in counts.sorted(by: { $0.key < $1.key }) {
                layer(type.style, label: type.label, count: count, isOn: true, to: &writer)
            }
            if !report.nisbas.isEmpty {
                layer("nisba", label: "nisbas", count: report.nisbas.count, isOn: true, to: &writer)
            }
            if !report.keyphrases.isEmpty {
                layer("phrase", label: "keyphrases", count: report.keyphrases.count, isOn: false, to: &writer)
            }
        }
    }

    private func layer(_ style: String, label: String, count: Int, isOn: Bool, to writer: inout HTMLWriter) {
        writer.element(
            "button",
            [
                ("type", "button"), ("class", "layer \(style)"), ("data-layer", style),
                ("aria-pressed", isOn ? "true" : "false"),
            ]
        ) { writer in
            writer.element("span", [("class", "swatch"), ("aria-hidden", "true")]) { _ in }
            writer.label(label, in: firstLanguage)
            writer.raw(" ")
            writer.element("span", [("class", "count")], text: "\(count)")
        }
    }

    /// The bar that steps through the mentions of what is selected, and the card that says what is under the pointer.
    func writeStepper(to writer: inout HTMLWriter) {
        let language = firstLanguage
        writer.element("div", [("class", "stepper"), ("id", "stepper"), ("role", "region"), ("hidden", "")]) { writer in
            writer.element("bdi", [("class", "name"), ("id", "stepper-name")]) { _ in }
            writer.element("span", [("class", "count"), ("id", "stepper-count")]) { _ in }
            // What those hear who don't see where the page goes.
            writer.element("output", [("class", "unseen"), ("id", "stepper-words")]) { _ in }
            for (action, path) in [
                ("previous", "M3 10.5 8 5.5l5 5"), ("next", "M3 5.5l5 5 5-5"), ("clear", "M4 4l8 8M12 4l-8 8"),
            ] {
                writer.element(
                    "button",
                    [("type", "button"), ("class", "icon"), ("data-do", action)]
                        + HTMLWriter.title(action, in: language)
                ) { $0.icon(path) }
            }
        }
        writer.element("div", [("class", "card"), ("id", "card"), ("role", "tooltip"), ("hidden", "")]) { _ in }
    }

    /// On a phone: shows what was found over the article.
    func writeSheetButton(to writer: inout HTMLWriter) {
        writer.element(
            "button",
            [
                ("type", "button"), ("class", "sheet-button"), ("data-do", "sheet"), ("aria-expanded", "false"),
                ("aria-controls", "findings"),
            ]
        ) { $0.label("sheetOpen", in: firstLanguage) }
    }

    /// What the keyboard does.
    func writeKeys(to writer: inout HTMLWriter) {
        writer.element("dialog", [("id", "keys"), ("aria-labelledby", "keys-title")]) { writer in
            writer.label("keys", in: firstLanguage, as: "h2", [("id", "keys-title")])
            writer.element("dl") { writer in
                for (keys, label) in Self.keys {
                    writer.element("dt", [("dir", "ltr")]) { writer in
                        for key in keys { writer.element("kbd", text: key) }
                    }
                    writer.label(label, in: firstLanguage, as: "dd")
                }
            }
            writer.element("label") { writer in
                writer.open("input", [("type", "checkbox"), ("id", "shortcuts"), ("checked", "")])
                writer.label("shortcuts", in: firstLanguage)
            }
            writer.label("close", in: firstLanguage, as: "button", [("type", "button"), ("data-do", "keys")])
        }
    }

    private static let keys: [([String], String)] = [
        (["n", "p"], "keyNext"), (["Esc"], "keyClear"), (["/"], "keyFilter"), (["↑", "↓"], "keyRows"),
        (["j", "k"], "keySections"), (["d"], "keyTheme"), (["l"], "keyLanguage"), (["?"], "keyKeys"),
    ]
}
