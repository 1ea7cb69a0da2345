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
    fileprivate init(_ rate: ClusterStatus.Rate) {
        self.init()
        tenSeconds = rate.tenSeconds
        minute = rate.minute
    }

    fileprivate func rate() throws(MessageError) -> ClusterStatus.Rate {
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

extension WireClusterStatus.Worker {
    fileprivate init(_ worker: ClusterStatus.Worker) {
        self.init()
        id = worker.id
        name = worker.name
        softwareVersion = worker.softwareVersion
        modelDigest = worker.modelDigest
        connected = UInt64(clamping: worker.connected)
        capacity = UInt32(clamping: worker.capacity)
        credit = UInt32(clamping: worker.credit)
        inFlight = UInt32(clamping: worker.inFlight)
        analysed = worker.analysed
        rate = WireClusterStatus.Rate(worker.rate)
        failures = worker.failures
        silence = UInt64(clamping: worker.silence)
        isLeaving = worker.isLeaving
    }

    fileprivate func worker() throws(MessageError) -> ClusterStatus.Worker {
        var worker = ClusterStatus.Worker()
        worker.id = try Wire.name(id, "a worker's id")
        worker.name = try Wire.name(name, "a worker's name")
        worker.softwareVersion = try Wire.name(softwareVersion, "a worker's version")
        worker.modelDigest = try Wire.name(modelDigest, "a worker's model")
        worker.connected = try Wire.milliseconds(connected, "a worker's time")
        worker.capacity = try Wire.count(capacity, "a worker's capacity")
        worker.credit = try Wire.count(credit, "a worker's credit")
        worker.inFlight = try Wire.count(inFlight, "a worker's sections")
        worker.analysed = analysed
        worker.rate = try rate.rate()
        worker.failures = failures
        worker.silence = try Wire.milliseconds(silence, "a worker's silence")
        worker.isLeaving = isLeaving
        return worker
    }
}

extension WireClusterStatus.DepartedWorker {
    fileprivate init(_ worker: ClusterStatus.DepartedWorker) {
        self.init()
        id = worker.id
        name = worker.name
        cause = Cause(rawValue: Int(worker.cause.rawValue)) ?? .unspecified
        ago = UInt64(clamping: worker.ago)
        analysed = worker.analysed
        failures = worker.failures
    }

    fileprivate func worker() throws(MessageError) -> ClusterStatus.DepartedWorker {
        var worker = ClusterStatus.DepartedWorker()
        worker.id = try Wire.name(id, "a worker's id")
        worker.name = try Wire.name(name, "a worker's name")
        guard let cause = ClusterStatus.DepartedWorker.Cause(rawValue: UInt8(clamping: self.cause.rawValue)) else {
            throw MessageError("why a worker left is unknown (\(self.cause.rawValue))")
        }
        worker.cause = cause
        worker.ago = try Wire.milliseconds(ago, "a worker's departure")
        worker.analysed = analysed
        worker.failures = failures
        return worker
    }
}

extension WireClusterStatus.Sink {
    fileprivate init(_ sink: ClusterStatus.Sink) {
        self.init()
        softwareVersion = sink.softwareVersion
        modelDigest = sink.modelDigest
        incarnation = sink.incarnation
        connected = UInt64(clamping: sink.connected)
        silence = UInt64(clamping: sink.silence)
        isLeaving = sink.isLeaving
        openArticles = UInt64(clamping: sink.openArticles)
        reportsPending = UInt64(clamping: sink.reportsPending)
    }

    fileprivate func sink(_ name: String, at endpoint: String) throws(MessageError) -> ClusterStatus.Sink {
        var sink = ClusterStatus.Sink()
        sink.name = try Wire.name(name, "the sink's name")
        sink.endpoint = try Wire.name(endpoint, "the sink's endpoint")
        sink.softwareVersion = try Wire.name(softwareVersion, "the sink's version")
        sink.modelDigest = try Wire.name(modelDigest, "the sink's model")
        sink.incarnation = incarnation
        sink.connected = try Wire.milliseconds(connected, "the sink's time")
        sink.silence = try Wire.milliseconds(silence, "the sink's silence")
        sink.isLeaving = isLeaving
        sink.openArticles = try Wire.count(openArticles, "articles at the sink")
        sink.reportsPending = try Wire.count(reportsPending, "reports at the sink")
        return sink
    }
}

extension WireClusterStatus.ArticleUnderWay {
    fileprivate init(_ article: ClusterStatus.ArticleUnderWay) {
        self.init()
        id = Wire.data(article.id)
        name = article.name
        if let age = article.age { self.age = UInt64(clamping: age) }
        open = UInt64(clamping: article.open)
        sectionsDone = UInt32(clamping: article.sectionsDone)
        sections = UInt32(clamping: article.sections)
        failedAttempts = UInt32(clamping: article.failedAttempts)
    }

    fileprivate func article() throws(MessageError) -> ClusterStatus.ArticleUnderWay {
        var article = ClusterStatus.ArticleUnderWay(id: try Wire.articleID(id))
        article.name = try Wire.name(name, "an article's name")
        article.age = hasAge ? try Wire.milliseconds(age, "an article's age") : nil
        article.open = try Wire.milliseconds(open, "an article's time")
        article.sectionsDone = try Wire.count(sectionsDone, "an article's sections")
        article.sections = try Wire.count(sections, "an article's sections")
        article.failedAttempts = try Wire.count(failedAttempts, "an article's attempts")
        return article
    }
}

extension WireClusterStatus.SectionUnderWay {
    fileprivate init(_ section: ClusterStatus.SectionUnderWay) {
        self.init()
        id = WireSectionID(section.id)
        worker = section.worker
        age = UInt64(clamping: section.age)
        isAnalysed = section.isAnalysed
        failedAttempts = UInt32(clamping: section.failedAttempts)
    }

    fileprivate func section() throws(MessageError) -> ClusterStatus.SectionUnderWay {
        var section = ClusterStatus.SectionUnderWay(id: try id.sectionID())
        section.worker = try Wire.name(worker, "a worker's name")
        section.age = try Wire.milliseconds(age, "a section's age")
        section.isAnalysed = isAnalysed
        section.failedAttempts = try Wire.count(failedAttempts, "a section's attempts")
        return section
    }
}

extension WireClusterStatus.Event {
    fileprivate init(_ event: ClusterStatus.Event) {
        self.init()
        switch event.event.level {
        case .debug, .info, .notice: level = .notice
        case .warning: level = .warning
        case .error: level = .error
        }
        message = event.event.message
        details = event.event.details.map { key, value in
            var detail = Detail()
            detail.key = key
            detail.value = value
            return detail
        }
        age = UInt64(clamping: event.age)
        count = UInt64(clamping: event.count)
    }

    fileprivate func event() throws(MessageError) -> ClusterStatus.Event {
        let level: LogEvent.Level
        switch self.level {
        case .unspecified, .notice: level = .notice
        case .warning: level = .warning
        case .error: level = .error
        case .UNRECOGNIZED(let raw): throw MessageError("an event's level is unknown (\(raw))")
        }
        var event = LogEvent(level, try Wire.reason(message))
        event.details = try Wire.list(details, "an event's details") { detail throws(MessageError) in
            (key: try Wire.name(detail.key, "a detail's name"), value: try Wire.reason(detail.value))
        }
        return ClusterStatus.Event(
            event,
            age: try Wire.milliseconds(age, "an event's age"),
            count: try Wire.count(count, upTo: .max, "how often an event happened")
        )
    }
}
