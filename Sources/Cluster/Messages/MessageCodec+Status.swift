internal import SwiftProtobuf

extension WireClusterStatus {
    init(_ status: ClusterStatus) {
        self.init()
        name = status.name
        softwareVersion = status.softwareVersion
        modelDigest = status.modelDigest
        incarnation = status.incarnation
        uptime = UInt64(clamping: status.uptime)
        isDraining = status.isDraining
        waiting = UInt64(clamping: status.waiting)
        reported = UInt64(clamping: status.reported)
        partial = UInt64(clamping: status.partial)
        cancelled = UInt64(clamping: status.cancelled)
        open = UInt64(clamping: status.open)
        if let oldestWaiting = status.oldestWaiting { self.oldestWaiting = UInt64(clamping: oldestWaiting) }
        sectionsPending = UInt64(clamping: status.sectionsPending)
        sectionsInFlight = UInt64(clamping: status.sectionsInFlight)
        sectionsRetried = status.sectionsRetried
        counts = Counts(status.counts)
        acceptedRate = Rate(status.acceptedRate)
        reportedRate = Rate(status.reportedRate)
        sectionRate = Rate(status.sectionRate)
        articleLatency = Latency(status.articleLatency)
        sectionLatency = Latency(status.sectionLatency)
        slowestArticles = status.slowestArticles.map { ArticleUnderWay($0) }
        slowestSections = status.slowestSections.map { SectionUnderWay($0) }
        workers = status.workers.map { Worker($0) }
        departedWorkers = status.departedWorkers.map { DepartedWorker($0) }
        if let sink = status.sink {
            self.sink = sink.name
            sinkEndpoint = sink.endpoint
            sinkDetails = Sink(sink)
        }
        journal = JournalSpace()
        journal.bytes = UInt64(clamping: status.journal.bytes)
        journal.free = UInt64(clamping: status.journal.free)
        events = status.events.map { Event($0) }
    }

    func status() throws(MessageError) -> ClusterStatus {
        var status = ClusterStatus()
        status.name = try Wire.name(name, "the producer's name")
        status.softwareVersion = try Wire.name(softwareVersion, "the version")
        status.modelDigest = try Wire.name(modelDigest, "the model")
        status.incarnation = incarnation
        status.uptime = try Wire.milliseconds(uptime, "the time since start")
        status.isDraining = isDraining
        status.waiting = try Wire.count(waiting, "waiting articles")
        status.reported = try Wire.count(reported, "reported articles")
        status.partial = try Wire.count(partial, "partial articles")
        status.cancelled = try Wire.count(cancelled, "cancelled articles")
        status.open = try Wire.count(open, "open articles")
        status.oldestWaiting = hasOldestWaiting ? try Wire.milliseconds(oldestWaiting, "the oldest article") : nil
        status.sectionsPending = try Wire.count(sectionsPending, "pending sections")
        status.sectionsInFlight = try Wire.count(sectionsInFlight, "sections in flight")
        status.sectionsRetried = sectionsRetried
        status.counts = counts.counts
        status.acceptedRate = try acceptedRate.rate()
        status.reportedRate = try reportedRate.rate()
        status.sectionRate = try sectionRate.rate()
        status.articleLatency = articleLatency.latency
        status.sectionLatency = sectionLatency.latency
        status.slowestArticles = try Wire.list(slowestArticles, "articles") { entry throws(MessageError) in
            try entry.article()
        }
        status.slowestSections = try Wire.list(slowestSections, "sections") { entry throws(MessageError) in
            try entry.section()
        }
        status.workers = try Wire.list(workers, "workers") { entry throws(MessageError) in try entry.worker() }
        status.departedWorkers = try Wire.list(departedWorkers, "workers that left") { entry throws(MessageError) in
            try entry.worker()
        }
        if hasSink { status.sink = try sinkDetails.sink(sink, at: sinkEndpoint) }
        status.journal.bytes = try Wire.bytes(journal.bytes, "the journal's size")
        status.journal.free = try Wire.bytes(journal.free, "the disk's free space")
        status.events = try Wire.list(events, "events") { entry throws(MessageError) in try entry.event() }
        return status
    }
}

extension WireClusterStatus.Rate {
    init(_ rate: ClusterStatus.Rate) {
        self.init()
        tenSeconds = rate.tenSeconds
        minute = rate.minute
    }

    func rate() throws(MessageError) -> ClusterStatus.Rate {
        guard tenSeconds.isFinite, minute.isFinite, tenSeconds >= 0, minute >= 0 else {
            throw MessageError("a rate is no number")
        }
        return ClusterStatus.Rate(tenSeconds: tenSeconds, minute: minute)
    }
}

extension WireClusterStatus.Latency {
    fileprivate init(_ latency: ClusterStatus.Latency) {
        self.init()
        minute = WireClusterStatus.Quantiles(latency.minute)
        all = WireClusterStatus.Quantiles(latency.all)
    }

    fileprivate var latency: ClusterStatus.Latency {
        var latency = ClusterStatus.Latency()
        latency.minute = minute.quantiles
        latency.all = all.quantiles
        return latency
    }
}

extension WireClusterStatus.Quantiles {
    fileprivate init(_ quantiles: ClusterStatus.Quantiles) {
        func microseconds(_ span: TimeSpan) -> UInt64 { UInt64(clamping: span.nanoseconds / 1000) }
        self.init()
        count = quantiles.count
        p50 = microseconds(quantiles.p50)
        p95 = microseconds(quantiles.p95)
        p99 = microseconds(quantiles.p99)
        longest = microseconds(quantiles.longest)
    }

    fileprivate var quantiles: ClusterStatus.Quantiles {
        func span(_ microseconds: UInt64) -> TimeSpan {
            TimeSpan(nanoseconds: Int64(min(microseconds, UInt64(Int64.max) / 1000)) * 1000)
        }
        var quantiles = ClusterStatus.Quantiles()
        quantiles.count = count
        quantiles.p50 = span(p50)
        quantiles.p95 = span(p95)
        quantiles.p99 = span(p99)
        quantiles.longest = span(longest)
        return quantiles
    }
}

extension WireClusterStatus.Counts {
    private typealias Field = (
        here: WritableKeyPath<Self, UInt64>, there: WritableKeyPath<ClusterStatus.Counts, UInt64>
    )

    private static var fields: [Field] {
        [
            (\.articlesAccepted, \.articlesAccepted),
            (\.articlesKnown, \.articlesKnown),
            (\.articlesReported, \.articlesReported),
            (\.articlesPartial, \.articlesPartial),
            (\.articlesCancelled, \.articlesCancelled),
            (\.sectionsReceived, \.sectionsReceived),
            (\.sectionsHandedOut, \.sectionsHandedOut),
            (\.sectionsFailed, \.sectionsFailed),
            (\.sectionsRejected, \.sectionsRejected),
            (\.sectionsGivenUp, \.sectionsGivenUp),
            (\.leasesExpired, \.leasesExpired),
            (\.leasesBroken, \.leasesBroken),
            (\.workersLost, \.workersLost),
            (\.sinksLost, \.sinksLost),
            (\.peersRefused, \.peersRefused),
            (\.connectionsRefused, \.connectionsRefused),
            (\.handshakesFailed, \.handshakesFailed),
            (\.messagesUnreadable, \.messagesUnreadable),
            (\.messagesDropped, \.messagesDropped),
            (\.reportsFailed, \.reportsFailed),
            (\.journalFailures, \.journalFailures),
            (\.busyAnswers, \.busyAnswers),
        ]
    }

    fileprivate init(_ counts: ClusterStatus.Counts) {
        self.init()
        for field in Self.fields { self[keyPath: field.here] = counts[keyPath: field.there] }
    }

    fileprivate var counts: ClusterStatus.Counts {
        var counts = ClusterStatus.Counts()
        for field in Self.fields { counts[keyPath: field.there] = self[keyPath: field.here] }
        return counts
    }
}
