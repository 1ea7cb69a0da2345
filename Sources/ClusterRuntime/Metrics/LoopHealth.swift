package import Cluster
internal import Synchronization

/// What one loop says of itself, for health checks and autoscalers: the loop writes at each tick, who asks reads.
package final class LoopHealth: Sendable {
    /// A loop that has not ticked for so long hangs; a tick is due four times a second, and a very long section, or a
    /// machine that swaps, may hold one up.
    package static let longestPause = TimeSpan.seconds(30)

    private struct State {
        /// What it waits for; `nil`: nothing.
        var lack: String?
        var stats: LoopStats
    }

    package let name: String
    private let lastTick: Atomic<Int64>
    private let state: Mutex<State>

    init(name: String, at now: Instant) {
        self.name = name
        lastTick = Atomic(now.nanoseconds)
        state = Mutex(State(lack: "starting", stats: LoopStats()))
    }

    /// - Parameter lack: why nothing can be expected of the loop yet, or any more; `nil`: it does its work.
    package func ticked(lack: String?, _ stats: LoopStats, at now: Instant) {
        lastTick.store(now.nanoseconds, ordering: .relaxed)
        state.withLock { state in
            if state.lack != lack { state.lack = lack }
            state.stats = stats
        }
    }

    /// Why it does not live; `nil`: it does.
    func stall(at now: Instant) -> String? {
        let pause = now - Instant(nanoseconds: lastTick.load(ordering: .relaxed))
        return pause > Self.longestPause ? "has done nothing for \(pause.milliseconds / 1000) s" : nil
    }

    var lack: String? { state.withLock { $0.lack } }
    var stats: LoopStats { state.withLock { $0.stats } }
}

/// Numbers for autoscalers, by group and name: `queue.pending`.
package struct LoopStats: Sendable, Equatable {
    package var groups: [String: [String: Int]] = [:]

    package init(_ groups: [String: [String: Int]] = [:]) { self.groups = groups }

    /// Those of several loops together.
    static func + (left: LoopStats, right: LoopStats) -> LoopStats {
        LoopStats(left.groups.merging(right.groups) { $0.merging($1) { $0 + $1 } })
    }

    /// One line of JSON, names in order. Names are the program's own and need no escapes.
    package var json: String {
        "{"
            + groups.sorted { $0.key < $1.key }.map { group, numbers in
                "\"\(group)\":{"
                    + numbers.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
                    + "}"
            }.joined(separator: ",") + "}"
    }
}
