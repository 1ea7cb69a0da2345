internal import Articles
internal import Cluster
internal import DequeModule
package import Extraction
package import Logging
package import ZeroMQ

/// A worker: its state machine, its two DEALERs and its extractor, on the thread that calls ``run()``. It receives,
/// analyses and sends on that one thread; a process with several threads has several of these.
package final class WorkerLoop: RoleLoop {
    package let name = "worker"

    private let context: Context
    private let producer: Endpoint
    private let identity: PeerIdentity
    private let model: Model
    private let capacity: Int
    private let logger: Logger
    private let control: LoopControl

    /// - Parameter capacity: how many sections it holds at once.
    package init(
        context: Context,
        producer: Endpoint,
        identity: PeerIdentity,
        model: Model,
        capacity: Int = ClusterConfiguration().capacity,
        logger: Logger
    ) throws(RoleError) {
        self.context = context
        self.producer = producer
        self.identity = identity
        self.model = model
        self.capacity = capacity
        self.logger = logger
        control = try LoopControl()
    }

    package func shutDown() { control.askToEnd() }

    package func run() throws(RoleError) {
        let end: WorkerStateMachine.WorkerEnd
        do throws(ZeroMQError) {
            var turn = WorkerTurn(
                producer: ClientSocket(named: identity.peer, in: context, logger: logger),
                sink: ClientSocket(named: identity.peer, in: context, logger: logger),
                endpoint: producer,
                machine: WorkerStateMachine(
                    introduction: identity.introduction,
                    capacity: capacity,
                    sessionSeed: identity.life,
                    at: .now
                ),
                extractor: Extractor(model: model),
                control: control,
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
    var producer: ClientSocket
    var sink: ClientSocket
    let endpoint: Endpoint
    var machine: WorkerStateMachine
    var extractor: Extractor
    let control: LoopControl
    let logger: Logger
    var poller = Poller()
    var end: WorkerStateMachine.WorkerEnd?

    init(
        producer: consuming ClientSocket,
        sink: consuming ClientSocket,
        endpoint: Endpoint,
        machine: WorkerStateMachine,
        extractor: Extractor,
        control: LoopControl,
        logger: Logger
    ) {
        self.producer = producer
        self.sink = sink
        self.endpoint = endpoint
        self.machine = machine
        self.extractor = extractor
        self.control = control
        self.logger = logger
    }

    mutating func run() throws(ZeroMQError) -> WorkerStateMachine.WorkerEnd {
        _ = poller.add(control.wakeUp)
        try producer.open(endpoint, &poller)
        try perform(machine.start(at: .now))
        while true {
            if let end { return end }
            let task = machine.nextTask()
            // With a section to analyse, the sockets are looked at but not waited for.
            try poller.wait(until: task == nil ? machine.nextTick : .now)
            control.wakeUp.drain()
            if control.takeAskedEnd() { try perform(machine.shutdownRequested(at: .now)) }
            try receive()
            if .now >= machine.nextTick { try perform(machine.tick(at: .now)) }
            if let task {
                let findings = extractor.findings(in: task.section)
                try perform(machine.analysed(task.id, findings: findings, at: .now))
            }
        }
    }

    private mutating func receive() throws(ZeroMQError) {
        var received: [WorkerStateMachine.Message] = []
        try producer.receive(MessageCodec.decodeForWorker(fromProducer:)) { received.append(.producer($0)) }
        try sink.receive(MessageCodec.decodeForWorker(fromSink:)) { received.append(.sink($0)) }
        for message in received { try perform(machine.received(message, at: .now)) }
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
