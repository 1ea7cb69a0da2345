import Articles
import Extraction
import Glibc
import Reports

/// What the sink computes for an article, without its sockets and files: processor time of one thread in microseconds an
/// article, the best of several rounds, for the whole and for its parts, as one line of JSON.
///
///     ReportsBenchmark INPUT…
///
/// `digest` is of all reports' bytes: what makes the sink faster must not change it.
@main
enum ReportsBenchmark {
    private static let rounds = 5

    static func main() throws {
        let inputs = Array(CommandLine.arguments.dropFirst())
        guard !inputs.isEmpty else {
            print("usage: ReportsBenchmark INPUT…")
            exit(2)
        }
        let model = try Model.embedded()
        let articles = articles(in: inputs, model: model)
        guard !articles.isEmpty else {
            print("ReportsBenchmark: no article in \(inputs)")
            exit(1)
        }
        var merger = ReportMerger(model: model)
        let ranking = ThemeRanking(model: model.themes)
        let reports = articles.map { merger.report(outline: $0.outline, findings: $0.findings) }
        let times = [
            (
                "whole",
                best(articles) { merger.report(outline: $0.outline, findings: $0.findings).json(pretty: true).count }
            ),
            ("merging", best(articles) { merger.report(outline: $0.outline, findings: $0.findings).entities.count }),
            (
                "themes",
                best(articles) { article in
                    let outline = article.outline
                    return ranking.themes(
                        text: outline.article.text,
                        sections: outline.sections,
                        findings: article.findings
                    ).keyphrases.count
                }
            ),
            ("json", best(reports) { $0.json(pretty: true).count }),
        ]
        let figures = times.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
        let bytes = reports.map { $0.json(pretty: true) }
        let size = bytes.reduce(0) { $0 + $1.count }
        print(
            "{\"articles\": \(articles.count), \(figures), \"bytes\": \(size), \"digest\": \"\(digest(of: bytes))\"}"
        )
    }

    private struct Mined {
        var outline: Outline
        var findings: [Findings?]
    }

    private static func articles(in inputs: [String], model: Model) -> [Mined] {
        var extractor = Extractor(model: model)
        var articles: [Mined] = []
        let reader = ArticleReader(inputs: inputs)
        while let result = reader.next() {
            guard case .success(let article) = result else { continue }
            let outline = Outline(id: article.id, article: article, sections: SectionSplitter.sections(of: article))
            let findings = outline.sectionTexts().map { $0.kind == .boilerplate ? nil : extractor.findings(in: $0) }
            articles.append(Mined(outline: outline, findings: findings))
        }
        return articles
    }

    /// Microseconds for each value, by the fastest round: what disturbs a round only makes it longer.
    private static func best<Value>(_ values: [Value], _ body: (Value) -> Int) -> Double {
        var best = Double.infinity
        var sum = 0
        for _ in 0..<rounds {
            let start = processorTime()
            for value in values { sum &+= body(value) }
            best = min(best, processorTime() - start)
        }
        // Uses the result, so that nothing is optimised away.
        return sum == .min ? 0 : (best * 1e7 / Double(values.count)).rounded() / 10
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// FNV-1a, 64 bits.
    private static func digest(of reports: [[UInt8]]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for report in reports {
            for byte in report { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return String(hash, radix: 16)
    }
}
