import Cluster

/// A process of the simulated cluster, by its place; its life is counted beside it.
enum ProcessName: Hashable {
    case producer
    case client
    case sink(Int)
    case worker(Int)

    static let sinks = 2
    static let workers = 5
    static let count = 2 + sinks + workers

    /// Its place in tables of all processes.
    var index: Int {
        switch self {
        case .producer: 0
        case .client: 1
        case .sink(let place): 2 + place
        case .worker(let place): 2 + Self.sinks + place
        }
    }

    var isSink: Bool { if case .sink = self { true } else { false } }
    var isWorker: Bool { if case .worker = self { true } else { false } }
}

/// What travels, of all kinds.
enum Payload {
    case workerToProducer(Envelope<WorkerToProducer>)
    case producerToWorker(Envelope<ProducerToWorker>)
    case sinkToProducer(Envelope<SinkToProducer>)
    case producerToSink(Envelope<ProducerToSink>)
    case workerToSink(Envelope<WorkerToSink>)
    case sinkToWorker(Envelope<SinkToWorker>)
    case clientToProducer(ClientToProducer)
    case producerToClient(ProducerToClient)

    /// A sign of life that says nothing new; so is a second sink's asking.
    var isBeat: Bool {
        switch self {
        case .workerToProducer(let envelope): if case .beat = envelope.body { true } else { false }
        case .producerToWorker(let envelope): if case .beat = envelope.body { true } else { false }
        case .sinkToProducer(let envelope):
            switch envelope.body {
            case .beat, .hello: true
            default: false
            }
        case .producerToSink(let envelope):
            switch envelope.body {
            case .beat, .refused: true
            default: false
            }
        case .workerToSink, .sinkToWorker, .clientToProducer, .producerToClient: false
        }
    }
}

/// A DEALER's connection to a ROUTER: each direction keeps its order; what is on the way is lost when it breaks.
struct Connection {
    enum State: Equatable {
        case connecting
        case connected
        case closed
    }

    let dealer: ProcessName
    let dealerLife: Int
    let peer: PeerID
    let router: ProcessName
    var state = State.connecting
    /// Nothing arrives in this direction any more, and neither side knows.
    var isDeadToRouter = false
    var isDeadToDealer = false
    /// A cut that heals: what is sent until then arrives then.
    var stalledUntil: Int64 = 0
    /// Grows with each break: what was sent before is lost.
    var epoch = 0
    var lastArrivalAtRouter: Int64 = 0
    var lastArrivalAtDealer: Int64 = 0
    /// What the DEALER was given while it was not connected, if it keeps that.
    var unsent: [Payload] = []

    var isDead: Bool { isDeadToRouter || isDeadToDealer }
}
