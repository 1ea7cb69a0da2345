import Articles
import Cluster
import Simulator
import Testing

@Suite("The producer and its sink")
struct ProducerSinkTests {
    private let article = ProducerHistory.article(3)

    @Test("a report is kept only where the model that made it still serves", arguments: ["m", "the model before"])
    func keepsReport(model: String) {
        var history = ProducerHistory()
        for case .load(let ticket, _, _) in history.journalRequests {
            let stored = StoredArticle(id: article.id, article: article, keepsReportOf: model)
            history.answer(.loaded(ticket: ticket, [stored], remaining: 0))
        }
        history.joinSink()
        let outline = SimulatedArticles.split(article.id, article)
        #expect(history.toSink == [.open(outline, keepsExisting: model == "m")])
    }

    @Test("nothing is handed out before the sink has opened the article")
    func opening() {
        var history = ProducerHistory()
        history.load([article])
        history.joinSink()
        #expect(history.toSink == [.open(SimulatedArticles.split(article.id, article), keepsExisting: false)])
        history.joinWorker("w")
        #expect(history.work("w") == [])
        history.tell(.opened([article.id]))
        #expect(history.work("w") == [0, 1, 2])
    }

    @Test("another life of the sink gets every open article anew, and every section is handed out again")
    func newSink() {
        var history = ProducerHistory.serving([article])
        history.joinWorker("w")
        history.tell(.received([SectionID(article: article.id, index: 0)]))
        history.lose("sink")
        #expect(history.toWorker("w") == [.sink(nil)])
        history.joinSink(incarnation: 2, peer: PeerID("sink2"))
        #expect(history.toSink == [.open(SimulatedArticles.split(article.id, article), keepsExisting: false)])
        history.tell(.opened([article.id]), from: PeerID("sink2"))
        #expect(history.work("w").sorted() == [0, 1, 2])
    }

    @Test("each death of a sink halves what the next one is told of, and each report makes room for one more")
    func dyingSinks() {
        let articles = (0..<8).map { ProducerHistory.article(1, "\($0)") }
        var history = ProducerHistory.serving(articles)
        func opened() -> [ArticleID] {
            history.toSink.compactMap { if case .open(let outline, _) = $0 { outline.id } else { nil } }
        }
        func restart(_ incarnation: UInt64) -> [ArticleID] {
            history.lose("sink\(incarnation - 1)")
            history.joinSink(incarnation: incarnation, peer: PeerID("sink\(incarnation)"))
            return opened()
        }
        history.lose("sink")
        history.joinSink(incarnation: 2, peer: PeerID("sink2"))
        #expect(opened() == articles.prefix(4).map(\.id))
        #expect(restart(3) == articles.prefix(2).map(\.id))
        #expect(restart(4) == [articles[0].id])
        #expect(restart(5) == [articles[0].id])
        let sink = PeerID("sink5")
        history.tell(.opened([articles[0].id]), from: sink)
        history.tell(.reported([ReportedArticle(id: articles[0].id, missingSections: 0)]), from: sink)
        #expect(opened() == articles[1...2].map(\.id))
        history.tell(.reported([ReportedArticle(id: articles[1].id, missingSections: 0)]), from: sink)
        #expect(opened() == articles[3...4].map(\.id))
    }

    @Test("a sink that has nothing may die as often as it likes")
    func idleSinkDies() {
        var history = ProducerHistory()
        let articles = (0..<8).map { ProducerHistory.article(1, "\($0)") }
        let stored = articles.map { StoredArticle(id: $0.id, article: $0) }
        guard case .load(let ticket, _, _)? = history.journalRequests.first else {
            Issue.record("nothing is loaded")
            return
        }
        history.joinSink()
        history.lose("sink")
        history.joinSink(incarnation: 2, peer: PeerID("sink2"))
        history.answer(.loaded(ticket: ticket, stored, remaining: 0))
        #expect(history.toSink.count == 8)
    }

    @Test("the same sink keeps what it has; what is with a worker stays there")
    func sameSink() {
        var history = ProducerHistory.serving([article]) { $0.batch = 1 }
        history.joinWorker("w", capacity: 1)
        #expect(history.machine.figures.sectionsInFlight == 1)
        history.lose("sink")
        history.joinSink(holding: [HeldArticle(id: article.id, received: [1])])
        #expect(history.toSink == [])
        #expect(history.machine.figures.sectionsInFlight == 1)
        #expect(history.machine.figures.sectionsPending == 1)
    }

    @Test("what the sink holds and nobody wants is discarded; what it has reported is settled")
    func leftovers() {
        let other = ProducerHistory.article(1, "other").id
        let reported = ReportedArticle(id: ProducerHistory.article(1, "reported").id, missingSections: 0)
        var history = ProducerHistory()
        history.joinSink(holding: [HeldArticle(id: other, received: [])], reported: [reported])
        #expect(history.toSink == [.discard([other])])
        guard case .settle(let ticket, let articles, _)? = history.journalRequests.first else {
            Issue.record("nothing is settled")
            return
        }
        #expect(articles == [reported])
        history.answer(.settled(ticket: ticket))
        #expect(history.toSink == [.settled([reported.id])])
    }

    @Test("a failing journal is asked again at the next tick")
    func failingJournal() {
        var history = ProducerHistory.serving([article])
        history.tell(.reported([ReportedArticle(id: article.id, missingSections: 0)]))
        guard case .settle(let ticket, _, _)? = history.journalRequests.first else {
            Issue.record("nothing is settled")
            return
        }
        history.answer(.failed(ticket: ticket, reason: "full"))
        #expect(history.journalRequests == [])
        history.pass(history.configuration.beat)
        guard case .settle(let again, let articles, _)? = history.journalRequests.first else {
            Issue.record("it was forgotten")
            return
        }
        #expect(articles.map(\.id) == [article.id])
        history.answer(.settled(ticket: again))
        #expect(history.machine.figures.openArticles == 0)
    }

    @Test("reports that come fast are settled together; one that comes alone, at once")
    func settledTogether() {
        let articles = (0..<4).map { ProducerHistory.article(1, "\($0)") }
        var history = ProducerHistory.serving(articles)
        func reported(_ numbers: ClosedRange<Int>) -> SinkToProducer {
            .reported(articles[numbers].map { ReportedArticle(id: $0.id, missingSections: 0) })
        }
        func settled(_ request: JournalRequest?) -> [ArticleID]? {
            guard case .settle(let ticket, let reported, _)? = request else { return nil }
            history.answer(.settled(ticket: ticket))
            return reported.map(\.id)
        }
        history.tell(reported(0...1))
        #expect(settled(history.journalRequests.first) == articles[0...1].map(\.id))
        // More may follow as fast.
        history.tell(reported(2...2))
        #expect(history.journalRequests == [])
        history.pass(.milliseconds(10))
        #expect(settled(history.journalRequests.first) == [articles[2].id])
        history.tell(reported(3...3))
        #expect(settled(history.journalRequests.first) == [articles[3].id])
    }

    @Test("what is reported makes room before the journal has noted it, but not without end")
    func roomWhileSettling() {
        var history = ProducerHistory { $0.openArticles = 1 }
        func loads() -> [UInt64] {
            history.journalRequests.compactMap { if case .load(let ticket, 1, _) = $0 { ticket } else { nil } }
        }
        var tickets = loads()
        history.joinSink()
        for name in ["a", "b"] {
            let article = ProducerHistory.article(1, name)
            let stored = StoredArticle(id: article.id, article: article)
            history.answer(.loaded(ticket: tickets.first ?? 0, [stored], remaining: 5))
            #expect(loads() == [])
            history.tell(.opened([article.id]))
            #expect(loads() == [])
            history.tell(.reported([ReportedArticle(id: article.id, missingSections: 0)]))
            tickets = loads()
            #expect(tickets.count == (name == "a" ? 1 : 0))
        }
    }

    @Test("a sink that leaves finishes what it holds, and gets nothing new")
    func leaving() {
        var history = ProducerHistory.serving([article])
        history.tell(.goodbye)
        #expect(history.toSink == [])
        history.joinWorker("w")
        #expect(history.work("w") == [0, 1, 2])
        history.tell(.reported([ReportedArticle(id: article.id, missingSections: 0)]))
        guard case .settle(let ticket, _, _)? = history.journalRequests.first else {
            Issue.record("nothing is settled")
            return
        }
        history.answer(.settled(ticket: ticket))
        #expect(history.toSink == [.settled([article.id]), .farewell])
        #expect(history.toWorker("w") == [.sink(nil)])
    }

    @Test("a partial report of before a retry is made again")
    func staleReport() {
        var history = ProducerHistory.serving([article])
        history.tell(.reported([ReportedArticle(id: article.id, missingSections: 1)]))
        #expect(history.toSink == [.discard([article.id])])
        #expect(history.journalRequests == [])
        history.tell(.holding([], reported: [], isLast: true))
        #expect(history.toSink == [.open(SimulatedArticles.split(article.id, article), keepsExisting: false)])
    }

    @Test("a partial report of before a retry does not settle the article again, though it is not loaded yet")
    func staleReportOfWaiting() {
        var history = ProducerHistory()
        history.load([])
        history.joinSink(reported: [ReportedArticle(id: article.id, missingSections: 1)])
        #expect(history.toSink == [.discard([article.id])])
        #expect(history.journalRequests == [])
        history.ask(.retry(request: 1, [article.id]))
        history.answer(.retried(ticket: 2, count: 1))
        history.load([article])
        #expect(history.toSink == [])
        history.tell(.holding([], reported: [], isLast: true))
        #expect(history.toSink == [.open(SimulatedArticles.split(article.id, article), keepsExisting: false)])
    }

    @Test("a report that is said again while the journal notes it is not noted a second time")
    func saidAgain() {
        let article = ProducerHistory.article(1)
        let reported = ReportedArticle(id: article.id, missingSections: 1)
        var history = ProducerHistory.serving([article])
        for life in 1...3 {
            history.joinWorker("\(life)")
            history.lose("\(life)")
        }
        history.pass(.seconds(1))
        history.tell(.reported([reported]))
        guard case .settle(let ticket, _, _)? = history.journalRequests.first else {
            Issue.record("nothing is settled")
            return
        }
        history.joinSink(reported: [reported])
        // Between the commit and this answer it may have been retried.
        history.answer(.settled(ticket: ticket))
        history.pass(.seconds(1))
        #expect(history.journalRequests == [])
        #expect(history.machine.figures.openArticles == 0)
    }

    @Test("what the sink said before it discarded an article means nothing for the article's next life")
    func staleOpened() {
        var history = ProducerHistory()
        history.load([article])
        history.joinSink()
        history.joinWorker("w")
        history.ask(.cancel(request: 1, [article.id]))
        history.answer(.cancelled(ticket: 2, [article.id]))
        #expect(history.toSink == [.discard([article.id])])
        history.ask(.retry(request: 2, [article.id]))
        history.answer(.retried(ticket: 3, count: 1))
        history.load([article])
        #expect(history.toSink == [])
        // These were under way when the sink was told to discard it.
        history.tell(.opened([article.id]))
        history.tell(.received([SectionID(article: article.id, index: 0)]))
        #expect(history.work("w") == [])
        history.tell(.holding([], reported: [], isLast: true))
        #expect(history.toSink == [.open(SimulatedArticles.split(article.id, article), keepsExisting: false)])
        history.tell(.opened([article.id]))
        #expect(history.work("w") == [0, 1, 2])
    }

    @Test("no more articles are open than the bounds allow")
    func bounds() {
        var history = ProducerHistory {
            $0.openArticles = 2
            $0.openBytes = 10_000
        }
        #expect(history.journalRequests == [.load(ticket: 1, count: 2, bytes: 10_000)])
        let articles = (0..<2).map { ProducerHistory.article(1, "\($0)") }
        let stored = articles.map { StoredArticle(id: $0.id, article: $0) }
        history.answer(.loaded(ticket: 1, stored, remaining: 5))
        #expect(history.journalRequests == [])
        history.joinSink(reported: [ReportedArticle(id: articles[0].id, missingSections: 0)])
        // It needs nobody's work any more, but its bytes are there until it is settled.
        let bytes = 10_000 - articles.reduce(0) { $0 + $1.byteCount }
        #expect(history.journalRequests.last == .load(ticket: 3, count: 1, bytes: bytes))
        history.answer(.settled(ticket: 2))
        #expect(history.journalRequests == [])
    }
}
