import Articles
import Cluster
import ClusterRuntime
import InMemoryLogging
import Logging
import Testing
import ZeroMQ

@Suite("What each role's key may do", .timeLimit(.minutes(5)))
struct KeyRightsTests {
    static let introduction = Introduction(
        name: "stranger:1",
        protocolVersion: protocolVersion,
        softwareVersion: "test",
        modelDigest: "model"
    )
    static let sinkHello = SinkToProducer.hello(
        introduction,
        location: SinkLocation(endpoint: "tcp://127.0.0.1:1", incarnation: 7)
    )
    static let workerHello = WorkerToProducer.hello(introduction, capacity: 8)

    // MARK: The rules

    /// Of a worker, of the sink, a submission, a cancel, the status.
    private static let rights: [(KeyRoles, [Bool])] = [
        (KeyRoles.producer, [false, false, false, false, true]),
        (.sink, [false, true, false, false, true]),
        (.worker, [true, false, false, false, true]),
        (.client, [false, false, true, true, true]),
        ([.worker, .client], [true, false, true, true, true]),
        ([], [false, false, false, false, true]),
    ]

    @Test(
        "workers' messages come with a worker's key, the sink's with a sink's, questions with a client's; the status is for all",
        arguments: rights
    )
    func rules(roles: KeyRoles, expected: [Bool]) {
        let messages: [ProducerStateMachine.Message] = [
            .worker(Envelope(session: 1, sequence: 1, body: Self.workerHello)),
            .sink(Envelope(session: 1, sequence: 1, body: .reported([]))),
            .client(.submit(request: 5, [])),
            .client(.cancel(request: 5, [])),
            .client(.status(request: 5)),
        ]
        #expect(messages.map { roles.objection(to: $0) == nil } == expected)
        // Of what nobody has read, it may be anything.
        #expect((roles.objection(to: .unread(request: 5)) == nil) == expected[3])
        // Who asks is told why there is no answer.
        #expect(messages.allSatisfy { roles.objection(to: $0)?.request ?? 5 == 5 })
    }

    @Test("the first byte of a User-Id says the roles", arguments: 1..<16)
    func userID(bits: UInt8) throws {
        let key = try CurveKeys.generate().publicKey
        let userID = KeyRoles(rawValue: bits).userID(of: key)
        #expect(userID.hasSuffix(" \(key)"))
        #expect(try KeyRoles(userIDStart: #require(userID.utf8.first)).rawValue == bits)
    }

    @Test("each key's first such message is logged, then one each ten seconds with how many there were")
    func restraint() throws {
        let log = InMemoryLogHandler()
        var messages = ForbiddenMessages(logger: Logger(label: "test") { _ in log })
        let start = Instant(nanoseconds: 0)
        let ids = try [KeyRoles.worker, .client].map { $0.userID(of: try CurveKeys.generate().publicKey) }
        func add(_ count: Int, by id: Int, after seconds: Int) -> [String?] {
            log.clear()
            for number in 0..<count {
                let peer = PeerID("peer \(number)")
                messages.add(by: ids[id], from: peer, at: "10.0.0.7", reason: "no", now: start + .seconds(seconds))
            }
            for entry in log.entries {
                #expect(entry.level == .warning)
                #expect(entry.metadata["key"] == "\(ids[id].dropFirst(2))")
                #expect(entry.metadata["key of"] == "\(id == 0 ? "worker" : "client")")
                #expect(entry.metadata["address"] == "10.0.0.7" && entry.metadata["reason"] == "no")
            }
            return log.entries.map { $0.metadata["dropped"]?.description }
        }
        #expect(add(1000, by: 0, after: 0) == ["1"])
        #expect(add(1000, by: 1, after: 1) == ["1"])
        #expect(add(500, by: 0, after: 9) == [])
        #expect(add(2, by: 0, after: 10) == ["1500"])
        #expect(messages.count == 2502)
    }

    // MARK: With sockets

    /// A producer with keys, and what is said to it with the key of any role.
    private final class Door {
        let keys: TemporaryFolder
        let log = InMemoryLogHandler()
        let producer: Role
        let endpoint: Endpoint

        /// - Parameter change: of the keys, before the producer starts.
        init(_ change: (TemporaryFolder) -> Void = { _ in }) throws {
            keys = try TemporaryFolder()
            try KeyFolder(path: keys.path).make()
            change(keys)
            let loop = try ProducerLoop(
                context: try Context(),
                listen: try Endpoint("tcp://127.0.0.1:*"),
                journal: .folder(keys.file("journal")),
                identity: PeerIdentity(role: "producer", softwareVersion: "test", modelDigest: "model"),
                security: try PeerSecurity(folder: keys.path, role: .producer),
                logger: Logger(label: "test") { [log] _ in log },
                split: Newsroom.split
            )
            producer = Role(loop)
            try producer.start()
            endpoint = try loop.bound.wait().get()
        }

        func connect(as role: KeyFolder.Role, named name: String = "stranger 1") throws -> Socket {
            let folder = KeyFolder(path: keys.path)
            let server = try #require(try folder.publicKeys(of: .producer).first)
            let socket = try Socket(.dealer, in: try Context())
            try socket.set(.linger, to: .milliseconds(0))
            try socket.set(.routingID, to: PeerID(name).bytes)
            try socket.set(.receiveTimeout, to: .milliseconds(30_000))
            try socket.secureAsClient(try folder.keys(of: role), serverKey: server)
            try socket.connect(to: endpoint.description)
            return socket
        }

        var warnings: [InMemoryLogHandler.Entry] { log.entries.filter { $0.level == .warning } }

        func stop() throws {
            producer.shutDown()
            try producer.wait()
        }
    }

    /// What comes back for `message`: everything up to the answer to a question for the status, which is for all. The
    /// answer itself is not in it.
    private func answers(to message: [UInt8], over socket: borrowing Socket) throws -> [[UInt8]] {
        #expect(try socket.send(Message(copying: message)).isSent)
        #expect(try socket.send(Message(copying: MessageCodec.encode(.status(request: 99)))).isSent)
        var answers: [[UInt8]] = []
        while true {
            let received = try socket.receive()
            guard let answer = consume received else {
                Issue.record("no answer to a question for the status")
                return answers
            }
            let client = try? answer.withUnsafeBytes { try MessageCodec.decodeForClient($0) }
            if case .status(99, _) = client { return answers }
            answers.append(answer.bytes)
        }
    }

    private func decode<Value>(
        _ bytes: [UInt8]?,
        _ decode: (UnsafeRawBufferPointer) throws(MessageError) -> Value
    ) -> Value? {
        bytes.flatMap { $0.withUnsafeBytes { try? decode($0) } }
    }

    @Test("only a sink's key gets to be the sink", arguments: KeyFolder.Role.allCases)
    func sink(role: KeyFolder.Role) throws {
        let door = try Door()
        let socket = try door.connect(as: role)
        let hello = MessageCodec.encode(Envelope(session: 1, sequence: 1, body: Self.sinkHello))
        let answers = try answers(to: hello, over: socket)
        if role == .sink {
            guard case .welcome = decode(answers.first, MessageCodec.decodeForSink(fromProducer:))?.body else {
                Issue.record("\(answers)")
                return
            }
            #expect(door.warnings.isEmpty)
        } else {
            #expect(answers.isEmpty)
            let key = try KeyFolder(path: door.keys.path).keys(of: role).publicKey
            #expect(door.warnings.map { $0.metadata["key"] } == ["\(key)"])
            #expect(door.warnings.map { $0.metadata["key of"] } == ["\(role.rawValue)"])
        }
        try door.stop()
    }

    @Test("an accepted article stays in the journal, whatever a client's key says of its report")
    func lostArticle() throws {
        let door = try Door()
        let article = Newsroom.article(1)
        let client = ClusterClient(
            context: try Context(),
            producer: door.endpoint,
            softwareVersion: "test",
            security: try PeerSecurity(folder: door.keys.path, role: .client)
        )
        #expect(try client.submit([article]).count == 1)
        let socket = try door.connect(as: .client)
        let reported = ReportedArticle(id: article.id, missingSections: 0)
        for (index, body) in [
            Self.sinkHello, .holding([], reported: [], isLast: true), .opened([article.id]), .reported([reported]),
        ].enumerated() {
            let bytes = MessageCodec.encode(Envelope(session: 1, sequence: UInt64(index + 1), body: body))
            #expect(try answers(to: bytes, over: socket).isEmpty)
        }
        // In step with whatever the journal was asked to do.
        #expect(try client.submit([Newsroom.article(2)]).count == 1)
        #expect(try client.job(article.id)?.state == .waiting)
        try door.stop()
    }

    @Test("only a worker's key gets to be a worker", arguments: KeyFolder.Role.allCases)
    func worker(role: KeyFolder.Role) throws {
        let door = try Door()
        let socket = try door.connect(as: role)
        let hello = MessageCodec.encode(Envelope(session: 1, sequence: 1, body: Self.workerHello))
        let answers = try answers(to: hello, over: socket)
        let welcome = decode(answers.first, MessageCodec.decodeForWorker(fromProducer:))?.body
        if case .welcome = welcome { #expect(role == .worker) } else { #expect(role != .worker && answers.isEmpty) }
        try door.stop()
    }

    @Test("a key that is no client's is told that it may only ask for the status", arguments: KeyFolder.Role.allCases)
    func client(role: KeyFolder.Role) throws {
        let door = try Door()
        let socket = try door.connect(as: role)
        let question = ClientToProducer.jobs(request: 5, state: nil, offset: 0, limit: 1)
        let answers = try answers(to: MessageCodec.encode(question), over: socket)
        if case .failed(5, let reason) = decode(answers.first, MessageCodec.decodeForClient) {
            #expect(role != .client && reason.contains("this key (\(role.rawValue)) may only ask for the status"))
        } else {
            #expect(role == .client)
        }
        try door.stop()
    }

    @Test("who takes a routing id over with another role's key is not taken for its owner")
    func handover() throws {
        let door = try Door()
        let sink = try door.connect(as: .sink, named: "sink 1")
        let hello = MessageCodec.encode(Envelope(session: 1, sequence: 1, body: Self.sinkHello))
        #expect(try !answers(to: hello, over: sink).isEmpty)
        let client = try door.connect(as: .client, named: "sink 1")
        let goodbye = MessageCodec.encode(Envelope(session: 1, sequence: 2, body: SinkToProducer.goodbye))
        _ = try answers(to: goodbye, over: client)
        #expect(door.warnings.map { $0.metadata["key of"] } == ["client"])
        #expect(!door.log.entries.contains { $0.message == "sink is leaving" })
        try door.stop()
    }

    @Test("one key for two roles may do what each of them may, and the producer says so at its start")
    func oneKeyForTwo() throws {
        let door = try Door { keys in
            for kind in ["secret", "public"] {
                keys.write(keys.read("worker.\(kind)") ?? [], to: "client.\(kind)")
            }
        }
        #expect(door.warnings.map { $0.metadata["roles"] } == ["worker, client"])
        let socket = try door.connect(as: .client)
        let hello = MessageCodec.encode(Envelope(session: 1, sequence: 1, body: Self.workerHello))
        #expect(try !answers(to: hello, over: socket).isEmpty)
        let question = MessageCodec.encode(ClientToProducer.show(request: 5, Newsroom.article(1).id))
        #expect(try !answers(to: question, over: socket).isEmpty)
        #expect(door.warnings.count == 1)
        try door.stop()
    }
}
