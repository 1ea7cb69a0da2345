package import Cluster
internal import Glibc
internal import Synchronization
package import ZeroMQ

/// The side of a loop that other threads may touch: it can be woken, and asked to end.
final class LoopControl: Sendable {
    let wakeUp: WakeUp
    private let isEndAsked = Atomic(false)

    init() throws(RoleError) {
        do throws(ZeroMQError) { wakeUp = try WakeUp() } catch { throw .socket(error) }
    }

    func askToEnd() {
        isEndAsked.store(true, ordering: .releasing)
        wakeUp.signal()
    }

    /// Whether the end has been asked for since the last call.
    func takeAskedEnd() -> Bool { isEndAsked.exchange(false, ordering: .acquiringAndReleasing) }
}

extension Instant {
    /// The system's monotonic clock.
    package static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }
}

extension Poller {
    /// Waits for anything that was added to it, until `instant` at the latest.
    package mutating func wait(until instant: Instant) throws(ZeroMQError) {
        try poll(timeout: .nanoseconds(max(0, (instant - .now).nanoseconds)))
    }
}
