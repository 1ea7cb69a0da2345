internal import Articles
internal import Cluster
package import Extraction
package import Logging
package import ZeroMQ

/// The sink: its state machine, its ROUTER for workers, its DEALER to the producer and its report store, on the thread
/// that calls ``run()``.
package final class SinkLoop: RoleLoop {
    package let name = "sink"
    /// Where it listens, with `*` replaced, once it does.
    package let bound = Promise<Result<Endpoint, RoleError>>()

    private let context: Context
    private let producer: Endpoint
    private let listen: Endpoint
    private let advertise: Endpoint?
    private let destination: ReportStore.Destination
    private let isPretty: Bool
    private let observer: (@Sendable (ReportEvent) -> Void)?
    private let identity: PeerIdentity
    private let model: Model
    private let security: PeerSecurity?
    private let observation: RoleObservation?
    private let logger: Logger
    private let heedsRoom: Bool
    private let control: LoopControl

    /// - Parameters:
    ///   - advertise: where workers reach it, if that is not where it listens.
    ///   - isPretty: whether reports are laid out for people, or one line each.
    ///   - observer: is told of each report, on the thread that writes reports.
    ///   - observation: what is told of the loop; `nil`: nothing.
    ///   - heedsRoom: whether the producer takes no more articles than the disk of the reports has room for.
    package init(
        context: Context,
        producer: Endpoint,
        listen: Endpoint,
        advertise: Endpoint? = nil,
        destination: ReportStore.Destination,
        isPretty: Bool = true,
        observer: (@Sendable (ReportEvent) -> Void)? = nil,
        identity: PeerIdentity,
        model: Model,
        security: PeerSecurity? = nil,
        observation: RoleObservation? = nil,
        heedsRoom: Bool = true,
        logger: Logger
    ) throws(RoleError) {
        self.context = context
        self.producer = producer
        self.listen = listen
        self.advertise = advertise
        self.destination = destination
        self.isPretty = isPretty
        self.observer = observer
        self.identity = identity
        self.model = model
        self.security = security
        self.observation = observation
        self.logger = logger
        self.heedsRoom = heedsRoom
        control = try LoopControl()
    }

    package func shutDown() { control.askToEnd() }

    package func run() throws(RoleError) {
        do throws(RoleError) {
            let store = try ReportStore(
                destination: destination,
                model: model,
                isPretty: isPretty,
                observer: observer,
                metrics: observation.map { ReportMetrics($0.factory) },
                answered: { [wakeUp = control.wakeUp] in wakeUp.signal() }
            )
            defer { store.close() }
            switch try run(with: store) {
            case .drained: break
            case .refused(let reason): throw .refused(reason: reason)
            case .displaced(let reason): throw .displaced(reason: reason)
            }
        } catch {
            bound.fulfil(.failure(error))
            throw error
        }
    }

    private func run(with store: ReportStore) throws(RoleError) -> SinkStateMachine.SinkEnd {
        let server: ServerSocket
        let endpoint: Endpoint
        let opened = try PeerSockets.server(at: listen, in: context, security: security, logger: logger)
        do throws(ZeroMQError) {
            endpoint = opened.endpoint
            server = try ServerSocket(opened, logger: logger)
        } catch {
            throw .socket(error)
        }
        let location = advertise ?? endpoint
        guard location.isReachable else {
            throw .endpoint(
                EndpointError(
                    "the sink listens at \(endpoint), which says nothing to workers: name the endpoint where they reach it (advertise)"
                )
            )
        }
        do throws(ZeroMQError) {
            var turn = SinkTurn(
                server: server,
                producer: ClientSocket(
                    named: identity.peer,
                    to: .producer,
                    security: security,
                    in: context,
                    logger: logger
                ),
                endpoint: producer,
                store: store,
                machine: SinkStateMachine(
                    introduction: identity.introduction,
                    location: SinkLocation(endpoint: location.description, incarnation: identity.life),
                    sessionSeed: identity.life,
                    at: .now
                ),
                control: control,
                metrics: observation.map { SinkMetrics($0) },
                heedsRoom: heedsRoom,
                logger: logger
            )
            logger.notice("listening", metadata: ["endpoint": "\(endpoint)"])
            bound.fulfil(.success(endpoint))
            return try turn.run()
        } catch {
            throw .socket(error)
        }
    }
}

/// What the sink's thread owns while it runs.
private struct SinkTurn: ~Copyable {
    var server: ServerSocket
    var producer: ClientSocket
    let endpoint: Endpoint
    let store: ReportStore
    var machine: SinkStateMachine
    let control: LoopControl
    var metrics: SinkMetrics?
    let heedsRoom: Bool
    let logger: Logger
    var poller = Poller()
    var end: SinkStateMachine.SinkEnd?

    init(
        server: consuming ServerSocket,
        producer: consuming ClientSocket,
        endpoint: Endpoint,
        store: ReportStore,
        machine: SinkStateMachine,
        control: LoopControl,
        metrics: SinkMetrics?,
        heedsRoom: Bool,
        logger: Logger
    ) {
        self.metrics = metrics
        self.heedsRoom = heedsRoom
        self.server = server
        self.producer = producer
        self.endpoint = endpoint
        self.store = store
        self.machine = machine
        self.control = control
        self.logger = logger
    }

    mutating func run() throws(ZeroMQError) -> SinkStateMachine.SinkEnd {
        _ = poller.add(server.socket)
        let wakeUp = poller.add(control.wakeUp)
        try producer.open(endpoint, &poller)
        try perform(machine.start(at: .now))
        while true {
            if let end { return end }
            try poller.wait(until: min(machine.nextTick, server.nextLook))
            if poller.ready(wakeUp) != [] { control.wakeUp.drain() }
            if control.takeAskedEnd() { try perform(machine.shutdownRequested(at: .now)) }
            let answers = store.takeAnswers()
            if !answers.isEmpty {
                let now = Instant.now
                try perform(machine.together(at: now) { for answer in answers { $0.told(answer, at: now) } })
            }
            try receive()
            let now = Instant.now
            // That a worker is gone is the producer's business.
            if now >= server.nextLook { _ = try server.hasLostConnection(at: now) }
            if now >= machine.nextTick { try tick() }
        }
    }

    private mutating func tick() throws(ZeroMQError) {
        let now = Instant.now
        if heedsRoom { machine.room = store.room }
        try perform(machine.tick(at: now))
        metrics?.update(
            from: machine,
            connectionsRefused: server.refusedConnections,
            handshakesFailed: server.failedHandshakes,
            unreadableMessages: server.unreadableMessages + producer.unreadableMessages,
            at: now
        )
    }

    private mutating func receive() throws(ZeroMQError) {
        var commands: [Envelope<ProducerToSink>] = []
        try producer.receive(MessageCodec.decodeForSink(fromProducer:)) { commands.append($0) }
        var results: [(Envelope<WorkerToSink>, PeerID)] = []
        // Only workers are let in here, and they say nothing but results.
        try server.receive(
            MessageCodec.decodeForSink(fromWorker:),
            refused: { _, _, _ in nil },
            { envelope, worker in results.append((envelope, worker)) }
        )
        guard !commands.isEmpty || !results.isEmpty else { return }
        let now = Instant.now
        try perform(
            machine.together(at: now) {
                for command in commands { _ = $0.received(command, at: now) }
                for (envelope, worker) in results { _ = $0.received(envelope, from: worker, at: now) }
            }
        )
    }

    private mutating func perform(_ actions: [SinkStateMachine.Action]) throws(ZeroMQError) {
        store.expect(machine.gatheringArticles)
        for action in actions {
            switch action {
            case .sendToProducer(let envelope): try producer.send(MessageCodec.encode(envelope))
            case .sendToWorker(let peer, let envelope):
                // A worker that is gone, or can't take it, sends its results again when it is back.
                _ = try server.send(MessageCodec.encode(envelope), to: peer)
            case .write(let outline, let findings): store.write(outline, findings)
            case .lookForWholeReport(let id): store.lookForWholeReport(of: id)
            case .readReport(let request, let id): store.read(request: request, id)
            case .claimReports(let claim): store.claim(claim)
            case .reconnectProducer: try producer.open(endpoint, &poller)
            case .log(let event): logger.log(event)
            case .stop(let reason):
                end = reason
                try producer.linger(500)
                try server.socket.set(.linger, to: .milliseconds(500))
            }
        }
    }
}

extension SinkStateMachine {
    fileprivate mutating func told(_ answer: ReportStoreAnswer, at now: Instant) {
        switch answer {
        case .written(let id): _ = reportWritten(id, at: now)
        case .writeFailed(let id, let reason): _ = writeFailed(id, reason: reason, at: now)
        case .whole(let id, let isThere): _ = lookedForWholeReport(of: id, isThere: isThere, at: now)
        case .claimed(let number, let shutOut): _ = claimed(number, shutOut: shutOut, at: now)
        case .notClaimed(let number, let reason): _ = notClaimed(number, reason: reason, at: now)
        case .displaced(let reason): _ = displaced(reason: reason, at: now)
        case .read(let request, let bytes): _ = reportRead(request: request, bytes: bytes, at: now)
        case .unreadable(let request, let reason): _ = reportUnreadable(request: request, reason: reason, at: now)
        }
    }
}
