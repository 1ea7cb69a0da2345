import Articles
import Extraction
import Reports
import Synchronization

/// All that a cluster computes, and nothing of what makes it one: each article's sections are analysed and merged, and the
/// report's bytes made in memory, by several threads that take the next article in turn.
struct ReportThroughput {
    private final class Progress: Sendable {
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
        let work = Work(corpus.outlines, inTurn: 4) { [model] in
            var extractor = Extractor(model: model)
            var merger = ReportMerger(model: model)
            return { outline in
                let findings = outline.sectionTexts().map { section in
                    section.kind == .boilerplate ? nil : extractor.findings(in: section)
                }
                let report = merger.report(outline: outline, findings: findings).json(pretty: true)
                progress.bytes.add(report.count, ordering: .relaxed)
            }
        }
        let cost = work.run(threads: threads)
        print(
            """
            {"seconds": \(cost.seconds), "cpu": \(cost.processor), "articles": \(corpus.articles), \
            "bytes": \(progress.bytes.load(ordering: .relaxed))}
            """
        )
    }
}
