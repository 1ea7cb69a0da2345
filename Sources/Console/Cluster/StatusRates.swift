package import Cluster

/// What the producer says, with what can be told from two answers: how fast things go.
package struct StatusRates: Sendable {
    private var last: (status: ClusterStatus, time: Instant)?

    package init() {}

    package mutating func status(_ status: ClusterStatus, at time: Instant) -> LiveStatus {
        let before = last
        last = (status, time)
        let seconds = before.map { Double((time - $0.time).nanoseconds) / 1e9 } ?? 0
        func rate(_ change: Double) -> Double { seconds > 0 ? max(0, change) / seconds : 0 }
        let known = Dictionary(
            (before?.status.workers ?? []).map { ($0.name, $0.analysed) },
            uniquingKeysWith: { first, _ in first }
        )
        let workers = status.workers.map { worker in
            LiveStatus.Worker(
                name: worker.name,
                capacity: worker.capacity,
                inFlight: worker.inFlight,
                analysed: worker.analysed,
                rate: rate(known[worker.name].map { Double(worker.analysed) - Double($0) } ?? 0),
                connected: nil,
                silence: worker.silence,
                failures: 0,
                isLeaving: worker.isLeaving
            )
        }
        let settled = Double(status.reported + status.partial)
        return LiveStatus(
            producer: nil,
            version: status.softwareVersion,
            model: status.modelDigest,
            uptime: nil,
            isDraining: status.isDraining,
            waiting: status.waiting,
            open: status.open,
            reported: status.reported,
            partial: status.partial,
            cancelled: status.cancelled,
            oldestWaiting: nil,
            pending: status.sectionsPending,
            inFlight: status.sectionsInFlight,
            retried: status.sectionsRetried,
            articleRate: rate(settled - (before.map { Double($0.status.reported + $0.status.partial) } ?? settled)),
            sectionRate: workers.reduce(0) { $0 + $1.rate },
            articleLatency: nil,
            sectionLatency: nil,
            workers: workers,
            sink: status.sink.map { LiveStatus.Sink(name: $0, endpoint: status.sinkEndpoint, silence: nil) },
            events: []
        )
    }
}
