import Articles
import Extraction
import Glibc
import Synchronization

/// All sections of a corpus once, by several threads that take the next ones in turn.
struct Throughput {
    private static let sectionsInTurn = 16

    private final class Progress: Sendable {
        let next = Atomic(0)
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
        let start = Clock.now()
        let processor = Clock.now(CLOCK_PROCESS_CPUTIME_ID)
        let work = Work { [sections = corpus.sections, model] in
            var extractor = Extractor(model: model)
            while true {
                let first = progress.next.add(Self.sectionsInTurn, ordering: .relaxed).oldValue
                guard first < sections.count else { return }
                for section in sections[first..<min(first + Self.sectionsInTurn, sections.count)] {
                    let findings = extractor.findings(in: section)
                    progress.mentions.add(findings.mentions.count, ordering: .relaxed)
                    progress.tokens.add(findings.tokenCount, ordering: .relaxed)
                }
            }
        }
        work.onThreads(threads)
        let seconds = Clock.now() - start
        print(
            """
            {"seconds": \(seconds), "cpu": \(Clock.now(CLOCK_PROCESS_CPUTIME_ID) - processor), \
            "articles": \(corpus.articles), "sections": \(corpus.sections.count), "bytes": \(corpus.bytes), \
            "tokens": \(progress.tokens.load(ordering: .relaxed)), \
            "mentions": \(progress.mentions.load(ordering: .relaxed))}
            """
        )
    }
}
