package import Articles
internal import Cluster
internal import DequeModule
package import Extraction
package import Logging
package import ZeroMQ

/// What a worker does with a section. It belongs to the worker's thread.
package protocol SectionAnalyzer {
    mutating func findings(in section: SectionText) -> Findings
}

extension Extractor: SectionAnalyzer {}

/// A worker: its state machine, its two DEALERs and its extractor, on the thread that calls ``run()``. It receives,
/// analyses and sends on that one thread; a process with several threads has several of these.
package final class WorkerLoop: RoleLoop {
    package let name = "worker"

    /// What is told of the loop, among the threads of its process.
    package struct Observation: Sendable {
        let role: RoleObservation
        let thread: Int

        /// - Parameter thread: its number, from 1.
        package init(_ role: RoleObservation, thread: Int) {
            self.role = role
            self.thread = thread
        }
    }

    private let context: Context
    private let producer: Endpoint
    private let identity: PeerIdentity
    private let model: Model
    private let capacity: Int
    private let security: PeerSecurity?
    private let observation: Observation?
    private let logger: Logger
    private let makeAnalyzer: @Sendable (Model) -> any SectionAnalyzer
    private let control: LoopControl

    /// - Parameters:
    ///   - capacity: how many sections it holds at once.
    ///   - security: its keys; `nil` for connections that are not encrypted.
    ///   - observation: what is told of the loop; `nil`: nothing.
    ///   - makeAnalyzer: makes what analyses sections, on the worker's thread.
    package init(
        context: Context,
        producer: Endpoint,
        identity: PeerIdentity,
        model: Model,
        capacity: Int = ClusterConfiguration().capacity,
        security: PeerSecurity? = nil,
        observation: Observation? = nil,
        logger: Logger,
        makeAnalyzer: @escaping @Sendable (Model) -> any SectionAnalyzer = { Extractor(model: $0) }
    ) throws(RoleError) {
        self.makeAnalyzer = makeAnalyzer
        self.context = context
        self.producer = producer
        self.identity = identity
        self.model = model
        self.capacity = capacity
        self.security = security
        self.observation = observation
        self.logger = logger
        control = try LoopControl()
    }

    package func shutDown() { control.askToEnd() }

    private func socket(to server: KeyFolder.Role) -> ClientSocket {
        ClientSocket(named: identity.peer, to: server, security: security, in: context, logger: logger)
    }

    package func run() throws(RoleError) {
        let end: WorkerStateMachine.WorkerEnd
        do throws(ZeroMQError) {
            var turn = WorkerTurn(
                producer: socket(to: .producer),
                sink: socket(to: .sink),
                endpoint: producer,
                machine: WorkerStateMachine(
                    introduction: identity.introduction,
                    capacity: capacity,
                    sessionSeed: identity.life,
                    at: .now
                ),
                analyzer: makeAnalyzer(model),
                control: control,
                metrics: observation.map { WorkerMetrics($0.role, thread: $0.thread) },
                logger: logger
            )
            end = try turn.run()
        } catch {
            throw .socket(error)
        }
        if case .refused(let reason) = end { throw .refused(reason: reason) }
    }
}

/// What the worker's thread owns while it runs.
private struct WorkerTurn: ~Copyable {
    /// So long the sockets may wait for sections to be analysed.
    private static let stretch = TimeSpan.milliseconds(1)

    var producer: ClientSocket
    var sink: ClientSocket
    let endpoint: Endpoint
    var machine: WorkerStateMachine
    var analyzer: any SectionAnalyzer
    let control: LoopControl
    let metrics: WorkerMetrics?
    let logger: Logger
    var poller = Poller()
    var end: WorkerStateMachine.WorkerEnd?
    var hasWorked = false
    /// How often the metrics are taken: no more often than the producer's beats wake who has nothing to do.
    private static let look = TimeSpan.milliseconds(200)
    var nextLook = Instant.now

    init(
        producer: consuming ClientSocket,
        sink: consuming ClientSocket,
        endpoint: Endpoint,
        machine: WorkerStateMachine,
        analyzer: any SectionAnalyzer,
        control: LoopControl,
        metrics: WorkerMetrics?,
        logger: Logger
    ) {
        self.metrics = metrics
        self.producer = producer
        self.sink = sink
        self.endpoint = endpoint
        self.machine = machine
        self.analyzer = analyzer
        self.control = control
        self.logger = logger
    }

    mutating func run() throws(ZeroMQError) -> WorkerStateMachine.WorkerEnd {
        let wakeUp = poller.add(control.wakeUp)
        try producer.open(endpoint, &poller)
        try perform(machine.start(at: .now))
        while true {
            if let end { return end }
            let task = machine.nextTask()
            sink.wakes(&poller, machine.awaitsSink)
            // With a section to analyse, the sockets are looked at but not waited for.
            try poller.wait(until: task == nil ? machine.nextTick : .now)
            if poller.ready(wakeUp) != [] { control.wakeUp.drain() }
            if control.takeAskedEnd() { try perform(machine.shutdownRequested(at: .now)) }
            try receive()
            let now = Instant.now
            if now >= machine.nextTick { try perform(machine.tick(at: now)) }
            look(at: now)
            if let task { try analyse(task) }
        }
    }

    private mutating func look(at now: Instant) {
        guard let metrics, now >= nextLook else { return }
        nextLook = now + Self.look
        metrics.update(
            from: machine,
            unreadableMessages: producer.unreadableMessages + sink.unreadableMessages,
            at: now
        )
    }

    /// Analyses a section, and those after it for as long as the sockets may wait: to look at them costs as much as a
    /// small section.
    private mutating func analyse(_ first: SectionTask) throws(ZeroMQError) {
        if !hasWorked { logger.info("the first section came") }
        hasWorked = true
        var task = first
        var last = Instant.now
        let until = last + Self.stretch
        while true {
            let findings = analyzer.findings(in: task.section)
            let now = Instant.now
            metrics?.analysed(bytes: task.section.text.utf8.count, tokens: findings.tokenCount, in: now - last)
            last = now
            try perform(machine.analysed(task.id, findings: findings, at: now))
            guard end == nil, now < until, let next = machine.nextTask() else { return }
            task = next
        }
    }

    private mutating func receive() throws(ZeroMQError) {
        var received: [WorkerStateMachine.Message] = []
        // The sink first: what it has is not sent to it again when the producer's beat says that it is time to look.
        try sink.receive(MessageCodec.decodeForWorker(fromSink:)) { received.append(.sink($0)) }
        try producer.receive(MessageCodec.decodeForWorker(fromProducer:)) { received.append(.producer($0)) }
        guard !received.isEmpty else { return }
        let now = Instant.now
        try perform(machine.together(at: now) { for message in received { _ = $0.received(message, at: now) } })
    }

    private mutating func perform(_ actions: [WorkerStateMachine.Action]) throws(ZeroMQError) {
        for action in actions {
            switch action {
            case .sendToProducer(let envelope): try producer.send(MessageCodec.encode(envelope))
            case .sendToSink(let envelope): try sink.send(MessageCodec.encode(envelope))
            case .connectSink(let location): try connectSink(location)
            case .disconnectSink: sink.close(&poller)
            case .reconnectProducer: try producer.open(endpoint, &poller)
            case .log(let event): logger.log(event)
            case .stop(let reason):
                end = reason
                try producer.linger(500)
                try sink.linger(500)
            }
        }
    }

    private mutating func connectSink(_ location: SinkLocation) throws(ZeroMQError) {
        let endpoint: Endpoint
        do throws(EndpointError) {
            endpoint = try Endpoint(location.endpoint)
        } catch {
            logger.error("the sink says that it is where nothing can be", metadata: ["reason": "\(error)"])
            return
        }
        do throws(ZeroMQError) {
            try sink.open(endpoint, &poller)
            logger.info("connecting to the sink", metadata: ["endpoint": "\(endpoint)"])
        } catch {
            if error.code == .terminated { throw error }
            logger.error("the sink can't be connected to", metadata: ["reason": "\(error)"])
        }
    }
}
