internal import ArabicText
internal import Articles

extension ReportPage {
    func writeHeader(to writer: inout HTMLWriter) {
        let language = firstLanguage
        writer.element("header", [("class", "masthead")]) { writer in
            if titleInText == nil {
                writer.element("h1", [("dir", "rtl"), ("lang", report.language)]) { $0.element("bdi", text: title) }
            }
            writer.element("p", [("class", "facts")]) { writer in
                fact("source", report.article.source, to: &writer)
                fact("published", report.article.published, to: &writer)
                if let url = report.article.url, let address = WebAddress(url) {
                    writer.label(
                        "original",
                        in: language,
                        as: "a",
                        [("href", address.text), ("rel", "noopener noreferrer nofollow")]
                    )
                }
            }
            guard !report.problems.isEmpty else { return }
            writer.element("div", [("class", "problems"), ("role", "note")]) { writer in
                writer.label("problems", in: language, as: "strong")
                writer.element("ul") { writer in
                    for problem in report.problems {
                        writer.element("li", [("dir", "auto"), ("lang", "en")], text: problem.message)
                    }
                }
            }
        }
    }

    private func fact(_ key: String, _ value: String?, to writer: inout HTMLWriter) {
        // What is the page's heading already is not said again.
        guard let value, !value.isEmpty, value != title else { return }
        writer.element("span", [("class", "fact")]) { writer in
            writer.label(key, in: firstLanguage)
            writer.raw(" ")
            writer.element("bdi", text: value)
        }
    }

    /// The article's text as it is: what is between its paragraphs stands between their elements.
    func writeArticle(to writer: inout HTMLWriter) {
        let marked = MarkedText(text: text, annotations: annotations)
        let missing = report.missingSections
        writer.element("article", [("id", "text"), ("lang", report.language), ("dir", "rtl")]) { writer in
            var written = 0
            for section in report.sections where !section.section.range.isEmpty {
                let range = section.section.range
                // Sections tile the text; what a stranger's report leaves out is shown all the same.
                if range.lowerBound > written { writer.text(text[written..<range.lowerBound]) }
                write(section, from: max(written, range.lowerBound), marked, isMissing: missing, to: &writer)
                written = max(written, range.upperBound)
            }
            if written < text.count { writer.text(text[written..<text.count]) }
        }
    }

    private func write(
        _ section: Report.ReportSection,
        from start: Int,
        _ marked: MarkedText,
        isMissing missing: Set<Int>,
        to writer: inout HTMLWriter
    ) {
        let place = section.section
        guard start < place.range.upperBound else { return }
        let range = start..<place.range.upperBound
        var attributes: HTMLWriter.Attributes = [
            ("id", "s\(place.index)"), ("class", place.kind.label), ("data-section", "\(place.index)"),
        ]
        if place.kind == .boilerplate {
            attributes += [
                ("data-note", PageLabels.text("boilerplate", in: firstLanguage)), ("data-label-note", "boilerplate"),
            ]
        } else if missing.contains(place.index) {
            attributes += [
                ("data-note", PageLabels.text("missing", in: firstLanguage)), ("data-label-note", "missing"),
            ]
        }
        writer.element("section", attributes) { writer in
            var written = range.lowerBound
            for block in blocks.blocks(of: range, heading: place.heading) {
                writer.text(text[written..<block.range.lowerBound])
                let isTitle = block.range == titleInText
                writer.element(isTitle ? "h1" : block.isHeading ? "h2" : "p", Self.direction(of: text[block.range])) {
                    writer in
                    marked.write(block.range, to: &writer)
                }
                written = block.range.upperBound
            }
            writer.text(text[written..<range.upperBound])
        }
    }

    /// An Arabic paragraph is right to left, even where it begins with a foreign name; one without an Arabic letter is
    /// what its own first letter says.
    static func direction(of text: String) -> HTMLWriter.Attributes {
        // The blocks of right-to-left scripts, and their presentation forms.
        let isRightToLeft = text.unicodeScalars.contains {
            (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFDFF).contains($0.value)
                || (0xFE70...0xFEFC).contains($0.value)
        }
        return isRightToLeft ? [] : [("dir", "auto")]
    }

    func writeFooter(to writer: inout HTMLWriter) {
        writer.element("footer") { writer in
            writer.element("p") { writer in
                writer.label("report", in: firstLanguage)
                writer.raw(" ")
                writer.element("code", [("dir", "ltr")], text: report.id.description)
                writer.raw(" · ")
                writer.label("model", in: firstLanguage)
                writer.raw(" ")
                writer.element("code", [("dir", "ltr")], text: "\(report.model.name) \(report.model.version)")
            }
        }
    }
}
