import Articles
import Cluster

struct WorkerNode {
    var machine: WorkerStateMachine
    var sinkConnection: Int?
}

extension Simulation {
    func startWorker(_ place: Int) {
        let name = ProcessName.worker(place)
        let connection = open(to: .producer, from: name, as: peer(name))
        processes[name]?.connection = connection
        var machine = WorkerStateMachine(
            introduction: introduction(name),
            capacity: configuration.capacity,
            sessionSeed: random.next(),
            at: instant
        )
        let actions = machine.start(at: instant)
        workers[place] = WorkerNode(machine: machine)
        perform(actions, place)
        laterAt(machine.nextTick, in: name)
    }

    func liveInWorker(_ event: OwnEvent, _ place: Int) {
        let name = ProcessName.worker(place)
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
            if task.section.text.first == SimulatedArticles.failing {
                perform(workers[place]?.machine.failed(task.id, reason: "cannot be analysed", at: instant), place)
            } else {
                let findings = SimulatedArticles.findings(task.section)
                perform(workers[place]?.machine.analysed(task.id, findings: findings, at: instant), place)
            }
        default: violate("no event of a worker's")
        }
        analyseNext(place)
    }

    private func analyseNext(_ place: Int) {
        let name = ProcessName.worker(place)
        guard let process = processes[name], process.isAlive, !process.isBusy, process.inbox.isEmpty,
            let task = workers[place]?.machine.nextTask()
        else { return }
        processes[name]?.isBusy = true
        let isSlow = plan.slowSections > 0 && random.oneIn(plan.slowSections)
        var span = Int64(isSlow ? random.integer(5...400) : random.integer(0...3)) * Self.millisecond + 100_000
        if task.section.text.first == SimulatedArticles.poison {
            note("  \(name) takes poison \(task.id.article)/\(task.id.index)")
            queue.add(.kill(name, life: process.life), at: now + span)
            return
        }
        if now < plan.faultsEnd, plan.hangs > 0, random.oneIn(plan.hangs) {
            note("  \(name) hangs")
            harmWorker(place)
            span += Int64(random.integer(1...25)) * Self.second
        }
        later(.analysed(task), in: name, after: span)
    }

    private func perform(_ actions: [WorkerStateMachine.Action]?, _ place: Int) {
        let name = ProcessName.worker(place)
        for action in actions ?? [] {
            switch action {
            case .sendToProducer(let envelope):
                sendFromDealer(.workerToProducer(envelope), processes[name]?.connection)
            case .sendToSink(let envelope):
                sendFromDealer(.workerToSink(envelope), workers[place]?.sinkConnection)
            case .connectSink(let location):
                if let old = workers[place]?.sinkConnection { close(old) }
                guard let sink = location.endpoint.split(separator: "/").last.flatMap({ Int($0) }) else {
                    return violate("no endpoint of a sink's: \(location.endpoint)")
                }
                let connection = open(to: .sink(sink), from: name, as: peer(name))
                workers[place]?.sinkConnection = connection
            case .disconnectSink:
                if let old = workers[place]?.sinkConnection { close(old) }
                workers[place]?.sinkConnection = nil
            case .reconnectProducer:
                if let old = processes[name]?.connection { close(old) }
                let connection = open(to: .producer, from: name, as: peer(name))
                processes[name]?.connection = connection
            case .log(let event): note("  \(name): \(event.message) \(event.details)")
            case .stop(.drained): return kill(name)
            case .stop(.refused(let reason)): return violate("\(name) was refused: \(reason)")
            }
        }
    }
}
