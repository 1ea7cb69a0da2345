import ArabicText
import Articles
import Extraction
import Glibc

/// Tokens for a second of one core: the whole extraction, and each of its parts alone.
struct TokenRates {
    private static let rounds = 5

    let corpus: Corpus
    private let model: Model
    private let texts: [TokenizedText]
    private let tokens: Int

    init(_ corpus: Corpus) throws {
        self.corpus = corpus
        model = try Model.embedded()
        texts = corpus.sections.map { TokenizedText($0.text) }
        tokens = texts.reduce(0) { $0 + $1.tokens.count }
    }

    func run() {
        var extractor = Extractor(model: model)
        let whole = rate { corpus.sections.reduce(0) { $0 + extractor.findings(in: $1).tokenCount } }
        var themes = ThemeExtractor(model: model.themes, known: model.knownWords)
        let alone = rate {
            zip(texts, corpus.sections).reduce(0) {
                $0 + themes.findings(in: $1.0, heading: $1.1.heading).phraseWords.count
            }
        }
        let rules = rate { texts.reduce(0) { $0 + RuleFinder.mentions(in: $1).count } }
        let tokenising = rate { corpus.sections.reduce(0) { $0 + TokenizedText($1.text).tokens.count } }
        print(
            """
            {"tokens": \(tokens), "whole": \(whole), "entities": \(entities()), "themes": \(alone), "rules": \(rules), \
            "tokenising": \(tokenising)}
            """
        )
    }

    private func entities() -> Double {
        guard var tagger = EntityTagger(model: model) else { return 0 }
        return rate {
            var labels = 0
            for text in texts {
                tagger.removeAll()
                text.folded.letters.withUnsafeBufferPointer { letters in
                    for sentence in text.sentences {
                        tagger.read(letters: letters, tokens: text.tokens[sentence].map(\.letters))
                    }
                }
                for sentence in text.sentences.indices {
                    tagger.look(at: sentence)
                    labels += tagger.labels.count
                }
            }
            return labels
        }
    }

    /// Tokens a second, by the fastest round: what disturbs a round only makes it longer.
    private func rate(_ body: () -> Int) -> Double {
        var best = Double.infinity
        var sum = 0
        for _ in 0..<Self.rounds {
            let start = Clock.now(CLOCK_THREAD_CPUTIME_ID)
            sum &+= body()
            best = min(best, Clock.now(CLOCK_THREAD_CPUTIME_ID) - start)
        }
        // Uses the result, so that nothing is optimised away.
        return sum == .min ? 0 : (Double(tokens) / best).rounded()
    }
}
