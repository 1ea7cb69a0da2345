import Cluster
import ClusterRuntime
import Synchronization
import ZeroMQ

/// Asks the producer again and again, on a thread of its own, so that keys are heard while it does not answer.
final class StatusWatch: Sendable {
    struct News: Sendable {
        var status: ClusterStatus?
        /// Why there is no newer one.
        var problem: String?
    }

    /// Readable when there is news.
    let wakeUp: WakeUp
    private let news = Mutex(News())
    private let isOver = Atomic(false)

    init() throws { wakeUp = try WakeUp() }

    var latest: News { news.withLock { $0 } }

    /// Starts to ask. The process may end while the thread waits for an answer.
    func start(every interval: TimeSpan, _ client: @escaping @Sendable () throws -> ClusterClient) throws {
        _ = try DedicatedThread(name: "status") { [self] in
            var known: ClusterClient?
            while !isOver.load(ordering: .relaxed) {
                do {
                    let client = try known ?? client()
                    known = client
                    let status = try client.status()
                    news.withLock { $0 = News(status: status) }
                } catch {
                    known = nil
                    news.withLock { $0.problem = "\(error); trying again" }
                }
                wakeUp.signal()
                Pause.sleep(interval)
            }
        }
    }

    func stop() { isOver.store(true, ordering: .relaxed) }
}
