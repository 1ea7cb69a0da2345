import Cluster

extension ClusterStatus {
    /// For a person: a line for each part of the cluster.
    func lines(width: Int) -> [String] {
        var lines = [
            "articles: \(waiting) waiting (\(open) of them open), \(reported) reported, \(partial) partial, "
                + "\(cancelled) cancelled",
            "sections: \(sectionsPending) pending, \(sectionsInFlight) in flight, \(sectionsRetried) tried again",
            "sink:     " + (sink.map { name in "\(name)\(sinkEndpoint.map { " at \($0)" } ?? "")" } ?? "none"),
            "producer: version \(softwareVersion), model \(modelDigest.prefix(12))"
                + (isDraining ? ", draining: takes no more articles" : ""),
            "workers:  \(workers.isEmpty ? "none" : "\(workers.count)")",
        ]
        if !workers.isEmpty {
            var table = Table(["  WORKER", "IN FLIGHT", "ANALYSED", "LAST HEARD"])
            for worker in workers {
                table.rows.append([
                    "  \(worker.name)", "\(worker.inFlight)/\(worker.capacity)", "\(worker.analysed)",
                    "\(worker.silence) ms ago" + (worker.isLeaving ? ", leaving" : ""),
                ])
            }
            lines += table.lines(width: width)
        }
        return lines
    }

    /// For programs.
    var document: StatusDocument { StatusDocument(self) }
}

/// ``ClusterStatus`` as JSON; `queue` and `workers.connected` are what an autoscaler reads.
struct StatusDocument: Encodable, Sendable {
    struct Articles: Encodable, Sendable { var waiting, open, reported, partial, cancelled: Int }
    struct Queue: Encodable, Sendable { var pending, inFlight: Int; var retried: UInt64 }
    struct Worker: Encodable, Sendable {
        var name: String
        var capacity, inFlight: Int
        var analysed: UInt64
        var silenceMilliseconds: Int
        var isLeaving: Bool
    }
    struct Workers: Encodable, Sendable { var connected: Int; var list: [Worker] }
    struct Sink: Encodable, Sendable { var name: String; var endpoint: String? }

    var articles: Articles
    var queue: Queue
    var workers: Workers
    var sink: Sink?
    var version: String
    var model: String
    var isDraining: Bool

    init(_ status: ClusterStatus) {
        articles = Articles(
            waiting: status.waiting,
            open: status.open,
            reported: status.reported,
            partial: status.partial,
            cancelled: status.cancelled
        )
        queue = Queue(
            pending: status.sectionsPending,
            inFlight: status.sectionsInFlight,
            retried: status.sectionsRetried
        )
        workers = Workers(
            connected: status.workers.count,
            list: status.workers.map {
                Worker(
                    name: $0.name,
                    capacity: $0.capacity,
                    inFlight: $0.inFlight,
                    analysed: $0.analysed,
                    silenceMilliseconds: $0.silence,
                    isLeaving: $0.isLeaving
                )
            }
        )
        sink = status.sink.map { Sink(name: $0, endpoint: status.sinkEndpoint) }
        version = status.softwareVersion
        model = status.modelDigest
        isDraining = status.isDraining
    }
}
