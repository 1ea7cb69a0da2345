import Articles
import ClusterRuntime
import Dispatch
import Extraction

/// A report store that is waited for.
final class AskedStore {
    let store: ReportStore
    private let arrived: DispatchSemaphore
    private var answers: [ReportStoreAnswer] = []

    init(_ destination: ReportStore.Destination, observer: (@Sendable (ReportEvent) -> Void)? = nil) throws {
        let arrived = DispatchSemaphore(value: 0)
        self.arrived = arrived
        store = try ReportStore(
            destination: destination,
            model: try Model.embedded(),
            observer: observer,
            answered: { arrived.signal() }
        )
    }

    /// The next answers. Those of one article come in order, others as the store's threads happen to run.
    func next(_ count: Int) -> [ReportStoreAnswer] {
        while answers.count < count {
            guard arrived.wait(timeout: .now() + 30) == .success else { break }
            answers += store.takeAnswers()
        }
        let taken = Array(answers.prefix(count))
        answers.removeFirst(taken.count)
        return taken
    }

    /// What has come without being waited for.
    func rest() -> [ReportStoreAnswer] {
        defer { answers = [] }
        return answers + store.takeAnswers()
    }

    func write(_ number: Int, findings: Findings? = Findings()) -> ArticleID {
        let article = Newsroom.article(number)
        let outline = Newsroom.split(article.id, article)
        store.write(outline, outline.sections.map { _ in findings })
        return article.id
    }
}
