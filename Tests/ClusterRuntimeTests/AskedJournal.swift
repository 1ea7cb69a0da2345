import Articles
import Cluster
import ClusterRuntime
import Dispatch

/// A journal that is asked and waited for.
final class AskedJournal {
    let journal: Journal
    private let arrived: DispatchSemaphore
    private var answers: [JournalAnswer] = []

    convenience init(_ folder: String?, time: Int64 = 1_700_000_000_000) throws {
        try self.init(folder, keep: nil, now: { time })
    }

    init(_ folder: String?, keep: Int64?, now: @escaping @Sendable () -> Int64) throws {
        let arrived = DispatchSemaphore(value: 0)
        self.arrived = arrived
        journal =
            if let folder {
                try Journal(folder: folder, keep: keep, logger: silent, now: now, answered: { arrived.signal() })
            } else {
                try Journal(temporaryWith: silent, now: now, answered: { arrived.signal() })
            }
    }

    func send(_ requests: [JournalRequest]) { for request in requests { journal.send(request) } }

    /// The next `count` answers; fewer if none comes for ten seconds.
    func next(_ count: Int) -> [JournalAnswer] {
        while answers.count < count {
            guard arrived.wait(timeout: .now() + 10) == .success else { break }
            answers += journal.takeAnswers()
        }
        let taken = Array(answers.prefix(count))
        answers.removeFirst(taken.count)
        return taken
    }

    func ask(_ request: JournalRequest) -> JournalAnswer? {
        send([request])
        return next(1).first
    }

    /// The ids that a load gives, and how many are left.
    func load(_ count: Int, bytes: Int = 1 << 30) -> (ids: [ArticleID], remaining: Int)? {
        guard case .loaded(_, let articles, let remaining) = ask(.load(ticket: 0, count: count, bytes: bytes)) else {
            return nil
        }
        return (articles.map(\.id), remaining)
    }
}
