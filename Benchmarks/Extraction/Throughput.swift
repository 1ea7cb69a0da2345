import Articles
import Extraction
import Synchronization

/// All sections of a corpus once, by several threads that take the next ones in turn.
struct Throughput {
    private final class Progress: Sendable {
        let mentions = Atomic(0)
        let tokens = Atomic(0)
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
        let work = Work(corpus.sections, inTurn: 16) { [model] in
            var extractor = Extractor(model: model)
            return { section in
                let findings = extractor.findings(in: section)
                progress.mentions.add(findings.mentions.count, ordering: .relaxed)
                progress.tokens.add(findings.tokenCount, ordering: .relaxed)
            }
        }
        let cost = work.run(threads: threads)
        print(
            """
            {"seconds": \(cost.seconds), "cpu": \(cost.processor), "articles": \(corpus.articles), \
            "sections": \(corpus.sections.count), "bytes": \(corpus.bytes), \
            "tokens": \(progress.tokens.load(ordering: .relaxed)), \
            "mentions": \(progress.mentions.load(ordering: .relaxed))}
            """
        )
    }
}
