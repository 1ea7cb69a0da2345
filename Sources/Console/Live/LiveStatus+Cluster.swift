package import Cluster

extension LiveStatus {
    /// What the producer says.
    package init(_ status: ClusterStatus) {
        self.init(
            producer: status.name.isEmpty ? nil : status.name,
            version: status.softwareVersion,
            model: status.modelDigest,
            uptime: status.uptime,
            isDraining: status.isDraining,
            waiting: status.waiting,
            open: status.open,
            reported: status.reported,
            partial: status.partial,
            cancelled: status.cancelled,
            oldestWaiting: status.oldestWaiting,
            pending: status.sectionsPending,
            inFlight: status.sectionsInFlight,
            retried: status.sectionsRetried,
            articleRate: status.reportedRate.tenSeconds.roundedToHundredths,
            sectionRate: status.sectionRate.tenSeconds.roundedToHundredths,
            articleLatency: Latency(status.articleLatency.minute),
            sectionLatency: Latency(status.sectionLatency.minute),
            workers: status.workers.map(Worker.init),
            sink: status.sink.map { Sink(name: $0.name, endpoint: $0.endpoint, silence: $0.silence) },
            events: status.events.map(Event.init)
        )
    }
}

extension LiveStatus.Worker {
    fileprivate init(_ worker: ClusterStatus.Worker) {
        self.init(
            name: worker.name,
            capacity: worker.capacity,
            inFlight: worker.inFlight,
            analysed: worker.analysed,
            rate: worker.rate.tenSeconds.roundedToHundredths,
            connected: worker.connected,
            silence: worker.silence,
            failures: worker.failures,
            isLeaving: worker.isLeaving
        )
    }
}

extension LiveStatus.Latency {
    /// `nil` where nothing was measured.
    fileprivate init?(_ quantiles: ClusterStatus.Quantiles) {
        guard quantiles.count > 0 else { return nil }
        func milliseconds(_ span: TimeSpan) -> Double { (Double(span.nanoseconds) / 1e6).roundedToHundredths }
        self.init(
            p50: milliseconds(quantiles.p50),
            p95: milliseconds(quantiles.p95),
            p99: milliseconds(quantiles.p99)
        )
    }
}

extension LiveStatus.Event {
    fileprivate init(_ event: ClusterStatus.Event) {
        self.init(
            level: event.event.level.name,
            message: event.event.message,
            details: event.event.details.map { "\($0.key): \($0.value)" }.joined(separator: ", "),
            age: event.age,
            count: event.count
        )
    }
}
