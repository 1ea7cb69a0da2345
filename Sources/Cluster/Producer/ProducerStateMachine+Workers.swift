// Workers: how they join, what they say, and what becomes of their sections when they go.

extension ProducerStateMachine {
    enum WorkerLoss: Sendable, Equatable {
        /// Its session is over, but it lives: nobody is to blame.
        case sessionOver
        /// What it has analysed does not come to the sink: nobody is to blame.
        case cutOff
        /// It said nothing for too long, or finished nothing: the section that it was at is to blame.
        case hung
        /// Its process is gone: each section that it had not analysed may be to blame.
        case dead
    }

    mutating func workerSaid(_ envelope: Envelope<WorkerToProducer>, from peer: PeerID) {
        if case .hello(let introduction, let capacity) = envelope.body {
            return join(peer, introduction, capacity: capacity, session: envelope.session)
        }
        guard let number = workers.number(of: peer), workers[number]?.sequence.session == envelope.session else {
            return askWorkerToRejoin(peer, session: envelope.session)
        }
        guard workers.update(number, { $0.sequence.accepts(envelope.sequence) }) == true else {
            log(.notice, "lost a message from a worker", ["worker": peer.publicName])
            dropWorker(number, because: .sessionOver)
            return askWorkerToRejoin(peer, session: envelope.session)
        }
        workers.update(number) { [now] in $0.heard(at: now) }
        switch envelope.body {
        case .hello: break
        case .beat(let analysed, let granted):
            workers.update(number) { [now] in $0.counted(analysed: analysed, granted: granted, at: now) }
            endQuarantineIfIdle(number)
            workers.queueIfReady(number)
        case .failed(let section, let reason):
            guard case .leased(worker: number, let lease)? = articles.state(of: section) else { return }
            log(
                .warning,
                "section could not be analysed",
                ["article": "\(section.article)", "section": "\(section.index)", "reason": reason]
            )
            statistics.counts.sectionsFailed += 1
            statistics.workers.failed(number)
            workers.update(number) { $0.endLease(lease) }
            endQuarantineIfIdle(number)
            handOutAgain(section, isBlamed: true, on: number)
        case .goodbye:
            workers.update(number) { $0.isLeaving = true }
            send(.farewell, to: number)
        }
    }

    private mutating func join(_ peer: PeerID, _ peerIntroduction: Introduction, capacity: Int, session: UInt64) {
        if let number = workers.number(of: peer) { dropWorker(number, because: .sessionOver) }
        if let reason = incompatibility(of: peerIntroduction) {
            let refusal = ProducerToWorker.refused(.incompatible(reason: reason))
            return actions.append(.sendToWorker(peer, Envelope(session: session, sequence: 0, body: refusal)))
        }
        for section in absolutions.take(peer) { absolve(section) }
        let number = workers.join(peer, peerIntroduction, capacity: capacity, session: session, at: now)
        statistics.workers.joined(number, peer, name: peerIntroduction.name, at: now)
        let location = sink.flatMap { $0.isSynced ? $0.location : nil }
        send(
            .welcome(
                producerIncarnation: incarnation,
                sink: location,
                beat: configuration.beat.milliseconds,
                silence: configuration.silence.milliseconds
            ),
            to: number
        )
        workers.queueIfReady(number)
        log(.info, "worker joined", ["worker": peerIntroduction.name, "capacity": "\(capacity)"])
    }

    private mutating func askWorkerToRejoin(_ peer: PeerID, session: UInt64) {
        guard answeredStrangers.insert(peer).inserted else { return }
        actions.append(.sendToWorker(peer, Envelope(session: session, sequence: 0, body: .rejoin)))
    }

    /// Why a peer can't be part of this cluster; said in the log once for each name.
    mutating func incompatibility(of peer: Introduction) -> String? {
        guard let reason = reasonToRefuse(peer) else { return nil }
        statistics.counts.peersRefused += 1
        if refusedNames.count >= 256 { refusedNames.removeAll() }
        if refusedNames.insert(peer.name).inserted {
            log(.error, "refused a peer", ["peer": peer.name, "reason": reason])
        }
        return reason
    }

    private func reasonToRefuse(_ peer: Introduction) -> String? {
        if peer.protocolVersion != introduction.protocolVersion {
            return
                "it speaks protocol version \(peer.protocolVersion) (warraq \(peer.softwareVersion)), the producer "
                + "\(introduction.protocolVersion) (warraq \(introduction.softwareVersion)): run the same version"
        } else if peer.modelDigest != introduction.modelDigest {
            return
                "it has model \(peer.modelDigest.prefix(12)), the producer \(introduction.modelDigest.prefix(12)): "
                + "run the same version and the same --model everywhere"
        }
        return nil
    }

    mutating func send(_ body: ProducerToWorker, to number: UInt64) {
        let message = workers.update(number) {
            $0.isSpokenTo = true
            return ($0.peer, $0.sequence.envelope(body))
        }
        if let (peer, envelope) = message { actions.append(.sendToWorker(peer, envelope)) }
    }

    mutating func tellWorkers(_ body: ProducerToWorker) {
        for number in workers.allNumbers { send(body, to: number) }
    }

    /// A beat for each worker that heard nothing since the last one: what it gets otherwise says as much, and of many
    /// workers on one machine each is woken for it.
    mutating func sendBeatsToWorkers() {
        for number in workers.allNumbers {
            if workers[number]?.isSpokenTo == false { send(.beat, to: number) }
            workers.update(number) { $0.isSpokenTo = false }
        }
    }

    /// Sends everyone who has sections on lease a beat, so that it shows who is gone. libzmq may still not know of it, so
    /// the next beat goes to them in any case.
    mutating func lookForLeaseholders() {
        connectionEnds.looked(at: now)
        for number in workers.allNumbers where workers[number]?.leases.isEmpty == false {
            send(.beat, to: number)
            workers.update(number) { $0.isSpokenTo = false }
        }
    }

    mutating func dropHungWorkers() {
        for number in workers.allNumbers where workers[number]?.isHung(lease: configuration.lease, at: now) == true {
            dropWorker(number, because: .hung)
        }
    }

    /// A worker that reaches this producer and not the sink would hold its sections for ever, and a few such workers all
    /// that may be open.
    mutating func dropCutOffWorkers() {
        guard let sink, let since = sink.syncedAt else { return }
        let span = TimeSpan(nanoseconds: 3 * configuration.lease.nanoseconds)
        for number in workers.allNumbers
        where workers[number]?.isCutOff(for: span, sinkSince: since, at: now) == true {
            dropWorker(number, because: .cutOff)
        }
    }

    /// Ends a worker's session; its sections are handed out again.
    mutating func dropWorker(_ number: UInt64, because loss: WorkerLoss) {
        guard let session = workers.remove(number) else { return }
        var blamed: [SectionID] = []
        var blameless: [SectionID] = []
        for (lease, section) in session.leases.all.map({ ($0.number, $0.element.section) }) {
            let isToBlame =
                switch loss {
                case .sessionOver, .cutOff: false
                case .hung: lease == session.analysed + 1
                case .dead: lease > session.analysed
                }
            if isToBlame && !session.isLeaving { blamed.append(section) } else { blameless.append(section) }
        }
        lost(session, because: loss, sections: blamed.count + blameless.count, blamed: blamed.count)
        if loss == .dead { absolutions.blamed(blamed, with: session.peer, at: now) }
        for section in blameless.reversed() { handOutAgain(section, isBlamed: false) }
        for section in blamed { handOutAgain(section, isBlamed: true, mayBeAbsolved: loss == .dead) }
        let count = blamed.count + blameless.count
        switch loss {
        case .sessionOver: break
        case .cutOff:
            log(
                .warning,
                "a worker's findings do not come to the sink: check its way there (address, firewall, keys)",
                [
                    "worker": session.name, "sink endpoint": sink?.location.endpoint ?? "",
                    "sections to repeat": "\(count)",
                ]
            )
        case .hung:
            log(.warning, "worker is silent or stuck", ["worker": session.name, "sections to repeat": "\(count)"])
        case .dead:
            log(
                session.isLeaving && count == 0 ? .info : .notice,
                session.isLeaving && count == 0 ? "worker has left" : "worker is gone",
                ["worker": session.name, "sections to repeat": "\(count)"]
            )
        }
    }

    private mutating func lost(_ session: WorkerSession, because loss: WorkerLoss, sections: Int, blamed: Int) {
        statistics.workers.failed(session.number, times: blamed)
        let cause: ClusterStatus.DepartedWorker.Cause
        switch loss {
        case .sessionOver: cause = .outOfStep
        case .hung, .cutOff:
            cause = .stuck
            statistics.counts.leasesExpired += UInt64(sections)
        case .dead:
            cause = session.isLeaving && sections == 0 ? .left : .gone
            statistics.counts.leasesBroken += UInt64(sections)
        }
        if cause == .gone || cause == .stuck { statistics.counts.workersLost += 1 }
        statistics.workers.departed(session.number, analysed: session.analysed, cause, at: now)
    }

    /// Puts a section that was leased back into the queue, or gives it up.
    ///
    /// - Parameters:
    ///   - worker: whose session failed with it and goes on.
    ///   - mayBeAbsolved: its worker may come back: it is not given up before that shows.
    mutating func handOutAgain(
        _ section: SectionID,
        isBlamed: Bool,
        on worker: UInt64? = nil,
        mayBeAbsolved: Bool = false
    ) {
        guard var attempts = articles.turn(of: section)?.attempts else { return }
        sectionsRetried += 1
        if isBlamed { attempts = articles.blame(section, on: worker) }
        if attempts >= configuration.attempts, mayBeAbsolved {
            articles.set(section, to: .waiting)
            absolutions.doubt(section, at: now)
        } else if attempts >= configuration.attempts {
            giveUp(section, attempts: attempts)
        } else {
            articles.set(section, to: .pending)
            if attempts > 0 || isBlamed { queue.append(suspect: section) } else { queue.prepend(section) }
        }
    }

    private mutating func giveUp(_ section: SectionID, attempts: Int) {
        articles.set(section, to: .givenUp)
        statistics.counts.sectionsGivenUp += 1
        sendToSink(.giveUp([section]))
        log(
            .error,
            "gave a section up: the report will lack it; `warraq retry` of the article computes it again",
            ["article": "\(section.article)", "section": "\(section.index)", "attempts": "\(attempts)"]
        )
    }

    /// A worker that was taken for dead is back: its connection had failed, and not this section.
    private mutating func absolve(_ section: SectionID) {
        articles.absolve(section)
        // Where the sink has yet to open the article, that hands the section out.
        guard absolutions.endDoubt(section), articles.stage(of: section.article) == .opened,
            articles.state(of: section) == .waiting
        else { return }
        enqueue(section)
    }

    /// Gives up the sections whose workers have not come back.
    mutating func endDoubts() {
        for section in absolutions.expire(at: now) where articles.state(of: section) == .waiting {
            giveUp(section, attempts: articles.turn(of: section)?.attempts ?? 0)
        }
    }
}
