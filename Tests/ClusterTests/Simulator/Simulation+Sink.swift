import Articles
import Cluster

extension Simulation {
    func startSink(_ place: Int) {
        let name = ProcessName.sink(place)
        let connection = open(to: .producer, from: name, as: peer(name))
        processes[name]?.connection = connection
        var machine = SinkStateMachine(
            introduction: introduction(name),
            location: SinkLocation(endpoint: "sink/\(place)", incarnation: random.next()),
            sessionSeed: random.next(),
            at: instant
        )
        let actions = machine.start(at: instant)
        sinks[place] = machine
        perform(actions, place)
        laterAt(machine.nextTick, in: name)
    }

    func liveInSink(_ event: OwnEvent, _ place: Int) {
        let name = ProcessName.sink(place)
        switch event {
        case .message(let payload, let peer):
            switch payload {
            case .producerToSink(let envelope): perform(sinks[place]?.received(envelope, at: instant), place)
            case .workerToSink(let envelope):
                perform(sinks[place]?.received(envelope, from: peer, at: instant), place)
            default: violate("a sink got a message for another role")
            }
        case .tick:
            perform(sinks[place]?.tick(at: instant), place)
            if let sink = sinks[place] { laterAt(sink.nextTick, in: name) }
        case .terminate: perform(sinks[place]?.shutdownRequested(at: instant), place)
        case .onDisk(let outline, let findings, let fails):
            if fails {
                perform(sinks[place]?.writeFailed(outline.id, reason: "disk is full", at: instant), place)
            } else {
                checkReport(outline, findings)
                disk[outline.id] = findings
                perform(sinks[place]?.reportWritten(outline.id, at: instant), place)
            }
        case .checked(let id):
            perform(sinks[place]?.existenceChecked(id, exists: disk[id] != nil, at: instant), place)
        case .read(let request, let id):
            let bytes: [UInt8]? = disk[id] == nil ? nil : id.bytes
            perform(sinks[place]?.reportRead(request: request, bytes: bytes, at: instant), place)
        default: violate("no event of a sink's")
        }
    }

    private func perform(_ actions: [SinkStateMachine.Action]?, _ place: Int) {
        let name = ProcessName.sink(place)
        for action in actions ?? [] {
            switch action {
            case .sendToProducer(let envelope):
                if case .received(let sections) = envelope.body { noLongerHeld(sections) }
                sendFromDealer(.sinkToProducer(envelope), processes[name]?.connection)
            case .sendToWorker(let peer, let envelope): _ = sendFromRouter(.sinkToWorker(envelope), name, to: peer)
            case .write(let outline, let findings):
                let fails = now < plan.faultsEnd && plan.writeFailures > 0 && random.oneIn(plan.writeFailures)
                let delay = Int64(random.integer(100...8000)) * 1000
                later(.onDisk(outline, findings, fails: fails), in: name, after: delay)
            case .checkExistence(let id):
                later(.checked(id), in: name, after: Int64(random.integer(10...2000)) * 1000)
            case .readReport(let request, let id):
                later(.read(request: request, id), in: name, after: Int64(random.integer(10...2000)) * 1000)
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
