import Articles
import Cluster
import Extraction
import Simulator

/// Drives a producer through a history: peers that join and talk, a journal that answers.
struct ProducerHistory {
    static let sink = PeerID("sink")
    static let client = PeerID("client")

    var machine: ProducerStateMachine
    var configuration: ClusterConfiguration
    var now = Instant(nanoseconds: 0)
    private(set) var actions: [ProducerStateMachine.Action] = []
    private(set) var didStop = false
    private var sequences: [PeerID: SessionSequence] = [:]

    init(_ change: (inout ClusterConfiguration) -> Void = { _ in }) {
        configuration = ClusterConfiguration()
        change(&configuration)
        machine = ProducerStateMachine(
            incarnation: 1,
            journal: 1,
            introduction: Self.introduction("producer"),
            configuration: configuration,
            at: now,
            split: SimulatedArticles.split
        )
        actions = machine.start(at: now)
    }

    static func introduction(_ name: String, version: UInt32 = protocolVersion, model: String = "m") -> Introduction {
        Introduction(name: name, protocolVersion: version, softwareVersion: "1", modelDigest: model)
    }

    static func article(_ sections: Int, _ name: String = "a") -> Article {
        Article(source: name, text: (0..<sections).map { "قسم \($0)\n" }.joined())
    }

    mutating func pass(_ span: TimeSpan) {
        let end = now + span
        while !didStop, machine.nextTick <= end {
            now = machine.nextTick
            tickOnce()
        }
        now = end
    }

    mutating func tickOnce() {
        actions = machine.tick(at: now)
        didStop = didStop || actions.contains(.stop)
    }

    /// A worker's message with numbers of the test's own.
    mutating func receive(_ envelope: Envelope<WorkerToProducer>, from worker: String) {
        actions = machine.received(.worker(envelope), from: PeerID(worker), at: now)
    }

    mutating func joinWorker(_ name: String, capacity: Int = 8, session: UInt64 = 7) {
        sequences[PeerID(name)] = SessionSequence(session: session)
        tell(name, .hello(Self.introduction(name), capacity: capacity))
    }

    mutating func tell(_ worker: String, _ body: WorkerToProducer) {
        guard let envelope = sequences[PeerID(worker)]?.envelope(body) else { return }
        actions = machine.received(.worker(envelope), from: PeerID(worker), at: now)
    }

    mutating func tell(_ body: SinkToProducer, from peer: PeerID = ProducerHistory.sink) {
        guard let envelope = sequences[peer]?.envelope(body) else { return }
        actions = machine.received(.sink(envelope), from: peer, at: now)
    }

    /// A sink says hello, and not yet what it holds.
    mutating func greet(incarnation: UInt64 = 1, peer: PeerID = ProducerHistory.sink) {
        sequences[peer] = SessionSequence(session: 100 + incarnation)
        let location = SinkLocation(endpoint: "e", incarnation: incarnation)
        tell(.hello(Self.introduction(peer.description), location: location), from: peer)
    }

    mutating func joinSink(
        incarnation: UInt64 = 1,
        peer: PeerID = ProducerHistory.sink,
        holding: [HeldArticle] = [],
        reported: [ReportedArticle] = []
    ) {
        greet(incarnation: incarnation, peer: peer)
        tell(.holding(holding, reported: reported, isLast: true), from: peer)
    }

    mutating func lose(_ worker: String) { actions = machine.unreachable(PeerID(worker), at: now) }

    mutating func ask(_ message: ClientToProducer, from client: PeerID = ProducerHistory.client) {
        actions = machine.received(.client(message), from: client, at: now)
    }

    mutating func answer(_ answer: JournalAnswer) { actions = machine.journalAnswered(answer, at: now) }

    mutating func shutDown() { actions = machine.shutdownRequested(at: now) }

    /// The journal gives these to the request that asks for work.
    mutating func load(_ articles: [Article]) {
        for request in journalRequests {
            guard case .load(let ticket, _, _) = request else { continue }
            answer(.loaded(ticket: ticket, articles.map { StoredArticle(id: $0.id, article: $0) }, remaining: 0))
            return
        }
    }

    /// A producer with a sink that has opened `articles`.
    static func serving(
        _ articles: [Article],
        _ change: (inout ClusterConfiguration) -> Void = { _ in }
    ) -> ProducerHistory {
        var history = ProducerHistory(change)
        history.load(articles)
        history.joinSink()
        history.tell(.opened(articles.map(\.id)))
        return history
    }

    // MARK: What was done

    var journalRequests: [JournalRequest] {
        actions.compactMap { if case .journal(let request) = $0 { request } else { nil } }
    }

    var answers: [ProducerToClient] {
        actions.compactMap { if case .sendToClient(_, let answer) = $0 { answer } else { nil } }
    }

    var toSink: [ProducerToSink] {
        actions.compactMap { if case .sendToSink(_, let envelope) = $0 { envelope.body } else { nil } }
    }

    func toWorker(_ name: String) -> [ProducerToWorker] {
        actions.compactMap {
            if case .sendToWorker(let peer, let envelope) = $0, peer == PeerID(name) { envelope.body } else { nil }
        }
    }

    /// The sections that a worker is given.
    func work(_ name: String) -> [Int] {
        toWorker(name).flatMap { body -> [Int] in
            if case .work(let tasks) = body { tasks.map(\.id.index) } else { [] }
        }
    }
}
