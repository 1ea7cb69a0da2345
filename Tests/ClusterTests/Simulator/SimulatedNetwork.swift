import Cluster

/// A process of the simulated cluster, by its place; its life is counted beside it.
enum ProcessName: Hashable {
    case producer
    case sink(Int)
    case worker(Int)
    case client
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
        /// Nothing arrives, and neither side knows.
        case dead
        case closed
    }

    let dealer: ProcessName
    let dealerLife: Int
    let peer: PeerID
    let router: ProcessName
    var state = State.connecting
    /// Grows with each break: what was sent before is lost.
    var epoch = 0
    var lastArrivalAtRouter: Int64 = 0
    var lastArrivalAtDealer: Int64 = 0
    /// What the DEALER was given while it was not connected, if it keeps that.
    var unsent: [Payload] = []
}
