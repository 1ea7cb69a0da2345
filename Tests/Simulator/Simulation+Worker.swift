import Articles
import Cluster
import Extraction

struct WorkerNode {
    var machine: WorkerStateMachine
    var sinkConnection: Int?
    /// The section that it hangs at.
    var hang: SectionID?
}

extension Simulation {
    func startWorker(_ place: Int) {
        let name = ProcessName.worker(place)
        placeOfPeer[peer(name)] = place
        connectToProducer(name)
        var machine = WorkerStateMachine(
            introduction: introduction(name),
            capacity: configuration.capacity,
            sessionSeed: random.next(),
            at: instant(in: name)
        )
        let actions = machine.start(at: instant(in: name))
        workers[place] = WorkerNode(machine: machine)
        perform(actions, place)
        if let worker = workers[place] { laterAt(worker.machine.nextTick, in: name) }
    }

    func liveInWorker(_ event: OwnEvent, _ place: Int) {
        let name = ProcessName.worker(place)
        let instant = instant(in: name)
        switch event {
        case .message(let payload, _):
            switch payload {
            case .producerToWorker(let envelope):
                perform(workers[place]?.machine.received(.producer(envelope), at: instant), place)
            case .sinkToWorker(let envelope):
                perform(workers[place]?.machine.received(.sink(envelope), at: instant), place)
            default: violate("a worker got a message for another role")
            }
        case .tick:
            perform(workers[place]?.machine.tick(at: instant), place)
            if let worker = workers[place] { laterAt(worker.machine.nextTick, in: name) }
        case .terminate: perform(workers[place]?.machine.shutdownRequested(at: instant), place)
        case .analysed(let task):
            if workers[place]?.hang != nil {
                workers[place]?.hang = nil
                lastDisturbance = now
            }
            let fails = areFaultsOn && plan.failures > 0 && random.oneIn(plan.failures)
            if fails || task.section.text.first == SimulatedArticles.failing {
                harm[task.id, default: 0] += 1
                perform(
                    workers[place]?.machine.failed(task.id, reason: "cannot be analysed", at: instant),
                    place
                )
            } else {
                let findings = SimulatedArticles.findings(task.section, model: processes[name.index].model)
                perform(workers[place]?.machine.analysed(task.id, findings: findings, at: instant), place)
            }
        default: violate("no event of a worker's")
        }
        analyseNext(place)
    }

    private func analyseNext(_ place: Int) {
        let name = ProcessName.worker(place)
        guard processes[name.index].isAlive, !processes[name.index].isBusy, processes[name.index].inbox.isEmpty,
            let task = workers[place]?.machine.nextTask()
        else { return }
        processes[name.index].isBusy = true
        let isSlow = plan.slowSections > 0 && random.oneIn(plan.slowSections)
        var span = Int64(isSlow ? random.integer(5...400) : random.integer(0...3)) * Self.millisecond + 100_000
        if plan.slowWorker == place { span += Int64(random.integer(50...500)) * Self.millisecond }
        if task.section.text.first == SimulatedArticles.poison {
            note("  \(name) takes poison \(task.id.article)/\(task.id.index)")
            queue.add(.kill(name, life: processes[name.index].life), at: now + span)
            return
        }
        if areFaultsOn, plan.lostWorker == place || (plan.hangs > 0 && random.oneIn(plan.hangs)) {
            note("  \(name) hangs at \(task.id.article)/\(task.id.index)")
            workers[place]?.hang = task.id
            leaseWatch.hangs(peer(name), at: task.id)
            harmWorker(place)
            if plan.lostWorker == place { return }
            span += Int64(random.integer(1...25)) * Self.second
        }
        later(.analysed(task), in: name, after: span)
    }

    private func perform(_ actions: [WorkerStateMachine.Action]?, _ place: Int) {
        guard let actions else { return }
        let name = ProcessName.worker(place)
        let survived = survivedActions(actions.count)
        for action in actions.prefix(survived) {
            switch action {
            case .sendToProducer(let envelope):
                sendFromDealer(.workerToProducer(workerSays(envelope)), processes[name.index].connection)
            case .sendToSink(let envelope):
                sendFromDealer(.workerToSink(envelope), workers[place]?.sinkConnection)
                if areFaultsOn, plan.doubledAnswers > 0, random.oneIn(plan.doubledAnswers) {
                    note("  (twice)")
                    sendFromDealer(.workerToSink(envelope), workers[place]?.sinkConnection)
                }
                if mutant == .forgetsUnacknowledged, case .results(let results, _) = envelope.body {
                    let answer = SinkToWorker.received(serials: results.map(\.serial))
                    later(
                        .message(
                            .sinkToWorker(Envelope(session: envelope.session, sequence: 0, body: answer)),
                            from: peer(name)
                        ),
                        in: name,
                        after: 1000
                    )
                }
            case .connectSink(let location):
                if plan.cutOffWorker == place { break }
                if let old = workers[place]?.sinkConnection { close(old) }
                guard let sink = location.endpoint.split(separator: "/").last.flatMap({ Int($0) }) else {
                    return violate("no endpoint of a sink's: \(location.endpoint)")
                }
                workers[place]?.sinkConnection = open(to: .sink(sink), from: name, as: peer(name))
            case .disconnectSink:
                if let old = workers[place]?.sinkConnection { close(old) }
                workers[place]?.sinkConnection = nil
            case .reconnectProducer: connectToProducer(name)
            case .log(let event): note("  \(name): \(event.message) \(event.details)")
            case .stop(.drained): return kill(name)
            case .stop(.refused(let reason)): return refused(name, reason)
            }
        }
        if survived < actions.count { kill(name) }
    }
}
