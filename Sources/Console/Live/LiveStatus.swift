/// What the live page shows of a cluster at one moment.
package struct LiveStatus: Sendable, Equatable, Encodable {
    package struct Worker: Sendable, Equatable, Encodable {
        package var name: String
        package var capacity: Int
        package var inFlight: Int
        package var analysed: UInt64
        /// Sections a second.
        package var rate: Double
        /// Milliseconds since it joined; `nil` where it is not known.
        package var connected: Int?
        /// Milliseconds since its last beat.
        package var silence: Int
        package var failures: UInt64
        package var isLeaving: Bool
    }

    package struct Sink: Sendable, Equatable, Encodable {
        package var name: String
        package var endpoint: String?
        package var silence: Int?
    }

    /// Milliseconds.
    package struct Latency: Sendable, Equatable, Encodable {
        package var p50: Double
        package var p95: Double
        package var p99: Double
    }

    package struct Event: Sendable, Equatable, Encodable {
        package var level: String
        package var message: String
        package var details: String
        /// Milliseconds since it last happened.
        package var age: Int
        package var count: Int
    }

    package var producer: String?
    package var version: String
    package var model: String
    package var uptime: Int?
    package var isDraining: Bool
    package var waiting: Int
    package var open: Int
    package var reported: Int
    package var partial: Int
    package var cancelled: Int
    /// Milliseconds since the oldest waiting article was accepted.
    package var oldestWaiting: Int?
    package var pending: Int
    package var inFlight: Int
    package var retried: UInt64
    package var articleRate: Double
    package var sectionRate: Double
    /// Over the last minute; `nil` while nothing was done.
    package var articleLatency: Latency?
    package var sectionLatency: Latency?
    package var workers: [Worker]
    package var sink: Sink?
    package var events: [Event]
}

/// What the console knows of the cluster.
package struct LiveSnapshot: Sendable, Equatable {
    /// The last that was heard.
    package var status: LiveStatus?
    /// Why nothing is heard now.
    package var problem: String?
    /// When the last was heard, milliseconds since 1970.
    package var heardAt: Int64?

    package init() {}

    struct Document: Encodable {
        var cluster: LiveStatus?
        var problem: String?
        var heardAt: Int64?
        var indexPending: Int
        var indexProblem: String?
    }

    func document(index: IndexLoop.Progress) -> Document {
        Document(
            cluster: status,
            problem: problem,
            heardAt: heardAt,
            indexPending: index.pending,
            indexProblem: index.problem
        )
    }

    func event(index: IndexLoop.Progress) -> [UInt8] {
        LiveFeed.event("status", JSONBytes.encode(document(index: index)))
    }
}
