internal import Articles

/// Cuts an article's sections out of its text: the places in the text are looked up once, in one pass.
struct SectionTexts: Sendable {
    private let text: String
    private let sections: [Section]
    /// Where each section starts, and where the last one ends.
    private let bounds: [String.Index]

    init(outline: Outline) {
        text = outline.article.text
        sections = outline.sections
        let scalars = text.unicodeScalars
        var bounds: [String.Index] = []
        bounds.reserveCapacity(outline.sections.count + 1)
        var place = scalars.startIndex
        var offset = 0
        for section in outline.sections {
            // Sections tile the text, so each starts at or after the one before.
            if section.range.lowerBound > offset {
                place =
                    scalars.index(place, offsetBy: section.range.lowerBound - offset, limitedBy: scalars.endIndex)
                    ?? scalars.endIndex
                offset = section.range.lowerBound
            }
            bounds.append(place)
        }
        bounds.append(scalars.endIndex)
        self.bounds = bounds
    }

    subscript(index: Int) -> SectionText {
        let section = sections[index]
        let start = section.range.lowerBound
        return SectionText(
            kind: section.kind,
            text: String(text.unicodeScalars[bounds[index]..<bounds[index + 1]]),
            heading: section.heading.map { ($0.lowerBound - start)..<($0.upperBound - start) }
        )
    }
}
