package import Articles

/// What a client asks of the producer. `request` is the client's number for the question; the answer bears it.
package enum ClientToProducer: Sendable, Equatable {
    /// Answered when the articles are on disk. Submitting again what is known is answered the same way, and may move
    /// forward what still waits.
    case submit(request: UInt64, [Article], priority: Priority = .normal)
    /// Answered as soon as one of these is settled (reported, partial, cancelled, unknown) or `timeout` milliseconds are
    /// over, with the states of all of them. At most ``ClusterLimits/awaitedArticles`` ids.
    case await(request: UInt64, [ArticleID], timeout: Int)
    case status(request: UInt64)
    /// A page of the journal, newest first; `state` filters, and `before` (``JobsPage/last`` of another page) leaves out
    /// that page and what is newer, whatever has come in since. Of titles and sources there is as much as
    /// ``ClusterLimits/listedField`` allows; `show` has all of it.
    case jobs(request: UInt64, state: JobState?, before: UInt64? = nil, offset: Int = 0, limit: Int)
    case show(request: UInt64, ArticleID)
    case fetchReport(request: UInt64, ArticleID)
    /// Articles that are partial or cancelled are computed again.
    case retry(request: UInt64, [ArticleID])
    case cancel(request: UInt64, [ArticleID])
    /// No more submissions; what was accepted is finished. Answered when it is.
    case drain(request: UInt64)
    /// Ends a drain: submissions are taken again.
    case resume(request: UInt64)
}

package enum ProducerToClient: Sendable, Equatable {
    /// One element for each article, in the order of the question. `isNew` is false for what was known already.
    case accepted(request: UInt64, [Acceptance])
    /// Nothing of the request was taken: come back after `retryAfter` milliseconds.
    case busy(request: UInt64, reason: String, retryAfter: Int)
    case states(request: UInt64, [JobState?])
    case status(request: UInt64, ClusterStatus)
    case jobs(request: UInt64, JobsPage)
    case job(request: UInt64, Job?)
    case report(request: UInt64, bytes: [UInt8]?)
    case done(request: UInt64, count: Int)
    /// The question can't be answered: malformed, too large, another protocol version.
    case failed(request: UInt64, reason: String)
}

package struct Acceptance: Sendable, Equatable {
    package var id: ArticleID
    package var isNew: Bool
    package init(id: ArticleID, isNew: Bool) {
        self.id = id
        self.isNew = isNew
    }
}

/// Where an article is in its life. The raw values are those of the journal.
package enum JobState: UInt8, Sendable, Hashable, CaseIterable {
    /// On disk, not reported.
    case waiting = 0
    case reported = 1
    /// Reported without some of its sections.
    case partial = 2
    case cancelled = 3

    /// As commands, their JSON and addresses name it.
    package var label: String {
        switch self {
        case .waiting: "waiting"
        case .reported: "reported"
        case .partial: "partial"
        case .cancelled: "cancelled"
        }
    }

    package init?(label: String) {
        guard let state = Self.allCases.first(where: { $0.label == label }) else { return nil }
        self = state
    }
}

/// Articles that the journal knows, newest first: some of them, one after the other.
package struct JobsPage: Sendable, Equatable {
    package var jobs: [Job]
    /// The place of the last of them in the order in which articles came; `nil` where there is none, and from a producer of
    /// a version that does not say it.
    package var last: UInt64?

    package init(_ jobs: [Job] = [], last: UInt64? = nil) {
        self.jobs = jobs
        self.last = last
    }
}

/// One article as the journal knows it, and what the producer knows of one that waits.
package struct Job: Sendable, Equatable {
    /// What has gone wrong with an article that waits, since the producer began.
    package struct Trouble: Sendable, Equatable, Encodable {
        /// Sinks that died with it and nothing else.
        package var sinkDeaths = 0
        /// Attempts at its sections that failed: a worker died with one, or went silent.
        package var failedAttempts = 0
        /// Milliseconds until it is tried again; 0: when its turn comes.
        package var pause = 0

        package init() {}

        /// As programs are told, by commands and by the console.
        private enum CodingKeys: String, CodingKey {
            case sinkDeaths, failedAttempts
            case pause = "pauseMilliseconds"
        }

        /// `nil` where nothing has gone wrong.
        package var ifAny: Trouble? { self == Trouble() ? nil : self }
    }

    package var id: ArticleID
    package var state: JobState
    package var title: String?
    package var source: String?
    /// Milliseconds since 1970.
    package var submittedAt: Int64
    package var settledAt: Int64?
    package var missingSections: Int
    package var trouble = Trouble()

    package init(
        id: ArticleID,
        state: JobState,
        title: String?,
        source: String?,
        submittedAt: Int64,
        settledAt: Int64?,
        missingSections: Int
    ) {
        self.id = id
        self.state = state
        self.title = title
        self.source = source
        self.submittedAt = submittedAt
        self.settledAt = settledAt
        self.missingSections = missingSections
    }
}
