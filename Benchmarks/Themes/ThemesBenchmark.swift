import ArabicText
import Articles
import Extraction
import Foundation

/// `ThemesBenchmark FILE|FOLDER…`: what themes cost, on one core: words and topic evidence of the sections in tokens a
/// second, with tokenising and without; and the article's ranking in microseconds an article.
@main
enum ThemesBenchmark {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else {
            print("usage: ThemesBenchmark FILE|FOLDER…    (.txt, .md, .jsonl)")
            exit(2)
        }
        let outlines = articles(of: Array(CommandLine.arguments.dropFirst())).map { SectionSplitter.outline(of: $0) }
        let model = try Model.embedded().themes
        let texts = outlines.map { outline in outline.sectionTexts().filter { $0.kind != .boilerplate } }
        let tokenized = texts.map { $0.map { (text: TokenizedText($0.text), heading: $0.heading) } }
        let tokens = tokenized.reduce(0) { $0 + $1.reduce(0) { $0 + $1.text.tokens.count } }
        var extractor = ThemeExtractor(model: model)
        var found = 0
        let extracting = time {
            found = 0
            for sections in tokenized {
                for section in sections {
                    found += extractor.findings(in: section.text, heading: section.heading).phraseWords.count
                }
            }
        }
        let tokenizing = time {
            found = texts.reduce(0) { $0 + $1.reduce(0) { $0 + TokenizedText($1.text).tokens.count } }
        }
        let findings = outlines.map { outline in
            outline.sectionTexts().map { section in
                guard section.kind != .boilerplate else { return Findings() }
                let text = TokenizedText(section.text)
                let own = extractor.findings(in: text, heading: section.heading)
                return Findings(phraseWords: own.phraseWords, topics: own.topics, tokenCount: text.tokens.count)
            }
        }
        let ranking = ThemeRanking(model: model)
        var phrases = 0
        let merging = time {
            phrases = 0
            for (outline, findings) in zip(outlines, findings) {
                phrases +=
                    ranking.themes(text: outline.article.text, sections: outline.sections, findings: findings)
                    .keyphrases.count
            }
        }
        print("\(outlines.count) articles, \(tokens) tokens, \(phrases) phrases (\(found))")
        show("words and evidence of sections", tokens, extracting)
        show("the article's ranking", tokens, merging)
        show("all of themes", tokens, extracting + merging)
        show("the same and tokenising", tokens, extracting + merging + tokenizing)
        let microseconds = merging * 1e6 / Double(max(1, outlines.count))
        print(String(format: "ranking: %.0f µs an article of %d tokens", microseconds, tokens / max(1, outlines.count)))
    }

    private static func show(_ name: String, _ tokens: Int, _ seconds: Double) {
        print(
            name.padding(toLength: 34, withPad: " ", startingAt: 0)
                + String(format: "%12.0f tokens/s", Double(tokens) / seconds)
        )
    }

    private static func articles(of inputs: [String]) -> [Article] {
        let reader = ArticleReader(inputs: inputs)
        var articles: [Article] = []
        while let article = reader.next() {
            if case .success(let article) = article { articles.append(article) }
        }
        return articles
    }

    /// Seconds of processor time: the best of many runs in a second, at least five.
    private static func time(_ body: () -> Void) -> Double {
        var best = Double.infinity
        var total = 0.0
        var runs = 0
        while total < 1 || runs < 5 {
            let start = processorTime()
            body()
            let time = processorTime() - start
            best = min(best, time)
            total += time
            runs += 1
        }
        return best
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
