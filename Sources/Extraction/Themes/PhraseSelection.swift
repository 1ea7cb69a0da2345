/// Takes the best phrases, one for each thing said.
enum PhraseSelection {
    /// The first of `ranked`, phrases of `article` from the best down, that say something of their own.
    static func select(
        _ ranked: [(row: Int, score: Int32)],
        of article: ArticlePhrases,
        most: Int,
        least: Int32
    ) -> [(row: Int, score: Int32)] {
        var taken: [(row: Int, score: Int32)] = []
        for candidate in ranked {
            guard taken.count < most, candidate.score >= least else { break }
            let phrase = article.phrases[candidate.row]
            if taken.contains(where: { repeats(phrase, article.phrases[$0.row], in: article) }) { continue }
            taken.append(candidate)
        }
        return taken
    }

    /// Whether `phrase` says nothing that `taken` does not: the same words in another order; more or fewer words of what
    /// stands as often; and a part of two words or more of what stands oftener.
    private static func repeats(
        _ phrase: ArticlePhrases.Phrase,
        _ taken: ArticlePhrases.Phrase,
        in article: ArticlePhrases
    ) -> Bool {
        if phrase.length == taken.length {
            guard phrase.length > 1 else { return false }
            return stems(of: phrase, in: article).sorted() == stems(of: taken, in: article).sorted()
        }
        if phrase.length < taken.length {
            let isRarer = phrase.length > 1 && phrase.count < taken.count
            return (isRarer || phrase.count == taken.count) && contains(taken, phrase, in: article)
        }
        return phrase.count == taken.count && contains(phrase, taken, in: article)
    }

    private static func stems(of phrase: ArticlePhrases.Phrase, in article: ArticlePhrases) -> [UInt32] {
        article.words[phrase.range].map(\.stem)
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
