import Articles
import Cluster
import Testing

/// What a peer of another version meets: a refusal that says what to do, in its own log and in the producer's.
@Suite("Peers of another version")
struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var version: UInt32
        var model: String
        var words: [String]
        var testDescription: String { "protocol \(version), model \(model)" }
    }

    static let cases = [
        Case(version: 99, model: "m", words: ["protocol version 99", "run the same version"]),
        Case(version: protocolVersion, model: "other", words: ["model other", "--model"]),
    ]

    private func errors(_ actions: [ProducerStateMachine.Action]) -> [LogEvent] {
        actions.compactMap {
            guard case .log(let event) = $0, event.level == .error else { return nil }
            return event
        }
    }

    @Test("a worker is refused at both ends, and the producer says so once", arguments: cases)
    func worker(_ peer: Case) throws {
        var history = ProducerHistory()
        let introduction = ProducerHistory.introduction("w", version: peer.version, model: peer.model)
        var worker = WorkerStateMachine(introduction: introduction, capacity: 4, sessionSeed: 1, at: history.now)
        guard case .sendToProducer(let hello) = try #require(worker.start(at: history.now).first) else {
            Issue.record("no hello")
            return
        }
        history.receive(hello, from: "w")
        let logged = errors(history.actions)
        #expect(logged.count == 1)
        let refusal = history.actions.compactMap { action -> Envelope<ProducerToWorker>? in
            if case .sendToWorker(PeerID("w"), let envelope) = action { envelope } else { nil }
        }
        try #require(refusal.count == 1)
        let end = worker.received(.producer(refusal[0]), at: history.now)
        guard case .stop(.refused(let reason)) = try #require(end.last) else {
            Issue.record("\(end)")
            return
        }
        for word in peer.words {
            #expect(reason.contains(word))
            #expect(logged.first?.details.contains { $0.value.contains(word) } == true)
        }
        history.receive(hello, from: "w")
        #expect(errors(history.actions).isEmpty)
        #expect(history.machine.figures.workers == 0)
    }

    @Test("a sink is refused at both ends, and costs the one that serves nothing", arguments: cases)
    func sink(_ peer: Case) throws {
        var history = ProducerHistory.serving([ProducerHistory.article(2)])
        let introduction = ProducerHistory.introduction("s", version: peer.version, model: peer.model)
        var sink = SinkStateMachine(
            introduction: introduction,
            location: SinkLocation(endpoint: "e", incarnation: 9),
            sessionSeed: 1,
            at: history.now
        )
        guard case .sendToProducer(let hello) = try #require(sink.start(at: history.now).first) else {
            Issue.record("no hello")
            return
        }
        let actions = history.machine.received(.sink(hello), from: PeerID("s"), at: history.now)
        #expect(errors(actions).count == 1)
        let refusal = actions.compactMap { action -> Envelope<ProducerToSink>? in
            if case .sendToSink(PeerID("s"), let envelope) = action { envelope } else { nil }
        }
        try #require(refusal.count == 1)
        let end = sink.received(refusal[0], at: history.now)
        guard case .stop(.refused(let reason)) = try #require(end.last) else {
            Issue.record("\(end)")
            return
        }
        for word in peer.words { #expect(reason.contains(word)) }
        #expect(history.machine.figures.hasSink)
    }
}
