package import Articles

/// Ranks the phrases and topics of an article from what was found in its sections.
///
/// All that it reads of the findings are sums, unions and lists by position, so the result depends on the article
/// alone and not on which worker found what.
package struct ThemeRanking: Sendable {
    /// How many phrases an article has at most.
    package static let mostPhrases = 15
    /// Below these log odds a phrase is not shown.
    package static let leastLogOdds = -5.0

    private let model: ThemeModel

    package init(model: ThemeModel) {
        self.model = model
    }

    /// The themes of the article with this text and these sections; `findings` has an element for each section, `nil`
    /// for one that was given up.
    package func themes(text: String, sections: [Section], findings: [Findings?]) -> ArticleThemes {
        let scalars = Array(text.unicodeScalars)
        let phrases = ArticlePhrases(sections: sections, length: scalars.count, findings: findings)
        let selected = PhraseSelection.select(
            phrases.phrases,
            scores: phrases.features(model: model).map(model.ranker.score),
            most: Self.mostPhrases,
            least: Self.leastLogOdds
        )
        let keyphrases = selected.map { index, logOdds in
            let phrase = phrases.phrases[index]
            return RankedPhrase(
                text: PhraseSurface.text(of: phrase.mentions.map(\.range), in: scalars),
                key: phrase.key,
                score: FixedPoint.thousandths(squeezing: logOdds + 2),
                mentions: phrase.mentions
            )
        }
        return ArticleThemes(
            keyphrases: keyphrases,
            topics: TopicRanking(model: model).topics(sections: sections, findings: findings)
        )
    }

    /// The features of an article's phrases with their keys, for training.
    package func candidates(
        length: Int,
        sections: [Section],
        findings: [Findings?]
    ) -> [(key: String, features: PhraseFeatures)] {
        let phrases = ArticlePhrases(sections: sections, length: length, findings: findings)
        return Array(zip(phrases.phrases.map(\.key), phrases.features(model: model)))
    }
}
