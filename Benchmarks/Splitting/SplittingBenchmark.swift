import ArabicText
import Articles
import Foundation

/// `SplittingBenchmark FILE`: how fast articles are split, tokenised and named, in megabytes of UTF-8 for a second of
/// processor time on one core, with `wc -m` on the same file beside it.
@main
enum SplittingBenchmark {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: SplittingBenchmark FILE    (.txt, .md, .jsonl)")
            exit(2)
        }
        let file = CommandLine.arguments[1]
        let articles = articles(of: file)
        let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
        var sections = 0
        let split = rate(bytes) {
            sections = articles.reduce(0) { $0 + SectionSplitter.sections(of: $1).count }
        }
        var tokens = 0
        let tokenized = rate(bytes) { tokens = articles.reduce(0) { $0 + TokenizedText($1.text).tokens.count } }
        var sums: UInt64 = 0
        let named = rate(bytes) { sums = articles.reduce(0) { $0 ^ $1.id.high } }
        var cut = 0
        let outlines = articles.map { SectionSplitter.outline(of: $0) }
        let texts = rate(bytes) {
            cut = outlines.reduce(0) { $0 + $1.sectionTexts().reduce(0) { $0 + $1.text.utf8.count } }
        }
        print(
            "\(articles.count) articles, \(bytes) bytes, \(sections) sections, \(tokens) tokens (\(sums % 10)\(cut % 10))"
        )
        let words = try wordCount(file)
        print("                                     MB/s    times wc -m")
        for (name, speed) in [
            ("split into sections", split), ("fold, tokens and sentences", tokenized), ("SHA-256 of the id", named),
            ("texts of the sections", texts), ("wc -m", words),
        ] {
            print(
                name.padding(toLength: 34, withPad: " ", startingAt: 0)
                    + String(format: "%8.1f %10.2f", speed, speed / words)
            )
        }
    }

    private static func articles(of file: String) -> [Article] {
        let reader = ArticleReader(inputs: [file])
        var articles: [Article] = []
        while let article = reader.next() {
            if case .success(let article) = article { articles.append(article) }
        }
        return articles
    }

    /// The best of many runs in a second, at least five: what disturbs a run only makes it longer.
    private static func rate(_ bytes: Int, _ body: () -> Void) -> Double {
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
        return Double(bytes) / best / 1_000_000
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// `wc -m` in a UTF-8 locale, by the processor time that it took: the best of five.
    private static func wordCount(_ file: String) throws -> Double {
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
        let children = __rusage_who_t(RUSAGE_CHILDREN.rawValue)
        var best = Double.infinity
        for _ in 0..<5 {
            var before = rusage()
            getrusage(children, &before)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["LC_ALL=C.UTF-8", "wc", "-m", file]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            var after = rusage()
            getrusage(children, &after)
            best = min(best, seconds(after) - seconds(before))
        }
        return Double(size) / best / 1_000_000
    }

    private static func seconds(_ usage: rusage) -> Double {
        Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }
}
