import Articles
import Cluster
import ClusterRuntime
import Extraction
import TestSupport
import ZeroMQ

/// Roles over TCP on loopback, each with a context of its own, as processes have it.
final class TCPCluster {
    let folder: TemporaryFolder
    var configuration = ClusterConfiguration()
    private(set) var producerEndpoint: Endpoint
    private(set) var sinkEndpoint: Endpoint?
    private var producer: Role?
    private var sink: Role?
    private var workers: [Role] = []
    private let model: Model

    init() throws {
        folder = try TemporaryFolder()
        model = try Model.embedded()
        producerEndpoint = try Endpoint("tcp://127.0.0.1:\(FreePorts.take(1)[0])")
    }

    func identity(_ role: String) -> PeerIdentity {
        PeerIdentity(role: role, softwareVersion: "test", model: model)
    }

    /// A producer that comes again listens where the first one did.
    func startProducer() throws {
        let loop = try ProducerLoop(
            context: try Context(),
            listen: producerEndpoint,
            journal: .folder(folder.file("journal")),
            identity: identity("producer"),
            configuration: configuration,
            logger: silent,
            split: Newsroom.split
        )
        producer = Role(loop)
        try producer?.start()
        producerEndpoint = try loop.bound.wait().get()
    }

    func startSink() throws {
        let loop = try SinkLoop(
            context: try Context(),
            producer: producerEndpoint,
            listen: try Endpoint("tcp://127.0.0.1:*"),
            destination: .folder(folder.file("reports")),
            identity: identity("sink"),
            model: model,
            logger: silent
        )
        sink = Role(loop)
        try sink?.start()
        sinkEndpoint = try loop.bound.wait().get()
    }

    func startWorker() throws {
        let role = Role(
            try WorkerLoop(
                context: try Context(),
                producer: producerEndpoint,
                identity: identity("worker"),
                model: model,
                capacity: configuration.capacity,
                logger: silent
            )
        )
        try role.start()
        workers.append(role)
    }

    func stopProducer() throws {
        producer?.shutDown()
        try producer?.wait()
        producer = nil
    }

    func stopSink() throws {
        sink?.shutDown()
        try sink?.wait()
        sink = nil
    }

    func stopWorker() throws {
        let worker = workers.popLast()
        worker?.shutDown()
        try worker?.wait()
    }

    func stopAll() throws {
        while !workers.isEmpty { try stopWorker() }
        try stopSink()
        try stopProducer()
    }

    func client() throws -> ClusterClient {
        ClusterClient(context: try Context(), producer: producerEndpoint, softwareVersion: "test")
    }

    func report(_ id: ArticleID) -> [UInt8]? { folder.read("reports/\(id).json") }
}
