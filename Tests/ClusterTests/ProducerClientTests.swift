import Articles
import Cluster
import Testing

@Suite("The producer and its clients")
struct ProducerClientTests {
    private let article = ProducerHistory.article(1)

    @Test("a submission is answered when it is stored")
    func submission() {
        var history = ProducerHistory()
        history.ask(.submit(request: 5, [article]))
        #expect(history.answers == [])
        let submitter = Submitter(ProducerHistory.client)
        let stored = StoredArticle(id: article.id, article: article, submitter: submitter)
        #expect(history.journalRequests == [.store(ticket: 2, [stored], modelDigest: "m")])
        history.answer(.stored(ticket: 2, [Acceptance(id: article.id, isNew: true)]))
        #expect(history.answers == [.accepted(request: 5, [Acceptance(id: article.id, isNew: true)])])
        #expect(history.machine.figures.uncommittedBytes == 0)
    }

    @Test("submissions that wait for the disk are bounded")
    func bound() {
        var history = ProducerHistory { $0.uncommittedBytes = 20 }
        history.ask(.submit(request: 1, [article]))
        history.ask(.submit(request: 2, [ProducerHistory.article(2)]))
        guard case .busy(2, _, _)? = history.answers.first else {
            Issue.record("taken: \(history.actions)")
            return
        }
    }

    @Test("who sends more than can be read at once is told to come back, and nothing of it is kept")
    func unread() {
        var history = ProducerHistory()
        let actions = history.machine.received(.unread(request: 7), from: ProducerHistory.client, at: history.now)
        guard case .sendToClient(ProducerHistory.client, .busy(7, _, _))? = actions.first, actions.count == 1 else {
            Issue.record("\(actions)")
            return
        }
        #expect(history.machine.figures.uncommittedBytes == 0)
    }

    @Test("nothing is taken that the disk of the reports has no room for, in words; where it is not known, anything is")
    func roomForReports() {
        var history = ProducerHistory()
        func answer(_ request: UInt64, _ article: Article) -> ProducerToClient? {
            history.ask(.submit(request: request, [article]))
            return history.answers.first
        }
        let size = UInt64(article.byteCount)
        #expect(answer(1, ProducerHistory.article(9, "before any sink")) == nil)
        history.answer(.stored(ticket: 2, []))
        history.joinSink()
        history.machine.waitingBytes = 1000
        history.tell(.beat(room: 1000 + size))
        #expect(answer(2, article) == nil)
        // That one waits for the journal's commit, and counts already.
        guard case .busy(3, let reason, _)? = answer(3, ProducerHistory.article(1, "b")) else {
            Issue.record("taken: \(history.actions)")
            return
        }
        #expect(reason.contains("disk of the reports") && reason.contains("make room"), "\(reason)")
        history.tell(.beat(room: nil))
        #expect(answer(4, ProducerHistory.article(1, "c")) == nil)
        history.tell(.beat(room: 0))
        guard case .busy(5, _, _)? = answer(5, ProducerHistory.article(1, "d")) else {
            Issue.record("taken: \(history.actions)")
            return
        }
    }

    @Test("an article that is too large is refused by name")
    func tooLarge() {
        var history = ProducerHistory { $0.articleBytes = 8 }
        history.ask(.submit(request: 1, [article]))
        guard case .failed(1, let reason)? = history.answers.first else {
            Issue.record("taken")
            return
        }
        #expect(reason.hasPrefix("a: "))
    }

    @Test(
        "every question is answered when the journal fails",
        arguments: [
            .submit(request: 1, []), .await(request: 1, [ArticleID(high: 1, low: 1)], timeout: 1000),
            .status(request: 1),
            .jobs(request: 1, state: nil, offset: 0, limit: 5), .show(request: 1, ArticleID(high: 1, low: 1)),
            .retry(request: 1, []), .cancel(request: 1, []),
        ] as [ClientToProducer]
    )
    func journalFails(question: ClientToProducer) {
        var history = ProducerHistory()
        history.ask(question)
        #expect(history.answers == [])
        history.answer(.failed(ticket: 2, reason: "full"))
        #expect(history.answers.count == 1)
    }

    @Test("waiting ends when one of the articles is settled, with the states of all")
    func await() {
        let other = ArticleID(high: 1, low: 1)
        var history = ProducerHistory.serving([article])
        history.ask(.await(request: 3, [article.id, other], timeout: 60_000))
        #expect(history.journalRequests == [.states(ticket: 2, [article.id, other])])
        history.answer(.states(ticket: 2, [.waiting, .waiting]))
        #expect(history.answers == [])
        history.tell(.reported([ReportedArticle(id: article.id, missingSections: 0)]))
        history.answer(.settled(ticket: 3))
        #expect(history.journalRequests == [.states(ticket: 4, [article.id, other])])
        history.answer(.states(ticket: 4, [.reported, .waiting]))
        #expect(history.answers == [.states(request: 3, [.reported, .waiting])])
    }

    @Test(
        "waiting ends at its time-out, and at once for what is settled or unknown",
        arguments: [
            JobState.reported, .partial, .cancelled, nil,
        ]
    )
    func awaitEnds(state: JobState?) {
        var history = ProducerHistory()
        history.ask(.await(request: 1, [article.id], timeout: 1000))
        history.answer(.states(ticket: 2, [state]))
        #expect(history.answers == [.states(request: 1, [state])])

        history.ask(.await(request: 2, [article.id], timeout: 1000))
        history.answer(.states(ticket: 3, [.waiting]))
        #expect(history.answers == [])
        history.pass(.milliseconds(1000))
        #expect(history.journalRequests == [.states(ticket: 4, [article.id])])
    }

    @Test("many who wait for one article, each many times over, are answered at once")
    func awaitOneArticleManyTimes() {
        var history = ProducerHistory.serving([article])
        let ids = Array(repeating: article.id, count: ClusterLimits.awaitedArticles)
        let clients = 256
        let time = ContinuousClock().measure {
            for number in 0..<clients {
                history.ask(.await(request: 1, ids, timeout: 60_000), from: PeerID("client \(number)"))
                history.answer(.states(ticket: UInt64(2 + number), ids.map { _ in .waiting }))
            }
            history.tell(.reported([ReportedArticle(id: article.id, missingSections: 0)]))
            history.answer(.settled(ticket: UInt64(2 + clients)))
        }
        #expect(history.journalRequests.count == clients)
        // A minute and more, if each is looked for among all others.
        #expect(time < .seconds(10))
    }

    @Test("a report is fetched from the sink, or the client told why not")
    func fetch() {
        var history = ProducerHistory()
        history.ask(.fetchReport(request: 1, article.id))
        guard case .failed(1, _)? = history.answers.first else {
            Issue.record("no answer without a sink")
            return
        }
        history.joinSink()
        history.ask(.fetchReport(request: 2, article.id))
        #expect(history.toSink == [.fetchReport(request: 1, article.id)])
        history.tell(.report(request: 1, bytes: [1, 2]))
        #expect(history.answers == [.report(request: 2, bytes: [1, 2])])
        history.ask(.fetchReport(request: 3, article.id))
        history.lose("sink")
        guard case .failed(3, _)? = history.answers.first else {
            Issue.record("no answer when the sink went")
            return
        }
    }

    @Test("cancelling takes an article away from the sink and the queue")
    func cancel() {
        var history = ProducerHistory.serving([article])
        history.ask(.cancel(request: 1, [article.id]))
        history.answer(.cancelled(ticket: 2, [article.id]))
        #expect(history.toSink == [.discard([article.id])])
        #expect(history.answers == [.done(request: 1, count: 1)])
        history.joinWorker("w")
        #expect(history.work("w") == [])
        #expect(history.machine.figures.openArticles == 0)
    }

    @Test("a drain is done when nothing is left, and takes no submissions")
    func drain() {
        var history = ProducerHistory.serving([article])
        history.ask(.drain(request: 1))
        #expect(history.answers == [])
        history.ask(.submit(request: 2, [article]))
        guard case .failed(2, _)? = history.answers.first else {
            Issue.record("taken")
            return
        }
        history.tell(.reported([ReportedArticle(id: article.id, missingSections: 0)]))
        history.answer(.settled(ticket: 2))
        #expect(history.answers == [.done(request: 1, count: 1)])
    }

    @Test("a drain is ended by anybody: who waits for it is told, and submissions are taken again")
    func resume() {
        var history = ProducerHistory.serving([article])
        history.ask(.drain(request: 1))
        // Asked again, it is the same question.
        history.ask(.drain(request: 1))
        history.ask(.resume(request: 2), from: PeerID("other"))
        guard history.answers.count == 2, case .failed(1, _)? = history.answers.first else {
            Issue.record("\(history.answers)")
            return
        }
        #expect(history.answers.last == .done(request: 2, count: 0))
        history.ask(.submit(request: 3, [article]))
        #expect(history.answers == [])
        let stores = history.journalRequests.filter { if case .store = $0 { true } else { false } }
        #expect(stores.count == 1)
        // Where there is none, there is none.
        history.ask(.resume(request: 4))
        #expect(history.answers == [.done(request: 4, count: 0)])
    }

    @Test("a shutdown answers what is under way, then stops")
    func shutdown() {
        var history = ProducerHistory()
        history.answer(.loaded(ticket: 1, [], remaining: 0))
        history.ask(.submit(request: 1, [article]))
        history.shutDown()
        #expect(!history.actions.contains(.stop))
        history.ask(.status(request: 2))
        guard case .busy(2, _, _)? = history.answers.first else {
            Issue.record("not told that the producer is going")
            return
        }
        history.answer(.stored(ticket: 2, [Acceptance(id: article.id, isNew: true)]))
        #expect(history.answers.count == 1)
        // What was stored is asked for at once.
        history.answer(.loaded(ticket: 3, [StoredArticle(id: article.id, article: article)], remaining: 0))
        #expect(history.actions.contains(.stop))
    }

    @Test("a shutdown does not wait for ever for the journal")
    func boundedShutdown() {
        var history = ProducerHistory()
        history.shutDown()
        #expect(!history.actions.contains(.stop))
        history.pass(.milliseconds(2250))
        #expect(history.didStop)
    }
}
