internal import Articles

/// A question of a client that is under way.
struct ClientRequest: Sendable, Equatable {
    var client: PeerID
    var request: UInt64
}

/// What the journal was asked, and for whom.
struct Tickets: Sendable {
    enum Purpose: Sendable, Equatable {
        case store(ClientRequest, bytes: Int)
        case load
        case settle([ReportedArticle])
        case states(ClientRequest)
        /// As `states`, but with nothing settled among them the client waits.
        case beginAwait(ClientRequest, [ArticleID], deadline: Instant)
        case jobs(ClientRequest)
        case job(ClientRequest)
        case retry(ClientRequest)
        case cancel(ClientRequest)
        case cancelUnsendable([ArticleID])
        case counts(ClientRequest)
    }

    private var purposes: [UInt64: Purpose] = [:]
    private var last: UInt64 = 0

    var count: Int { purposes.count }
    var isEmpty: Bool { purposes.isEmpty }

    mutating func issue(_ purpose: Purpose) -> UInt64 {
        last += 1
        purposes[last] = purpose
        return last
    }

    mutating func redeem(_ ticket: UInt64) -> Purpose? { purposes.removeValue(forKey: ticket) }
}
