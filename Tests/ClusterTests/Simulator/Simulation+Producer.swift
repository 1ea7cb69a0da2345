import Cluster

extension Simulation {
    func startProducer() {
        journal.producerStarted()
        var machine = ProducerStateMachine(
            incarnation: random.next(),
            introduction: introduction(.producer),
            configuration: configuration,
            at: instant,
            split: SimulatedArticles.split
        )
        let actions = machine.start(at: instant)
        producer = machine
        perform(actions)
        if let producer { laterAt(producer.nextTick, in: .producer) }
    }

    func liveInProducer(_ event: OwnEvent) {
        switch event {
        case .message(let payload, let peer):
            switch payload {
            case .workerToProducer(let envelope):
                perform(producer?.received(.worker(envelope), from: peer, at: instant))
            case .sinkToProducer(let envelope): perform(producer?.received(.sink(envelope), from: peer, at: instant))
            case .clientToProducer(let message): perform(producer?.received(.client(message), from: peer, at: instant))
            default: violate("the producer got a message for another role")
            }
        case .tick:
            perform(producer?.tick(at: instant))
            if let producer { laterAt(producer.nextTick, in: .producer) }
        case .terminate: perform(producer?.shutdownRequested(at: instant))
        case .committed: commit()
        case .journalAnswer(let answer): perform(producer?.journalAnswered(answer, at: instant))
        default: violate("no event of the producer's")
        }
    }

    private func perform(_ actions: [ProducerStateMachine.Action]?) {
        var unreachable: [PeerID] = []
        for action in actions ?? [] {
            switch action {
            case .sendToWorker(let peer, let envelope):
                if case .work(let tasks) = envelope.body { held[peer, default: []].formUnion(tasks.map(\.id)) }
                if !sendFromRouter(.producerToWorker(envelope), .producer, to: peer) { unreachable.append(peer) }
            case .sendToSink(let peer, let envelope):
                if !sendFromRouter(.producerToSink(envelope), .producer, to: peer) { unreachable.append(peer) }
            case .sendToClient(let peer, let message):
                if !sendFromRouter(.producerToClient(message), .producer, to: peer) { unreachable.append(peer) }
            case .journal(let request):
                uncommitted.append(request)
                if !isCommitting {
                    isCommitting = true
                    later(.committed, in: .producer, after: Int64(random.integer(200...20_000)) * 1000)
                }
            case .log(let event): note("  producer: \(event.message) \(event.details)")
            case .stop: return kill(.producer)
            }
        }
        for peer in unreachable {
            harmPeer(peer)
            note("  unreachable \(peer)")
            perform(producer?.unreachable(peer, at: instant))
        }
    }

    /// The group commit: everything that was asked meanwhile, in order; the answers come a moment later, if the
    /// producer lives until then.
    private func commit() {
        isCommitting = false
        let requests = uncommitted
        uncommitted = []
        let fails = now < plan.faultsEnd && plan.journalFailures > 0 && random.oneIn(plan.journalFailures)
        for request in requests {
            let answer: JournalAnswer
            if fails {
                answer = .failed(ticket: request.ticket, reason: "disk is full")
            } else {
                checkRequest(request)
                answer = journal.execute(request)
            }
            later(.journalAnswer(answer), in: .producer, after: 100_000)
        }
    }
}

extension JournalRequest {
    var ticket: UInt64 {
        switch self {
        case .store(let ticket, _, _), .load(let ticket, _, _), .settle(let ticket, _, _), .states(let ticket, _),
            .jobs(let ticket, _, _, _), .job(let ticket, _), .retry(let ticket, _), .cancel(let ticket, _),
            .counts(let ticket):
            ticket
        }
    }
}
