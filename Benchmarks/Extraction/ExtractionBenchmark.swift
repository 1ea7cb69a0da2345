import ArabicText
import Articles
import Extraction
import Glibc
import Synchronization

/// How fast sections are analysed, without a cluster. All output is one line of JSON.
///
///     ExtractionBenchmark articles THREADS INPUT…    all articles once, sections shared by THREADS threads
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
        case "articles":
            guard let threads = arguments.popFirst().flatMap({ Int($0) }), threads > 0, !arguments.isEmpty else {
                usage()
            }
            try Throughput(Corpus(inputs: Array(arguments)), threads: threads).run()
        case "tokens":
            guard !arguments.isEmpty else { usage() }
            try TokenRates(Corpus(inputs: Array(arguments))).run()
        default: usage()
        }
    }

    private static func usage() -> Never {
        print("usage: ExtractionBenchmark articles THREADS INPUT… | tokens INPUT…")
        exit(2)
    }
}

/// The articles of some inputs and their sections.
struct Corpus: Sendable {
    let articles: Int
    let bytes: Int
    let sections: [SectionText]

    init(inputs: [String]) {
        var articles = 0
        var bytes = 0
        var sections: [SectionText] = []
        let reader = ArticleReader(inputs: inputs)
        while let result = reader.next() {
            guard case .success(let article) = result else { continue }
            articles += 1
            bytes += article.text.utf8.count
            sections += SectionSplitter.outline(id: ArticleID(high: 0, low: 0), article: article).mined
        }
        (self.articles, self.bytes, self.sections) = (articles, bytes, sections)
    }
}

extension SectionSplitter {
    fileprivate static func outline(id: ArticleID, article: Article) -> Outline {
        Outline(id: id, article: article, sections: sections(of: article))
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
