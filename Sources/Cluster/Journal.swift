package import Articles

/// What the producer asks of its journal. Requests are answered in order; several are committed as one transaction, and
/// an answer means that it is on disk. Settlements may be synced later: those that are lost are waiting again.
package enum JournalRequest: Sendable, Equatable {
    /// Stores articles as waiting. One that is known and waiting stays, or moves forward where this submission would
    /// have it sooner; one that is settled becomes waiting again
    /// and, if its report was made by `modelDigest` whole, keeps it.
    case store(ticket: UInt64, [StoredArticle], modelDigest: String)
    /// Waiting articles that were not loaded since this producer started, at most so many and so large (at least one,
    /// if any waits): the highest priority first, within it one of each submitter in turn, of each the oldest first.
    case load(ticket: UInt64, count: Int, bytes: Int)
    case settle(ticket: UInt64, [ReportedArticle], modelDigest: String)
    case states(ticket: UInt64, [ArticleID])
    /// See ``ClientToProducer/jobs(request:state:before:offset:limit:)``.
    case jobs(ticket: UInt64, state: JobState?, before: UInt64? = nil, offset: Int = 0, limit: Int)
    case job(ticket: UInt64, ArticleID)
    case retry(ticket: UInt64, [ArticleID])
    case cancel(ticket: UInt64, [ArticleID])
    case counts(ticket: UInt64)

    /// By which the answer is known.
    package var ticket: UInt64 {
        switch self {
        case .store(let ticket, _, _), .load(let ticket, _, _), .settle(let ticket, _, _), .states(let ticket, _),
            .jobs(let ticket, _, _, _, _), .job(let ticket, _), .retry(let ticket, _), .cancel(let ticket, _),
            .counts(let ticket):
            ticket
        }
    }
}

package struct StoredArticle: Sendable, Equatable {
    package var id: ArticleID
    package var article: Article
    /// Submitted again after it was reported whole by this model: the report is kept, if that model is still the one.
    package var keepsReportOf: String?
    package var submitter: Submitter
    package var priority: Priority
    /// How long ago the journal took it, when it is loaded; `nil` where that says nothing: it was retried.
    package var waited: TimeSpan?

    package init(
        id: ArticleID,
        article: Article,
        keepsReportOf: String? = nil,
        submitter: Submitter = .nobody,
        priority: Priority = .normal,
        waited: TimeSpan? = nil
    ) {
        self.id = id
        self.article = article
        self.keepsReportOf = keepsReportOf
        self.submitter = submitter
        self.priority = priority
        self.waited = waited
    }
}

package enum JournalAnswer: Sendable, Equatable {
    case stored(ticket: UInt64, [Acceptance])
    /// `remaining`: how many more are waiting and not loaded.
    case loaded(ticket: UInt64, [StoredArticle], remaining: Int)
    case settled(ticket: UInt64)
    case states(ticket: UInt64, [JobState?])
    case jobs(ticket: UInt64, JobsPage)
    case job(ticket: UInt64, Job?)
    case retried(ticket: UInt64, count: Int)
    /// The ids that were cancelled.
    case cancelled(ticket: UInt64, [ArticleID])
    case counts(ticket: UInt64, waiting: Int, reported: Int, partial: Int, cancelled: Int)
    /// Nothing of the request was done (a full disk, a broken file).
    case failed(ticket: UInt64, reason: String)
}
