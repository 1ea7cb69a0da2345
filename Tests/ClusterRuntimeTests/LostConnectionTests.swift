import Articles
import Cluster
import ClusterRuntime
import Testing
import ZeroMQ

@Suite("A connection that ends", .timeLimit(.minutes(5)))
struct LostConnectionTests {
    @Test("what a worker held goes to others when its connection ends, without waiting for a beat")
    func goneWorker() throws {
        let cluster = try TCPCluster()
        // None comes in this test, so nothing else can find out.
        cluster.configuration.beat = .seconds(3600)
        try cluster.startProducer()
        try cluster.startSink()
        let client = try cluster.client()
        let outcomes = try client.submit(Newsroom.articles(1))
        #expect(outcomes.count == 1)
        #expect(try isGivenWork(by: cluster))
        try cluster.startWorker()
        let id = try #require(Newsroom.articles(1).first?.id)
        var states: [ArticleID: JobState?] = [:]
        try client.waitUntilSettled([id], settled: { states[$0] = $1 })
        #expect(states[id] == .reported)
        try cluster.stopAll()
    }

    /// A worker that says hello, is given work, and whose connection then ends, as of a process that was killed.
    private func isGivenWork(by cluster: TCPCluster) throws -> Bool {
        let identity = cluster.identity("worker")
        let socket = try Socket(.dealer, in: try Context())
        try socket.set(.linger, to: .milliseconds(0))
        try socket.set(.routingID, to: identity.peer.bytes)
        try socket.set(.receiveTimeout, to: .milliseconds(30_000))
        try socket.connect(to: cluster.producerEndpoint.description)
        let hello = WorkerToProducer.hello(identity.introduction, capacity: 128)
        let envelope = Envelope(session: identity.life, sequence: 1, body: hello)
        #expect(try socket.send(Message(copying: MessageCodec.encode(envelope))).isSent)
        // After the welcome, and the word of where the sink is.
        while true {
            let received = try socket.receive()
            guard let message = consume received else { return false }
            let envelope = try message.withUnsafeBytes { try MessageCodec.decodeForWorker(fromProducer: $0) }
            if case .work = envelope.body { return true }
        }
    }
}
