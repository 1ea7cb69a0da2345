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

        /// Of an article without a title, which is ranked by the crowd's choices alone: that crowd's tenth phrase may say
        /// again what stands before it.
        static let untitled = FirstPlaces(count: 9, least: -2688, fewest: 6)
        /// Of an article with a title, which is ranked by what editors called good: as many as there are, and no more than
        /// are worth it.
        static let titled = FirstPlaces(count: ThemeRanking.mostPhrases, least: -2300, fewest: 4)
    }

    /// The first of `ranked`, phrases of `article` from the best down, that say something of their own, in an article with
    /// a title by `doubles` too. A person's name
    /// takes the place of a piece of it; of a name's spellings the first stays. An article that has not enough of them has
    /// no more.
    static func select(
        _ ranked: [RankedRow],
        of article: ArticlePhrases,
        in text: CodePointIndex,
        by doubles: DoubleModel,
        most: Int,
        least: Int32
    ) -> [Choice] {
        var chosen = Chosen(article: article, text: text, doubles: article.isTitled ? doubles : DoubleModel())
        let good = ranked.filter { $0.score >= least && !isAdjective(article.phrases[$0.row]) }
        let first = article.isTitled ? FirstPlaces.titled : .untitled
        for candidate in good where chosen.rows.count < min(most, first.count) {
            guard candidate.score >= first.least || chosen.rows.count < first.fewest else { return chosen.rows }
            chosen.take(candidate, isStrict: true)
        }
        let taken = Set(chosen.rows.map(\.row))
        let others = good.filter { !taken.contains($0.row) }.sorted { ($1.later, $0.row) < ($0.later, $1.row) }
        for candidate in others where chosen.rows.count < most { chosen.take(candidate, isStrict: false) }
        return chosen.rows
    }

    /// A phrase that was taken.
    struct Choice {
        var row: Int
        var score: Int32
        /// Words before and behind it that belong to it: ``ArticlePhrases/extent(of:)``.
        var extent = ArticlePhrases.Extent()
        /// What it is compared by, if it is one of the first.
        var likeness: PhraseLikeness?
    }

    /// What was taken so far.
    private struct Chosen {
        let article: ArticlePhrases
        let text: CodePointIndex
        let doubles: DoubleModel
        var rows: [Choice] = []
        private var spellings: Set<[UInt16]> = []

        init(article: ArticlePhrases, text: CodePointIndex, doubles: DoubleModel) {
            self.article = article
            self.text = text
            self.doubles = doubles
        }

        mutating func take(_ candidate: RankedRow, isStrict: Bool) {
            let phrase = article.phrases[candidate.row]
            let word = rows.firstIndex { isWord(article.phrases[$0.row], of: phrase, in: article) }
            let others = rows.indices.filter { $0 != word }.map { article.phrases[rows[$0].row] }
            if others.contains(where: { repeats(phrase, $0, isStrict: false, in: article) }) { return }
            var choice = Choice(row: candidate.row, score: candidate.score, extent: article.extent(of: candidate.row))
            if isStrict {
                choice.likeness = article.likeness(of: choice, in: text)
                if rows.indices.contains(where: { $0 != word && restates(choice, rows[$0]) }) { return }
            }
            if let word {
                let short = article.phrases[rows[word].row]
                if isPerson(phrase) || isStrict && standsFor(short, phrase, in: article) {
                    choice.score = rows[word].score
                    rows[word] = choice
                    return
                }
                if isStrict, restates(choice, rows[word]) { return }
                if repeats(phrase, short, isStrict: false, in: article) { return }
            }
            if isStrict, others.contains(where: { repeats(phrase, $0, isStrict: true, in: article) }) { return }
            if rows.contains(where: { isIn($0, phrase) || isDouble(choice, of: $0) }) { return }
            if let spelling = spelling(of: phrase, in: article, text), !spellings.insert(spelling).inserted { return }
            // What comes later stands behind those before it, by its score too.
            choice.score = min(candidate.score, rows.last?.score ?? candidate.score)
            rows.append(choice)
        }

        /// Whether a reader would call `choice` a double of `taken`.
        private func isDouble(_ choice: Choice, of taken: Choice) -> Bool {
            guard let own = choice.likeness, let other = taken.likeness,
                let odds = doubles.logOdds(own, of: other)
            else { return false }
            return odds > 0
        }

        /// Whether `choice` says in other forms, or in some words more or less, what `taken` says.
        private func restates(_ choice: Choice, _ taken: Choice) -> Bool {
            let (own, other) = (choice.likeness?.words ?? [], taken.likeness?.words ?? [])
            let (short, long) = own.count < other.count ? (own, other) : (other, own)
            guard !short.isEmpty, short.allSatisfy({ word in long.contains { word.likeness.isLike($0.likeness) } })
            else { return false }
            guard short.count == 1 else { return true }
            let (phrase, known) = (article.phrases[choice.row], article.phrases[taken.row])
            let areNames = (PhraseSelection.isName(phrase), PhraseSelection.isName(known))
            if own.count == other.count { return !areNames.0 && !areNames.1 }
            // «المساجد» says no more than «مسجد النور», «مدينة عدن» and «جمهورية مصر العربية» no more than «عدن» and «مصر».
            if own.count == 1 { return !areNames.0 && phrase.count < known.count * 2 }
            return isNamedKind(phrase, of: known) || areNames.0 && areNames.1 && phrase.names.places * 2 > phrase.count
        }

        /// Whether `phrase` is a name that was taken with what kind of thing it names before it.
        private func isNamedKind(_ phrase: ArticlePhrases.Phrase, of taken: ArticlePhrases.Phrase) -> Bool {
            let head = article.words[Int(phrase.first)]
            return phrase.length == 2 && !head.traits.isDisjoint(with: [.generic, .common, .quantifier])
                && article.words[Int(phrase.first) + 1].stem == article.words[Int(taken.first)].stem
        }

        /// Whether `phrase` is a part of the longer phrase that `choice` stands for.
        private func isIn(_ choice: Choice, _ phrase: ArticlePhrases.Phrase) -> Bool {
            guard !choice.extent.isEmpty else { return false }
            let taken = article.phrases[choice.row]
            let whole = choice.extent.words(around: taken.range)
            return phrase.count < taken.count * 2 && PhraseSelection.contains(whole, phrase.range, in: article)
        }
    }

    /// Whether a phrase is nothing but adjectives, or a single word that stands as another's more often than not.
    private static func isAdjective(_ phrase: ArticlePhrases.Phrase) -> Bool {
        phrase.count == 0
            || phrase.length == 1 && phrase.attributes * 2 > phrase.count && phrase.names.total * 2 < phrase.count
    }

    /// Whether a phrase is the name of a person, all of it.
    private static func isPerson(_ phrase: ArticlePhrases.Phrase) -> Bool {
        phrase.length > 1 && phrase.names.persons * 2 > phrase.count && phrase.wholes * 2 > phrase.count
    }

    /// What the spellings of a name have in common; `nil` for what is mostly none.
    private static func spelling(
        of phrase: ArticlePhrases.Phrase,
        in article: ArticlePhrases,
        _ text: CodePointIndex
    ) -> [UInt16]? {
        guard phrase.wholes * 2 > phrase.count else { return nil }
        let range = phrase.range
        let end = Int(article.words[range.upperBound - 1].end)
        return NameSpelling.skeleton(of: text[Int(article.words[range.lowerBound].start)..<min(end, text.count)])
    }

    /// Whether `word` is a single one that stands in `whole`.
    private static func isWord(
        _ word: ArticlePhrases.Phrase,
        of whole: ArticlePhrases.Phrase,
        in article: ArticlePhrases
    ) -> Bool {
        word.length == 1 && contains(whole, word, in: article)
    }

    /// Whether a single word may be put aside for `whole`, which has it: «المنتخب» for «المنتخب الألماني», where it is not said
    /// much oftener; a name for a longer one alone: «مكة» for «مكة المكرمة».
    private static func standsFor(
        _ word: ArticlePhrases.Phrase,
        _ whole: ArticlePhrases.Phrase,
        in article: ArticlePhrases
    ) -> Bool {
        guard whole.severed * 2 <= whole.count else { return false }
        if isName(word) { return isName(whole) && opens(word, whole, in: article) }
        return word.count <= whole.count * 2
    }

    /// Whether a phrase is a name, all of it.
    private static func isName(_ phrase: ArticlePhrases.Phrase) -> Bool { phrase.wholes * 2 > phrase.count }

    /// Whether `phrase` says nothing that `taken` does not: the same words in another order; more or fewer words of what
    /// stands as often; a part of two words or more of what stands oftener; a piece of a person's name. If that `isStrict`,
    /// what has a part of two words or more that was taken; a word that was taken joined with another («النصر والهلال»); a
    /// single word that stands alone less often than in it, or that is its head, by which it is called in short («الوفد»
    /// for «الوفد الطلابي»).
    private static func repeats(
        _ phrase: ArticlePhrases.Phrase,
        _ taken: ArticlePhrases.Phrase,
        isStrict: Bool,
        in article: ArticlePhrases
    ) -> Bool {
        if phrase.length == taken.length {
            guard phrase.length > 1, stemSum(of: phrase, in: article) == stemSum(of: taken, in: article) else {
                return false
            }
            return stems(of: phrase, in: article).sorted() == stems(of: taken, in: article).sorted()
        }
        if phrase.length < taken.length {
            let isPiece =
                phrase.length > 1
                ? phrase.count <= taken.count
                : isPerson(taken) || phrase.count == taken.count
                    || isStrict && (phrase.count < taken.count * 2 || isHead(phrase, of: taken, in: article))
            return isPiece && contains(taken, phrase, in: article)
        }
        let saysMore = taken.length == 1 && !phrase.traits.contains(.conjunction)
        return (phrase.count == taken.count || isStrict && !saysMore) && contains(phrase, taken, in: article)
    }

    /// Whether a single word opens `whole` and is called so in short; a name does so for a name.
    private static func isHead(
        _ word: ArticlePhrases.Phrase,
        of whole: ArticlePhrases.Phrase,
        in article: ArticlePhrases
    ) -> Bool {
        (!isName(word) || isName(whole)) && opens(word, whole, in: article)
    }

    private static func opens(
        _ word: ArticlePhrases.Phrase,
        _ whole: ArticlePhrases.Phrase,
        in article: ArticlePhrases
    ) -> Bool {
        article.words[Int(word.first)].stem == article.words[Int(whole.first)].stem
    }

    private static func stems(of phrase: ArticlePhrases.Phrase, in article: ArticlePhrases) -> [UInt32] {
        article.words[phrase.range].map(\.stem)
    }

    /// The same for the same stems in any order.
    private static func stemSum(of phrase: ArticlePhrases.Phrase, in article: ArticlePhrases) -> UInt32 {
        phrase.range.reduce(0) { $0 &+ article.words[$1].stem }
    }

    /// Whether `part` stands in `whole`, word after word.
    private static func contains(
        _ whole: ArticlePhrases.Phrase,
        _ part: ArticlePhrases.Phrase,
        in article: ArticlePhrases
    ) -> Bool {
        contains(whole.range, part.range, in: article)
    }

    private static func contains(_ whole: Range<Int>, _ part: Range<Int>, in article: ArticlePhrases) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { shift in
            let start = whole.lowerBound + shift
            return zip(start..<start + part.count, part).allSatisfy { article.words[$0].stem == article.words[$1].stem }
        }
    }
}
