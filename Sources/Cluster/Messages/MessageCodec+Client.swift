internal import Articles
internal import SwiftProtobuf

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension JobState {
    /// `nil` for the unspecified state, which means «any» in a question and «not known» in an answer.
    fileprivate init?(_ wire: WireJobState) throws(MessageError) {
        switch wire {
        case .unspecified: return nil
        case .waiting: self = .waiting
        case .reported: self = .reported
        case .partial: self = .partial
        case .cancelled: self = .cancelled
        case .UNRECOGNIZED(let raw): throw MessageError("an article's state is unknown (\(raw))")
        }
    }

    fileprivate static func wire(_ state: JobState?) -> WireJobState {
        switch state {
        case nil: .unspecified
        case .waiting: .waiting
        case .reported: .reported
        case .partial: .partial
        case .cancelled: .cancelled
        }
    }
}

extension Priority {
    fileprivate init(_ wire: WirePriority) throws(MessageError) {
        switch wire {
        case .unspecified, .normal: self = .normal
        case .low: self = .low
        case .high: self = .high
        case .UNRECOGNIZED(let raw): throw MessageError("a priority is unknown (\(raw))")
        }
    }

    fileprivate var wire: WirePriority {
        switch self {
        case .low: .low
        // What most submissions are costs no bytes.
        case .normal: .unspecified
        case .high: .high
        }
    }
}

extension WireJob {
    fileprivate init(_ job: Job) {
        self.init()
        id = Wire.data(job.id)
        state = JobState.wire(job.state)
        if let title = job.title { self.title = title }
        if let source = job.source { self.source = source }
        submittedAt = job.submittedAt
        if let settledAt = job.settledAt { self.settledAt = settledAt }
        missingSections = UInt32(clamping: job.missingSections)
        sinkDeaths = UInt32(clamping: job.trouble.sinkDeaths)
        failedAttempts = UInt32(clamping: job.trouble.failedAttempts)
        pause = UInt32(clamping: job.trouble.pause)
    }

    fileprivate func job() throws(MessageError) -> Job {
        guard let state = try JobState(state) else { throw MessageError("a job has no state") }
        var job = Job(
            id: try Wire.articleID(id),
            state: state,
            title: hasTitle ? title : nil,
            source: hasSource ? source : nil,
            submittedAt: submittedAt,
            settledAt: hasSettledAt ? settledAt : nil,
            missingSections: try Wire.count(missingSections, "missing sections")
        )
        job.trouble.sinkDeaths = try Wire.count(sinkDeaths, "deaths of sinks")
        job.trouble.failedAttempts = try Wire.count(failedAttempts, "failed attempts")
        job.trouble.pause = try Wire.count(pause, "milliseconds of a pause")
        return job
    }
}

extension WireClientToProducer {
    init(_ message: ClientToProducer) {
        self.init()
        func articles(_ ids: [ArticleID]) -> ArticleIDs {
            var articles = ArticleIDs()
            articles.ids = ids.map { Wire.data($0) }
            return articles
        }
        switch message {
        case .submit(let request, let articles, let priority):
            self.request = request
            var submit = Submit()
            submit.articles = articles.map { WireArticle($0) }
            submit.priority = priority.wire
            kind = .submit(submit)
        case .await(let request, let ids, let timeout):
            self.request = request
            var question = Await()
            question.ids = ids.map { Wire.data($0) }
            question.timeout = UInt32(clamping: timeout)
            kind = .await(question)
        case .status(let request):
            self.request = request
            kind = .status(WireEmpty())
        case .jobs(let request, let state, let before, let offset, let limit):
            self.request = request
            var jobs = Jobs()
            jobs.state = JobState.wire(state)
            jobs.before = before ?? 0
            jobs.offset = UInt64(clamping: offset)
            jobs.limit = UInt32(clamping: limit)
            kind = .jobs(jobs)
        case .show(let request, let id):
            self.request = request
            kind = .show(Wire.data(id))
        case .fetchReport(let request, let id):
            self.request = request
            kind = .fetchReport(Wire.data(id))
        case .retry(let request, let ids):
            self.request = request
            kind = .retry(articles(ids))
        case .cancel(let request, let ids):
            self.request = request
            kind = .cancel(articles(ids))
        case .drain(let request):
            self.request = request
            kind = .drain(WireEmpty())
        case .resume(let request):
            self.request = request
            kind = .resume(WireEmpty())
        }
    }

    func message() throws(MessageError) -> ClientToProducer {
        switch kind {
        case .submit(let submit):
            .submit(
                request: request,
                try Wire.list(submit.articles, upTo: WireLimits.articles, "articles in one submission") {
                    article throws(MessageError) in try article.article()
                },
                priority: try Priority(submit.priority)
            )
        case .await(let question):
            .await(
                request: request,
                try Wire.articleIDs(question.ids, upTo: ClusterLimits.awaitedArticles),
                timeout: try Wire.count(question.timeout, upTo: WireLimits.milliseconds, "the time-out")
            )
        case .status: .status(request: request)
        case .jobs(let jobs):
            .jobs(
                request: request,
                state: try JobState(jobs.state),
                before: jobs.before == 0 ? nil : jobs.before,
                offset: try Wire.count(jobs.offset, "the offset"),
                limit: try Wire.count(jobs.limit, upTo: ClusterLimits.jobsPerPage, "jobs on one page")
            )
        case .show(let id): .show(request: request, try Wire.articleID(id))
        case .fetchReport(let id): .fetchReport(request: request, try Wire.articleID(id))
        case .retry(let articles): .retry(request: request, try Wire.articleIDs(articles.ids))
        case .cancel(let articles): .cancel(request: request, try Wire.articleIDs(articles.ids))
        case .drain: .drain(request: request)
        case .resume: .resume(request: request)
        case nil: throw MessageError("the question is not known here")
        }
    }
}

extension WireProducerToClient {
    init(_ message: ProducerToClient) {
        self.init()
        switch message {
        case .accepted(let request, let list):
            self.request = request
            var accepted = Accepted()
            accepted.acceptances = list.map { element in
                var acceptance = Acceptance()
                acceptance.id = Wire.data(element.id)
                acceptance.isNew = element.isNew
                return acceptance
            }
            kind = .accepted(accepted)
        case .busy(let request, let reason, let retryAfter):
            self.request = request
            var busy = Busy()
            busy.reason = Wire.cut(reason)
            busy.retryAfter = UInt32(clamping: retryAfter)
            kind = .busy(busy)
        case .states(let request, let list):
            self.request = request
            var states = States()
            states.states = list.map { JobState.wire($0) }
            kind = .states(states)
        case .status(let request, let status):
            self.request = request
            kind = .status(WireClusterStatus(status))
        case .jobs(let request, let page):
            self.request = request
            var jobs = Jobs()
            jobs.jobs = page.jobs.map { WireJob($0) }
            jobs.last = page.last ?? 0
            kind = .jobs(jobs)
        case .job(let request, let one):
            self.request = request
            var job = OneJob()
            if let one { job.job = WireJob(one) }
            kind = .job(job)
        case .report(let request, let bytes):
            self.request = request
            var report = Report()
            if let bytes { report.bytes = Data(bytes) }
            kind = .report(report)
        case .done(let request, let count):
            self.request = request
            kind = .done(UInt64(clamping: count))
        case .failed(let request, let reason):
            self.request = request
            kind = .failed(Wire.cut(reason))
        }
    }

    func message() throws(MessageError) -> ProducerToClient {
        switch kind {
        case .accepted(let accepted):
            .accepted(
                request: request,
                try Wire.list(accepted.acceptances, "acceptances") { element throws(MessageError) in
                    Cluster.Acceptance(id: try Wire.articleID(element.id), isNew: element.isNew)
                }
            )
        case .busy(let busy):
            .busy(
                request: request,
                reason: try Wire.reason(busy.reason),
                retryAfter: try Wire.count(busy.retryAfter, upTo: WireLimits.milliseconds, "the time to wait")
            )
        case .states(let states):
            .states(
                request: request,
                try Wire.list(states.states, "states") { state throws(MessageError) in try JobState(state) }
            )
        case .status(let status): .status(request: request, try status.status())
        case .jobs(let jobs):
            .jobs(
                request: request,
                JobsPage(
                    try Wire.list(jobs.jobs, "jobs") { job throws(MessageError) in try job.job() },
                    last: jobs.last == 0 ? nil : jobs.last
                )
            )
        case .job(let job): .job(request: request, job.hasJob ? try job.job.job() : nil)
        case .report(let report): .report(request: request, bytes: report.hasBytes ? Array(report.bytes) : nil)
        case .done(let count): .done(request: request, count: try Wire.count(count, "the count"))
        case .failed(let reason): .failed(request: request, reason: try Wire.reason(reason))
        case nil: throw MessageError("the producer's answer has no content that is known")
        }
    }
}
