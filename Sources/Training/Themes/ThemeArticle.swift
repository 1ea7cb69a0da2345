internal import ArabicText
package import Articles
package import Extraction

/// A text of a corpus, cut into sections as an article is, with what was found in them.
package struct ThemeArticle {
    package var title: String?
    package var text: String
    package var sections: [Section]
    package var findings: [Findings?]

    package init(_ text: String, title: String? = nil, extractor: inout Extractor) {
        let outline = SectionSplitter.outline(of: Article(title: title, text: text))
        self.title = title
        self.text = text
        sections = outline.sections
        findings = []
        for section in outline.sectionTexts() { findings.append(extractor.findings(in: section)) }
    }

    /// The text as one section, with its words and topics alone.
    package init(_ text: String, model: ThemeModel) {
        self.text = text
        let tokenized = TokenizedText(text)
        var extractor = ThemeExtractor(model: model, subjects: true)
        let found = extractor.findings(in: tokenized, isLead: true)
        sections = [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)]
        findings = [
            Findings(phraseWords: found.phraseWords, topics: found.topics, tokenCount: tokenized.tokens.count)
        ]
    }

    /// Cut into sections as an article is, with their topics alone.
    package init(cutting text: String, model: ThemeModel) {
        let outline = SectionSplitter.outline(of: Article(text: text))
        var extractor = ThemeExtractor(model: model)
        self.text = text
        sections = outline.sections
        findings = outline.sectionTexts().map { section in
            guard section.kind != .boilerplate else { return Findings() }
            let tokenized = TokenizedText(section.text)
            let found = extractor.findings(
                in: tokenized,
                heading: section.heading,
                isLead: section.kind == .lead
            )
            return Findings(topics: found.topics, tokenCount: tokenized.tokens.count)
        }
    }

    /// The phrases that are shown for it, best first.
    package func keyphrases(by ranking: ThemeRanking) -> [String] {
        ranking.themes(text: text, title: title, sections: sections, findings: findings).keyphrases.map(\.text)
    }
}
