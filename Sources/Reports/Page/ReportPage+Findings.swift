internal import Articles
internal import Extraction

extension ReportPage {
    /// So many of a list are shown until all are asked for.
    private static let shownRows = 14

    /// The side column: entities by salience, topics, keyphrases, adjectives of countries.
    func writeFindings(to writer: inout HTMLWriter) {
        let language = firstLanguage
        writer.element("aside", [("class", "findings"), ("id", "findings")] + HTMLWriter.name("found", in: language)) {
            writer in
            writer.element("label", [("class", "filter")]) { writer in
                writer.icon("M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5 14 14")
                writer.open(
                    "input",
                    [
                        ("type", "search"), ("id", "filter"), ("dir", "auto"), ("autocomplete", "off"),
                        ("placeholder", PageLabels.text("filter", in: language)), ("data-label-placeholder", "filter"),
                    ] + HTMLWriter.name("filter", in: language)
                )
            }
            list("entities", count: report.entities.count, whenEmpty: "noEntities", to: &writer) { writer in
                for entity in report.entities { write(entity, to: &writer) }
            }
            list("topics", count: report.topics.count, whenEmpty: "noTopics", to: &writer) { writer in
                for (index, topic) in report.topics.enumerated() { write(topic, index: index, to: &writer) }
            }
            list("keyphrases", count: report.keyphrases.count, whenEmpty: "noKeyphrases", to: &writer) { writer in
                for (index, phrase) in report.keyphrases.enumerated() { write(phrase, index: index, to: &writer) }
            }
            if !report.nisbas.isEmpty {
                list("nisbas", count: report.nisbas.count, whenEmpty: "nothing", to: &writer) { writer in
                    for (index, nisba) in report.nisbas.enumerated() { write(nisba, index: index, to: &writer) }
                }
            }
            writer.label("nothing", in: language, as: "p", [("class", "nothing"), ("hidden", "")])
        }
    }

    private func list(
        _ key: String,
        count: Int,
        whenEmpty: String,
        to writer: inout HTMLWriter,
        rows: (inout HTMLWriter) -> Void
    ) {
        writer.element("section", [("class", "list"), ("data-list", key), ("aria-labelledby", "list-\(key)")]) {
            writer in
            writer.element("h2", [("id", "list-\(key)")]) { writer in
                writer.label(key, in: firstLanguage)
                writer.raw(" ")
                writer.element("span", [("class", "count")], text: "\(count)")
            }
            guard count > 0 else {
                writer.label(whenEmpty, in: firstLanguage, as: "p", [("class", "hint")])
                return
            }
            writer.element("ul", count > Self.shownRows ? [("class", "long")] : []) { rows(&$0) }
            if count > Self.shownRows {
                writer.label(
                    "more",
                    in: firstLanguage,
                    as: "button",
                    [("type", "button"), ("class", "more"), ("data-do", "more"), ("aria-expanded", "false")]
                )
            }
        }
    }

    // MARK: Rows

    private func write(_ entity: Report.Entity, to writer: inout HTMLWriter) {
        row(
            target: "e\(entity.id)",
            style: entity.type.style,
            counts: Dictionary(entity.mentions.map { ($0.section, 1) }, uniquingKeysWith: +),
            count: entity.mentions.count,
            to: &writer
        ) { writer in
            writer.element("bdi", [("class", "name"), ("lang", report.language)], text: entity.name)
            writer.element("span", [("class", "kind")]) { writer in
                writer.label(entity.type.label, in: firstLanguage, [("class", "type")])
                writer.meter(entity.salience)
            }
        } details: { details, writer in
            details.add("titles", entity.titles, to: &writer)
            details.add("variants", entity.variants.filter { $0 != entity.name }, to: &writer)
            if let value = entity.value, !value.isEmpty { details.add("value", [value], isCode: true, to: &writer) }
            if let address = WebAddress(entity.name), entity.type == .url {
                details.add("link", entity.name, address: address, to: &writer)
            }
            for link in entity.links { details.add(scheme: link.scheme, value: link.value, to: &writer) }
            details.add("salience", [Score.text(entity.salience)], to: &writer)
        }
    }

    private func write(_ topic: Report.Topic, index: Int, to writer: inout HTMLWriter) {
        row(
            target: "t\(index)",
            style: "topic",
            counts: Dictionary(topic.sections.map { ($0, 1) }, uniquingKeysWith: +),
            count: topic.sections.count,
            sections: topic.sections,
            to: &writer
        ) { writer in
            writer.element("span", [("class", "name both")]) { writer in
                writer.element("bdi", [("lang", "ar")], text: topic.arabicLabel)
                writer.raw(" ")
                writer.element("bdi", [("lang", "en")], text: topic.englishLabel)
            }
            writer.element("span", [("class", "kind")]) { $0.meter(topic.score) }
        } details: { details, writer in
            if let address = WebAddress(scheme: topic.scheme, value: topic.code) {
                details.add("code", "\(topic.scheme) \(topic.code)", address: address, to: &writer)
            } else {
                details.add("code", ["\(topic.scheme) \(topic.code)"], isCode: true, to: &writer)
            }
            details.add("score", [Score.text(topic.score)], to: &writer)
        }
    }

    private func write(_ phrase: Report.Keyphrase, index: Int, to writer: inout HTMLWriter) {
        row(
            target: "k\(index)",
            style: "phrase",
            counts: Dictionary(phrase.mentions.map { ($0.section, 1) }, uniquingKeysWith: +),
            count: phrase.mentions.count,
            to: &writer
        ) { writer in
            writer.element("bdi", [("class", "name"), ("lang", report.language)], text: phrase.text)
            writer.element("span", [("class", "kind")]) { $0.meter(phrase.score) }
        } details: { details, writer in
            details.add("score", [Score.text(phrase.score)], to: &writer)
        }
    }

    private func write(_ nisba: Report.Nisba, index: Int, to writer: inout HTMLWriter) {
        var forms: [String] = []
        for mention in nisba.mentions where !forms.contains(mention.text) { forms.append(mention.text) }
        row(
            target: "n\(index)",
            style: "nisba",
            counts: Dictionary(nisba.mentions.map { ($0.section, 1) }, uniquingKeysWith: +),
            count: nisba.mentions.count,
            entity: nisba.entity,
            to: &writer
        ) { writer in
            writer.element("bdi", [("class", "name"), ("lang", report.language)], text: nisba.name)
        } details: { details, writer in
            details.add("variants", forms, to: &writer)
            for link in nisba.links { details.add(scheme: link.scheme, value: link.value, to: &writer) }
        }
    }

    private func row(
        target: String,
        style: String,
        counts: [Int: Int],
        count: Int,
        entity: Int? = nil,
        sections: [Int]? = nil,
        to writer: inout HTMLWriter,
        name: (inout HTMLWriter) -> Void,
        details: (RowDetails, inout HTMLWriter) -> Void
    ) {
        var attributes: HTMLWriter.Attributes = [("class", style), ("data-row", target)]
        if let entity { attributes.append(("data-kin", "e\(entity)")) }
        if let sections { attributes.append(("data-sections", sections.map(String.init).joined(separator: " "))) }
        writer.element("li", attributes) { writer in
            writer.element(
                "button",
                [
                    ("type", "button"), ("class", "row"), ("aria-pressed", "false"),
                    ("aria-describedby", "about-\(target)"),
                ]
            ) { writer in
                name(&writer)
                writeColumns(counts, style: style, to: &writer)
                writer.element("span", [("class", "count")], text: "\(count)")
            }
            writer.element("dl", [("class", "about"), ("id", "about-\(target)"), ("hidden", "")]) { writer in
                details(RowDetails(language: firstLanguage), &writer)
            }
        }
    }
}

extension HTMLWriter {
    /// A thin line as long as the score.
    fileprivate mutating func meter(_ score: Int) {
        element(
            "svg",
            [
                ("class", "meter"), ("viewBox", "0 0 1000 2"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"),
                ("focusable", "false"),
            ]
        ) { writer in
            writer.element(
                "rect",
                [("width", "\(min(max(score, 0), 1000))"), ("height", "2")]
            ) { _ in }
        }
    }
}

/// What is known of a thing, a term and its descriptions each.
private struct RowDetails {
    var language: PageLanguage

    func add(_ key: String, _ values: [String], isCode: Bool = false, to writer: inout HTMLWriter) {
        guard !values.isEmpty else { return }
        writer.label(key, in: language, as: "dt")
        for value in values {
            writer.element("dd") { $0.element("bdi", isCode ? [("class", "code")] : [], text: value) }
        }
    }

    func add(_ key: String, _ text: String, address: WebAddress, to writer: inout HTMLWriter) {
        writer.label(key, in: language, as: "dt")
        writer.element("dd") { writer in
            writer.element(
                "a",
                [
                    ("href", address.text), ("rel", "noopener noreferrer nofollow"), ("target", "_blank"),
                    ("dir", "ltr"),
                ],
                text: text
            )
        }
    }

    func add(scheme: String, value: String, to writer: inout HTMLWriter) {
        if let address = WebAddress(scheme: scheme, value: value) {
            add("link", "\(scheme.prefix(1).uppercased())\(scheme.dropFirst()) \(value)", address: address, to: &writer)
        } else if ["iso3166", "iso3166-2", "country"].contains(scheme) {
            add(scheme, [value], isCode: true, to: &writer)
        } else {
            add("link", ["\(scheme) \(value)"], isCode: true, to: &writer)
        }
    }
}
