internal import DequeModule
package import Dispatch
internal import Synchronization

/// Jobs from any thread for one or several, each of which takes all that are waiting at once: the way to commit, or to sync a
/// folder, once for many.
package final class WorkQueue<Job: Sendable>: Sendable {
    private struct State {
        var jobs: Deque<Job> = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let signal = DispatchSemaphore(value: 0)

    package init() {}

    /// Jobs that come after `close()` are dropped.
    package func add(_ job: Job) {
        state.withLock { state in
            if !state.isClosed { state.jobs.append(job) }
        }
        signal.signal()
    }

    /// Lets the takers end when they have taken all jobs.
    package func close() {
        state.withLock { $0.isClosed = true }
        signal.signal()
    }

    /// Waits for jobs and takes those that are there, `limit` at most; `nil` when the queue is closed and empty.
    package func takeAll(limit: Int = .max) -> [Job]? { takeAll(limit: limit, until: .distantFuture) }

    /// Waits for jobs as ``takeAll(limit:)`` does, but no longer than until `instant`; then there are none.
    package func takeAll(limit: Int = .max, until instant: DispatchTime) -> [Job]? {
        while true {
            let (taken, isOver) = take(limit)
            if !taken.isEmpty { return taken }
            if isOver {
                // The next taker ends as well.
                signal.signal()
                return nil
            }
            // A signal for jobs that an earlier turn took ends this wait early, which does no harm.
            if signal.wait(timeout: instant) == .timedOut { return [] }
        }
    }

    private func take(_ limit: Int) -> (jobs: [Job], isOver: Bool) {
        state.withLock { state in
            let count = min(limit, state.jobs.count)
            let taken = Array(state.jobs.prefix(count))
            state.jobs.removeFirst(count)
            return (taken, state.isClosed)
        }
    }
}
