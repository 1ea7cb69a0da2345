/// What the cluster is doing, as the producer sees it. Times are milliseconds unless their type says otherwise; «since
/// start» is since this producer process started.
package struct ClusterStatus: Sendable, Equatable {
    /// The producer's host and process.
    package var name = ""
    package var softwareVersion = ""
    package var modelDigest = ""
    package var incarnation: UInt64 = 0
    /// How long this producer has run; the time in which it was stopped or stalled does not count.
    package var uptime = 0
    /// It takes no more submissions.
    package var isDraining = false

    /// Articles by state, from the journal. `waiting` are all that are accepted and not reported: the backlog.
    package var waiting = 0
    package var reported = 0
    package var partial = 0
    package var cancelled = 0
    /// Waiting articles whose sections are being worked on.
    package var open = 0
    /// Age of the oldest waiting article; `nil` when none waits, or where it is not known yet.
    package var oldestWaiting: Int?

    /// Sections of open articles that no worker has: they wait for credit.
    package var sectionsPending = 0
    /// Sections that workers hold.
    package var sectionsInFlight = 0
    /// How often a section was handed out again since start, whoever was to blame.
    package var sectionsRetried: UInt64 = 0

    /// What has happened since start.
    package var counts = Counts()
    /// New articles taken into the journal.
    package var acceptedRate = Rate()
    /// Articles whose report the journal knows, whole or partial.
    package var reportedRate = Rate()
    /// Sections whose findings the sink has.
    package var sectionRate = Rate()
    /// From when the journal took an article to when it knows of its report; to the millisecond. Articles that were
    /// retried are left out: the time in which nobody asked for them is no latency.
    package var articleLatency = Latency()
    /// From when a section was handed out to when the sink had its findings.
    package var sectionLatency = Latency()
    /// What has been under way for longest, the oldest first: a few of each.
    package var slowestArticles: [ArticleUnderWay] = []
    package var slowestSections: [SectionUnderWay] = []

    /// The workers that are part of the cluster, in the order in which they joined.
    package var workers: [Worker] = []
    /// Those that have left or were lost and have not come back, the last one first; forgotten after some minutes.
    package var departedWorkers: [DepartedWorker] = []
    /// `nil` while there is none.
    package var sink: Sink?
    package var journal = JournalSpace()
    /// What an operator may want to know of, the newest first: the producer's log from `notice` on, a few entries.
    package var events: [Event] = []

    package init() {}

    package var sinkEndpoint: String? { sink?.endpoint }
}

extension ClusterStatus {
    /// Totals since this producer started; they only grow.
    package struct Counts: Sendable, Equatable {
        /// Articles that were new to the journal.
        package var articlesAccepted: UInt64 = 0
        /// Articles that were submitted and known already.
        package var articlesKnown: UInt64 = 0
        /// Articles settled with a whole report.
        package var articlesReported: UInt64 = 0
        /// Articles settled with a report that lacks sections.
        package var articlesPartial: UInt64 = 0
        package var articlesCancelled: UInt64 = 0
        /// Sections whose findings came to the sink.
        package var sectionsReceived: UInt64 = 0
        /// Sections handed out, the same one as often as it was.
        package var sectionsHandedOut: UInt64 = 0
        /// Sections that a worker said it could not analyse.
        package var sectionsFailed: UInt64 = 0
        /// Findings that the sink threw away because they could not be of their section.
        package var sectionsRejected: UInt64 = 0
        /// Sections that were given up after too many attempts.
        package var sectionsGivenUp: UInt64 = 0
        /// Leases that ran out: sections taken from a worker that was silent, or finished nothing for a whole lease.
        package var leasesExpired: UInt64 = 0
        /// Leases that ended with a worker's process.
        package var leasesBroken: UInt64 = 0
        /// Workers whose process went, or that hung, without a goodbye.
        package var workersLost: UInt64 = 0
        /// How often the sink's session ended without a goodbye.
        package var sinksLost: UInt64 = 0
        /// Times that a worker or sink of another version or model was turned away.
        package var peersRefused: UInt64 = 0
        /// Connections whose key is none of this cluster's.
        package var connectionsRefused: UInt64 = 0
        /// Connections that ended in the handshake: not encrypted, or for a server with another key.
        package var handshakesFailed: UInt64 = 0
        /// Messages that could not be read and were dropped.
        package var messagesUnreadable: UInt64 = 0
        /// Messages that were dropped because a peer's queue was full.
        package var messagesDropped: UInt64 = 0
        /// Times that the sink could not write a report.
        package var reportsFailed: UInt64 = 0
        /// Requests that the journal could not do.
        package var journalFailures: UInt64 = 0
        /// Clients' questions that were answered «come back later».
        package var busyAnswers: UInt64 = 0

        package init() {}
    }

    /// How many a second, over the last ten seconds and the last minute; over the time since start while that is less.
    package struct Rate: Sendable, Equatable {
        package var tenSeconds: Double
        package var minute: Double

        package init(tenSeconds: Double = 0, minute: Double = 0) {
            self.tenSeconds = tenSeconds
            self.minute = minute
        }
    }

    /// Where latencies lie: over the last minute and since start.
    package struct Latency: Sendable, Equatable {
        package var minute = Quantiles()
        package var all = Quantiles()

        package init() {}
    }

    /// Quantiles by nearest rank; each is within 3 % of one that was measured. All 0 where `count` is.
    package struct Quantiles: Sendable, Equatable {
        package var count: UInt64 = 0
        package var p50 = TimeSpan.zero
        package var p95 = TimeSpan.zero
        package var p99 = TimeSpan.zero
        package var longest = TimeSpan.zero

        package init() {}
    }

    /// What the journal takes on its disk; 0 where it is not known (a journal in memory).
    package struct JournalSpace: Sendable, Equatable {
        /// Bytes of the database and its log.
        package var bytes = 0
        /// Bytes that its disk has left.
        package var free = 0

        package init() {}
    }

    /// Something that was logged.
    package struct Event: Sendable, Equatable {
        package var event: LogEvent
        /// Milliseconds since it last happened.
        package var age: Int
        /// How often it has happened in a row.
        package var count: Int

        package init(_ event: LogEvent, age: Int, count: Int) {
            self.event = event
            self.age = age
            self.count = count
        }
    }
}

extension ClusterStatus.Counts {
    /// All of them, with their names: for programs.
    package var named: [(name: String, count: UInt64)] {
        [
            ("articlesAccepted", articlesAccepted), ("articlesKnown", articlesKnown),
            ("articlesReported", articlesReported), ("articlesPartial", articlesPartial),
            ("articlesCancelled", articlesCancelled), ("sectionsReceived", sectionsReceived),
            ("sectionsHandedOut", sectionsHandedOut), ("sectionsFailed", sectionsFailed),
            ("sectionsRejected", sectionsRejected), ("sectionsGivenUp", sectionsGivenUp),
            ("leasesExpired", leasesExpired), ("leasesBroken", leasesBroken), ("workersLost", workersLost),
            ("sinksLost", sinksLost), ("peersRefused", peersRefused), ("connectionsRefused", connectionsRefused),
            ("handshakesFailed", handshakesFailed), ("messagesUnreadable", messagesUnreadable),
            ("messagesDropped", messagesDropped), ("reportsFailed", reportsFailed),
            ("journalFailures", journalFailures), ("busyAnswers", busyAnswers),
        ]
    }
}
