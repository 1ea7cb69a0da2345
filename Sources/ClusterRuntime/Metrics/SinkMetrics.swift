internal import Cluster
package import CoreMetrics

/// What the sink's loop tells of itself.
struct SinkMetrics {
    private let health: LoopHealth
    private var sessions, taken, unneeded, rejected, written, failed: CounterMirror
    private var connectionsRefused, handshakesFailed, unreadable: CounterMirror
    private let joined, open, pending: Meter

    init(_ observation: RoleObservation) {
        self.init(observation.factory, health: observation.loop("sink", at: .now))
    }

    init(_ factory: any MetricsFactory, health: LoopHealth) {
        func mirror(_ name: String) -> CounterMirror { CounterMirror("warraq_sink_\(name)_total", factory) }
        func meter(_ name: String) -> Meter { Meter(label: "warraq_sink_\(name)", dimensions: [], factory: factory) }
        self.health = health
        sessions = mirror("sessions")
        taken = mirror("findings_taken")
        unneeded = mirror("findings_unneeded")
        rejected = mirror("findings_rejected")
        written = mirror("reports_written")
        failed = mirror("reports_failed")
        connectionsRefused = mirror("connections_refused")
        handshakesFailed = mirror("handshakes_failed")
        unreadable = mirror("messages_unreadable")
        joined = meter("joined")
        open = meter("articles_open")
        pending = meter("reports_pending")
    }

    mutating func update(
        from machine: borrowing SinkStateMachine,
        connectionsRefused refusals: UInt64,
        handshakesFailed handshakes: UInt64,
        unreadableMessages: UInt64,
        at now: Instant
    ) {
        let figures = machine.figures
        sessions.follow(figures.counts.sessions)
        taken.follow(figures.counts.findingsTaken)
        unneeded.follow(figures.counts.findingsUnneeded)
        rejected.follow(figures.counts.findingsRejected)
        written.follow(figures.counts.reportsWritten)
        failed.follow(figures.counts.reportsFailed)
        connectionsRefused.follow(refusals)
        handshakesFailed.follow(handshakes)
        unreadable.follow(unreadableMessages)
        joined.set(figures.isJoined ? 1 : 0)
        open.set(figures.gathering)
        pending.set(figures.writing)
        let lack = figures.isLeaving ? "leaving" : figures.isJoined ? nil : "the producer has not let it in yet"
        health.ticked(
            lack: lack,
            LoopStats(["articles": ["open": figures.gathering], "reports": ["pending": figures.writing]]),
            at: now
        )
    }
}

/// What the report store's threads tell: each recording takes some tens of nanoseconds.
package struct ReportMetrics: Sendable {
    private let bytes: Counter
    private let merge: CoreMetrics.Timer
    private let write: CoreMetrics.Timer
    private let free: Meter

    package init(_ factory: any MetricsFactory) {
        bytes = Counter(label: "warraq_sink_report_bytes_total", dimensions: [], factory: factory)
        merge = CoreMetrics.Timer(label: "warraq_sink_merge_seconds", dimensions: [], factory: factory)
        write = CoreMetrics.Timer(label: "warraq_sink_write_seconds", dimensions: [], factory: factory)
        free = Meter(label: "warraq_sink_reports_free_bytes", dimensions: [], factory: factory)
    }

    func merged(in span: TimeSpan) { merge.recordNanoseconds(span.nanoseconds) }

    /// - Parameters:
    ///   - written: bytes of the reports that are on disk.
    ///   - left: bytes that their disk has left, where that is known.
    func wrote(_ written: Int, in span: TimeSpan, left: Int?) {
        write.recordNanoseconds(span.nanoseconds)
        bytes.increment(by: written)
        if let left { free.set(left) }
    }
}
