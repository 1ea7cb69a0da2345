internal import Articles

extension ProducerStateMachine {
    /// So many of the slowest are named.
    private static let slowest = 8

    /// What the cluster was doing at the last event, with the journal's numbers as the loop last told them.
    /// O(sections that are open).
    package var status: ClusterStatus {
        let journal = surroundings.journal ?? .init()
        return status(
            waiting: journal.waiting,
            reported: journal.reported,
            partial: journal.partial,
            cancelled: journal.cancelled
        )
    }

    /// The latencies since start, in full.
    package var articleLatencies: LatencyHistogram { statistics.articleLatency.all }
    package var sectionLatencies: LatencyHistogram { statistics.sectionLatency.all }

    /// Since the start.
    package var counts: ClusterStatus.Counts {
        var counts = statistics.counts
        counts.connectionsRefused = surroundings.connectionsRefused
        counts.handshakesFailed = surroundings.handshakesFailed
        counts.messagesUnreadable = surroundings.messagesUnreadable
        return counts
    }

    var sinkArticles: Int { articles.count(where: \.isAtSink) }
    var reportsPending: Int { articles.count { $0.stage == .opened && $0.progress.isComplete } }

    func status(waiting: Int, reported: Int, partial: Int, cancelled: Int) -> ClusterStatus {
        var status = ClusterStatus()
        status.name = introduction.name
        status.softwareVersion = introduction.softwareVersion
        status.modelDigest = introduction.modelDigest
        status.incarnation = incarnation
        status.isDraining = isDraining
        status.waiting = waiting
        status.reported = reported
        status.partial = partial
        status.cancelled = cancelled
        status.open = articles.count
        status.sectionsPending = articles.pendingCount
        status.sectionsInFlight = articles.leasedCount
        status.sectionsRetried = sectionsRetried
        statistics.fill(&status, at: now)
        status.counts = counts
        status.oldestWaiting = surroundings.journal?.oldestWaiting
        status.journal = surroundings.journal?.space ?? .init()
        status.workers = workers.all.map(worker)
        status.sink = sink.flatMap { $0.isSynced ? summary(of: $0) : nil }
        status.slowestArticles = articles.oldest(Self.slowest).map(underWay)
        status.slowestSections = slowestSections()
        return status
    }

    private func worker(_ session: WorkerSession) -> ClusterStatus.Worker {
        let record = statistics.workers[session.number]
        let analysed = (record?.analysedBefore ?? 0) + session.analysed
        var worker = ClusterStatus.Worker()
        worker.id = record?.publicName ?? session.peer.publicName
        worker.name = session.name
        // Who has another version or model is not let in.
        worker.softwareVersion = session.softwareVersion
        worker.modelDigest = introduction.modelDigest
        worker.connected = record.map { (now - $0.joinedAt).milliseconds } ?? 0
        worker.capacity = session.capacity
        worker.credit = session.credit
        worker.inFlight = session.leases.count
        worker.analysed = analysed
        worker.rate = record?.history.rate(analysed, at: now) ?? .init()
        worker.failures = record?.failures ?? 0
        worker.silence = (now - session.lastHeard).milliseconds
        worker.isLeaving = session.isLeaving
        return worker
    }

    private func summary(of session: SinkSession) -> ClusterStatus.Sink {
        var sink = ClusterStatus.Sink()
        sink.name = session.name
        sink.endpoint = session.location.endpoint
        sink.softwareVersion = session.softwareVersion
        sink.modelDigest = introduction.modelDigest
        sink.incarnation = session.location.incarnation
        sink.connected = (now - session.joinedAt).milliseconds
        sink.silence = (now - session.lastHeard).milliseconds
        sink.isLeaving = session.isLeaving
        sink.openArticles = sinkArticles
        sink.reportsPending = reportsPending
        return sink
    }

    private func underWay(_ article: OpenArticle) -> ClusterStatus.ArticleUnderWay {
        var entry = ClusterStatus.ArticleUnderWay(id: article.id)
        let name = article.outline.article.title ?? article.outline.article.source ?? ""
        entry.name = name.utf8.count > 256 ? String(name.unicodeScalars.prefix(64)) + "…" : name
        entry.age = article.acceptedAt.map { (now - $0).milliseconds }
        entry.open = (now - article.loadedAt).milliseconds
        entry.sectionsDone = article.progress.done
        entry.sections = article.progress.all
        entry.failedAttempts = article.failedAttempts
        return entry
    }

    private func slowestSections() -> [ClusterStatus.SectionUnderWay] {
        let oldest = workers.all.flatMap { worker in
            worker.leases.oldest(Self.slowest).map { (worker: worker, number: $0.number, lease: $0.element) }
        }
        return oldest.sorted { $0.lease.since < $1.lease.since }.prefix(Self.slowest).map { entry in
            var section = ClusterStatus.SectionUnderWay(id: entry.lease.section)
            section.worker = entry.worker.name
            section.age = (now - entry.lease.since).milliseconds
            section.isAnalysed = entry.number <= entry.worker.analysed
            section.failedAttempts = articles[section.id.article]?.attempts(of: section.id.index) ?? 0
            return section
        }
    }
}
