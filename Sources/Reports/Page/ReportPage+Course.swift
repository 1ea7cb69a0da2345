internal import ArabicText
internal import Articles
internal import Extraction

extension ReportPage {
    /// The article's course: a line for each section, with a bar as long as the section, and a tick in it wherever
    /// something is mentioned. It is the table of contents too.
    func writeCourse(to writer: inout HTMLWriter) {
        let longest = report.sections.map(\.section.range.count).max() ?? 0
        let ticks = Dictionary(grouping: annotations) { annotation in
            report.sections.partitioningIndex { $0.section.range.upperBound > annotation.range.lowerBound }
        }
        let missing = report.missingSections
        writer.element("nav", [("class", "course")] + HTMLWriter.name("course", in: firstLanguage)) { writer in
            writer.element("details", [("open", "")]) { writer in
                writer.element("summary") { $0.label("course", in: firstLanguage, as: "h2") }
                writer.label("courseHelp", in: firstLanguage, as: "p", [("class", "hint")])
                writer.element("ol") { writer in
                    for (index, section) in report.sections.enumerated() where !section.section.range.isEmpty {
                        writer.element(
                            "li",
                            [
                                ("class", missing.contains(index) ? "missing" : section.section.kind.label),
                                ("data-section", "\(section.section.index)"),
                            ]
                        ) { writer in
                            writer.element("a", [("href", "#s\(section.section.index)")]) { writer in
                                writer.element(
                                    "span",
                                    [("class", "heading"), ("lang", report.language), ("dir", "rtl")],
                                    text: caption(of: section)
                                )
                                writeBar(of: section, longest: longest, ticks: ticks[index] ?? [], to: &writer)
                            }
                        }
                    }
                }
            }
        }
    }

    /// A section's heading, or its first words.
    private func caption(of section: Report.ReportSection) -> String {
        if let heading = section.heading { return heading }
        var range = section.section.range
        // The title is the page's heading, and says nothing of this section.
        if let title = titleInText, range.contains(title.upperBound) {
            range = title.upperBound..<range.upperBound
        }
        return TerminalText.line(text[range.lowerBound..<min(range.lowerBound + 160, range.upperBound)], columns: 48)
    }

    private func writeBar(
        of section: Report.ReportSection,
        longest: Int,
        ticks: [Annotation],
        to writer: inout HTMLWriter
    ) {
        let range = section.section.range
        writer.element(
            "svg",
            [
                ("class", "track"), ("viewBox", "0 0 1000 12"), ("preserveAspectRatio", "none"),
                ("aria-hidden", "true"), ("focusable", "false"),
            ]
        ) { writer in
            let width = max(1000 * range.count / max(longest, 1), 12)
            writer.rectangle(x: 0, y: 4, width: width, height: 4, [("class", "ground")])
            // Phrases first, so that entities lie over them.
            for tick in ticks.sorted(by: { $1.layer < $0.layer }) {
                let start = (tick.range.lowerBound - range.lowerBound) * width / max(range.count, 1)
                let length = tick.range.count * width / max(range.count, 1)
                writer.rectangle(
                    x: start,
                    y: 0,
                    width: max(length, 9),
                    height: 12,
                    [("class", tick.style), ("data-tick", tick.target)]
                )
            }
        }
    }

    /// Where a thing occurs, section by section: a column for each, as high as it is mentioned often.
    /// - Parameter counts: by section.
    func writeColumns(_ counts: [Int: Int], style: String, to writer: inout HTMLWriter) {
        let sections = report.sections.count
        guard sections > 1 else { return }
        let most = max(counts.values.max() ?? 0, 1)
        writer.element(
            "svg",
            [
                ("class", "columns \(style)"), ("viewBox", "0 0 \(sections * 10) 20"), ("preserveAspectRatio", "none"),
                ("aria-hidden", "true"), ("focusable", "false"),
            ]
        ) { writer in
            writer.rectangle(x: 0, y: 19, width: sections * 10, height: 1, [("class", "ground")])
            for (section, count) in counts.sorted(by: { $0.key < $1.key }) where count > 0 {
                let height = max(19 * count / most, 5)
                writer.rectangle(x: section * 10 + 1, y: 19 - height, width: 8, height: height)
            }
        }
    }
}

extension HTMLWriter {
    fileprivate mutating func rectangle(
        x: Int,
        y: Int,
        width: Int,
        height: Int,
        _ attributes: Attributes = []
    ) {
        let place: Attributes = [("x", "\(x)"), ("y", "\(y)"), ("width", "\(width)"), ("height", "\(height)")]
        element("rect", place + attributes) { _ in }
    }
}
