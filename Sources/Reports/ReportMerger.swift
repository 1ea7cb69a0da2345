internal import ArabicText
package import Articles
package import Extraction

/// Merges the findings of an article's sections into its report. One for each thread.
package struct ReportMerger {
    package let model: Model
    private let lexicon: any NameLexicon

    package init(model: Model) {
        self.init(model: model, lexicon: model.gazetteer)
    }

    /// A merger that knows names by `lexicon` instead of the model's.
    package init(model: Model, lexicon: any NameLexicon) {
        self.model = model
        self.lexicon = lexicon
    }

    /// The report of `outline`. `findings` has one element for each section, `nil` for one that was given up, which
    /// is then named under the report's problems; so is a section whose findings do not fit it (``CheckedFindings``).
    /// Findings of boilerplate are not looked at. The same arguments always give an equal report.
    ///
    /// What is not part of a report is not in the result: the article's `markedHeadings` are `nil`.
    package mutating func report(outline: Outline, findings: [Findings?]) -> Report {
        let sections = MinedSections(
            outline: outline,
            findings: findings,
            lexicon: lexicon,
            model: model
        )
        let themes = ThemeRanking(model: model.themes).themes(
            text: sections.text,
            title: outline.article.title,
            sections: sections.sections,
            findings: sections.findings
        )
        return report(outline: outline, sections: sections, themes: themes)
    }

    /// The report of `outline` with themes that were ranked elsewhere.
    package func report(outline: Outline, findings: [Findings?], themes: ArticleThemes) -> Report {
        report(
            outline: outline,
            sections: MinedSections(
                outline: outline,
                findings: findings,
                lexicon: lexicon,
                model: model
            ),
            themes: themes
        )
    }

    private func report(outline: Outline, sections: MinedSections, themes: ArticleThemes) -> Report {
        var article = outline.article
        article.markedHeadings = nil
        let salience = Salience(article: article, length: sections.text.count, minedSections: sections.minedCount)
        let adjectives = CountryAdjectives(sections.nisbas)
        let entities = EntityMerging(lexicon: lexicon, adjectives: adjectives)
            .entities(
                of: sections.mentions,
                explanations: Abbreviations.explanations(among: sections.mentions, in: sections.text),
                salience: salience
            )
        let topics = Report.Topic.ordered(themes.topics, sectionCount: sections.sections.count)
        let keyphrases = Report.Keyphrase.ordered(themes.keyphrases, length: sections.text.count)
        var report = Report(
            id: outline.id,
            article: article,
            language: "ar",
            sections: [],
            entities: entities,
            nisbas: adjectives.nisbas(entities: entities, lexicon: lexicon),
            topics: topics,
            keyphrases: keyphrases,
            problems: sections.problems,
            model: .init(name: model.name, version: model.version, digest: model.digest)
        )
        report.sections = SectionList.sections(sections.sections, text: sections.text, report: report)
        return report
    }
}
