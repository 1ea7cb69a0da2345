/// Takes the best phrases, one for each thing said.
enum PhraseSelection {
    /// Among so many of the first, a single word stands beside a longer phrase that has it only where it stands alone at
    /// least as often as in it; others wait for the places behind these.
    static let strictlyChosen = 10

    /// The first of `ranked`, phrases of `article` from the best down, that say something of their own. A person's name
    /// takes the place of a piece of it.
    static func select(
        _ ranked: [(row: Int, score: Int32)],
        of article: ArticlePhrases,
        most: Int,
        least: Int32
    ) -> [(row: Int, score: Int32)] {
        var taken: [(row: Int, score: Int32)] = []
        var waiting: [(row: Int, score: Int32)] = []
        var next = ranked.makeIterator()
        while taken.count < most {
            let isStrict = taken.count < strictlyChosen
            let candidate: (row: Int, score: Int32)
            if !isStrict, !waiting.isEmpty {
                candidate = waiting.removeFirst()
            } else if let ranked = next.next(), ranked.score >= least {
                candidate = ranked
            } else {
                break
            }
            let phrase = article.phrases[candidate.row]
            if isAdjective(phrase) { continue }
            let word = taken.firstIndex { isWord(article.phrases[$0.row], of: phrase, in: article) }
            func repeatsOther(isStrict: Bool) -> Bool {
                taken.indices.contains { index in
                    index != word && repeats(phrase, article.phrases[taken[index].row], isStrict: isStrict, in: article)
                }
            }
            if repeatsOther(isStrict: false) { continue }
            if let word, isPerson(phrase) {
                taken[word].row = candidate.row
                continue
            }
            if let word, repeats(phrase, article.phrases[taken[word].row], isStrict: false, in: article) { continue }
            if isStrict, repeatsOther(isStrict: true) {
                waiting.append(candidate)
                continue
            }
            // What has waited stands behind those before it, by its score too.
            taken.append((candidate.row, min(candidate.score, taken.last?.score ?? candidate.score)))
        }
        return taken
    }

    /// Whether a single word stands as another's adjective more often than not.
    private static func isAdjective(_ phrase: ArticlePhrases.Phrase) -> Bool {
        phrase.length == 1 && phrase.attributes * 2 > phrase.count && phrase.names.total * 2 < phrase.count
    }

    /// Whether a phrase is the name of a person, all of it.
    private static func isPerson(_ phrase: ArticlePhrases.Phrase) -> Bool {
        phrase.length > 1 && phrase.names.persons * 2 > phrase.count && phrase.wholes * 2 > phrase.count
    }

    /// Whether `word` is a single one that stands in `whole`.
    private static func isWord(
        _ word: ArticlePhrases.Phrase,
        of whole: ArticlePhrases.Phrase,
        in article: ArticlePhrases
    ) -> Bool {
        word.length == 1 && contains(whole, word, in: article)
    }

    /// Whether `phrase` says nothing that `taken` does not: the same words in another order; more or fewer words of what
    /// stands as often; a part of two words or more of what stands oftener; a piece of a person's name; a single word that
    /// stands alone less often than in it, if that `isStrict`.
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
                : isPerson(taken) || phrase.count == taken.count || isStrict && phrase.count < taken.count * 2
            return isPiece && contains(taken, phrase, in: article)
        }
        return phrase.count == taken.count && contains(phrase, taken, in: article)
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
        let (whole, part) = (whole.range, part.range)
        guard part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { shift in
            let start = whole.lowerBound + shift
            return zip(start..<start + part.count, part).allSatisfy { article.words[$0].stem == article.words[$1].stem }
        }
    }
}
