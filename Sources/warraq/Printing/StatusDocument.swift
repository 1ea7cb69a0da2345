import Articles
import Cluster

/// ``ClusterStatus`` as JSON. `queue` and `workers.connected` are what an autoscaler reads. Times are in the unit that
/// their name ends with; rates are numbers a second.
struct StatusDocument: Encodable, Sendable {
    struct Articles: Encodable, Sendable {
        var waiting, open, reported, partial, cancelled: Int
        var oldestWaitingMilliseconds: Int?
    }
    struct Queue: Encodable, Sendable { var pending, inFlight: Int; var retried: UInt64 }
    struct Rate: Encodable, Sendable {
        var tenSeconds, minute: Double

        init(_ rate: ClusterStatus.Rate) {
            tenSeconds = Self.rounded(rate.tenSeconds)
            minute = Self.rounded(rate.minute)
        }

        private static func rounded(_ rate: Double) -> Double { (rate * 100).rounded() / 100 }
    }
    struct Rates: Encodable, Sendable { var articlesAccepted, articlesReported, sections: Rate }
    struct Quantiles: Encodable, Sendable {
        var count: UInt64
        var p50Seconds, p95Seconds, p99Seconds, longestSeconds: Double

        init(_ quantiles: ClusterStatus.Quantiles) {
            count = quantiles.count
            p50Seconds = Self.seconds(quantiles.p50)
            p95Seconds = Self.seconds(quantiles.p95)
            p99Seconds = Self.seconds(quantiles.p99)
            longestSeconds = Self.seconds(quantiles.longest)
        }

        private static func seconds(_ span: TimeSpan) -> Double { Double(span.nanoseconds / 1000) / 1e6 }
    }
    struct Latency: Encodable, Sendable {
        var lastMinute, sinceStart: Quantiles

        init(_ latency: ClusterStatus.Latency) {
            lastMinute = Quantiles(latency.minute)
            sinceStart = Quantiles(latency.all)
        }
    }
    struct Latencies: Encodable, Sendable { var articles, sections: Latency }
    struct Worker: Encodable, Sendable {
        var id, name, version, model: String
        var connectedMilliseconds: Int
        var capacity, credit, inFlight: Int
        var analysed: UInt64
        var rate: Rate
        var failures: UInt64
        var silenceMilliseconds: Int
        var isLeaving: Bool
    }
    struct Departed: Encodable, Sendable {
        var id, name, cause: String
        var agoMilliseconds: Int
        var analysed, failures: UInt64
    }
    struct Workers: Encodable, Sendable { var connected: Int; var list: [Worker]; var departed: [Departed] }
    struct Sink: Encodable, Sendable {
        var name, endpoint, version, model: String
        /// In hexadecimal: JSON's numbers are not exact beyond 2^53 for all who read them.
        var incarnation: String
        var connectedMilliseconds, silenceMilliseconds: Int
        var isLeaving: Bool
        var openArticles, reportsPending: Int
    }
    struct Journal: Encodable, Sendable { var bytes, freeBytes: Int }
    struct SlowArticle: Encodable, Sendable {
        var id, name: String
        var ageMilliseconds: Int?
        var openMilliseconds, sectionsDone, sections, failedAttempts: Int
    }
    struct SlowSection: Encodable, Sendable {
        var article: String
        var section: Int
        var worker: String
        var ageMilliseconds: Int
        var isAnalysed: Bool
        var failedAttempts: Int
    }
    struct Slowest: Encodable, Sendable { var articles: [SlowArticle]; var sections: [SlowSection] }
    struct Event: Encodable, Sendable {
        var level, message: String
        var details: [String: String]
        var ageMilliseconds, count: Int
    }

    var producer: String
    var version: String
    var model: String
    var uptimeMilliseconds: Int
    var isDraining: Bool
    var articles: Articles
    var queue: Queue
    var sinceStart: [String: UInt64]
    var rates: Rates
    var latency: Latencies
    var workers: Workers
    var sink: Sink?
    var journal: Journal
    var slowest: Slowest
    var events: [Event]

    init(_ status: ClusterStatus) {
        producer = status.name
        version = status.softwareVersion
        model = status.modelDigest
        uptimeMilliseconds = status.uptime
        isDraining = status.isDraining
        articles = Articles(
            waiting: status.waiting,
            open: status.open,
            reported: status.reported,
            partial: status.partial,
            cancelled: status.cancelled,
            oldestWaitingMilliseconds: status.oldestWaiting
        )
        queue = Queue(
            pending: status.sectionsPending,
            inFlight: status.sectionsInFlight,
            retried: status.sectionsRetried
        )
        sinceStart = Dictionary(uniqueKeysWithValues: status.counts.named.map { ($0.name, $0.count) })
        rates = Rates(
            articlesAccepted: Rate(status.acceptedRate),
            articlesReported: Rate(status.reportedRate),
            sections: Rate(status.sectionRate)
        )
        latency = Latencies(articles: Latency(status.articleLatency), sections: Latency(status.sectionLatency))
        workers = Workers(
            connected: status.workers.count,
            list: status.workers.map(Worker.init),
            departed: status.departedWorkers.map(Departed.init)
        )
        sink = status.sink.map(Sink.init)
        journal = Journal(bytes: status.journal.bytes, freeBytes: status.journal.free)
        slowest = Slowest(
            articles: status.slowestArticles.map(SlowArticle.init),
            sections: status.slowestSections.map(SlowSection.init)
        )
        events = status.events.map(Event.init)
    }
}

extension StatusDocument.Worker {
    init(_ worker: ClusterStatus.Worker) {
        self.init(
            id: worker.id,
            name: worker.name,
            version: worker.softwareVersion,
            model: worker.modelDigest,
            connectedMilliseconds: worker.connected,
            capacity: worker.capacity,
            credit: worker.credit,
            inFlight: worker.inFlight,
            analysed: worker.analysed,
            rate: StatusDocument.Rate(worker.rate),
            failures: worker.failures,
            silenceMilliseconds: worker.silence,
            isLeaving: worker.isLeaving
        )
    }
}

extension StatusDocument.Departed {
    init(_ worker: ClusterStatus.DepartedWorker) {
        self.init(
            id: worker.id,
            name: worker.name,
            cause: worker.cause.name,
            agoMilliseconds: worker.ago,
            analysed: worker.analysed,
            failures: worker.failures
        )
    }
}

extension StatusDocument.Sink {
    init(_ sink: ClusterStatus.Sink) {
        self.init(
            name: sink.name,
            endpoint: sink.endpoint,
            version: sink.softwareVersion,
            model: sink.modelDigest,
            incarnation: String(sink.incarnation, radix: 16),
            connectedMilliseconds: sink.connected,
            silenceMilliseconds: sink.silence,
            isLeaving: sink.isLeaving,
            openArticles: sink.openArticles,
            reportsPending: sink.reportsPending
        )
    }
}

extension StatusDocument.SlowArticle {
    init(_ article: ClusterStatus.ArticleUnderWay) {
        self.init(
            id: article.id.description,
            name: article.name,
            ageMilliseconds: article.age,
            openMilliseconds: article.open,
            sectionsDone: article.sectionsDone,
            sections: article.sections,
            failedAttempts: article.failedAttempts
        )
    }
}

extension StatusDocument.SlowSection {
    init(_ section: ClusterStatus.SectionUnderWay) {
        self.init(
            article: section.id.article.description,
            section: section.id.index,
            worker: section.worker,
            ageMilliseconds: section.age,
            isAnalysed: section.isAnalysed,
            failedAttempts: section.failedAttempts
        )
    }
}

extension StatusDocument.Event {
    init(_ event: ClusterStatus.Event) {
        self.init(
            level: event.event.level.name,
            message: event.event.message,
            details: Dictionary(event.event.details.map { ($0.key, $0.value) }) { first, _ in first },
            ageMilliseconds: event.age,
            count: event.count
        )
    }
}
