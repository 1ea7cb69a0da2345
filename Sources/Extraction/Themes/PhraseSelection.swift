/// Takes the best phrases, one for each thing said.
enum PhraseSelection {
    /// A part of a phrase already taken is taken too only where it stands this much oftener, in halves.
    private static let independence = 3

    /// The places of the best phrases in `phrases` with their scores, best first; equal scores by position.
    static func select(
        _ phrases: [ArticlePhrases.Phrase],
        scores: [Double],
        most: Int,
        least: Double
    ) -> [(index: Int, score: Double)] {
        var order = scores.indices.filter {
            scores[$0] >= least && phrases[$0].pieceMentions * 2 <= phrases[$0].mentions.count
                && !isFragment(phrases[$0])
        }
        order.sort { left, right in
            if scores[left] != scores[right] { return scores[left] > scores[right] }
            return left < right
        }
        var taken: [(index: Int, score: Double)] = []
        for index in order {
            guard taken.count < most else { break }
            let phrase = phrases[index]
            if taken.contains(where: { repeats(phrase, phrases[$0.index]) }) { continue }
            taken.append((index, scores[index]))
        }
        return taken
    }

    /// Whether `phrase` says nothing that `taken` does not.
    private static func repeats(_ phrase: ArticlePhrases.Phrase, _ taken: ArticlePhrases.Phrase) -> Bool {
        let (words, others) = (phrase.wordHashes, taken.wordHashes)
        if words.count == others.count { return words.sorted() == others.sorted() }
        if words.count < others.count {
            return contains(others, words) && phrase.mentions.count * 2 < taken.mentions.count * independence
        }
        // A longer form of a phrase that is already there adds little where it is not the usual one.
        return others.count > 1 && contains(words, others)
    }

    /// Whether a phrase that stands more than once is nearly always part of one and the same longer phrase.
    private static func isFragment(_ phrase: ArticlePhrases.Phrase) -> Bool {
        phrase.mentions.count > 1 && phrase.longest * 4 >= phrase.mentions.count * 3
    }

    /// Whether `part` stands in `whole`, word after word.
    private static func contains(_ whole: [UInt32], _ part: [UInt32]) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
    }
}
