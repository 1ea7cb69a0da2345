package import Articles
package import Cluster
internal import DequeModule
internal import Glibc
package import Logging
package import ZeroMQ

/// The producer: its state machine, its ROUTER and its journal, on the thread that calls ``run()``.
package final class ProducerLoop: RoleLoop {
    /// Where accepted articles are kept.
    package enum JournalPlace: Sendable, Equatable {
        /// `keep`: how long articles that are settled are kept, in milliseconds; `nil`: for ever.
        case folder(String, keep: Int64? = nil)
        /// Gone with the process: for a cluster that lives as long as its input.
        case temporary
    }

    package let name = "producer"
    /// Where it listens, with `*` replaced, once it does.
    package let bound = Promise<Result<Endpoint, RoleError>>()

    private let context: Context
    private let listen: Endpoint
    private let place: JournalPlace
    private let identity: PeerIdentity
    private let configuration: ClusterConfiguration
    private let security: PeerSecurity?
    private let observation: RoleObservation?
    private let logger: Logger
    private let split: @Sendable (ArticleID, Article) -> Outline
    private let control: LoopControl

    /// - Parameters:
    ///   - security: its keys; `nil` for connections that are not encrypted.
    ///   - observation: what is told of the loop; `nil`: nothing.
    ///   - split: cuts an article into sections, the same way on every machine.
    package init(
        context: Context,
        listen: Endpoint,
        journal place: JournalPlace,
        identity: PeerIdentity,
        configuration: ClusterConfiguration = .init(),
        security: PeerSecurity? = nil,
        observation: RoleObservation? = nil,
        logger: Logger,
        split: @escaping @Sendable (ArticleID, Article) -> Outline = SectionSplitter.outline(id:article:)
    ) throws(RoleError) {
        self.context = context
        self.listen = listen
        self.place = place
        self.identity = identity
        self.configuration = configuration
        self.security = security
        self.observation = observation
        self.logger = logger
        self.split = split
        control = try LoopControl()
    }

    package func shutDown() { control.askToEnd() }

    package func run() throws(RoleError) {
        do throws(RoleError) {
            let journal = try openJournal()
            defer { journal.close() }
            let opened = try PeerSockets.server(at: listen, in: context, security: security, logger: logger)
            do throws(ZeroMQError) {
                let endpoint = opened.endpoint
                var turn = ProducerTurn(
                    socket: try ServerSocket(opened, logger: logger),
                    journal: journal,
                    machine: ProducerStateMachine(
                        incarnation: identity.life,
                        journal: journal.identity,
                        introduction: identity.introduction,
                        configuration: configuration,
                        at: .now,
                        split: split
                    ),
                    control: control,
                    metrics: observation.map { ProducerMetrics($0) },
                    logger: logger
                )
                logger.notice("listening", metadata: ["endpoint": "\(endpoint)"])
                bound.fulfil(.success(endpoint))
                try turn.run()
            } catch {
                throw .socket(error)
            }
        } catch {
            bound.fulfil(.failure(error))
            throw error
        }
    }

    private func openJournal() throws(RoleError) -> Journal {
        do throws(JournalError) {
            let wake: @Sendable () -> Void = { [wakeUp = control.wakeUp] in wakeUp.signal() }
            let timer = observation.map { JournalTimer($0.factory) }
            return switch place {
            case .folder(let path, let keep):
                try Journal(folder: path, keep: keep, timer: timer, logger: logger, answered: wake)
            case .temporary: try Journal(temporaryWith: logger, answered: wake)
            }
        } catch {
            throw .journal(error)
        }
    }
}

/// What the producer's thread owns while it runs.
private struct ProducerTurn: ~Copyable {
    var socket: ServerSocket
    let journal: Journal
    var machine: ProducerStateMachine
    let control: LoopControl
    var metrics: ProducerMetrics?
    let logger: Logger
    var actions: Deque<ProducerStateMachine.Action> = []
    var isStopped = false
    /// Microseconds from one turn to the next, where there is enough to do for everybody meanwhile.
    private static let pause: UInt32 = 1000
    /// How often the machine is told of its surroundings, and its metrics are taken.
    let look = TimeSpan.milliseconds(250)
    var nextLook = Instant.now

    mutating func run() throws(ZeroMQError) {
        var poller = Poller()
        _ = poller.add(socket.socket)
        let connections = socket.wakesForConnections(&poller)
        let wakeUp = poller.add(control.wakeUp)
        try perform(machine.start(at: .now))
        while !isStopped {
            // What comes during a pause is handled, answered and sent together: fewer turns, and fewer messages. All other
            // processes of the cluster are woken less often, too.
            if machine.mayPause { usleep(Self.pause) }
            try poller.wait(until: min(machine.nextTick, socket.nextLook))
            if poller.ready(wakeUp) != [] { control.wakeUp.drain() }
            if control.takeAskedEnd() { try perform(machine.shutdownRequested(at: .now)) }
            let answers = journal.takeAnswers()
            if !answers.isEmpty {
                let now = Instant.now
                machine.waitingBytes = journal.waitingBytes
                try perform(
                    machine.together(at: now) { for answer in answers { _ = $0.journalAnswered(answer, at: now) } }
                )
            }
            try receive()
            // After what they have sent: whose connection ended may have said goodbye.
            var now = Instant.now
            if poller.ready(connections) != [] || now >= socket.nextLook, try socket.hasLostConnection(at: now) {
                try perform(machine.connectionEnded(at: .now))
            }
            now = .now
            guard now >= machine.nextTick else { continue }
            if now >= nextLook {
                nextLook = now + look
                machine.surroundings.journal = journal.figures
                machine.surroundings.connectionsRefused = socket.refusedConnections
                machine.surroundings.handshakesFailed = socket.failedHandshakes
                machine.surroundings.messagesUnreadable = socket.unreadableMessages
                metrics?.update(from: machine, at: now)
                journal.tidy()
            }
            machine.waitingBytes = journal.waitingBytes
            try perform(machine.tick(at: now))
        }
        // The last answers to clients and farewells are on their way: let them go out.
        try socket.socket.set(.linger, to: .milliseconds(500))
    }

    private mutating func receive() throws(ZeroMQError) {
        var received: [(ProducerStateMachine.Message, PeerID)] = []
        try socket.receive(
            MessageCodec.decodeForProducer,
            objection: { message, roles in roles.objection(to: message) },
            unread: MessageCodec.unreadQuestion,
            refused: { _, request, reason in MessageCodec.encode(.failed(request: request, reason: reason)) },
            { message, peer in received.append((message, peer)) }
        )
        guard !received.isEmpty else { return }
        let now = Instant.now
        try perform(
            machine.together(at: now) {
                for (message, peer) in received { _ = $0.received(message, from: peer, at: now) }
            }
        )
    }

    private mutating func perform(_ asked: [ProducerStateMachine.Action]) throws(ZeroMQError) {
        actions.append(contentsOf: asked)
        while let action = actions.popFirst() {
            switch action {
            case .sendToWorker(let peer, let envelope): try send(MessageCodec.encode(envelope), to: peer)
            case .sendToSink(let peer, let envelope): try send(MessageCodec.encode(envelope), to: peer)
            case .sendToClient(let peer, let message): try send(MessageCodec.encode(answer: message), to: peer)
            case .journal(let request): journal.send(request)
            case .log(let event): logger.log(event)
            case .stop: isStopped = true
            }
        }
    }

    private mutating func send(_ bytes: [UInt8], to peer: PeerID) throws(ZeroMQError) {
        switch try socket.send(bytes, to: peer) {
        case .sent: break
        case .unreachable: actions.append(contentsOf: machine.unreachable(peer, at: .now))
        case .congested: actions.append(contentsOf: machine.congested(peer, at: .now))
        }
    }
}
