/// What the producer counts and measures. Of a bounded size, whatever happens.
struct ProducerStatistics: Sendable {
    let startedAt: Instant
    var counts = ClusterStatus.Counts()
    var articleLatency: LatencyWindow
    var sectionLatency: LatencyWindow
    var workers = WorkerRecords()
    var events = EventHistory()
    private var accepted: CounterHistory
    private var reported: CounterHistory
    private var sections: CounterHistory

    init(at now: Instant) {
        startedAt = now
        articleLatency = LatencyWindow(at: now)
        sectionLatency = LatencyWindow(at: now)
        accepted = CounterHistory(at: now)
        reported = CounterHistory(at: now)
        sections = CounterHistory(at: now)
    }

    private var settled: UInt64 { counts.articlesReported + counts.articlesPartial }

    /// Takes the samples that rates are made of.
    mutating func tick(_ sessions: some Sequence<WorkerSession>, at now: Instant) {
        accepted.sample(counts.articlesAccepted, at: now)
        reported.sample(settled, at: now)
        sections.sample(counts.sectionsReceived, at: now)
        articleLatency.turn(at: now)
        sectionLatency.turn(at: now)
        workers.sample(sessions, at: now)
    }

    mutating func settled(_ report: ReportedArticle, acceptedAt: Instant?, at now: Instant) {
        if report.missingSections == 0 { counts.articlesReported += 1 } else { counts.articlesPartial += 1 }
        if let acceptedAt { articleLatency.record(now - acceptedAt, at: now) }
    }

    mutating func received(handedOutAt: Instant, at now: Instant) {
        sectionLatency.record(now - handedOutAt, at: now)
    }

    /// Fills in what is known here.
    func fill(_ status: inout ClusterStatus, at now: Instant) {
        status.uptime = (now - startedAt).milliseconds
        status.acceptedRate = accepted.rate(counts.articlesAccepted, at: now)
        status.reportedRate = reported.rate(settled, at: now)
        status.sectionRate = sections.rate(counts.sectionsReceived, at: now)
        status.articleLatency = articleLatency.latency
        status.sectionLatency = sectionLatency.latency
        status.departedWorkers = workers.departedWorkers(at: now)
        status.events = events.events(at: now)
    }
}

/// What the producer is told by the loop that it runs in, for its status alone: nothing is decided by it.
package struct ProducerSurroundings: Sendable, Equatable {
    /// What is in the journal, as of some moment in the last second or so.
    package struct Journal: Sendable, Equatable {
        package var space = ClusterStatus.JournalSpace()
        /// Articles by state.
        package var waiting = 0
        package var reported = 0
        package var partial = 0
        package var cancelled = 0
        /// Age of the oldest waiting article in milliseconds.
        package var oldestWaiting: Int?

        package init() {}
    }

    /// `nil` until it is known.
    package var journal: Journal?
    /// Since start, as in ``ClusterStatus/Counts``.
    package var connectionsRefused: UInt64 = 0
    package var handshakesFailed: UInt64 = 0
    package var messagesUnreadable: UInt64 = 0

    package init() {}
}
