import Articles
import Cluster
import Simulator
import Testing

@Suite("What the producer tells of itself")
struct ProducerStatusTests {
    private let article = ProducerHistory.article(4)

    private func section(_ index: Int) -> SectionID { SectionID(article: article.id, index: index) }

    /// What a client is answered.
    private func asked(_ history: inout ProducerHistory) throws -> ClusterStatus {
        history.ask(.status(request: 9))
        for case .counts(let ticket) in history.journalRequests {
            history.answer(.counts(ticket: ticket, waiting: 3, reported: 2, partial: 1, cancelled: 0))
        }
        for case .status(9, let status) in history.answers { return status }
        throw Unanswered()
    }

    private struct Unanswered: Error {}

    @Test("a status has the journal's counts, the workers, the sink and what is under way")
    func whole() throws {
        var history = ProducerHistory.serving([article])
        history.pass(.seconds(2))
        history.joinWorker("w", capacity: 3)
        history.tell(.beat(room: nil))
        history.pass(.milliseconds(1500))
        history.tell("w", .beat(analysed: 1, granted: 3))
        history.tell(.beat(room: nil))
        let status = try asked(&history)
        #expect((status.waiting, status.reported, status.partial) == (3, 2, 1))
        #expect((status.open, status.sectionsPending, status.sectionsInFlight) == (1, 1, 3))
        #expect(status.uptime == 3500)
        let worker = try #require(status.workers.first)
        #expect((worker.name, worker.capacity, worker.credit) == ("w", 3, 0))
        #expect((worker.inFlight, worker.analysed, worker.connected, worker.silence) == (3, 1, 1500, 0))
        #expect(worker.rate.tenSeconds > 0.5)
        let sink = try #require(status.sink)
        #expect((sink.name, sink.endpoint, sink.incarnation) == ("sink", "e", 1))
        #expect((sink.openArticles, sink.reportsPending, sink.connected) == (1, 0, 3500))
        #expect(status.slowestArticles.map(\.id) == [article.id])
        #expect(status.slowestArticles.map(\.name) == ["a"])
        #expect(status.slowestArticles.map(\.open) == [3500])
        #expect(status.slowestSections.map(\.id.index) == [0, 1, 2])
        #expect(status.slowestSections.map(\.isAnalysed) == [true, false, false])
        #expect(status.slowestSections.map(\.age) == [1500, 1500, 1500])
        #expect(status.counts.sectionsHandedOut == 3)
    }

    @Test("latencies run from accepted to settled, and from handed out to received")
    func latency() throws {
        var history = ProducerHistory()
        for case .load(let ticket, _, _) in history.journalRequests {
            let stored = StoredArticle(id: article.id, article: article, waited: .seconds(5))
            history.answer(.loaded(ticket: ticket, [stored], remaining: 0))
        }
        history.joinSink()
        history.tell(.opened([article.id]))
        history.joinWorker("w")
        history.pass(.milliseconds(400))
        history.tell(.received((0..<4).map(section)))
        history.pass(.milliseconds(600))
        var status = history.machine.status
        #expect(status.sink?.reportsPending == 1)
        #expect(status.sectionLatency.minute.count == 4)
        #expect(abs(status.sectionLatency.minute.p99.milliseconds - 400) < 13)
        history.tell(.reported([ReportedArticle(id: article.id, missingSections: 0)]))
        for case .settle(let ticket, _, _) in history.journalRequests { history.answer(.settled(ticket: ticket)) }
        status = history.machine.status
        #expect(status.articleLatency.all.count == 1)
        #expect(abs(status.articleLatency.all.p50.milliseconds - 6000) < 190)
        #expect((status.counts.articlesReported, status.counts.sectionsReceived) == (1, 4))
        #expect(status.reportedRate.tenSeconds == 1, "one in the second since start")
    }

    @Test("an article whose age nobody knows has no latency")
    func unknownAge() {
        var history = ProducerHistory.serving([article])
        history.tell(.reported([ReportedArticle(id: article.id, missingSections: 0)]))
        for case .settle(let ticket, _, _) in history.journalRequests { history.answer(.settled(ticket: ticket)) }
        #expect(history.machine.status.counts.articlesReported == 1)
        #expect(history.machine.status.articleLatency.all.count == 0)
        #expect(history.machine.status.sectionLatency.all.count == 0)
    }

    @Test("a worker that died is told of, with what it cost, and forgotten after minutes")
    func departed() throws {
        var history = ProducerHistory.serving([article])
        history.joinWorker("w", capacity: 4)
        history.tell("w", .beat(analysed: 2, granted: 4))
        history.lose("w")
        var status = history.machine.status
        #expect(status.workers.isEmpty)
        let gone = try #require(status.departedWorkers.first)
        #expect((gone.name, gone.cause, gone.analysed, gone.failures) == ("w", .gone, 2, 2))
        #expect((status.counts.workersLost, status.counts.leasesBroken, status.counts.leasesExpired) == (1, 4, 0))
        // Back again: it goes on where it was.
        history.joinWorker("w", capacity: 4, session: 8)
        status = history.machine.status
        #expect(status.departedWorkers.isEmpty)
        #expect(status.workers.map(\.analysed) == [2])
        #expect(status.workers.map(\.failures) == [2])
        history.lose("w")
        history.pass(.seconds(299))
        #expect(history.machine.status.departedWorkers.count == 1)
        history.pass(.seconds(2))
        #expect(history.machine.status.departedWorkers.isEmpty)
    }

    @Test("a status names each worker for as long as it lives, and nobody's routing id")
    func names() throws {
        var history = ProducerHistory.serving([article])
        let (first, second) = ("worker host:17 3w5e11264sgsf", "worker host:17 1y2p0ij32e8e7")
        for worker in [first, second] { history.joinWorker(worker, capacity: 4) }
        let ids = history.machine.status.workers.map(\.id)
        #expect(Set(ids).count == 2)
        #expect(ids.allSatisfy { $0.hasPrefix("worker host:17 ") && $0.utf8.count == 27 })
        history.lose(first)
        #expect(history.machine.status.departedWorkers.map(\.id) == [ids[0]])
        history.joinWorker(first, capacity: 4, session: 8)
        #expect(Set(history.machine.status.workers.map(\.id)) == Set(ids))
        // Nor in what has happened.
        _ = history.machine.congested(PeerID(second), at: history.now)
        let events = history.machine.status.events.filter { $0.event.message.hasPrefix("send queue") }
            .flatMap { $0.event.details.map(\.value) }
        #expect(events.contains(ids[1]))
        #expect(!(ids + events).contains { $0.contains("3w5e11264sgsf") || $0.contains("1y2p0ij32e8e7") })
    }

    @Test("a worker that hangs is stuck, and one that says goodbye has left")
    func causes() {
        var history = ProducerHistory.serving([article]) { $0.lease = .seconds(2) }
        history.joinWorker("stuck", capacity: 2)
        history.pass(.seconds(3))
        let status = history.machine.status
        #expect(status.departedWorkers.contains { $0.name == "stuck" && $0.cause == .stuck })
        #expect((status.counts.leasesExpired, status.counts.workersLost) == (2, 1))
        history = ProducerHistory()
        history.joinWorker("w")
        history.tell("w", .goodbye)
        history.lose("w")
        #expect(history.machine.status.departedWorkers.map(\.cause) == [.left])
        #expect(history.machine.status.counts.workersLost == 0)
    }

    @Test("workers that come and go without end take no more than so much room")
    func bounded() {
        var history = ProducerHistory()
        for number in 0..<500 {
            history.joinWorker("w\(number)")
            history.lose("w\(number)")
        }
        let status = history.machine.status
        #expect(status.departedWorkers.count == 64)
        #expect(status.departedWorkers.first?.name == "w499")
        #expect(status.events.count <= 32)
    }

    @Test("rates follow the last seconds")
    func rates() {
        var history = ProducerHistory()
        for second in 0..<90 {
            // Forty a second for a minute, then nothing.
            let new = second < 60 ? (0..<40).map { ArticleID(high: UInt64(second), low: UInt64($0)) } : []
            history.ask(.submit(request: UInt64(second), []))
            for case .store(let ticket, _, _) in history.journalRequests {
                history.answer(.stored(ticket: ticket, new.map { Acceptance(id: $0, isNew: true) }))
            }
            history.pass(.seconds(1))
            let rate = history.machine.status.acceptedRate
            if (5..<60).contains(second) {
                #expect(abs(rate.tenSeconds - 40) < 5 && abs(rate.minute - 40) < 7, "\(second): \(rate)")
            }
        }
        let rate = history.machine.status.acceptedRate
        #expect(rate.tenSeconds == 0)
        #expect(abs(rate.minute - 20) < 2)
        #expect(history.machine.status.counts.articlesAccepted == 2400)
    }

    @Test("who is refused, what fails and what can't be written is counted and told of")
    func failures() {
        var history = ProducerHistory.serving([article])
        history.joinWorker("w", capacity: 2)
        history.tell("w", .failed(section(0), reason: "no"))
        history.tell(.rejected([section(1)]))
        history.tell(.writeFailed(article.id, reason: "No space left on device"))
        history.tell(.writeFailed(article.id, reason: "No space left on device"))
        history.ask(.submit(request: 1, [article]))
        for case .store(let ticket, _, _) in history.journalRequests {
            history.answer(.failed(ticket: ticket, reason: "full"))
        }
        history.receive(
            Envelope(
                session: 1,
                sequence: 1,
                body: .hello(ProducerHistory.introduction("other", model: "x"), capacity: 1)
            ),
            from: "other"
        )
        let status = history.machine.status
        #expect((status.counts.sectionsFailed, status.counts.sectionsRejected) == (1, 1))
        #expect(status.workers.map(\.failures) == [2])
        #expect((status.counts.reportsFailed, status.counts.journalFailures, status.counts.busyAnswers) == (2, 1, 1))
        #expect(status.counts.peersRefused == 1)
        #expect(status.events.first?.event.message == "refused a peer")
        #expect(status.events.contains { $0.event.details.contains { $0.value.contains("No space") } })
    }

    @Test("what fails again and again is said at once, and then every ten seconds with how often it came")
    func restraint() {
        var history = ProducerHistory.serving([article])
        var said: [LogEvent] = []
        for number in 0..<240 {
            history.tell(.writeFailed(article.id, reason: "can't write file \(number): No space left on device"))
            said += history.actions.compactMap { if case .log(let event) = $0 { event } else { nil } }
            history.pass(.milliseconds(100))
            history.tell(.beat(room: nil))
        }
        #expect(said.count == 3)
        #expect(said.map(\.level) == [.error, .error, .error])
        #expect(said.map { $0.details.first { $0.key == "times" }?.value } == [nil, "100", "100"])
        #expect(said.allSatisfy { $0.details.contains { $0.key == "article" && $0.value == "\(article.id)" } })
        #expect(history.machine.status.counts.reportsFailed == 240)
    }

    @Test("a partial report is told of with the article's id and what to do")
    func partial() {
        let article = ProducerHistory.article(1)
        var history = ProducerHistory.serving([article])
        // Three workers die with its only section.
        for life in 1...3 {
            history.joinWorker("\(life)")
            history.lose("\(life)")
        }
        history.pass(.seconds(1))
        history.tell(.reported([ReportedArticle(id: article.id, missingSections: 1)]))
        for case .settle(let ticket, _, _) in history.journalRequests { history.answer(.settled(ticket: ticket)) }
        let said = history.actions.compactMap { if case .log(let event) = $0 { event } else { nil } }
        #expect(said.map(\.level) == [.warning])
        #expect(said.first?.message.contains("warraq retry") == true)
        #expect(said.first?.details.map(\.value) == ["\(article.id)", "1"])
        #expect(history.machine.status.counts.articlesPartial == 1)
    }

    @Test("what the loop knows is passed on")
    func surroundings() throws {
        var history = ProducerHistory()
        var journal = ProducerSurroundings.Journal()
        (journal.waiting, journal.oldestWaiting, journal.space.bytes, journal.space.free) = (7, 800, 4096, 1 << 40)
        history.machine.surroundings.journal = journal
        history.machine.surroundings.connectionsRefused = 2
        history.machine.surroundings.messagesUnreadable = 3
        let status = history.machine.status
        #expect((status.waiting, status.oldestWaiting) == (7, 800))
        #expect((status.journal.bytes, status.journal.free) == (4096, 1 << 40))
        #expect((status.counts.connectionsRefused, status.counts.messagesUnreadable) == (2, 3))
        #expect(try asked(&history).waiting == 3, "a client gets the journal's own answer")
    }
}
