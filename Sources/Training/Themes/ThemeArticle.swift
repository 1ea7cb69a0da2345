internal import ArabicText
package import Articles
package import Extraction

/// A text of a corpus as one section, with what was found in it.
package struct ThemeArticle {
    package var text: String
    package var length: Int
    package var sections: [Section]
    package var findings: [Findings?]

    /// With what a whole model finds in it, names among it.
    package init(_ text: String, extractor: inout Extractor) {
        self.text = text
        length = text.unicodeScalars.count
        sections = [Section(index: 0, kind: .lead, range: 0..<length)]
        findings = [extractor.findings(in: SectionText(kind: .lead, text: text))]
    }

    /// With its phrases and topics alone.
    package init(_ text: String, model: ThemeModel) {
        self.text = text
        let tokenized = TokenizedText(text)
        var extractor = ThemeExtractor(model: model, subjects: true)
        let found = extractor.findings(in: tokenized)
        length = text.unicodeScalars.count
        sections = [Section(index: 0, kind: .lead, range: 0..<length)]
        findings = [Findings(phrases: found.phrases, topics: found.topics, tokenCount: tokenized.tokens.count)]
    }
}

/// What two forms of one phrase have in common, for matching against phrases that people chose.
package enum ThemeKey {
    /// The stems of all of the phrase's words, one space between them.
    package static func key(of phrase: String, analyzer: WordAnalyzer) -> String {
        let text = TokenizedText(phrase)
        return text.tokens.map { text.folded.string(analyzer.word($0, in: text.folded).stem) }.joined(separator: " ")
    }
}
