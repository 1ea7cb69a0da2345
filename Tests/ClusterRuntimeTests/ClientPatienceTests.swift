import Articles
import Cluster
import ClusterRuntime
import ClusterTestSupport
import Synchronization
import Testing
import ZeroMQ

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
        let client = try client(of: producer, patience: .seconds(3))
        var reasons: Set<String> = []
        client.whenBusy = { reasons.insert($0) }
        let error = #expect(throws: ClientError.self) { try client.submit([Newsroom.article(1)]) }
        #expect(error == .busy(reason: "the disk is full", seconds: 3))
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
        #expect(throws: ClientError.busy(reason: "the disk is full", seconds: 3)) {
            try client(of: producer, patience: .seconds(3)).submit({ rest.next() }) { article, outcome in
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
