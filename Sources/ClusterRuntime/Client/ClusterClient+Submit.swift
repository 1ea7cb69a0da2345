package import Articles
package import Cluster
internal import DequeModule

/// What became of an article that was submitted.
package enum SubmissionOutcome: Sendable, Equatable {
    /// It is on the producer's disk.
    case accepted(Acceptance)
    /// The cluster does not take it, and why.
    case refused(reason: String)
}

extension ClusterClient {
    /// Cuts what comes into batches. A large article goes alone.
    private struct Source {
        let next: () -> Article?
        var held: Article?
        var isAtEnd = false

        init(next: @escaping () -> Article?) { self.next = next }

        var isOver: Bool { isAtEnd && held == nil }

        mutating func takeBatch() -> [Article] {
            var batch: [Article] = []
            var bytes = 0
            while batch.count < articlesInBatch, let article = held ?? next() {
                held = nil
                bytes += size([article])
                if bytes > bytesInBatch, !batch.isEmpty {
                    held = article
                    return batch
                }
                batch.append(article)
            }
            isAtEnd = batch.count < articlesInBatch
            return batch
        }
    }

    private struct Batch {
        var articles: [Article]
        var request: UInt64
        /// `nil` until it is answered.
        var outcomes: [SubmissionOutcome]?

        func tell(_ outcome: (Article, SubmissionOutcome) -> Void) {
            for (article, result) in zip(articles, outcomes ?? []) { outcome(article, result) }
        }
    }

    private static let articlesInBatch = 64
    private static let bytesInBatch = 1 << 20
    private static let batchesUnderWay = 16
    /// What is under way is kept to be sent again.
    private static let bytesUnderWay = 8 << 20
    /// Room for what a message has beside an article's text.
    private static let largestArticle = ClusterLimits.messageSize - (1 << 20)

    /// Submits articles; several batches are under way at a time.
    ///
    /// - Parameters:
    ///   - next: the next article, `nil` after the last.
    ///   - priority: of all of them.
    ///   - outcome: called for each article in order, when the producer has answered. Before an error is thrown it is
    ///     called for those too that were answered out of their turn: a full disk may have had room for the smaller ones.
    package func submit(
        _ next: @escaping () -> Article?,
        priority: Priority = .normal,
        outcome: (Article, SubmissionOutcome) -> Void
    ) throws(ClientError) {
        var batches: Deque<Batch> = []
        do throws(ClientError) {
            try submit(next, priority, by: &batches, outcome)
        } catch {
            for batch in batches { batch.tell(outcome) }
            throw error
        }
    }

    private func submit(
        _ next: @escaping () -> Article?,
        _ priority: Priority,
        by batches: inout Deque<Batch>,
        _ outcome: (Article, SubmissionOutcome) -> Void
    ) throws(ClientError) {
        var bytes = 0
        var source = Source(next: next)
        while true {
            while !source.isOver, batches.count < Self.batchesUnderWay, bytes < Self.bytesUnderWay {
                let batch = source.takeBatch()
                guard !batch.isEmpty else { break }
                bytes += Self.size(batch)
                batches.append(try send(batch, priority))
            }
            while let first = batches.first, first.outcomes != nil {
                batches.removeFirst()
                bytes -= Self.size(first.articles)
                first.tell(outcome)
            }
            if batches.isEmpty {
                if source.isOver { return }
                continue
            }
            guard batches.contains(where: { $0.outcomes == nil }), batches.first?.outcomes == nil else { continue }
            let (request, answer) = try conversation.next()
            guard let index = batches.firstIndex(where: { $0.request == request }) else { continue }
            try settle(&batches, at: index, answer, priority)
        }
    }

    /// Submits some articles and returns what became of each.
    package func submit(
        _ articles: [Article],
        priority: Priority = .normal
    ) throws(ClientError) -> [SubmissionOutcome] {
        var rest = articles.makeIterator()
        var outcomes: [SubmissionOutcome] = []
        try submit({ rest.next() }, priority: priority, outcome: { _, outcome in outcomes.append(outcome) })
        return outcomes
    }

    private func settle(
        _ batches: inout Deque<Batch>,
        at index: Int,
        _ answer: ProducerToClient,
        _ priority: Priority
    ) throws(ClientError) {
        let batch = batches[index]
        switch answer {
        case .accepted(_, let acceptances) where acceptances.count == batch.articles.count:
            batches[index].outcomes = acceptances.map { .accepted($0) }
        case .failed(_, let reason) where batch.articles.count == 1:
            batches[index].outcomes = [.refused(reason: reason)]
        case .failed:
            // One of them is not to be had: which one, each alone will tell.
            var singles: [Batch] = []
            for article in batch.articles { singles.append(try send([article], priority)) }
            batches.replaceSubrange(index...index, with: singles)
        default: throw Self.unexpected(answer)
        }
    }

    private func send(_ articles: [Article], _ priority: Priority) throws(ClientError) -> Batch {
        guard Self.size(articles) <= Self.largestArticle else {
            let reason = "the article has \(Self.size(articles)) bytes, at most \(Self.largestArticle) can be sent"
            return Batch(articles: articles, request: 0, outcomes: articles.map { _ in .refused(reason: reason) })
        }
        let request = try conversation.ask { .submit(request: $0, articles, priority: priority) }
        return Batch(articles: articles, request: request, outcomes: nil)
    }

    /// Near enough to what the articles take in a message.
    private static func size(_ articles: [Article]) -> Int {
        articles.reduce(0) { $0 + $1.byteCount + 64 }
    }
}
