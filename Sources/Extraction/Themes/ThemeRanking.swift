package import ArabicText
package import Articles

/// Ranks the phrases and topics of an article from what was found in its sections.
///
/// All that it reads of the findings are sums, unions and lists by position, so the result depends on the article
/// alone and not on which worker found what.
package struct ThemeRanking: Sendable {
    /// How many phrases an article has at most.
    package static let mostPhrases = 15
    /// Below these log odds, in 1024ths, a phrase is not shown.
    package static let leastLogOdds: Int32 = -6 * 1024

    private let model: ThemeModel
    private let forest: PhraseForest
    private let doubles: DoubleModel
    private let contenders: Int

    /// A ranking by `ranker`, or by the model's own, among so many phrases as look best at a glance; `nil`: the usual
    /// number.
    package init(model: ThemeModel, ranker: PhraseRanker? = nil, contenders: Int? = nil) {
        self.model = model
        self.contenders = contenders ?? PhraseForest.contenders
        forest = ranker.map(PhraseForest.init) ?? model.forest
        doubles = (ranker ?? model.ranker).doubles
    }

    /// The themes of the article with this text and these sections; `findings` has an element for each section, `nil`
    /// for one that was given up.
    package func themes(
        text: String,
        title: String? = nil,
        sections: [Section],
        findings: [Findings?]
    ) -> ArticleThemes {
        let text = CodePointIndex(text)
        let opening = ArticleOpening(of: text, title: title, headings: sections.compactMap(\.heading))
        return themes(text: text, opening: opening, sections: sections, findings: findings)
    }

    /// As ``themes(text:title:sections:findings:)``, of a text that can be cut already and of which is known how it begins.
    ///
    /// - Parameter title: what the title says that stands in none of the sections.
    package func themes(
        text: CodePointIndex,
        opening: ArticleOpening,
        title: TitleTopics = TitleTopics(),
        sections: [Section],
        findings: [Findings?]
    ) -> ArticleThemes {
        ArticleThemes(
            keyphrases: keyphrases(text: text, opening: opening, sections: sections, findings: findings),
            topics: TopicRanking(model: model).topics(sections: sections, findings: findings, title: title)
        )
    }

    private func keyphrases(
        text: CodePointIndex,
        opening: ArticleOpening,
        sections: [Section],
        findings: [Findings?]
    ) -> [RankedPhrase] {
        guard findings.contains(where: { $0?.phraseWords.isEmpty == false }) else { return [] }
        return ArticlePhrases.withPhrases(
            sections: sections,
            length: text.count,
            findings: findings,
            byline: opening.byline,
            title: titleStems(of: opening),
            model: model
        ) { phrases in
            text.withUTF8 { shown(phrases, in: $0) }
        }
    }

    private func titleStems(of opening: ArticleOpening) -> TitleStems {
        opening.title.map { TitleStems(of: $0, analyzer: model.analyzer) } ?? TitleStems()
    }

    /// The best of `phrases` as they are shown.
    private func shown(_ phrases: ArticlePhrases, in text: CodePointIndex.UTF8) -> [RankedPhrase] {
        let possessed = PossessedWords(of: phrases, in: text)
        let selected = PhraseSelection.select(
            forest.best(of: phrases, contenders: contenders),
            of: phrases,
            in: text,
            by: doubles,
            possessed: possessed,
            most: Self.mostPhrases,
            least: Self.leastLogOdds
        )
        // Each has a lesser score than the one before: a report orders them by it.
        var above = 1001
        return selected.map { choice in
            let occurrences = phrases.occurrences(of: choice.phrase.row)
            above = min(above - 1, FixedPoint.thousandths(squeezing: Double(choice.score) / 1024 + 2))
            return RankedPhrase(
                text: phrases.surface(of: choice, at: occurrences, in: text, possessed),
                score: above,
                mentions: phrases.mentions(of: choice, at: occurrences)
            )
        }
    }

    /// The features of an article's phrases with the text of each and what it is compared by, for training.
    package func candidates(
        text: String,
        title: String? = nil,
        sections: [Section],
        findings: [Findings?]
    ) -> (texts: [String], features: PhraseFeatures, likenesses: [PhraseLikeness]) {
        let text = CodePointIndex(text)
        let opening = ArticleOpening(of: text, title: title, headings: sections.compactMap(\.heading))
        return ArticlePhrases.withPhrases(
            sections: sections,
            length: text.count,
            findings: findings,
            byline: opening.byline,
            title: titleStems(of: opening),
            model: model
        ) { phrases in
            let choices = phrases.phrases.indices.map {
                PhraseSelection.Choice(PhraseCounts(of: $0, in: phrases), score: 0, in: phrases)
            }
            return text.withUTF8 { text in
                let possessed = PossessedWords(of: phrases, in: text)
                let texts = choices.map { choice in
                    let occurrences = phrases.occurrences(of: choice.phrase.row)
                    return phrases.surface(of: choice, at: occurrences, in: text, possessed)
                }
                return (texts, PhraseFeatures(of: phrases), choices.map { phrases.likeness(of: $0, in: text) })
            }
        }
    }
}

extension ArticlePhrases {
    fileprivate func surface(
        of choice: PhraseSelection.Choice,
        at all: [Int],
        in text: CodePointIndex.UTF8,
        _ possessed: PossessedWords
    ) -> String {
        PhraseSurface.text(of: shown(choice, at: all, possessed), in: text)
    }

    /// The occurrences whose form is shown: of a single word those that are no adjective, so that «مصر» and «المصري», which
    /// have one stem, are shown as «مصر»; of several those whose adjective is not that of a noun before («الخارجية
    /// الفرنسية» and not the end of «وزير الخارجية الفرنسي»); those without tanween, «لاعب» and not «لاعبا»; in news those
    /// without pronoun, «انحراف» and not «انحرافه».
    private func shown(
        _ choice: PhraseSelection.Choice,
        at all: [Int],
        _ possessed: PossessedWords
    ) -> [Range<Int>] {
        let nouns = choice.phrase.length > 1 ? all : all.filter { !isAttribute($0) }
        var chosen = nouns.isEmpty ? all : nouns
        let length = choice.phrase.length
        if chosen.count > 1, length > 1 {
            let free = chosen.filter { !roles[$0].head.contains(.severed) || possessed.endsInHeh($0) }
            if !free.isEmpty { chosen = free }
        }
        if chosen.count > 1, choice.phrase.traits.contains(.accusative) {
            let free = chosen.filter { first in
                !(first..<first + length).contains { words[$0].traits.contains(.accusative) }
            }
            if !free.isEmpty { chosen = free }
        }
        if order == .editors, chosen.count > 1 {
            let free = chosen.filter { first in !(first..<first + length).contains { possessed.contain($0) } }
            if !free.isEmpty { chosen = free }
        }
        return chosen.map { place(of: choice, at: $0) }
    }

    /// Where it stands, and where a name does that it is shown with the kind of, alone.
    fileprivate func mentions(of choice: PhraseSelection.Choice, at places: [Int]) -> [RankedPhrase.Mention] {
        var mentions = places.map { first in
            RankedPhrase.Mention(section: Int(words[first].section), range: place(of: choice, at: first))
        }
        guard let name = choice.name else { return mentions }
        let wholes = Set(places.flatMap { $0..<$0 + choice.phrase.length })
        for word in occurrences(of: name) where !wholes.contains(word) {
            let range = Int(words[word].start)..<Int(words[word].end)
            mentions.append(RankedPhrase.Mention(section: Int(words[word].section), range: range))
        }
        return mentions
    }

    /// Where the occurrence from word `first` on stands, in code points.
    private func place(of choice: PhraseSelection.Choice, at first: Int) -> Range<Int> {
        let words = choice.extent.words(around: first..<first + choice.phrase.length)
        return Int(self.words[words.lowerBound].start)..<Int(self.words[words.upperBound - 1].end)
    }
}
