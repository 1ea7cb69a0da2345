import Articles
import Extraction
import Glibc

/// How fast sections are analysed, without a cluster. All output is one line of JSON.
///
///     ExtractionBenchmark articles THREADS INPUT…    all articles once, sections shared by THREADS threads
///     ExtractionBenchmark reports THREADS INPUT…     the same, and the reports made of what was found, in memory
///     ExtractionBenchmark tokens INPUT…              one thread: the whole extraction and its parts
///
/// Articles are read and split before the clock starts. `tokens` takes the best of several rounds, in processor time of
/// the thread.
@main
enum ExtractionBenchmark {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        guard let mode = arguments.popFirst() else { usage() }
        switch mode {
        case "articles", "reports":
            guard let threads = arguments.popFirst().flatMap({ Int($0) }), threads > 0, !arguments.isEmpty else {
                usage()
            }
            let corpus = Corpus(inputs: Array(arguments))
            if mode == "articles" {
                try Throughput(corpus, threads: threads).run()
            } else {
                try ReportThroughput(corpus, threads: threads).run()
            }
        case "tokens":
            guard !arguments.isEmpty else { usage() }
            try TokenRates(Corpus(inputs: Array(arguments))).run()
        default: usage()
        }
    }

    private static func usage() -> Never {
        print("usage: ExtractionBenchmark articles THREADS INPUT… | reports THREADS INPUT… | tokens INPUT…")
        exit(2)
    }
}

/// The articles of some inputs and their sections.
struct Corpus: Sendable {
    let bytes: Int
    let outlines: [Outline]
    /// Of all articles, those that are analysed.
    let sections: [SectionText]

    var articles: Int { outlines.count }

    init(inputs: [String]) {
        var bytes = 0
        var outlines: [Outline] = []
        let reader = ArticleReader(inputs: inputs)
        while let result = reader.next() {
            guard case .success(let article) = result else { continue }
            bytes += article.text.utf8.count
            outlines.append(
                Outline(id: article.id, article: article, sections: SectionSplitter.sections(of: article))
            )
        }
        self.bytes = bytes
        self.outlines = outlines
        sections = outlines.flatMap(\.mined)
    }
}

extension Outline {
    fileprivate var mined: [SectionText] { sectionTexts().filter { $0.kind != .boilerplate } }
}

enum Clock {
    static func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
