import Articles
import Cluster
import Extraction

/// What must hold for any bytes from a socket or a journal: said as texts, so that tests and the fuzzer use the same.
enum MessageProperties {
    /// `nil`: there is no such target.
    static func violations(of bytes: UnsafeRawBufferPointer, target: String) -> [String]? {
        switch target {
        case "messages": messages(bytes)
        case "journal": journalRow(bytes)
        case "peers": peers(bytes)
        default: nil
        }
    }

    // MARK: One message, one row

    /// What can be read is written again as something that reads the same.
    private static func messages(_ bytes: UnsafeRawBufferPointer) -> [String] {
        var violations: [String] = []
        func check<Value: Equatable>(
            _ name: String,
            _ decode: (UnsafeRawBufferPointer) throws(MessageError) -> Value,
            _ encode: (Value) -> [UInt8]
        ) {
            guard let value = try? decode(bytes) else { return }
            let written = encode(value)
            let again = written.withUnsafeBytes { try? decode($0) }
            if again != value { violations.append("\(name): another message after it was written: \(value)") }
            if again.map(encode) != written { violations.append("\(name): written in two ways: \(value)") }
        }
        check("producer", MessageCodec.decodeForProducer) {
            switch $0 {
            case .worker(let envelope): MessageCodec.encode(envelope)
            case .sink(let envelope): MessageCodec.encode(envelope)
            case .client(let message): MessageCodec.encode(message)
            // Nothing is decoded as such.
            case .unread: []
            }
        }
        // Whatever the bytes are.
        _ = MessageCodec.unreadQuestion(bytes)
        check("worker, from the producer", MessageCodec.decodeForWorker(fromProducer:)) { MessageCodec.encode($0) }
        check("worker, from the sink", MessageCodec.decodeForWorker(fromSink:)) { MessageCodec.encode($0) }
        check("sink, from the producer", MessageCodec.decodeForSink(fromProducer:)) { MessageCodec.encode($0) }
        check("sink, from a worker", MessageCodec.decodeForSink(fromWorker:)) { MessageCodec.encode($0) }
        check("client", MessageCodec.decodeForClient) { MessageCodec.encode($0) }
        return violations
    }

    private static func journalRow(_ bytes: UnsafeRawBufferPointer) -> [String] {
        guard let article = try? MessageCodec.decodeArticle(bytes) else { return [] }
        let again = MessageCodec.encode(article).withUnsafeBytes { try? MessageCodec.decodeArticle($0) }
        return again == article && again?.id == article.id ? [] : ["another article after it was written"]
    }

    // MARK: Peers that say anything

    /// The bytes are messages, each after its sender and its length; they go to a producer, a sink and a worker that are
    /// at work. None may trap, hold more than its bounds, or forget the honest peers.
    private static func peers(_ bytes: UnsafeRawBufferPointer) -> [String] {
        var cluster = PestedCluster()
        var rest = bytes[...]
        while rest.count > 3 {
            let peer = rest[rest.startIndex]
            let length = Int(rest[rest.startIndex + 1]) | Int(rest[rest.startIndex + 2]) << 8
            rest = rest.dropFirst(3)
            cluster.hear(UnsafeRawBufferPointer(rebasing: rest.prefix(length)), from: PeerID("stranger \(peer % 4)"))
            rest = rest.dropFirst(length)
        }
        return cluster.violations()
    }
}

/// A producer with a sink, a worker and an article in work, a sink and a worker; strangers talk to all of them.
private struct PestedCluster {
    private static let introduction = Introduction(
        name: "n",
        protocolVersion: protocolVersion,
        softwareVersion: "1",
        modelDigest: "m"
    )
    private static let article = Article(source: "honest", text: "نص")
    private static let (worker, sink) = (PeerID("worker"), PeerID("sink"))

    private var producer: ProducerStateMachine
    private var sinkMachine: SinkStateMachine
    private var workerMachine: WorkerStateMachine
    private var now = Instant(nanoseconds: 0)
    private var beats: UInt64 = 1

    init() {
        var configuration = ClusterConfiguration()
        configuration.openArticles = 4
        configuration.openArticlesPerWorker = 0
        // The honest worker keeps its section, however long the strangers talk.
        configuration.lease = .seconds(86_400)
        producer = ProducerStateMachine(
            incarnation: 1,
            journal: 1,
            introduction: Self.introduction,
            configuration: configuration,
            at: now,
            split: { id, article in
                let end = article.text.unicodeScalars.count
                return Outline(id: id, article: article, sections: [Section(index: 0, kind: .body, range: 0..<end)])
            }
        )
        sinkMachine = SinkStateMachine(
            introduction: Self.introduction,
            location: SinkLocation(endpoint: "e", incarnation: 1),
            sessionSeed: 1,
            at: now
        )
        workerMachine = WorkerStateMachine(introduction: Self.introduction, capacity: 4, sessionSeed: 1, at: now)
        _ = sinkMachine.start(at: now)
        _ = workerMachine.start(at: now)
        for case .journal(.load(let ticket, _, _)) in producer.start(at: now) {
            let stored = StoredArticle(id: Self.article.id, article: Self.article)
            _ = producer.journalAnswered(.loaded(ticket: ticket, [stored], remaining: 0), at: now)
        }
        say(.hello(Self.introduction, location: SinkLocation(endpoint: "e", incarnation: 1)), 1)
        say(.holding([], reported: [], isLast: true), 2)
        say(.opened([Self.article.id]), 3)
        let hello = Envelope(
            session: 1,
            sequence: 1,
            body: WorkerToProducer.hello(Self.introduction, capacity: 4)
        )
        _ = producer.received(.worker(hello), from: Self.worker, at: now)
    }

    private mutating func say(_ body: SinkToProducer, _ sequence: UInt64) {
        _ = producer.received(.sink(Envelope(session: 1, sequence: sequence, body: body)), from: Self.sink, at: now)
    }

    mutating func hear(_ bytes: UnsafeRawBufferPointer, from peer: PeerID) {
        now = now + .milliseconds(50)
        if let message = try? MessageCodec.decodeForProducer(bytes) {
            answer(producer.received(message, from: peer, at: now))
        }
        if now >= producer.nextTick {
            answer(producer.tick(at: now))
            beats += 1
            say(.beat(room: nil), beats + 2)
            let beat = WorkerToProducer.beat(analysed: 0, granted: 4)
            let envelope = Envelope(session: 1, sequence: beats, body: beat)
            answer(producer.received(.worker(envelope), from: Self.worker, at: now))
        }
        if let message = try? MessageCodec.decodeForSink(fromProducer: bytes) {
            for case .claimReports(let claim) in sinkMachine.received(message, at: now) {
                _ = sinkMachine.claimed(claim.number, shutOut: 0, at: now)
            }
        }
        if let message = try? MessageCodec.decodeForSink(fromWorker: bytes) {
            _ = sinkMachine.received(message, from: peer, at: now)
        }
        _ = sinkMachine.tick(at: now)
        if let message = try? MessageCodec.decodeForWorker(fromProducer: bytes) {
            _ = workerMachine.received(.producer(message), at: now)
        }
        if let message = try? MessageCodec.decodeForWorker(fromSink: bytes) {
            _ = workerMachine.received(.sink(message), at: now)
        }
        if let task = workerMachine.nextTask() {
            _ = workerMachine.analysed(task.id, findings: Findings(), at: now)
        }
        _ = workerMachine.tick(at: now)
    }

    /// The journal says what an empty one says.
    private mutating func answer(_ actions: [ProducerStateMachine.Action]) {
        for case .journal(let request) in actions {
            switch request {
            case .load(let ticket, _, _):
                _ = producer.journalAnswered(.loaded(ticket: ticket, [], remaining: 0), at: now)
            case .store(let ticket, let articles, _):
                let acceptances = articles.map { Acceptance(id: $0.id, isNew: true) }
                _ = producer.journalAnswered(.stored(ticket: ticket, acceptances), at: now)
            case .states(let ticket, let ids):
                _ = producer.journalAnswered(.states(ticket: ticket, ids.map { _ in nil }), at: now)
            case .settle(let ticket, _, _): _ = producer.journalAnswered(.settled(ticket: ticket), at: now)
            default: break
            }
        }
    }

    func violations() -> [String] {
        var violations: [String] = []
        let figures = producer.figures
        if figures.openArticles > 4 { violations.append("\(figures.openArticles) articles are open") }
        if !figures.hasSink { violations.append("a stranger cost the producer its sink") }
        let section = SectionID(article: Self.article.id, index: 0)
        if producer.leaseholder(of: section) == nil {
            violations.append("a stranger cost the worker its section, or took it")
        }
        if figures.workers > 5 { violations.append("\(figures.workers) workers") }
        return violations
    }
}
