internal import Cluster
internal import CoreMetrics

/// What a worker's loop tells of itself. Several threads of one process count into the same metrics.
final class WorkerMetrics {
    private let health: LoopHealth
    private let sections, bytes, tokens: Counter
    private let duration: CoreMetrics.Timer
    private let threads, joined, waiting, unacknowledged: Meter
    private var sessions, unreadable: CounterMirror
    /// What this thread has added to the meters that all threads share.
    private var last = (joined: 0, waiting: 0, unacknowledged: 0)

    /// - Parameter number: of the thread, from 1.
    convenience init(_ observation: RoleObservation, thread number: Int) {
        self.init(observation.factory, health: observation.loop("worker \(number)", at: .now))
    }

    init(_ factory: any MetricsFactory, health: LoopHealth) {
        func counter(_ name: String) -> Counter {
            Counter(label: "warraq_worker_\(name)_total", dimensions: [], factory: factory)
        }
        func meter(_ name: String) -> Meter {
            Meter(label: "warraq_worker_\(name)", dimensions: [], factory: factory)
        }
        self.health = health
        sections = counter("sections_analysed")
        bytes = counter("text_bytes")
        tokens = counter("tokens")
        duration = CoreMetrics.Timer(label: "warraq_worker_section_seconds", dimensions: [], factory: factory)
        threads = meter("threads")
        joined = meter("joined_threads")
        waiting = meter("sections_waiting")
        unacknowledged = meter("sections_unacknowledged")
        sessions = CounterMirror("warraq_worker_sessions_total", factory)
        unreadable = CounterMirror("warraq_worker_messages_unreadable_total", factory)
        threads.increment(by: 1.0)
    }

    /// One section: some tens of nanoseconds.
    func analysed(bytes count: Int, tokens tokenCount: Int, in span: TimeSpan) {
        sections.increment()
        bytes.increment(by: count)
        tokens.increment(by: tokenCount)
        duration.recordNanoseconds(span.nanoseconds)
    }

    func update(from machine: borrowing WorkerStateMachine, unreadableMessages: UInt64, at now: Instant) {
        let figures = machine.figures
        let current = (figures.isJoined ? 1 : 0, figures.tasks, figures.unacknowledged)
        joined.increment(by: Double(current.0 - last.joined))
        waiting.increment(by: Double(current.1 - last.waiting))
        unacknowledged.increment(by: Double(current.2 - last.unacknowledged))
        last = current
        sessions.follow(figures.sessions)
        unreadable.follow(unreadableMessages)
        let lack = figures.isLeaving ? "leaving" : figures.isJoined ? nil : "the producer has not let it in yet"
        health.ticked(
            lack: lack,
            LoopStats(["sections": ["waiting": figures.tasks, "unacknowledged": figures.unacknowledged]]),
            at: now
        )
    }
}
