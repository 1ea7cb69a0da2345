internal import Articles

// The sink: how it joins, what it says, and what it is told.

extension ProducerStateMachine {
    mutating func sinkSaid(_ envelope: Envelope<SinkToProducer>, from peer: PeerID) {
        if case .hello(let introduction, let location) = envelope.body {
            return join(peer, introduction, location, session: envelope.session)
        }
        guard sink?.peer == peer, sink?.sequence.session == envelope.session else {
            return askSinkToRejoin(peer, session: envelope.session)
        }
        guard sink?.sequence.accepts(envelope.sequence) == true else {
            dropSink("a message from it was lost")
            return askSinkToRejoin(peer, session: envelope.session)
        }
        sink?.lastHeard = now
        switch envelope.body {
        case .hello: break
        case .beat(let room): sink?.room = room
        case .holding(let held, let reported, let isLast):
            guard sink?.isSynced == false else { return discardAnswered() }
            sink?.lastReadied = now
            sink?.held += held
            sink?.reported += reported
            if isLast { synchronise() }
        case .opened(let ids): for id in ids where !isDiscarding(id) { opened(id) }
        case .received(let sections):
            for section in sections where !isDiscarding(section.article) { sinkReceived(section) }
        case .rejected(let sections):
            for section in sections where !isDiscarding(section.article) { sinkRejected(section) }
        case .reported(let reported): take(reported.filter { !isDiscarding($0.id) })
        case .writeFailed(let id, let reason):
            statistics.counts.reportsFailed += 1
            logNowAndThen(
                .error,
                "the sink can't write reports; it tries again each second",
                because: reason,
                ["article": "\(id)", "reason": reason]
            )
        case .report(let request, let bytes): fetched(request, bytes)
        case .goodbye:
            sink?.isLeaving = true
            log(.notice, "sink is leaving", ["sink": sink?.name ?? ""])
        }
    }

    /// How long a sink may take from its welcome to serving while another one waits. Much longer than a claim takes, on a
    /// slow disk too: one that comes late costs whoever serves then its place.
    private var readyPatience: TimeSpan { TimeSpan(nanoseconds: 3 * configuration.silence.nanoseconds) }

    private mutating func join(
        _ peer: PeerID,
        _ peerIntroduction: Introduction,
        _ location: SinkLocation,
        session: UInt64
    ) {
        if let reason = incompatibility(of: peerIntroduction) {
            return refuse(peer, session: session, .incompatible(reason: reason))
        }
        if let sink, sink.location.incarnation != location.incarnation, sink.peer != peer {
            // One that can't serve keeps its place as long as no other one asks for it.
            guard sink.isStuck(for: readyPatience, at: now) else {
                return refuse(peer, session: session, .occupied(by: sink.name))
            }
            dropSink("it can't take the reports over, and another sink waits")
        }
        if sink != nil { dropSink("it says hello anew") }
        sink = SinkSession(peer: peer, peerIntroduction, location: location, session: session, at: now)
        sendToSinkUnsynced(
            .welcome(
                producerIncarnation: incarnation,
                journal: journal,
                beat: configuration.beat.milliseconds,
                silence: configuration.silence.milliseconds
            )
        )
        log(.info, "sink joined", ["sink": peerIntroduction.name, "endpoint": location.endpoint])
    }

    private mutating func refuse(_ peer: PeerID, session: UInt64, _ refusal: Refusal) {
        actions.append(.sendToSink(peer, Envelope(session: session, sequence: 0, body: .refused(refusal))))
    }

    private mutating func askSinkToRejoin(_ peer: PeerID, session: UInt64) {
        guard answeredStrangers.insert(peer).inserted else { return }
        actions.append(.sendToSink(peer, Envelope(session: session, sequence: 0, body: .rejoin)))
    }

    /// Sends to a sink that is synced; otherwise what it must know is said when it is.
    mutating func sendToSink(_ body: ProducerToSink) {
        if sink?.isSynced == true { sendToSinkUnsynced(body) }
    }

    private mutating func sendToSinkUnsynced(_ body: ProducerToSink) {
        guard let peer = sink?.peer, let envelope = sink?.sequence.envelope(body) else { return }
        actions.append(.sendToSink(peer, envelope))
    }

    mutating func dropSilentSink() {
        guard let sink, now - sink.lastHeard > configuration.silence else { return }
        dropSink("it is silent")
    }

    mutating func dropSink(_ reason: String) {
        guard let lost = sink else { return }
        sink = nil
        if !lost.isLeaving { statistics.counts.sinksLost += 1 }
        if lost.isSynced { hasMarkedLeft = lost.isLeaving }
        log(.notice, "sink's session ended", ["sink": lost.name, "reason": reason])
        failFetches(reason: "the sink that has the reports went away; ask again")
        if lost.isSynced { tellWorkers(.sink(nil)) }
    }

    /// A sink that is leaving is let go when it holds nothing that is not reported.
    mutating func letSinkGo() {
        guard let sink, sink.isLeaving, sink.isSynced else { return }
        let isNeeded = articles.inOrder.contains { articles[$0]?.stage != .loaded }
        guard !isNeeded, settlements.isEmpty else { return }
        sendToSink(.farewell)
        dropSink("it is leaving")
    }

    mutating func sendBeats() {
        sendBeatsToWorkers()
        sendToSinkUnsynced(.beat)
    }

    // MARK: What it holds

    /// Makes the articles' marks those of the sink that has just said what it holds.
    private mutating func synchronise() {
        guard var session = sink else { return }
        let held = Dictionary(session.held.map { ($0.id, $0.received) }) { $1 }
        let heldInOrder = session.held.map(\.id)
        let reported = session.reported
        session.held = []
        session.reported = []
        session.syncedAt = now
        sink = session
        // Another sink process drops what workers computed for articles that it was not told of yet, so what is out
        // is handed out again.
        if markedIncarnation != session.location.incarnation {
            forgetLeases()
            window.died(having: articles.sinkCount)
            if !hasMarkedLeft { blameForSink() }
        }
        markedIncarnation = session.location.incarnation
        hasMarkedLeft = false
        tellWorkers(.sink(session.location))
        queue.removeAll()
        unopened.removeAll()
        for id in articles.inOrder where articles[id]?.stage != .settling {
            if let received = held[id] { mark(id, received: received) } else { reopen(id) }
        }
        let unknown = heldInOrder.filter { articles[$0] == nil }
        discard(unknown)
        take(reported)
    }

    private mutating func blameForSink() {
        for (id, pause) in articles.sinkDied(at: now) {
            log(
                .error,
                "sinks die with this article at them: others come first, and it is tried again later; give the sink more "
                    + "memory, or take the article out with `warraq cancel`",
                [
                    "article": "\(id)", "sinks": "\(articles[id]?.sinkDeaths.count ?? 0)",
                    "next attempt in seconds": "\(pause.nanoseconds / 1_000_000_000)",
                ]
            )
        }
    }

    private func isDiscarding(_ id: ArticleID) -> Bool { sink?.discards.contains(id) == true }

    mutating func discard(_ ids: [ArticleID]) {
        guard sink?.isSynced == true, !ids.isEmpty else { return }
        sink?.discards.sent(ids)
        sendToSink(.discard(ids))
    }

    private mutating func discardAnswered() {
        for id in sink?.discards.answered() ?? [] where articles[id]?.stage == .loaded { unopened.append(id) }
    }

    private mutating func forgetLeases() {
        for number in workers.allNumbers {
            for (_, lease) in workers[number]?.leases.all ?? [] { articles.set(lease.section, to: .waiting) }
            workers.update(number) { $0.forgetLeases() }
            endQuarantineIfIdle(number)
        }
    }

    private mutating func mark(_ id: ArticleID, received: [Int]) {
        guard let article = articles[id] else { return }
        articles.setStage(.opened, of: id)
        for index in received { sinkReceived(SectionID(article: id, index: index), isNews: false) }
        let isReceived = Set(received)
        for (index, state) in article.sections.enumerated() where !isReceived.contains(index) {
            switch state {
            case .waiting, .pending, .received: enqueue(SectionID(article: id, index: index))
            case .unneeded, .leased, .givenUp: break
            }
        }
        let givenUp = articles[id]?.givenUp ?? []
        if !givenUp.isEmpty { sendToSink(.giveUp(givenUp)) }
    }

    /// The sink that serves now does not have the article: it is told of it again, and nothing of it is received.
    mutating func reopen(_ id: ArticleID) {
        guard let article = articles[id] else { return }
        articles.setStage(.loaded, of: id)
        for (index, state) in article.sections.enumerated() {
            let section = SectionID(article: id, index: index)
            switch state {
            case .unneeded, .waiting, .givenUp: continue
            case .leased: endLease(of: section)
            case .pending, .received: break
            }
            articles.set(section, to: .waiting)
        }
        if let until = article.sinkDeaths.pausedUntil, until > now {
            unopened.append(id, notBefore: until)
        } else {
            unopened.append(id)
        }
    }

    /// - Parameter isNews: the findings have just come, and are not only said to be there still.
    private mutating func sinkReceived(_ section: SectionID, isNews: Bool = true) {
        guard let stage = articles.stage(of: section.article), stage != .settling,
            let state = articles.state(of: section), state != .unneeded
        else { return }
        if let lease = endLease(of: section) { statistics.received(handedOutAt: lease.since, at: now) }
        if isNews, state != .received { statistics.counts.sectionsReceived += 1 }
        articles.set(section, to: .received)
    }

    /// The findings of a section can't be of it: who sent them has failed with it.
    private mutating func sinkRejected(_ section: SectionID) {
        guard case .leased(let number, _)? = articles.state(of: section) else { return }
        log(
            .warning,
            "findings do not fit their section and were dropped",
            [
                "article": "\(section.article)", "section": "\(section.index)", "worker": workers[number]?.name ?? "",
            ]
        )
        statistics.counts.sectionsRejected += 1
        statistics.workers.failed(number)
        endLease(of: section)
        handOutAgain(section, isBlamed: true, on: number)
    }
}
