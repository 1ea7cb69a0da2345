internal import ArabicText
package import Articles
package import Extraction

/// Merges the findings of an article's sections into its report. One for each thread: it keeps its lists and tables for the
/// next article.
package struct ReportMerger: ~Copyable {
    package let model: Model
    private let ranking: ThemeRanking
    /// Of titles that stand in no section.
    private var titles: ThemeExtractor
    private var placing: MentionPlacing
    private var mentions = ArticleMentions()
    private var merging: EntityMerging
    private var known: KnownThings

    package init(model: Model) {
        self.init(model: model, lexicon: model.gazetteer)
    }

    /// A merger that knows names by `lexicon` instead of the model's.
    package init(model: Model, lexicon: any NameLexicon) {
        self.model = model
        ranking = ThemeRanking(model: model.themes)
        titles = ThemeExtractor(model: model.themes, known: model.knownWords, remembered: 10)
        placing = MentionPlacing(lexicon: lexicon, model: model)
        merging = EntityMerging(lexicon: lexicon)
        known = KnownThings(lexicon: lexicon)
    }

    /// The report of `outline`. `findings` has one element for each section, `nil` for one that was given up, which
    /// is then named under the report's problems; so is a section whose findings do not fit it (``CheckedFindings``).
    /// Findings of boilerplate are not looked at. The same arguments always give an equal report.
    ///
    /// What is not part of a report is not in the result: the article's `markedHeadings` are `nil`.
    package mutating func report(outline: Outline, findings: [Findings?]) -> Report {
        let sections = mined(outline, findings)
        let themes = ranking.themes(
            text: sections.text,
            opening: sections.opening,
            title: sections.opening.separateTitle.map { TitleTopics($0, extractor: &titles) } ?? TitleTopics(),
            sections: sections.sections,
            findings: sections.findings
        )
        return report(outline: outline, sections: sections, themes: themes)
    }

    /// The report of `outline` with themes that were ranked elsewhere.
    package mutating func report(outline: Outline, findings: [Findings?], themes: ArticleThemes) -> Report {
        report(outline: outline, sections: mined(outline, findings), themes: themes)
    }

    private mutating func mined(_ outline: Outline, _ findings: [Findings?]) -> MinedSections {
        MinedSections(outline: outline, findings: findings, model: model, placing: &placing, mentions: &mentions)
    }

    private mutating func report(outline: Outline, sections: MinedSections, themes: ArticleThemes) -> Report {
        var article = outline.article
        article.markedHeadings = nil
        let everyday = EverydayNisbas(among: mentions)
        let adjectives = CountryAdjectives(sections.nisbas.filter { !everyday.isWord($0) })
        let entities = merging.entities(
            of: mentions,
            explanations: Abbreviations.explanations(among: mentions, in: sections.text),
            adjectives: adjectives,
            salience: Salience(
                title: sections.opening.title,
                length: sections.text.count,
                minedSections: sections.minedCount
            ),
            known: &known
        )
        let (keyphrases, unlisted) = Report.Keyphrase.ordered(themes.keyphrases, length: sections.text.count)
        var problems = sections.problems
        if unlisted > 0 { problems.append(.unlisted(unlisted, .keyphraseMentions)) }
        var report = Report(
            id: outline.id,
            article: article,
            language: "ar",
            sections: [],
            entities: entities,
            nisbas: adjectives.nisbas(entities: entities, known: &known),
            topics: Report.Topic.ordered(themes.topics, sectionCount: sections.sections.count),
            keyphrases: keyphrases,
            problems: problems,
            model: .init(model)
        )
        report.sections = SectionList.sections(sections.sections, text: sections.text, report: report)
        return report
    }
}
