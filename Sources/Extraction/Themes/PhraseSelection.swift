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
        most: Int,
        least: Int32
    ) -> [Choice] {
        var chosen = Chosen(article: article, text: text, doubles: article.order == .editors ? doubles : DoubleModel())
        let good = ranked.phrases.indices.filter { place in
            let phrase = ranked.phrases[place]
            return ranked.scores[place] >= least && !isAdjective(phrase) && !isIncomplete(phrase, in: article)
                && !isPossessed(phrase, in: article, text)
        }
        let first = article.order == .editors ? FirstPlaces.editors : .crowd
        var queue = RankQueue(of: good.map { PhraseRank.rank(ranked.phrases[$0].row, ranked.scores[$0]) })
        while chosen.choices.count < min(most, first.count), let next = queue.next() {
            let score = ranked.scores[good[next]]
            guard score >= first.least || chosen.choices.count < first.fewest else { return chosen.choices }
            chosen.take(ranked.phrases[good[next]], score: score, isStrict: true)
        }
        guard chosen.choices.count < most else { return chosen.choices }
        let others = good.filter { place in !chosen.choices.contains { $0.phrase.row == ranked.phrases[place].row } }
        queue = RankQueue(of: others.map { PhraseRank.rank(ranked.phrases[$0].row, ranked.later[$0]) })
        while chosen.choices.count < most, let next = queue.next() {
            let place = others[next]
            chosen.take(ranked.phrases[place], score: ranked.scores[place], isStrict: false)
        }
        return chosen.choices
    }

    /// Whether a phrase is nothing but adjectives, or a single word that stands as another's more often than not.
    private static func isAdjective(_ phrase: PhraseCounts) -> Bool {
        phrase.count == 0
            || phrase.length == 1 && phrase.attributes * 2 > phrase.count && phrase.names * 2 < phrase.count
    }

    /// Whether a phrase is a single word that never stands without what belongs to its place in a sentence: «مجتمعهم»,
    /// «موهوباً».
    private static func isIncomplete(_ phrase: PhraseCounts, in article: ArticlePhrases) -> Bool {
        guard phrase.length == 1, phrase.names == 0, !phrase.traits.isDisjoint(with: [.pronoun, .accusative]) else {
            return false
        }
        return article.occurrences(of: phrase.row)
            .allSatisfy { !article.words[$0].traits.isDisjoint(with: [.pronoun, .accusative]) }
    }

    /// Whether a word of a phrase but the last belongs to somebody: «معسكره الخارجي», «أرباحها التشغيلية». Readers called 83
    /// of 101 such phrases bad.
    ///
    /// Folded letters don't tell ه from ة, and many write the one for the other; so a noun that was seen with the article,
    /// which none with a pronoun has, is none («هيئه الهلال الأحمر», «توجيه الاتهام»). Behind a clitic that is not known.
    private static func isPossessed(
        _ phrase: PhraseCounts,
        in article: ArticlePhrases,
        _ text: CodePointIndex.UTF8
    ) -> Bool {
        guard phrase.length > 1, phrase.names == 0 else { return false }
        var isSure = false
        for first in article.occurrences(of: phrase.row) {
            let found = (first..<first + Int(phrase.length) - 1).first { article.isPossessed($0, in: text) }
            guard let found else { return false }
            isSure = isSure || !article.words[found].traits.contains(.proclitic)
        }
        return isSure
    }

    /// A phrase that was taken.
    struct Choice {
        var phrase: PhraseCounts
        var score: Int32
        let stems: PhraseStems
        /// Words before and behind it that belong to it: ``ArticlePhrases/extent(of:)``.
        var extent = ArticlePhrases.Extent()
        /// What it is compared by, if it is one of the first.
        var likeness: PhraseLikeness?

        init(_ phrase: PhraseCounts, score: Int32, in article: ArticlePhrases) {
            self.phrase = phrase
            self.score = score
            stems = PhraseStems(of: phrase.phrase, in: article)
        }
    }
}

extension ArticlePhrases {
    /// Whether a word has a pronoun, or ends in ه before a definite word and is none that takes the article.
    fileprivate func isPossessed(_ index: Int, in text: CodePointIndex.UTF8) -> Bool {
        let traits = words[index].traits
        if traits.contains(.pronoun) { return true }
        guard index + 1 < words.count, words[index + 1].traits.contains(.definite),
            !traits.isDisjoint(with: [.mayBeName, .proclitic]), traits.isDisjoint(with: .common)
        else { return false }
        let end = Int(words[index].end)
        return text.bytes[text.range(of: end - 1..<end)].elementsEqual("ه".utf8)
    }
}
