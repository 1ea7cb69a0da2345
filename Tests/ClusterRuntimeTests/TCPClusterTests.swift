import Articles
import Cluster
import ClusterRuntime
import Extraction
import Testing
import ZeroMQ

@Suite("The cluster over TCP", .serialized, .timeLimit(.minutes(5)))
struct TCPClusterTests {
    private func submit(_ articles: [Article], _ client: ClusterClient) throws -> [ArticleID] {
        try client.submit(articles).compactMap { outcome in
            if case .accepted(let acceptance) = outcome { acceptance.id } else { nil }
        }
    }

    private func settled(_ ids: [ArticleID], _ client: ClusterClient) throws -> [ArticleID: JobState?] {
        var states: [ArticleID: JobState?] = [:]
        try client.waitUntilSettled(ids, settled: { states[$0] = $1 })
        return states
    }

    @Test("articles that are submitted are reported, listed and fetched, with the bytes of any other cluster")
    func wholeWay() throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        try cluster.startSink()
        try cluster.startWorker()
        try cluster.startWorker()
        let client = try cluster.client()
        let articles = Newsroom.articles(100)
        let ids = try submit(articles, client)
        #expect(ids == articles.map(\.id))
        let states = try settled(ids, client)
        #expect(states.count == 100 && states.values.allSatisfy { $0 == .reported })

        var local = LocalCluster(
            workers: 1,
            model: try Model.embedded(),
            softwareVersion: "test",
            destination: .none,
            logger: silent,
            split: Newsroom.split
        )
        local.configuration.openArticles = 7
        local.configuration.openArticlesPerWorker = 0
        var rest = articles.makeIterator()
        try local.run({ rest.next() }) { outcome in
            guard case .reported(let id, let bytes, 0) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(cluster.report(id) == bytes)
        }

        try #expect(client.report(of: ids[3]) == cluster.report(ids[3]))
        try #expect(client.report(of: ArticleID(high: 0, low: 0)) == nil)
        let status = try client.status()
        #expect(status.reported == 100 && status.waiting == 0 && status.workers.count == 2 && status.sink != nil)
        try #expect(client.jobs(limit: 10).jobs.map(\.id) == ids.suffix(10).reversed())
        try #expect(client.job(ids[0])?.state == .reported)
        try #expect(client.job(ArticleID(high: 0, low: 0)) == nil)
        try #expect(client.retry([ids[0]]) == 0)
        try #expect(client.cancel([ids[0]]) == 0)
        // Submitting again is answered, and the reports stay as they are.
        guard case .accepted(Acceptance(id: ids[0], isNew: false)) = try client.submit([articles[0]]).first else {
            Issue.record("not known")
            return
        }
        #expect(try settled([ids[0]], client)[ids[0]] == .reported)
        try cluster.stopAll()
    }

    @Test("a producer that starts anew goes on; the client waits through it, and so do worker and sink")
    func producerRestart() throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        let client = try cluster.client()
        // Nobody is there to work on them yet.
        let ids = try submit(Newsroom.articles(40), client)
        try cluster.startSink()
        try cluster.stopProducer()
        try cluster.startProducer()
        try cluster.startWorker()
        let states = try settled(ids, client)
        #expect(states.count == 40 && states.values.allSatisfy { $0 == .reported })
        for id in ids { #expect(cluster.report(id) != nil) }
        try cluster.stopAll()
    }

    @Test("a sink that starts anew gets the rest; a drain ends when all is done")
    func sinkRestart() throws {
        let cluster = try TCPCluster()
        cluster.configuration.openArticles = 10
        cluster.configuration.openArticlesPerWorker = 0
        try cluster.startProducer()
        try cluster.startSink()
        try cluster.startWorker()
        let client = try cluster.client()
        let ids = try submit(Newsroom.articles(60), client)
        try cluster.stopSink()
        try cluster.startSink()
        _ = try client.drain()
        let states = try settled(ids, client)
        #expect(states.count == 60 && states.values.allSatisfy { $0 == .reported })
        guard case .refused(let reason) = try client.submit([Newsroom.article(1000)]).first else {
            Issue.record("taken although the cluster is drained")
            return
        }
        #expect(reason.contains("drain"))
        try client.resume()
        #expect(try submit([Newsroom.article(1000)], client).count == 1)
        try cluster.stopAll()
    }

    @Test("workers that leave hand over what they hold, and others go on")
    func workersComeAndGo() throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        try cluster.startSink()
        try cluster.startWorker()
        let client = try cluster.client()
        let ids = try submit(Newsroom.articles(60), client)
        try cluster.startWorker()
        try cluster.stopWorker()
        try cluster.stopWorker()
        try cluster.startWorker()
        let states = try settled(ids, client)
        #expect(states.values.allSatisfy { $0 == .reported })
        try cluster.stopAll()
    }

    @Test("garbage at the producer's and the sink's door changes nothing")
    func hostileBytes() throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        try cluster.startSink()
        try cluster.startWorker()
        let client = try cluster.client()
        let sinkEndpoint = try waitForSink(client)
        let context = try Context()
        for endpoint in [cluster.producerEndpoint.description, sinkEndpoint] {
            let socket = try Socket(.dealer, in: context)
            try socket.set(.linger, to: .milliseconds(2000))
            try socket.connect(to: endpoint)
            var random = SystemRandomNumberGenerator()
            for length in 0..<200 {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                #expect(try socket.send(Message(copying: bytes)).isSent)
            }
            // Several parts, and a message of another version.
            #expect(try socket.send(Message("a"), hasMore: true).isSent)
            #expect(try socket.send(Message("b")).isSent)
            let status = MessageCodec.encode(ClientToProducer.status(request: 9)) + [0x08, 0x63]
            #expect(try socket.send(Message(copying: status)).isSent)
            if endpoint == cluster.producerEndpoint.description {
                try socket.set(.receiveTimeout, to: .milliseconds(20_000))
                let received = try socket.receive()
                guard let answer = consume received else {
                    Issue.record("no answer to a question of another protocol")
                    continue
                }
                let message = try answer.withUnsafeBytes { try MessageCodec.decodeForClient($0) }
                guard case .failed(9, let reason) = message else {
                    Issue.record("\(message)")
                    continue
                }
                #expect(reason.contains("protocol 99"))
            }
        }
        let ids = try submit(Newsroom.articles(20), client)
        #expect(try settled(ids, client).values.allSatisfy { $0 == .reported })
        try cluster.stopAll()
    }

    private func waitForSink(_ client: ClusterClient) throws -> String {
        while true {
            if let endpoint = try client.status().sinkEndpoint { return endpoint }
        }
    }

    @Test("a message that is larger than any may be costs its sender the connection, and nobody else anything")
    func tooLargeAMessage() throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        try cluster.startSink()
        let client = try cluster.client()
        let sinkEndpoint = try waitForSink(client)
        let context = try Context()
        for endpoint in [cluster.producerEndpoint.description, sinkEndpoint] {
            let socket = try Socket(.dealer, in: context)
            let monitor = try SocketMonitor(of: socket)
            try socket.connect(to: endpoint)
            let bytes = [UInt8](repeating: 7, count: ClusterLimits.messageSize + 1)
            #expect(try socket.send(Message(copying: bytes)).isSent)
            var poller = Poller()
            _ = poller.add(monitor.socket)
            var isDisconnected = false
            while !isDisconnected, try poller.poll(timeout: .seconds(30)) > 0 {
                while let event = try monitor.receive() {
                    if case .disconnected = event.kind { isDisconnected = true }
                }
            }
            #expect(isDisconnected, "\(endpoint)")
        }
        try cluster.startWorker()
        let ids = try submit(Newsroom.articles(5), client)
        #expect(try settled(ids, client).values.allSatisfy { $0 == .reported })
        try cluster.stopAll()
    }

    @Test("a worker of another model is refused, with the reason")
    func otherModel() throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        let stranger = Role(
            try WorkerLoop(
                context: try Context(),
                producer: cluster.producerEndpoint,
                identity: PeerIdentity(role: "worker", softwareVersion: "test", modelDigest: "another"),
                model: try Model.embedded(),
                logger: silent
            )
        )
        try stranger.start()
        let error = #expect(throws: RoleError.self) { try stranger.wait() }
        guard case .refused = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        try cluster.stopAll()
    }

    @Test("a client whose producer isn't there says so after its patience")
    func nobodyThere() throws {
        let client = ClusterClient(
            context: try Context(),
            producer: try Endpoint("tcp://127.0.0.1:9"),
            softwareVersion: "test",
            patience: .milliseconds(1200)
        )
        #expect(throws: ClientError.unreachable(endpoint: "tcp://127.0.0.1:9", seconds: 1)) { try client.status() }
    }

    @Test("a role that runs as a service ends in order when its task is cancelled")
    func service() async throws {
        let folder = try TemporaryFolder()
        let model = try Model.embedded()
        let loop = try ProducerLoop(
            context: try Context(),
            listen: try Endpoint("ipc://\(folder.file("producer"))"),
            journal: .folder(folder.file("journal")),
            identity: PeerIdentity(role: "producer", softwareVersion: "test", model: model),
            logger: silent
        )
        let role = Role(loop)
        let service = Task { try await role.run() }
        _ = try await loop.bound.value.get()
        service.cancel()
        try await service.value
    }

    @Test("a second producer on the same port or journal is refused")
    func secondProducer() throws {
        let cluster = try TCPCluster()
        try cluster.startProducer()
        let error = #expect(throws: RoleError.self) { try cluster.startProducer() }
        guard case .journal(.inUse) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
