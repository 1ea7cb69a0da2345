import Articles
import Cluster
import Extraction

struct SinkNode {
    var machine: SinkStateMachine
    let incarnation: UInt64
    /// Has claimed the folder of reports, some time.
    var hasClaimed = false
    var isClaiming = false
    /// Reports on their way to the disk.
    var writing: [(outline: Outline, findings: [Findings?])] = []
}

extension Simulation {
    func startSink(_ place: Int) {
        let name = ProcessName.sink(place)
        connectToProducer(name)
        let incarnation = mutant == .reusesIncarnation ? UInt64(place) : random.next()
        var machine = SinkStateMachine(
            introduction: introduction(name),
            location: SinkLocation(endpoint: "sink/\(place)", incarnation: incarnation),
            sessionSeed: random.next(),
            at: instant(in: name)
        )
        let actions = machine.start(at: instant(in: name))
        sinks[place] = SinkNode(machine: machine, incarnation: incarnation)
        mutations.sinkStarted()
        perform(actions, place)
        if let sink = sinks[place] { laterAt(sink.machine.nextTick, in: name) }
    }

    func liveInSink(_ event: OwnEvent, _ place: Int) {
        let name = ProcessName.sink(place)
        let instant = instant(in: name)
        switch event {
        case .message(let payload, let peer):
            switch payload {
            case .producerToSink(let envelope):
                perform(sinks[place]?.machine.received(envelope, at: instant), place)
            case .workerToSink(let envelope):
                guard let heard = sinkHears(envelope, from: peer, place) else { return }
                perform(sinks[place]?.machine.received(heard, from: peer, at: instant), place)
            default: violate("a sink got a message for another role")
            }
        case .tick:
            sinks[place]?.machine.room = areFaultsOn && now < reportsFullUntil ? 0 : 1 << 40
            perform(sinks[place]?.machine.tick(at: instant), place)
            if let sink = sinks[place] { laterAt(sink.machine.nextTick, in: name) }
        case .terminate: perform(sinks[place]?.machine.shutdownRequested(at: instant), place)
        case .onDisk(let outline, let findings, let fails):
            sinks[place]?.writing.removeAll { $0.outline.id == outline.id }
            if fails {
                perform(sinks[place]?.machine.writeFailed(outline.id, reason: "disk is full", at: instant), place)
            } else {
                guard putOnDisk(outline, findings, of: place) else { return displaced(place) }
                perform(sinks[place]?.machine.reportWritten(outline.id, at: instant), place)
            }
        case .claims(let claim, let fails):
            if fails {
                perform(sinks[place]?.machine.notClaimed(claim.number, reason: "disk is full", at: instant), place)
            } else {
                claimReports(claim, place)
            }
        case .checked(let id):
            let model = processes[name.index].model
            let isThere = disk[id].map { answers(for: id, $0, of: model) } ?? false
            perform(sinks[place]?.machine.lookedForWholeReport(of: id, isThere: isThere, at: instant), place)
        case .read(let request, let id):
            let bytes: [UInt8]? = disk[id] == nil ? nil : id.bytes
            perform(sinks[place]?.machine.reportRead(request: request, bytes: bytes, at: instant), place)
        default: violate("no event of a sink's")
        }
    }

    /// Moves the work folders of the sinks before away, as ``ReportFolder`` does, or finds its own gone.
    private func claimReports(_ claim: ReportsClaim, _ place: Int) {
        guard let sink = sinks[place] else { return }
        if sink.hasClaimed, reportsOwner != sink.incarnation, mutant != .forgetsFence { return displaced(place) }
        if !sink.hasClaimed {
            note("  \(ProcessName.sink(place)) claims the reports")
            reportsOwner = sink.incarnation
            sinks[place]?.hasClaimed = true
        }
        sinks[place]?.isClaiming = false
        let instant = instant(in: .sink(place))
        perform(sinks[place]?.machine.claimed(claim.number, shutOut: 0, at: instant), place)
    }

    private func displaced(_ place: Int) {
        perform(sinks[place]?.machine.displaced(reason: "another one writes", at: instant(in: .sink(place))), place)
    }

    /// The rename, from a folder that is there only as long as no other sink has claimed since.
    ///
    /// - Returns: whether it was.
    @discardableResult
    func putOnDisk(_ outline: Outline, _ findings: [Findings?], of place: Int) -> Bool {
        guard let sink = sinks[place] else { return false }
        if sink.hasClaimed, reportsOwner != sink.incarnation, mutant != .forgetsFence { return false }
        let report = Report(findings: findings, model: processes[ProcessName.sink(place).index].model)
        checkReport(outline, report)
        // A whole report of the same model stays, as in the report store.
        if let there = disk[outline.id], there.model == report.model, missing(report, outline.id) > 0,
            missing(there, outline.id) == 0, mutant != .losesWhole
        {
            return true
        }
        checkReplacement(of: outline.id, by: report)
        disk[outline.id] = report
        return true
    }

    private func perform(_ actions: [SinkStateMachine.Action]?, _ place: Int) {
        guard let actions else { return }
        let name = ProcessName.sink(place)
        let survived = survivedActions(actions.count)
        for action in actions.prefix(survived) {
            switch action {
            case .sendToProducer(let envelope):
                sendFromDealer(.sinkToProducer(envelope), processes[name.index].connection)
            case .sendToWorker(let peer, let envelope): _ = sendFromRouter(.sinkToWorker(envelope), name, to: peer)
            case .write(let outline, _)
            where areFaultsOn && outline.id == sinkKiller && sinkDeathsLeft > 0:
                note("  \(name) dies of \(outline.id)")
                sinkDeathsLeft -= 1
                return kill(name)
            case .write(let outline, let findings):
                let fails =
                    areFaultsOn
                    && (now < reportsFullUntil || (plan.writeFailures > 0 && random.oneIn(plan.writeFailures)))
                let slowness = areFaultsOn ? Int64(plan.sinkSlowness) : 1
                let delay = Int64(random.integer(100...8000)) * 1000 * slowness
                sinks[place]?.writing.append((outline, findings))
                later(.onDisk(outline, findings, fails: fails), in: name, after: delay)
                if mutant == .reportsBeforeRename {
                    perform(sinks[place]?.machine.reportWritten(outline.id, at: instant(in: name)), place)
                }
            case .lookForWholeReport(let id):
                later(.checked(id), in: name, after: Int64(random.integer(10...2000)) * 1000)
            case .claimReports(let claim):
                sinks[place]?.isClaiming = true
                let delay = Int64(claimRandom.integer(50...5000)) * 1000
                let fails = areFaultsOn && (now < reportsFullUntil || claimRandom.oneIn(50))
                later(.claims(claim, fails: fails), in: name, after: delay)
            case .readReport(let request, let id):
                later(.read(request: request, id), in: name, after: Int64(random.integer(10...2000)) * 1000)
            case .reconnectProducer: connectToProducer(name)
            case .log(let event): note("  \(name): \(event.message) \(event.details)")
            case .stop(.drained): return kill(name)
            case .stop(.displaced): return kill(name)
            case .stop(.refused(let reason)): return refused(name, reason)
            }
        }
        if survived < actions.count { kill(name) }
    }
}
