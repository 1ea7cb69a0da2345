import Articles
import Extraction
import Glibc
import Reports
import Synchronization

/// All that a cluster computes, and nothing of what makes it one: each article's sections are analysed and merged, and the
/// report's bytes made in memory, by several threads that take the next article in turn.
struct ReportThroughput {
    private static let articlesInTurn = 4

    private final class Progress: Sendable {
        let next = Atomic(0)
        let bytes = Atomic(0)
    }

    let corpus: Corpus
    let threads: Int
    private let model: Model

    init(_ corpus: Corpus, threads: Int) throws {
        self.corpus = corpus
        self.threads = threads
        model = try Model.embedded()
    }

    func run() {
        let progress = Progress()
        let start = Clock.now()
        let processor = Clock.now(CLOCK_PROCESS_CPUTIME_ID)
        let work = Work { [outlines = corpus.outlines, model] in
            var extractor = Extractor(model: model)
            var merger = ReportMerger(model: model)
            while true {
                let first = progress.next.add(Self.articlesInTurn, ordering: .relaxed).oldValue
                guard first < outlines.count else { return }
                for outline in outlines[first..<min(first + Self.articlesInTurn, outlines.count)] {
                    let findings = outline.sectionTexts().map { section in
                        section.kind == .boilerplate ? nil : extractor.findings(in: section)
                    }
                    let report = merger.report(outline: outline, findings: findings).json(pretty: true)
                    progress.bytes.add(report.count, ordering: .relaxed)
                }
            }
        }
        work.onThreads(threads)
        let seconds = Clock.now() - start
        print(
            """
            {"seconds": \(seconds), "cpu": \(Clock.now(CLOCK_PROCESS_CPUTIME_ID) - processor), \
            "articles": \(corpus.articles), "bytes": \(progress.bytes.load(ordering: .relaxed))}
            """
        )
    }
}
