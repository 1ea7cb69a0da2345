package import Cluster
package import CoreMetrics

/// What the producer's loop tells of itself. The state machine counts; at each tick the metrics follow.
package struct ProducerMetrics {
    private typealias Count = @Sendable (ClusterStatus.Counts) -> UInt64

    private static let counts: [(name: String, count: Count)] = [
        ("articles_accepted", { $0.articlesAccepted }), ("articles_known", { $0.articlesKnown }),
        ("articles_reported", { $0.articlesReported }), ("articles_partial", { $0.articlesPartial }),
        ("articles_cancelled", { $0.articlesCancelled }), ("sections_handed_out", { $0.sectionsHandedOut }),
        ("sections_received", { $0.sectionsReceived }), ("sections_failed", { $0.sectionsFailed }),
        ("sections_rejected", { $0.sectionsRejected }), ("sections_given_up", { $0.sectionsGivenUp }),
        ("leases_expired", { $0.leasesExpired }), ("leases_broken", { $0.leasesBroken }),
        ("workers_lost", { $0.workersLost }), ("sinks_lost", { $0.sinksLost }),
        ("peers_refused", { $0.peersRefused }), ("connections_refused", { $0.connectionsRefused }),
        ("handshakes_failed", { $0.handshakesFailed }), ("messages_unreadable", { $0.messagesUnreadable }),
        ("messages_dropped", { $0.messagesDropped }), ("reports_failed", { $0.reportsFailed }),
        ("journal_failures", { $0.journalFailures }), ("busy_answers", { $0.busyAnswers }),
    ]

    private let health: LoopHealth
    private var counters: [(mirror: CounterMirror, count: Count)]
    private var retried: CounterMirror
    private var articleLatency: LatencyMirror
    private var sectionLatency: LatencyMirror
    private let states: [(meter: Meter, state: JobState)]
    private let open, oldestWaiting, pending, inFlight, workers: Meter
    private let sinkConnected, sinkArticles, reportsPending: Meter
    private let draining, uncommitted, journalBytes, journalFree: Meter

    init(_ observation: RoleObservation) {
        self.init(observation.factory, health: observation.loop("producer", at: .now))
    }

    package init(_ factory: any MetricsFactory, health: LoopHealth) {
        func meter(_ name: String, _ labels: [(String, String)] = []) -> Meter {
            Meter(label: "warraq_producer_\(name)", dimensions: labels, factory: factory)
        }
        self.health = health
        counters = Self.counts.map { (CounterMirror("warraq_producer_\($0.name)_total", factory), $0.count) }
        retried = CounterMirror("warraq_producer_sections_retried_total", factory)
        articleLatency = LatencyMirror("warraq_producer_article_latency_seconds", factory)
        sectionLatency = LatencyMirror("warraq_producer_section_latency_seconds", factory)
        states = JobState.allCases.map { (meter("articles", [("state", $0.metricLabel)]), $0) }
        open = meter("articles_open")
        oldestWaiting = meter("oldest_waiting_seconds")
        pending = meter("sections_pending")
        inFlight = meter("sections_in_flight")
        workers = meter("workers")
        sinkConnected = meter("sink_connected")
        sinkArticles = meter("sink_articles")
        reportsPending = meter("sink_reports_pending")
        draining = meter("draining")
        uncommitted = meter("uncommitted_bytes")
        journalBytes = meter("journal_bytes")
        journalFree = meter("journal_free_bytes")
    }

    package mutating func update(from machine: borrowing ProducerStateMachine, at now: Instant) {
        let counts = machine.counts
        for index in counters.indices { counters[index].mirror.follow(counters[index].count(counts)) }
        let figures = machine.figures
        retried.follow(figures.sectionsRetried)
        articleLatency.follow(machine.articleLatencies)
        sectionLatency.follow(machine.sectionLatencies)
        open.set(figures.openArticles)
        pending.set(figures.sectionsPending)
        inFlight.set(figures.sectionsInFlight)
        workers.set(figures.workers)
        sinkConnected.set(figures.hasSink ? 1 : 0)
        sinkArticles.set(figures.sinkArticles)
        reportsPending.set(figures.reportsPending)
        draining.set(figures.isDraining ? 1 : 0)
        uncommitted.set(figures.uncommittedBytes)
        let journal = machine.surroundings.journal
        if let journal {
            for (meter, state) in states { meter.set(journal.count(of: state)) }
            oldestWaiting.set(Double(journal.oldestWaiting ?? 0) / 1000)
            journalBytes.set(journal.space.bytes)
            journalFree.set(journal.space.free)
        }
        health.ticked(
            lack: figures.isServing ? nil : "shutting down",
            LoopStats([
                "articles": ["waiting": journal?.waiting ?? 0, "open": figures.openArticles],
                "queue": ["pending": figures.sectionsPending, "inFlight": figures.sectionsInFlight],
                "workers": ["connected": figures.workers],
            ]),
            at: now
        )
    }
}

extension JobState {
    fileprivate var metricLabel: String {
        switch self {
        case .waiting: "waiting"
        case .reported: "reported"
        case .partial: "partial"
        case .cancelled: "cancelled"
        }
    }
}

extension ProducerSurroundings.Journal {
    fileprivate func count(of state: JobState) -> Int {
        switch state {
        case .waiting: waiting
        case .reported: reported
        case .partial: partial
        case .cancelled: cancelled
        }
    }
}
