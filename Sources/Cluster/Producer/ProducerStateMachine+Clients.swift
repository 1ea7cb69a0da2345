internal import Articles

// Clients: what they ask, and how each question comes to an answer.

/// A report that a client waits for.
struct ReportFetch: Sendable, Equatable {
    var request: ClientRequest
    var deadline: Instant
}

extension ProducerStateMachine {
    /// So many questions of clients may wait for the journal.
    private static let questions = 4096
    private static let fetchTimeout = TimeSpan.seconds(10)
    private static let fetches = 256
    private static let drains = 64

    mutating func clientSaid(_ message: ClientToProducer, from client: PeerID) {
        let from = ClientRequest(client: client, request: message.request)
        guard isServing else { return busy(from, "the producer is shutting down") }
        guard tickets.count < Self.questions else { return busy(from, "too many questions are waiting") }
        switch message {
        case .submit(_, let articles, let priority): submit(articles, priority, from)
        case .await(_, let ids, let timeout):
            guard ids.count <= ClusterLimits.awaitedArticles else {
                return failed(from, "at most \(ClusterLimits.awaitedArticles) articles can be waited for at once")
            }
            let wait = min(TimeSpan.milliseconds(max(0, min(timeout, 1 << 30))), Awaits.longestTimeout)
            ask(.beginAwait(from, ids, deadline: now + wait)) { .states(ticket: $0, ids) }
        case .status: ask(.counts(from)) { .counts(ticket: $0) }
        case .jobs(_, let state, let before, let offset, let limit):
            ask(.jobs(from)) {
                .jobs(
                    ticket: $0,
                    state: state,
                    before: before,
                    offset: max(0, offset),
                    limit: max(0, min(limit, ClusterLimits.jobsPerPage))
                )
            }
        case .show(_, let id): ask(.job(from)) { .job(ticket: $0, id) }
        case .fetchReport(_, let id): fetch(id, from)
        case .retry(_, let ids): ask(.retry(from)) { .retry(ticket: $0, ids) }
        case .cancel(_, let ids): ask(.cancel(from)) { .cancel(ticket: $0, ids) }
        case .drain: drain(from)
        case .resume: resume(from)
        }
    }

    private mutating func ask(_ purpose: Tickets.Purpose, _ request: (UInt64) -> JournalRequest) {
        actions.append(.journal(request(tickets.issue(purpose))))
    }

    func reply(_ from: ClientRequest, _ answer: (UInt64) -> ProducerToClient) -> Action {
        .sendToClient(from.client, answer(from.request))
    }

    mutating func busy(_ from: ClientRequest, _ reason: String, retryAfter: Int = 1000) {
        statistics.counts.busyAnswers += 1
        actions.append(reply(from) { .busy(request: $0, reason: reason, retryAfter: retryAfter) })
    }

    mutating func failed(_ from: ClientRequest, _ reason: String) {
        actions.append(reply(from) { .failed(request: $0, reason: reason) })
    }

    private mutating func submit(_ submitted: [Article], _ priority: Priority, _ from: ClientRequest) {
        guard !isDraining else {
            return failed(from, "the cluster is drained: it takes no more articles until `warraq resume`")
        }
        var bytes = 0
        for article in submitted {
            do throws(ArticleFault) {
                try article.checkLimits(longestText: configuration.articleBytes)
            } catch {
                let name = article.title ?? article.source ?? "an article"
                return failed(from, "\(name.shortened(toBytes: 200)): \(error)")
            }
            bytes += article.byteCount
        }
        guard uncommittedBytes == 0 || uncommittedBytes + bytes <= configuration.uncommittedBytes else {
            return busy(from, "submissions are waiting for the disk", retryAfter: 100)
        }
        if let reason = lackOfRoom(for: bytes) { return busy(from, reason) }
        uncommittedBytes += bytes
        // What the journal takes of it may be on the same disk: until the sink has looked again, that counts.
        if let room = sink?.room { sink?.room = room - min(room, UInt64(bytes / 2)) }
        let submitter = Submitter(from.client)
        let stored = submitted.map {
            StoredArticle(id: $0.id, article: $0, submitter: submitter, priority: priority)
        }
        ask(.store(from, bytes: bytes)) { [digest = introduction.modelDigest] in
            .store(ticket: $0, stored, modelDigest: digest)
        }
        // The journal answers in order, so what is asked for from now on finds them; often in the same transaction.
        loading.mayFindMore()
    }

    /// Why so many more bytes of articles would not be reported: what is accepted is to end on the disk as it is.
    private func lackOfRoom(for bytes: Int) -> String? {
        let waiting = UInt64(max(0, waitingBytes) + uncommittedBytes)
        guard let room = sink?.room, waiting + UInt64(bytes) > room else { return nil }
        func megabytes(_ bytes: UInt64) -> String { "\(bytes / 1_000_000).\(bytes / 100_000 % 10)" }
        return
            "the disk of the reports has room for those of \(megabytes(room)) MB of articles, and "
            + "\(megabytes(waiting)) MB wait; make room on that disk"
    }

    // MARK: Reports

    private mutating func fetch(_ id: ArticleID, _ from: ClientRequest) {
        guard sink?.isSynced == true else {
            return failed(from, "no sink is connected, and the sink has the reports; ask again when it is back")
        }
        guard fetches.count < Self.fetches else { return busy(from, "too many reports are being fetched") }
        let number = fetches.append(ReportFetch(request: from, deadline: now + Self.fetchTimeout))
        sendToSink(.fetchReport(request: number, id))
    }

    mutating func fetched(_ number: UInt64, _ bytes: [UInt8]?) {
        guard let fetch = fetches.remove(number) else { return }
        actions.append(reply(fetch.request) { .report(request: $0, bytes: bytes) })
    }

    mutating func failFetches(reason: String) {
        for (_, fetch) in fetches.all { failed(fetch.request, reason) }
        fetches.removeAll()
    }

    // MARK: Waiting

    mutating func beginAwait(_ from: ClientRequest, _ ids: [ArticleID], deadline: Instant, states: [JobState?]) {
        guard !ids.isEmpty, states.allSatisfy({ $0 == .waiting }), deadline > now else {
            return actions.append(reply(from) { .states(request: $0, states) })
        }
        guard isServing else { return busy(from, "the producer is shutting down") }
        guard awaits.hasRoom(for: ids.count) else { return busy(from, "too many clients are waiting") }
        if let replaced = awaits.insert(Awaits.Entry(request: from, ids: ids, deadline: deadline)) {
            busy(replaced.request, "replaced by a later question of the same client")
        }
    }

    mutating func answerAwaits(of ids: [ArticleID]) {
        for entry in awaits.settled(ids) { askStates(entry) }
    }

    private mutating func askStates(_ entry: Awaits.Entry) {
        ask(.states(entry.request)) { .states(ticket: $0, entry.ids) }
    }

    mutating func endOverdueQuestions() {
        for entry in awaits.expired(at: now) { askStates(entry) }
        for (number, fetch) in fetches.all where fetch.deadline <= now {
            fetches.remove(number)
            failed(fetch.request, "the sink did not answer in time")
        }
    }

    // MARK: Draining and stopping

    private mutating func drain(_ from: ClientRequest) {
        if !isDraining { log(.notice, "draining: no more submissions are taken") }
        isDraining = true
        // Asked again where the answer takes its time.
        if !drains.contains(from) { drains.append(from) }
        if drains.count > Self.drains { busy(drains.removeFirst(), "too many clients are waiting") }
    }

    private mutating func resume(_ from: ClientRequest) {
        if isDraining { log(.notice, "the drain has ended: submissions are taken again") }
        for request in drains { failed(request, "the drain was ended by `warraq resume`") }
        actions.append(reply(from) { [count = settledWhileDraining] in .done(request: $0, count: count) })
        (isDraining, settledWhileDraining, drains) = (false, 0, [])
    }

    mutating func answerDrains() {
        guard !drains.isEmpty, articles.isEmpty, settlements.isEmpty, unsendable.isEmpty, loading.isExhausted,
            uncommittedBytes == 0
        else { return }
        for request in drains {
            actions.append(reply(request) { [count = settledWhileDraining] in .done(request: $0, count: count) })
        }
        drains = []
    }

    mutating func beginStop() {
        guard isServing else { return }
        stopDeadline = now + .seconds(2)
        let reason = "the producer is shutting down"
        for entry in awaits.removeAll() { busy(entry.request, reason) }
        for request in drains { busy(request, reason) }
        drains = []
        failFetches(reason: reason)
        log(.notice, reason)
    }
}

extension ClientToProducer {
    package var request: UInt64 {
        switch self {
        case .submit(let request, _, _), .await(let request, _, _), .status(let request),
            .jobs(let request, _, _, _, _),
            .show(let request, _), .fetchReport(let request, _), .retry(let request, _), .cancel(let request, _),
            .drain(let request), .resume(let request):
            request
        }
    }
}
