import Articles
import Cluster

extension RandomMessages {
    private mutating func time() -> Int { number(0...(flag() ? 10_000 : 1 << 50)) }
    private mutating func size() -> Int { number(0...1000) }

    private mutating func rate() -> ClusterStatus.Rate {
        ClusterStatus.Rate(tenSeconds: Double(number(0...1_000_000)) / 7, minute: Double(number(0...1_000_000)) / 7)
    }

    private mutating func quantiles() -> ClusterStatus.Quantiles {
        func span() -> TimeSpan { TimeSpan(nanoseconds: Int64(time()) * 1000) }
        var quantiles = ClusterStatus.Quantiles()
        quantiles.count = word()
        (quantiles.p50, quantiles.p95, quantiles.p99, quantiles.longest) = (span(), span(), span(), span())
        return quantiles
    }

    private mutating func latency() -> ClusterStatus.Latency {
        var latency = ClusterStatus.Latency()
        (latency.minute, latency.all) = (quantiles(), quantiles())
        return latency
    }

    private mutating func counts() -> ClusterStatus.Counts {
        var counts = ClusterStatus.Counts()
        (counts.articlesAccepted, counts.articlesKnown, counts.articlesReported) = (word(), word(), word())
        (counts.articlesPartial, counts.articlesCancelled, counts.sectionsReceived) = (word(), word(), word())
        (counts.sectionsHandedOut, counts.sectionsFailed, counts.sectionsRejected) = (word(), word(), word())
        (counts.sectionsGivenUp, counts.leasesExpired, counts.leasesBroken) = (word(), word(), word())
        (counts.workersLost, counts.sinksLost, counts.peersRefused) = (word(), word(), word())
        (counts.connectionsRefused, counts.handshakesFailed, counts.messagesUnreadable) = (word(), word(), word())
        (counts.messagesDropped, counts.reportsFailed, counts.journalFailures) = (word(), word(), word())
        counts.busyAnswers = word()
        return counts
    }

    private mutating func worker() -> ClusterStatus.Worker {
        var worker = ClusterStatus.Worker()
        (worker.id, worker.name, worker.softwareVersion, worker.modelDigest) = (text(), text(), text(), text())
        (worker.connected, worker.capacity, worker.credit, worker.inFlight) = (time(), size(), size(), size())
        (worker.analysed, worker.rate, worker.failures) = (word(), rate(), word())
        (worker.silence, worker.isLeaving) = (time(), flag())
        return worker
    }

    private mutating func departed() -> ClusterStatus.DepartedWorker {
        var worker = ClusterStatus.DepartedWorker()
        (worker.id, worker.name, worker.ago, worker.analysed, worker.failures) = (
            text(), text(), time(), word(), word()
        )
        worker.cause = ClusterStatus.DepartedWorker.Cause.allCases[number(0...3)]
        return worker
    }

    private mutating func sink() -> ClusterStatus.Sink {
        var sink = ClusterStatus.Sink()
        (sink.name, sink.endpoint, sink.softwareVersion, sink.modelDigest) = (text(), text(), text(), text())
        (sink.incarnation, sink.connected, sink.silence, sink.isLeaving) = (word(), time(), time(), flag())
        (sink.openArticles, sink.reportsPending) = (size(), size())
        return sink
    }

    private mutating func slowArticle() -> ClusterStatus.ArticleUnderWay {
        var article = ClusterStatus.ArticleUnderWay(id: id())
        (article.name, article.age, article.open) = (text(), optional { $0.time() }, time())
        (article.sectionsDone, article.sections, article.failedAttempts) = (size(), size(), size())
        return article
    }

    private mutating func slowSection() -> ClusterStatus.SectionUnderWay {
        var entry = ClusterStatus.SectionUnderWay(id: section())
        (entry.worker, entry.age, entry.isAnalysed, entry.failedAttempts) = (text(), time(), flag(), size())
        return entry
    }

    private mutating func event() -> ClusterStatus.Event {
        let levels: [LogEvent.Level] = [.notice, .warning, .error]
        var event = LogEvent(levels[number(0...2)], text())
        event.details = list { (key: $0.text(), value: $0.text()) }
        return ClusterStatus.Event(event, age: time(), count: size())
    }

    mutating func status() -> ClusterStatus {
        var status = ClusterStatus()
        (status.name, status.softwareVersion, status.modelDigest) = (text(), text(), text())
        (status.incarnation, status.uptime, status.isDraining) = (word(), time(), flag())
        (status.waiting, status.reported, status.partial, status.cancelled) = (size(), size(), size(), size())
        (status.open, status.oldestWaiting) = (size(), optional { $0.time() })
        (status.sectionsPending, status.sectionsInFlight, status.sectionsRetried) = (size(), size(), word())
        status.counts = counts()
        (status.acceptedRate, status.reportedRate, status.sectionRate) = (rate(), rate(), rate())
        (status.articleLatency, status.sectionLatency) = (latency(), latency())
        status.slowestArticles = list { $0.slowArticle() }
        status.slowestSections = list { $0.slowSection() }
        status.workers = list { $0.worker() }
        status.departedWorkers = list { $0.departed() }
        status.sink = optional { $0.sink() }
        (status.journal.bytes, status.journal.free) = (time(), time())
        status.events = list { $0.event() }
        return status
    }
}
