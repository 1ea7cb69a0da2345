package import Articles
package import Cluster
package import ZeroMQ

/// Asks the cluster, through its producer, for one thread that waits for the answers.
///
/// A producer that starts anew meanwhile costs time: questions are asked again until they are answered, or until
/// nothing was heard for `patience`, or nothing but that the producer is busy.
package final class ClusterClient {
    let conversation: Conversation

    /// - Parameters:
    ///   - patience: how long to go on without any answer.
    ///   - security: the client's keys; `nil` for a connection that is not encrypted.
    package init(
        context: Context,
        producer: Endpoint,
        softwareVersion: String,
        patience: TimeSpan = .seconds(30),
        security: PeerSecurity? = nil
    ) {
        conversation = Conversation(
            context: context,
            endpoint: producer,
            identity: PeerIdentity(role: "client", softwareVersion: softwareVersion, modelDigest: ""),
            patience: patience,
            security: security
        )
    }

    /// Called with the reason whenever the producer is busy (its disk is full, say) and will be asked again.
    package var whenBusy: (String) -> Void {
        get { conversation.whenBusy }
        set { conversation.whenBusy = newValue }
    }

    package func status() throws(ClientError) -> ClusterStatus {
        let answer = try conversation.answer { .status(request: $0) }
        guard case .status(_, let status) = answer else { throw Self.unexpected(answer) }
        return status
    }

    /// A page of the journal, newest first; at most ``ClusterLimits/jobsPerPage`` jobs.
    ///
    /// - Parameters:
    ///   - before: ``JobsPage/last`` of the page that this one follows.
    ///   - offset: how many are left out before it begins.
    package func jobs(
        state: JobState? = nil,
        before: UInt64? = nil,
        offset: Int = 0,
        limit: Int
    ) throws(ClientError) -> JobsPage {
        let limit = max(0, min(limit, ClusterLimits.jobsPerPage))
        let answer = try conversation.answer {
            .jobs(request: $0, state: state, before: before, offset: offset, limit: limit)
        }
        guard case .jobs(_, let page) = answer else { throw Self.unexpected(answer) }
        return page
    }

    /// `nil` for an article that the journal does not know.
    package func job(_ id: ArticleID) throws(ClientError) -> Job? {
        let answer = try conversation.answer { .show(request: $0, id) }
        guard case .job(_, let job) = answer else { throw Self.unexpected(answer) }
        return job
    }

    /// The bytes of a report, `nil` where there is none.
    package func report(of id: ArticleID) throws(ClientError) -> [UInt8]? {
        // The producer asks the sink, which may take some seconds.
        let answer = try conversation.answer(patience: .seconds(12)) { .fetchReport(request: $0, id) }
        guard case .report(_, let bytes) = answer else { throw Self.unexpected(answer) }
        return bytes
    }

    /// Has articles that are partial or cancelled computed again.
    ///
    /// - Returns: how many of them were. Less than asked too where an answer was lost and the question asked again.
    package func retry(_ ids: [ArticleID]) throws(ClientError) -> Int {
        try count(try conversation.answer { .retry(request: $0, ids) })
    }

    /// - Returns: how many of the articles were waiting and are cancelled.
    package func cancel(_ ids: [ArticleID]) throws(ClientError) -> Int {
        try count(try conversation.answer { .cancel(request: $0, ids) })
    }

    /// Has the producer take no more submissions, and returns when all that was accepted is settled.
    ///
    /// - Parameter progress: called about once a second.
    /// - Returns: how many articles were settled meanwhile.
    package func drain(
        progress: (ClusterStatus) throws(ClientError) -> Void = { _ in }
    ) throws(ClientError) -> Int {
        let drain = try conversation.ask(patience: .seconds(20)) { .drain(request: $0) }
        while true {
            // Keeps the conversation alive while the drain's answer takes its time, and finds a producer that started
            // anew and knows nothing of a drain.
            let status = try conversation.ask { .status(request: $0) }
            var isAnswered = false
            while !isAnswered {
                let (request, answer) = try conversation.next()
                if request == drain { return try count(answer) }
                if request == status {
                    guard case .status(_, let status) = answer else { throw Self.unexpected(answer) }
                    try progress(status)
                    isAnswered = true
                }
            }
            try conversation.pause(.milliseconds(500))
        }
    }

    /// Ends a drain: submissions are taken again.
    package func resume() throws(ClientError) { _ = try count(try conversation.answer { .resume(request: $0) }) }

    private func count(_ answer: ProducerToClient) throws(ClientError) -> Int {
        guard case .done(_, let count) = answer else { throw Self.unexpected(answer) }
        return count
    }

    static func unexpected(_ answer: ProducerToClient) -> ClientError {
        if case .failed(_, let reason) = answer { return .failed(reason: reason) }
        return .failed(reason: "the producer gave the answer to another question")
    }
}
