/// Takes the best phrases, one for each thing said.
enum PhraseSelection {
    /// The places of the best phrases of `article` with their scores, best first; equal scores by position.
    static func select(
        _ article: ArticlePhrases,
        scores: [Int32],
        most: Int,
        least: Int32
    ) -> [(index: Int, score: Int32)] {
        let phrases = article.phrases
        var order = scores.indices.filter { scores[$0] >= least }
        order.sort { left, right in
            if scores[left] != scores[right] { return scores[left] > scores[right] }
            return left < right
        }
        var taken: [(index: Int, score: Int32)] = []
        for index in order {
            guard taken.count < most else { break }
            if taken.contains(where: { repeats(phrases[index], phrases[$0.index], in: article) }) { continue }
            taken.append((index, scores[index]))
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
        guard part.length <= whole.length else { return false }
        return (0...whole.length - part.length).contains { shift in
            (0..<part.length).allSatisfy {
                article.words[whole.first + shift + $0].stem == article.words[part.first + $0].stem
            }
        }
    }
}
