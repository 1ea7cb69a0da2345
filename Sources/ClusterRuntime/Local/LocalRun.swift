internal import Articles
internal import Cluster
internal import DequeModule

/// One input on its way through a cluster in this process: what is under way, and what waits for its turn to be handed
/// out in the order of the input.
struct LocalRun {
    /// What the cluster's threads tell.
    enum Event: Sendable {
        case report(ReportEvent)
        /// A role has ended before it was asked to.
        case ended(String, RoleError?)
    }

    private enum Place {
        case done(LocalOutcome)
        case waiting(ArticleID)
    }

    private static let articlesInBatch = 64
    private static let bytesInBatch = 1 << 20

    let client: ClusterClient
    let events: WorkQueue<Event>
    /// How many articles, and bytes of text, may be under way.
    let articles: Int
    let bytes: Int

    private var places: Deque<Place> = []
    private var reports: [ArticleID: LocalOutcome] = [:]
    private var sizes: [ArticleID: Int] = [:]
    private var bytesUnderWay = 0

    init(client: ClusterClient, events: WorkQueue<Event>, articles: Int, bytes: Int) {
        self.client = client
        self.events = events
        self.articles = articles
        self.bytes = bytes
    }

    mutating func run(
        _ next: () -> Article?,
        _ outcome: (LocalOutcome) -> Void
    ) throws(LocalClusterError) {
        while true {
            let batch = take(next)
            guard !batch.isEmpty else { break }
            try submit(batch)
            handOut(outcome)
            while places.count >= articles || bytesUnderWay >= bytes { try waitForReports(outcome) }
        }
        while !places.isEmpty { try waitForReports(outcome) }
    }

    private func take(_ next: () -> Article?) -> [Article] {
        var batch: [Article] = []
        var size = 0
        while batch.count < min(Self.articlesInBatch, articles), size < Self.bytesInBatch, let article = next() {
            size += article.text.utf8.count
            batch.append(article)
        }
        return batch
    }

    private mutating func submit(_ batch: [Article]) throws(LocalClusterError) {
        let outcomes: [SubmissionOutcome]
        do throws(ClientError) { outcomes = try client.submit(batch) } catch { throw .client(error) }
        for (article, outcome) in zip(batch, outcomes) {
            switch outcome {
            case .refused(let reason): places.append(.done(.refused(reason: reason)))
            case .accepted(let acceptance) where !acceptance.isNew: places.append(.done(.repeated(acceptance.id)))
            case .accepted(let acceptance):
                places.append(.waiting(acceptance.id))
                sizes[acceptance.id] = article.text.utf8.count
                bytesUnderWay += article.text.utf8.count
            }
        }
    }

    private mutating func waitForReports(_ outcome: (LocalOutcome) -> Void) throws(LocalClusterError) {
        for event in events.takeAll() ?? [] {
            switch event {
            case .report(.written(let id, let bytes, let missing)):
                reports[id] = .reported(id, bytes: bytes, missingSections: missing)
            case .report(.failed(let id, let reason)): throw .report(id, reason: reason)
            case .ended(let role, let error): throw .role(error ?? .start(reason: "the \(role) has ended"))
            }
        }
        handOut(outcome)
    }

    private mutating func handOut(_ outcome: (LocalOutcome) -> Void) {
        while let place = places.first {
            switch place {
            case .done(let done): outcome(done)
            case .waiting(let id):
                guard let report = reports.removeValue(forKey: id) else { return }
                bytesUnderWay -= sizes.removeValue(forKey: id) ?? 0
                outcome(report)
            }
            places.removeFirst()
        }
    }
}
