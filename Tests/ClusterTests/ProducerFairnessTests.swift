import Articles
import Cluster
import Extraction
import Testing

@Suite("Whose sections are next")
struct ProducerFairnessTests {
    private func stored(_ name: String, _ submitter: UInt64, _ priority: Priority = .normal) -> StoredArticle {
        let article = ProducerHistory.article(3, name)
        return StoredArticle(
            id: article.id,
            article: article,
            submitter: Submitter(hash: submitter),
            priority: priority
        )
    }

    /// The order in which one worker gets the sections of these, one at a time, by the articles' names.
    private func order(_ articles: [StoredArticle]) -> [String] {
        var history = ProducerHistory { $0.batch = 1 }
        for request in history.journalRequests {
            if case .load(let ticket, _, _) = request {
                history.answer(.loaded(ticket: ticket, articles, remaining: 0))
            }
        }
        history.joinSink()
        history.tell(.opened(articles.map(\.id)))
        history.joinWorker("w", capacity: 100)
        let names = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0.article.source ?? "") })
        return history.toWorker("w").flatMap { body -> [String] in
            if case .work(let tasks) = body { tasks.compactMap { names[$0.id.article] } } else { [] }
        }
    }

    @Test("sections of submitters take turns")
    func turns() {
        let order = order([stored("a1", 1), stored("a2", 1), stored("b", 2)])
        #expect(order == ["a1", "b", "a1", "b", "a1", "b", "a2", "a2", "a2"])
    }

    @Test("sections of a higher priority go first")
    func priorities() {
        let order = order([stored("low", 1, .low), stored("a", 1), stored("urgent", 1, .high), stored("b", 2)])
        #expect(order == ["urgent", "urgent", "urgent", "a", "b", "a", "b", "a", "b", "low", "low", "low"])
    }

    @Test("findings that do not fit their section are tried with another worker, and given up after three attempts")
    func rejected() {
        let article = ProducerHistory.article(1)
        var history = ProducerHistory.serving([article])
        let section = SectionID(article: article.id, index: 0)
        history.joinWorker("w1")
        #expect(history.work("w1") == [0])
        history.joinWorker("w2")
        history.tell("w1", .beat(analysed: 1, granted: 8))
        history.tell(.rejected([section]))
        #expect(history.work("w1") == [] && history.work("w2") == [0])
        history.tell("w2", .beat(analysed: 1, granted: 8))
        history.tell(.rejected([section]))
        #expect(history.work("w1") == [0] && history.work("w2") == [])
        history.tell("w1", .beat(analysed: 2, granted: 8))
        history.tell(.rejected([section]))
        #expect(history.work("w1") == [] && history.work("w2") == [])
        #expect(history.toSink == [.giveUp([section])])
    }
}

@Suite("Leaving when the producer is gone")
struct LeavingTests {
    private static let location = SinkLocation(endpoint: "e", incarnation: 1)

    @Test("a worker that was told to leave waits some beats for a farewell, no longer")
    func worker() {
        var now = Instant(nanoseconds: 0)
        var machine = WorkerStateMachine(
            introduction: ProducerHistory.introduction("w"),
            capacity: 4,
            sessionSeed: 7,
            at: now
        )
        _ = machine.start(at: now)
        let welcome = ProducerToWorker.welcome(producerIncarnation: 1, sink: Self.location, beat: 250, silence: 3000)
        _ = machine.received(.producer(Envelope(session: 8, sequence: 1, body: welcome)), at: now)
        var actions = machine.shutdownRequested(at: now)
        #expect(!actions.contains(.stop(.drained)))
        while !actions.contains(.stop(.drained)), now < Instant(nanoseconds: 0) + .seconds(5) {
            now = machine.nextTick
            actions = machine.tick(at: now)
        }
        #expect(actions.contains(.stop(.drained)))
        #expect(now <= Instant(nanoseconds: 0) + .milliseconds(1500))
    }
}
