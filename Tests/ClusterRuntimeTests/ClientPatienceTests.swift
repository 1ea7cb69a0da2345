import Articles
import Cluster
import ClusterRuntime
import Synchronization
import Testing
import ZeroMQ

/// A producer that answers each question as it is told to.
private final class ScriptedProducer {
    let endpoint: Endpoint
    private let context: Context
    private let thread: DedicatedThread

    /// - Parameter answer: to a question, by how many came before it.
    init(_ answer: @escaping @Sendable (ClientToProducer, Int) -> ProducerToClient) throws {
        let context = try Context()
        let bound = Promise<Endpoint?>()
        thread = try DedicatedThread(name: "scripted") {
            guard let socket = try? Socket(.router, in: context), let place = try? socket.bind(to: "tcp://127.0.0.1:*")
            else { return bound.fulfil(nil) }
            bound.fulfil(try? Endpoint(place))
            var message = Message()
            var sender = RoutingID()
            var count = 0
            // Ends when the context is shut down.
            while let reception = try? socket.receive(into: &message, from: &sender, .block) {
                guard case .message = reception,
                    case .client(let question)? = message.withUnsafeBytes({ try? MessageCodec.decodeForProducer($0) })
                else { continue }
                let bytes = MessageCodec.encode(answer(question, count))
                count += 1
                _ = try? socket.send(Message(copying: bytes), to: sender, .dontWait)
            }
        }
        self.context = context
        endpoint = try #require(bound.wait())
    }

    deinit {
        context.shutDown()
        thread.join()
    }
}

@Suite("A client and a producer that is busy", .timeLimit(.minutes(5)))
struct ClientPatienceTests {
    private func client(of producer: ScriptedProducer, patience: TimeSpan) throws -> ClusterClient {
        ClusterClient(
            context: try Context(),
            producer: producer.endpoint,
            softwareVersion: "test",
            patience: patience
        )
    }

    @Test("a producer that is busy for longer than the client's patience is an error that says why")
    func busyForEver() throws {
        let producer = try ScriptedProducer { question, _ in
            .busy(request: question.request, reason: "the disk is full", retryAfter: 20)
        }
        let client = try client(of: producer, patience: .milliseconds(300))
        var reasons: Set<String> = []
        client.whenBusy = { reasons.insert($0) }
        let error = #expect(throws: ClientError.self) { try client.submit([Newsroom.article(1)]) }
        #expect(error == .busy(reason: "the disk is full", seconds: 0))
        #expect(error?.description.contains("the disk is full") == true)
        #expect(reasons == ["the disk is full"])
    }

    @Test("a producer that is busy for a while is asked again")
    func busyForAWhile() throws {
        let producer = try ScriptedProducer { question, count in
            guard count >= 5, case .submit(let request, let articles, _) = question else {
                return .busy(request: question.request, reason: "wait", retryAfter: 1)
            }
            return .accepted(request: request, articles.map { Acceptance(id: $0.id, isNew: true) })
        }
        let client = try client(of: producer, patience: .seconds(60))
        let article = Newsroom.article(1)
        #expect(try client.submit([article]) == [.accepted(Acceptance(id: article.id, isNew: true))])
    }

    @Test("what was accepted out of its turn is told of before the client gives up")
    func acceptedOutOfTurn() throws {
        // As on a disk that has room for the second batch alone, which is smaller.
        let producer = try ScriptedProducer { question, _ in
            guard case .submit(let request, let articles, _) = question, articles.count < 64 else {
                return .busy(request: question.request, reason: "the disk is full", retryAfter: 20)
            }
            return .accepted(request: request, articles.map { Acceptance(id: $0.id, isNew: true) })
        }
        let articles = (1...67).map { Newsroom.article($0) }
        var rest = articles.makeIterator()
        var accepted: [ArticleID] = []
        #expect(throws: ClientError.busy(reason: "the disk is full", seconds: 0)) {
            try client(of: producer, patience: .milliseconds(300)).submit({ rest.next() }) { article, outcome in
                #expect(outcome == .accepted(Acceptance(id: article.id, isNew: true)))
                accepted.append(article.id)
            }
        }
        #expect(accepted == articles.suffix(3).map(\.id))
    }

    @Test("the priority of a submission reaches the producer", arguments: Priority.allCases)
    func priority(priority: Priority) throws {
        let seen = Mutex<Priority?>(nil)
        let producer = try ScriptedProducer { question, _ in
            guard case .submit(let request, let articles, let priority) = question else {
                return .failed(request: question.request, reason: "no submission")
            }
            seen.withLock { $0 = priority }
            return .accepted(request: request, articles.map { Acceptance(id: $0.id, isNew: true) })
        }
        _ = try client(of: producer, patience: .seconds(60)).submit([Newsroom.article(1)], priority: priority)
        #expect(seen.withLock { $0 } == priority)
    }
}
