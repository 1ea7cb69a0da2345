import Articles
import Cluster
import ClusterRuntime
import InMemoryLogging
import Logging
import TestSupport
import Testing
import ZeroMQ

@Suite("What has come and is not read", .timeLimit(.minutes(5)))
struct UnreadBytesTests {
    /// A ROUTER, and what is held of it.
    private final class Server {
        let endpoint: Endpoint
        let log = InMemoryLogHandler()
        let router: Socket
        var unread: UnreadBytes
        private let monitor: SocketMonitor

        init(_ limits: UnreadBytes.Limits = .init(), keys: CurveKeys? = nil) throws {
            router = try Socket(.router, in: try Context())
            if let keys { try router.secureAsServer(keys, domain: "test") }
            monitor = try SocketMonitor(of: router)
            unread = UnreadBytes(
                isEncrypted: keys != nil,
                limits: limits,
                logger: Logger(label: "test") { [log] _ in log }
            )
            endpoint = try Endpoint(try router.bind(to: "tcp://127.0.0.1:*"))
        }

        func look(memory: Int = 0) throws {
            while let event = try monitor.receive() {
                switch event.kind {
                case .accepted(let descriptor): unread.accepted(descriptor)
                case .disconnected(let descriptor): unread.ended(descriptor)
                default: break
                }
            }
            unread.look(at: Instant(nanoseconds: 0), memory: memory)
        }

        /// Looks until that many bytes are there and unread, or a connection was ended.
        func wait(for bytes: Int) throws {
            while unread.total < bytes, unread.endedConnections == 0 { try look() }
        }
    }

    @Test(
        "nothing is left of messages that were read, whatever their length, with keys and without",
        arguments: [false, true]
    )
    func exactness(isEncrypted: Bool) throws {
        let keys = try CurveKeys.generate()
        let server = try Server(keys: isEncrypted ? keys : nil)
        let dealer = try Socket(.dealer, in: try Context())
        if isEncrypted { try dealer.secureAsClient(try CurveKeys.generate(), serverKey: keys.publicKey) }
        try dealer.set(.linger, to: .milliseconds(0))
        try dealer.connect(to: server.endpoint.description)
        var random = SeededRandom(seed: 7)
        var message = Message()
        var peer = RoutingID()
        for number in 1...20_000 {
            let size = Int(random.next() % (number.isMultiple(of: 100) ? 100_000 : 600))
            #expect(try dealer.send(Message(copying: [UInt8](repeating: 1, count: size))).isSent)
            // Some wait for others.
            guard number.isMultiple(of: 8) else { continue }
            for _ in 0..<8 {
                #expect(try server.router.receive(into: &message, from: &peer) == .message)
                server.unread.read(message)
            }
            if number.isMultiple(of: 1000) { try server.look() }
        }
        try server.look()
        // What two libraries say to each other before.
        #expect(server.unread.total < 1024)
        #expect(server.unread.endedConnections == 0 && server.log.entries.isEmpty)
    }

    @Test("who sends more than is held is let go, and named")
    func bound() throws {
        var limits = UnreadBytes.Limits()
        limits.ofConnection = 2 << 20
        let server = try Server(limits)
        let (quiet, loud) = (try RawPeer(at: server.endpoint), try RawPeer(at: server.endpoint))
        #expect(quiet.send(RawPeer.part(1 << 20)))
        try server.wait(for: 1 << 20)
        #expect(server.unread.endedConnections == 0)
        _ = loud.send(RawPeer.part(1 << 20) + RawPeer.part(2 << 20))
        try server.wait(for: .max)
        loud.waitForEnd()
        #expect(server.unread.endedConnections == 1)
        #expect(server.log.entries.count == 1)
        let entry = try #require(server.log.entries.first)
        #expect(entry.level == .warning && entry.metadata["address"] == "127.0.0.1")
        try server.look()
        #expect((1 << 20...2 << 20).contains(server.unread.total))
    }

    @Test("where memory is short, whoever sends most is let go, unless what all of them send is little")
    func memory() throws {
        var limits = UnreadBytes.Limits()
        (limits.ofMemory, limits.harmless) = (1000, 4 << 20)
        let server = try Server(limits)
        let (less, more) = (try RawPeer(at: server.endpoint), try RawPeer(at: server.endpoint))
        #expect(less.send(RawPeer.part(1 << 20)) && more.send(RawPeer.part(2 << 20)))
        try server.wait(for: 3 << 20)
        try server.look(memory: 2000)
        #expect(server.unread.endedConnections == 0)
        #expect(more.send(RawPeer.part(2 << 20)))
        try server.wait(for: 5 << 20)
        try server.look(memory: 1000)
        #expect(server.unread.endedConnections == 0)
        try server.look(memory: 1001)
        more.waitForEnd()
        #expect(server.unread.endedConnections == 1)
        try server.look(memory: 1001)
        #expect(server.unread.endedConnections == 1)
        #expect((1 << 20..<2 << 20).contains(server.unread.total))
    }

    @Test("a message without end costs its sender the connection; the cluster goes on", arguments: [false, true])
    func cluster(isAtSink: Bool) throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        try cluster.startSink()
        try cluster.startWorker()
        let endpoint = isAtSink ? try #require(cluster.sinkEndpoint) : cluster.producerEndpoint
        let stranger = try RawPeer(at: endpoint)
        let client = try cluster.client()
        let articles = Newsroom.articles(8)
        _ = try client.submit(articles)
        // A third more than is held of one.
        let part = RawPeer.part(1 << 20)
        for _ in 0..<ClusterLimits.messageSize / (3 << 20) * 8 where !stranger.send(part) { break }
        stranger.waitForEnd()
        var reported = 0
        try client.waitUntilSettled(articles.map(\.id), settled: { if $1 == .reported { reported += 1 } })
        #expect(reported == articles.count)
        #expect(try client.submit(articles).count == articles.count)
        try cluster.stopAll()
    }

    @Test("what a container allows is read", arguments: [("max\n", nil), ("536870912\n", 536_870_912), ("", nil)])
    func room(text: String, bytes: Int?) { #expect(MemoryRoom.bytes(ofLimit: text) == bytes) }

    @Test("what a process has is read", arguments: [("116 60 20 1 0 9 0\n", 40), ("1 2", 0), ("", 0)])
    func inUse(text: String, pages: Int) {
        #expect(MemoryRoom.pages(inUse: text) == pages)
        #expect(MemoryRoom.inUse > 1 << 20)
    }
}
