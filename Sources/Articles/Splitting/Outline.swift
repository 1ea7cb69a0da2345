package import ArabicText

/// An article with its sections: what the sink needs beside the findings to write a report.
package struct Outline: Sendable, Hashable {
    package var id: ArticleID
    package var article: Article
    package var sections: [Section]

    package init(id: ArticleID, article: Article, sections: [Section]) {
        self.id = id
        self.article = article
        self.sections = sections
    }

    /// What a worker gets of section `index`. For several sections make one `CodePointIndex` of the text and pass it
    /// along: it takes a pass over the whole article.
    package func sectionText(_ index: Int, in text: CodePointIndex) -> SectionText {
        let section = sections[index]
        return SectionText(
            kind: section.kind,
            text: text[section.range],
            heading: section.heading.map {
                $0.lowerBound - section.range.lowerBound..<$0.upperBound - section.range.lowerBound
            }
        )
    }

    /// What workers get of all sections, in order. Linear in the length of the text.
    package func sectionTexts() -> [SectionText] {
        let text = CodePointIndex(article.text)
        return sections.indices.map { sectionText($0, in: text) }
    }
}

/// What a worker gets of a section: its text alone. Offsets in what it finds count from the start of `text`.
package struct SectionText: Sendable, Hashable {
    package var kind: Section.Kind
    package var text: String
    /// The heading's line in code points of `text`.
    package var heading: Range<Int>?

    package init(kind: Section.Kind, text: String, heading: Range<Int>? = nil) {
        self.kind = kind
        self.text = text
        self.heading = heading
    }
}
