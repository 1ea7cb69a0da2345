internal import ArabicText
internal import Articles
internal import Extraction

/// The report as a person reads it on a terminal: sections, entities, themes, problems.
///
/// Each line has its numbers and Latin labels first, in columns, and the article's text last, so that it reads well
/// whether or not the terminal turns right-to-left text. A terminal that is styled also gets each piece of Arabic
/// inside a first-strong isolate (U+2068 … U+2069), which keeps it from turning its neighbours; plain text has nothing
/// but what is read.
package struct ReportSummary: Sendable {
    /// The columns of a line, 40 to 1,000; problems alone may be longer, because they name a command.
    package let width: Int
    /// Whether colours and isolates are written: for a terminal, not for a file.
    package var isStyled: Bool
    /// How many sections, entities, topics and keyphrases are shown at most; the others are counted.
    package var sectionLimit = 40
    package var entityLimit = 15
    package var topicLimit = 5
    package var keyphraseLimit = 10

    package init(width: Int = 80, isStyled: Bool = false) {
        self.width = min(max(width, 40), 1000)
        self.isStyled = isStyled
    }

    /// The summary of `report`, ending with a newline.
    package func text(of report: Report) -> String {
        var lines = header(of: report)
        lines += sections(of: report)
        lines += entities(of: report)
        lines += themes(of: report)
        lines += problems(of: report)
        return lines.joined(separator: "\n") + "\n"
    }

    private func header(of report: Report) -> [String] {
        var lines = [style(.bold, "Report \(report.id)")]
        if let source = report.article.source { lines.append(line("  source  ", source)) }
        let title = ArticleOpening(of: report.article.text, title: report.article.title).title
        if let title { lines.append(line("  title   ", title)) }
        return lines
    }

    private func sections(of report: Report) -> [String] {
        let text = CodePointIndex(report.article.text)
        var lines = table("Sections", count: report.sections.count, columns: "   #  kind         entities  themes")
        for section in report.sections.prefix(sectionLimit) {
            let kind = section.section.kind.label
            let labels =
                padded(section.section.index, 4) + "  " + padded(kind, to: 11)
                + padded(section.entities.count, 10) + padded(section.themes.count, 8) + "  "
            let range = section.section.range
            // Without a heading its first words tell which one it is.
            let words = section.heading ?? text[range.lowerBound..<min(range.upperBound, range.lowerBound + 4 * width)]
            let isProblem = report.problems.contains { $0.section == section.section.index }
            lines.append(line(isProblem ? style(.red, labels) : labels, words, dim: section.heading == nil))
        }
        return lines + rest(report.sections.count - sectionLimit)
    }

    private func entities(of report: Report) -> [String] {
        var lines = table("Entities", count: report.entities.count, columns: "  salience  type      mentions")
        for entity in report.entities.prefix(entityLimit) {
            let others = entity.variants.filter { $0 != entity.name }
            let labels =
                padded(decimal(entity.salience), 10) + "  "
                + style(colour(of: entity.type), padded(entity.type.label, to: 8))
                + padded(entity.mentions.count, 10) + "  "
            lines.append(line(labels, ([entity.name] + others).joined(separator: " / ")))
        }
        return lines + rest(report.entities.count - entityLimit)
    }

    private func themes(of report: Report) -> [String] {
        let count = report.topics.count + report.keyphrases.count
        var lines = table("Themes", count: count, columns: "     score  kind      sections")
        for topic in report.topics.prefix(topicLimit) {
            let labels =
                padded(decimal(topic.score), 10) + "  " + style(.magenta, padded("topic", to: 8))
                + padded(topic.sections.count, 10) + "  "
            let english = TerminalText.line(topic.englishLabel, columns: max(room(after: labels) / 2, 8))
            lines.append(line(labels + english + "  ", topic.arabicLabel))
        }
        for phrase in report.keyphrases.prefix(keyphraseLimit) {
            let labels =
                padded(decimal(phrase.score), 10) + "  " + style(.cyan, padded("phrase", to: 8))
                + padded(phrase.sections.count, 10) + "  "
            lines.append(line(labels, phrase.text))
        }
        let hidden = max(report.topics.count - topicLimit, 0) + max(report.keyphrases.count - keyphraseLimit, 0)
        return lines + rest(hidden)
    }

    private func problems(of report: Report) -> [String] {
        guard !report.problems.isEmpty else { return [] }
        return ["", style(.red, "Problems")]
            + report.problems.map { "  " + TerminalText.line($0.message, columns: .max) }
    }

    // MARK: Lines

    /// A table's heading and the names of its columns; the first column of names tells how many rows there are.
    private func table(_ name: String, count: Int, columns: String) -> [String] {
        guard count > 0 else { return ["", style(.bold, name) + style(.dim, "  none")] }
        return ["", style(.bold, name) + style(.dim, "  \(count)"), style(.dim, columns)]
    }

    private func rest(_ count: Int) -> [String] {
        count > 0 ? [style(.dim, "  … and \(count) more")] : []
    }

    /// Labels, then what stands in the article, cut to the line.
    private func line(_ labels: String, _ text: String, dim: Bool = false) -> String {
        let text = TerminalText.line(text, columns: room(after: labels))
        guard !text.isEmpty else { return withoutSpaceAtEnd(labels) }
        guard isStyled else { return labels + text }
        let isolated = "\u{2068}\(text)\u{2069}"
        return labels + (dim ? style(.dim, isolated) : isolated)
    }

    private func withoutSpaceAtEnd(_ labels: String) -> String {
        var labels = labels[...]
        while labels.last == " " { labels.removeLast() }
        return String(labels)
    }

    private func room(after labels: String) -> Int {
        max(width - TerminalText.columns(Style.removed(from: labels)), 0)
    }

    private func padded(_ number: Int, _ width: Int) -> String { padded(String(number), width) }

    /// To the right.
    private func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - text.count, 0)) + text
    }

    /// To the left.
    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    /// Thousandths with two places, rounded half up: columns of one width are easier to compare.
    private func decimal(_ thousandths: Int) -> String {
        let hundredths = (min(max(thousandths, 0), 1000) + 5) / 10
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private func colour(of type: EntityType) -> Style {
        switch type {
        case .person: .green
        case .location: .blue
        case .organization: .yellow
        case .miscellaneous: .magenta
        default: .dim
        }
    }

    private func style(_ style: Style, _ text: String) -> String {
        isStyled ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// Select Graphic Rendition codes (ECMA-48).
private enum Style: Int {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
    case blue = 34
    case magenta = 35
    case cyan = 36

    /// `text` without such codes.
    static func removed(from text: String) -> String {
        var plain = String.UnicodeScalarView()
        var isInCode = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" {
                isInCode = true
            } else if isInCode {
                isInCode = scalar != "m"
            } else {
                plain.append(scalar)
            }
        }
        return String(plain)
    }
}
