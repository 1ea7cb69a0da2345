internal import ArabicText

/// Takes the best phrases, one for each thing said.
enum PhraseSelection {
    /// What the first places ask for. There one phrase stands for what is said in more or fewer words, and in other forms,
    /// too. The places behind them are filled with what is left, ordered more by what readers chose and less by what an
    /// editor wants.
    struct FirstPlaces {
        var count: Int
        /// Log odds, in 1024ths, below which a phrase is worth none of these places, unless fewer than `fewest` are taken.
        var least: Int32
        var fewest: Int

        /// Of an article that is ranked by the crowd's choices alone: that crowd's tenth phrase may say again what stands
        /// before it.
        static let crowd = FirstPlaces(count: 9, least: -2688, fewest: 6)
        /// Of one that is ranked by what editors called good: as many as there are, and no more than are worth it.
        static let editors = FirstPlaces(count: ThemeRanking.mostPhrases, least: -2300, fewest: 4)
    }

    /// The best of `ranked`, phrases of `article`, that say something of their own, in editors' order by `doubles` too. A
    /// person's name takes the place of a piece of it; of a name's spellings the first stays. An article that has not enough
    /// of them has no more.
    static func select(
        _ ranked: RankedPhrases,
        of article: ArticlePhrases,
        in text: CodePointIndex.UTF8,
        by doubles: DoubleModel,
        possessed: PossessedWords,
        most: Int,
        least: Int32
    ) -> [Choice] {
        var chosen = Chosen(article: article, text: text, doubles: article.order == .editors ? doubles : DoubleModel())
        let flaws = PhraseFlaws(of: article, in: text, possessed: possessed)
        /// Looked at only where it might be taken: most phrases never are.
        func isFlawed(_ phrase: PhraseCounts) -> Bool {
            flaws.areSevere(phrase) || article.order == .editors && flaws.areSevereInNews(phrase)
        }
        let good = ranked.phrases.indices.filter { ranked.scores[$0] >= least }
        let first = article.order == .editors ? FirstPlaces.editors : .crowd
        var queue = RankQueue(of: good.map { PhraseRank.rank(ranked.phrases[$0].row, ranked.scores[$0]) })
        while chosen.choices.count < min(most, first.count), let next = queue.next() {
            let score = ranked.scores[good[next]]
            guard score >= first.least || chosen.choices.count < first.fewest else { return chosen.choices }
            let phrase = ranked.phrases[good[next]]
            if !isFlawed(phrase) { chosen.take(phrase, score: score, isStrict: true) }
        }
        guard chosen.choices.count < most else { return chosen.choices }
        let taken = chosen.choices.map(\.phrase.row)
        queue = RankQueue(of: good.map { PhraseRank.rank(ranked.phrases[$0].row, ranked.later[$0]) })
        while chosen.choices.count < most, let next = queue.next() {
            let place = good[next]
            let phrase = ranked.phrases[place]
            if taken.contains(phrase.row) || isFlawed(phrase) { continue }
            chosen.take(phrase, score: ranked.scores[place], isStrict: false)
        }
        return chosen.choices
    }

    /// A phrase that was taken.
    struct Choice {
        var phrase: PhraseCounts
        var score: Int32
        let stems: PhraseStems
        /// Words before and behind it that belong to it: ``ArticlePhrases/extent(of:)``.
        var extent = ArticlePhrases.Extent()
        /// The phrase of the name alone that it has with its kind, whose places are its own: «الزمالك» of «نادي الزمالك».
        var name: Int?
        /// What it is compared by, if it is one of the first.
        var likeness: PhraseLikeness?

        init(_ phrase: PhraseCounts, score: Int32, in article: ArticlePhrases) {
            self.phrase = phrase
            self.score = score
            stems = PhraseStems(of: phrase.phrase, in: article)
        }
    }
}
