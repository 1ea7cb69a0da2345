internal import Cluster
package import ClusterRuntime
internal import Glibc
internal import Synchronization
internal import ZeroMQ

/// Asks the producer once a second what the cluster is doing, and tells all who look.
package final class ClusterWatch: RoleLoop {
    private static let interval = TimeSpan.seconds(1)

    package let name = "watch"
    private let makeClient: @Sendable () throws -> ClusterClient
    private let feed: LiveFeed
    private let progress: @Sendable () -> IndexLoop.Progress
    private let wakeUp: WakeUp
    private let isEndAsked = Atomic(false)

    private struct State {
        var snapshot = LiveSnapshot()
        var history = LiveHistory()
        /// Made once for each step: everyone who looks gets the same.
        var historyDocument: (time: Int64, bytes: [UInt8])?
    }

    private let state = Mutex(State())

    /// - Parameters:
    ///   - makeClient: called on the watch's thread; its patience is how long the producer may be silent before that is
    ///     said.
    ///   - progress: of the index.
    package init(
        feed: LiveFeed,
        progress: @escaping @Sendable () -> IndexLoop.Progress,
        _ makeClient: @escaping @Sendable () throws -> ClusterClient
    ) throws(RoleError) {
        do { wakeUp = try WakeUp() } catch { throw .socket(error) }
        self.feed = feed
        self.progress = progress
        self.makeClient = makeClient
    }

    package var snapshot: LiveSnapshot { state.withLock { $0.snapshot } }

    /// The last hour as JSON.
    package var historyDocument: [UInt8] {
        state.withLock { state in
            let time = state.history.points.last?.time ?? 0
            if let made = state.historyDocument, made.time == time { return made.bytes }
            let bytes = JSONBytes.encode(state.history.document)
            state.historyDocument = (time, bytes)
            return bytes
        }
    }

    package func shutDown() {
        isEndAsked.store(true, ordering: .releasing)
        wakeUp.signal()
        feed.close()
    }

    package func run() throws(RoleError) {
        let client: ClusterClient
        do { client = try makeClient() } catch { throw .start(reason: "\(error)") }
        var next = Instant.now
        while !isEndAsked.load(ordering: .acquiring) {
            do throws(ClientError) {
                let status = LiveStatus(try client.status())
                let time = Self.time
                state.withLock { state in
                    state.snapshot.status = status
                    state.snapshot.problem = nil
                    state.snapshot.heardAt = time
                    state.history.add(status, at: time / 1000)
                }
            } catch {
                state.withLock { $0.snapshot.problem = error.description }
            }
            feed.send(snapshot.event(index: progress()))
            next = max(next + Self.interval, .now)
            var poller = Poller()
            _ = poller.add(wakeUp)
            do throws(ZeroMQError) { try poller.wait(until: next) } catch { throw .socket(error) }
        }
    }

    /// Milliseconds since 1970.
    private static var time: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
