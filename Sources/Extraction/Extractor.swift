internal import ArabicText
package import Articles

/// Finds entities, phrase candidates and topic evidence in sections. One for each thread: it keeps its buffers.
package struct Extractor {
    package let model: Model
    /// `nil` for a model without entity weights.
    private var entities: EntityFinder?
    private let nisbas: NisbaFinder
    private var themes: ThemeExtractor
    private var words: TextWords

    package init(model: Model) {
        self.model = model
        entities = EntityFinder(model: model)
        nisbas = NisbaFinder(gazetteer: model.gazetteer)
        themes = ThemeExtractor(model: model.themes, known: model.knownWords)
        words = TextWords(known: model.knownWords)
    }

    /// What is found in `section`; nothing for boilerplate. A pure function of the section and the model.
    package mutating func findings(in section: SectionText) -> Findings {
        guard section.kind != .boilerplate else { return Findings() }
        let text = TokenizedText(section.text)
        words.read(text)
        let mentions = EntityMention.joining(
            entities?.mentions(in: text, words: words) ?? [],
            with: RuleFinder.mentions(in: text, words: words),
            mayBeName: DayNouns(text).mayName(at:)
        )
        let (phraseWords, topics) = themes.findings(
            in: text,
            words: words,
            heading: section.heading,
            isLead: section.kind == .lead
        )
        return Findings(
            mentions: mentions,
            phraseWords: phraseWords,
            topics: topics,
            nisbas: nisbas.nisbas(in: text, beside: mentions, words: words),
            tokenCount: text.tokens.count
        )
    }
}
