import Articles
import Cluster

/// A client that submits everything, waits for all of it, and meddles.
struct ClientNode {
    var unsubmitted: [Article] = []
    /// Under way: request number and when to give up waiting for the answer.
    var submission: (request: UInt64, articles: [Article], deadline: Int64)?
    var waiting: (request: UInt64, ids: [ArticleID], deadline: Int64)?
    var accepted: Set<ArticleID> = []
    var acceptedInOrder: [ArticleID] = []
    var lastRequest: UInt64 = 0
    var retryAt: Int64 = 0
    /// Requests whose answers are of no importance.
    var others: Int = 0

    /// Whether it is to be submitted, or was and is not accepted yet.
    func isSubmitting(_ id: ArticleID) -> Bool {
        unsubmitted.contains { $0.id == id } || submission?.articles.contains { $0.id == id } == true
    }

    /// It died: what was under way is submitted again by the next one.
    mutating func forget() {
        if let submission { unsubmitted += submission.articles }
        submission = nil
        waiting = nil
    }
}

extension Simulation {
    private func ask(_ message: (UInt64) -> ClientToProducer) -> UInt64 {
        client.lastRequest += 1
        sendFromDealer(.clientToProducer(message(client.lastRequest)), processes[ProcessName.client.index].connection)
        return client.lastRequest
    }

    func liveInClient(_ event: OwnEvent) {
        switch event {
        case .message(.producerToClient(let answer), _): answered(answer)
        case .clientStep:
            submitSome()
            awaitSome()
            if areFaultsOn { meddle() } else { finishCancelled() }
            later(.clientStep, in: .client, after: Int64(random.integer(20...400)) * Self.millisecond)
        default: violate("no event of the client's")
        }
    }

    private func submitSome() {
        if let submission = client.submission, now >= submission.deadline {
            client.unsubmitted += submission.articles
            client.submission = nil
        }
        guard client.submission == nil, !client.unsubmitted.isEmpty, now >= client.retryAt else { return }
        let count = min(client.unsubmitted.count, random.integer(1...6))
        let articles = Array(client.unsubmitted.prefix(count))
        client.unsubmitted.removeFirst(count)
        let request = ask { .submit(request: $0, articles) }
        client.submission = (request, articles, now + Int64(random.integer(1...4)) * Self.second)
    }

    private func awaitSome() {
        if let waiting = client.waiting, now >= waiting.deadline { client.waiting = nil }
        guard client.waiting == nil else { return }
        let ids = client.acceptedInOrder.filter { journal.rows[$0]?.state == .waiting }.prefix(random.integer(1...12))
        guard !ids.isEmpty else { return }
        let request = ask { .await(request: $0, Array(ids), timeout: 3000) }
        client.waiting = (request, Array(ids), now + 5 * Self.second)
    }

    private func meddle() {
        guard plan.meddling > 0, random.oneIn(plan.meddling), let id = random.element(client.acceptedInOrder) else {
            return
        }
        switch random.integer(0...7) {
        case 0: _ = ask { .cancel(request: $0, [id]) }
        case 1: _ = ask { .retry(request: $0, [id]) }
        case 2: _ = ask { .status(request: $0) }
        case 3: _ = ask { .jobs(request: $0, state: nil, offset: 0, limit: 10) }
        case 4: _ = ask { .fetchReport(request: $0, id) }
        case 5: _ = ask { .show(request: $0, id) }
        default: if let article = articles[id] { _ = ask { .submit(request: $0, [article]) } }
        }
    }

    /// Whatever was cancelled, or given up without being harmful, is to be reported after all.
    private func finishCancelled() {
        let ids = client.acceptedInOrder.filter {
            switch journal.rows[$0]?.state {
            case .cancelled: true
            case .partial: !isPartialForGood($0)
            default: false
            }
        }
        if !ids.isEmpty { _ = ask { .retry(request: $0, ids) } }
    }

    private func answered(_ answer: ProducerToClient) {
        switch answer {
        case .accepted(let request, let acceptances):
            for acceptance in acceptances {
                if journal.rows[acceptance.id] == nil { violate("accepted before it is on disk: \(acceptance.id)") }
                if client.accepted.insert(acceptance.id).inserted { client.acceptedInOrder.append(acceptance.id) }
            }
            if client.submission?.request == request { client.submission = nil }
        case .busy(let request, _, let retryAfter): refused(request, after: retryAfter)
        case .failed(let request, _): refused(request, after: 1000)
        case .states(let request, let states):
            guard let waiting = client.waiting, waiting.request == request else { return }
            client.waiting = nil
            for (id, state) in zip(waiting.ids, states) {
                switch state {
                case nil: violate("an accepted article is unknown: \(id)")
                case .reported, .partial:
                    // One that was removed is on its way again.
                    if disk[id] == nil, !client.isSubmitting(id) { violate("reported without a report: \(id)") }
                case .waiting, .cancelled: break
                }
            }
        case .status, .jobs, .job, .report, .done: break
        }
    }

    private func refused(_ request: UInt64, after milliseconds: Int) {
        if let submission = client.submission, submission.request == request {
            client.unsubmitted += submission.articles
            client.submission = nil
            client.retryAt = now + Int64(milliseconds) * Self.millisecond
        }
        if client.waiting?.request == request { client.waiting = nil }
    }
}
