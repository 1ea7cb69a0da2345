import Cluster

extension Simulation {
    func startProducer() {
        journal.producerStarted()
        leaseWatch = LeaseWatch()
        cancelled = []
        cancellations = [:]
        var machine = ProducerStateMachine(
            incarnation: random.next(),
            journal: 1,
            introduction: introduction(.producer),
            configuration: mutated(configuration),
            at: instant(in: .producer),
            split: SimulatedArticles.split
        )
        let actions = machine.start(at: instant(in: .producer))
        producer = machine
        perform(actions)
        if let producer { laterAt(producer.nextTick, in: .producer) }
    }

    private func tickProducer(at instant: Instant) {
        producer?.waitingBytes = journal.waitingBytes
        let actions = producer?.tick(at: instant) ?? []
        perform(actions)
        if actions.contains(where: { if case .log = $0 { true } else { false } }) {
            for peer in held.keys { checkBlame(of: peer) }
        }
    }

    func liveInProducer(_ event: OwnEvent) {
        let instant = instant(in: .producer)
        switch event {
        case .message(let payload, let peer):
            switch payload {
            case .workerToProducer(let envelope):
                leaseWatch.heard(envelope.body, from: peer)
                let heard = producerHears(envelope, from: peer)
                perform(producer?.received(.worker(heard), from: peer, at: instant))
                if case .failed = envelope.body { checkBlame(of: peer) }
            case .sinkToProducer(let envelope):
                let heard = producerHears(envelope, from: peer)
                perform(producer?.received(.sink(heard), from: peer, at: instant))
                if case .received(let sections) = envelope.body { noLongerHeld(sections) }
            case .clientToProducer(let message): perform(producer?.received(.client(message), from: peer, at: instant))
            default: violate("the producer got a message for another role")
            }
        case .tick:
            tickProducer(at: instant)
            // Some come between two beats, for what can't wait for the next one.
            if !(lastBeat..<lastBeat + configuration.beat).contains(instant) {
                lastBeat = instant
                checkLeases()
            }
            if let producer { laterAt(producer.nextTick, in: .producer) }
        case .terminate: perform(producer?.shutdownRequested(at: instant))
        case .connectionEnded:
            perform(producer?.connectionEnded(at: instant))
            later(.look, in: .producer, after: 10 * Self.millisecond)
        case .look: tickProducer(at: instant)
        case .committed: commit()
        case .journalAnswer(let answer):
            if case .cancelled(let ticket, _) = answer { cancelled.formUnion(cancellations[ticket] ?? []) }
            producer?.waitingBytes = journal.waitingBytes
            perform(producer?.journalAnswered(answer, at: instant))
        default: violate("no event of the producer's")
        }
    }

    private func perform(_ actions: [ProducerStateMachine.Action]?) {
        guard let actions else { return }
        var lost: [(PeerID, Sending)] = []
        func send(_ payload: Payload, to peer: PeerID) {
            let sending = sendFromRouter(payload, .producer, to: peer)
            if sending != .sent { lost.append((peer, sending)) }
        }
        let survived = survivedActions(actions.count)
        for action in actions.prefix(survived) {
            switch action {
            case .sendToWorker(let peer, let envelope):
                if case .work(let tasks) = envelope.body { handedOut(tasks.map(\.id), to: peer) }
                send(.producerToWorker(envelope), to: peer)
            case .sendToSink(let peer, let envelope): send(.producerToSink(envelope), to: peer)
            case .sendToClient(let peer, let message): send(.producerToClient(message), to: peer)
            case .journal(let request): ask(request)
            case .log(let event): note("  producer: \(event.message) \(event.details)")
            case .stop: return kill(.producer)
            }
        }
        if survived < actions.count { return kill(.producer) }
        for (peer, sending) in lost {
            harmPeer(peer)
            note("  \(sending) \(peer)")
            if sending == .congested {
                perform(producer?.congested(peer, at: instant(in: .producer)))
            } else if mutant != .ignoresUnreachable {
                perform(producer?.unreachable(peer, at: instant(in: .producer)))
                checkBlame(of: peer)
            }
        }
    }

    // MARK: The journal

    func ask(_ request: JournalRequest) {
        uncommitted.append(request)
        if mutant == .acceptsBeforeCommit, case .store(let ticket, let articles, _) = request {
            let acceptances = articles.map { Acceptance(id: $0.id, isNew: true) }
            later(.journalAnswer(.stored(ticket: ticket, acceptances)), in: .producer, after: 1000)
        }
        guard !isCommitting else { return }
        isCommitting = true
        later(.committed, in: .producer, after: Int64(random.integer(200...20_000)) * 1000)
    }

    /// The group commit: everything that was asked meanwhile, in order; the answers come a moment later, if the
    /// producer lives until then.
    private func commit() {
        isCommitting = false
        let requests = uncommitted
        uncommitted = []
        let fails =
            areFaultsOn
            && (now < journalFullUntil || (plan.journalFailures > 0 && random.oneIn(plan.journalFailures)))
        for request in requests {
            let answer = fails ? failed(request) : execute(request)
            later(.journalAnswer(answer), in: .producer, after: 100_000)
        }
    }

    func commitUnseen() { for request in uncommitted { _ = execute(request) } }

    private func failed(_ request: JournalRequest) -> JournalAnswer {
        if mutant == .acceptsOnFullDisk, case .store(let ticket, let articles, _) = request {
            return .stored(ticket: ticket, articles.map { Acceptance(id: $0.id, isNew: true) })
        }
        return .failed(ticket: request.ticket, reason: "disk is full")
    }

    private func execute(_ request: JournalRequest) -> JournalAnswer {
        checkRequest(request)
        if mutant == .settlesWithoutJournal, case .settle(let ticket, _, _) = request {
            return .settled(ticket: ticket)
        }
        let answer = journal.execute(request)
        if case .cancelled(let ticket, let ids) = answer {
            cancellations[ticket] = ids
            if mutant == .ignoresCancellation { return .cancelled(ticket: ticket, []) }
        }
        return answer
    }
}
