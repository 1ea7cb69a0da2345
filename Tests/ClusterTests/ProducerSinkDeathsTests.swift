import Articles
import Cluster
import Simulator
import Testing

@Suite("Articles that sinks die of")
struct ProducerSinkDeathsTests {
    private let articles = (0..<4).map { ProducerHistory.article(1, "\($0)") }

    private func opened(_ history: ProducerHistory) -> [Int] {
        history.toSink.compactMap {
            if case .open(let outline, _) = $0 { articles.firstIndex { $0.id == outline.id } } else { nil }
        }
    }

    private func sink(_ life: UInt64) -> PeerID { PeerID("sink\(life)") }

    /// The sink of this life joins, after the one before has died.
    private func restart(_ history: inout ProducerHistory, _ life: UInt64) -> [Int] {
        history.lose(life == 2 ? "sink" : "sink\(life - 1)")
        history.joinSink(incarnation: life, peer: sink(life))
        return opened(history)
    }

    private func report(_ index: Int, _ history: inout ProducerHistory, _ life: UInt64) -> [Int] {
        history.tell(.opened([articles[index].id]), from: sink(life))
        history.tell(.reported([ReportedArticle(id: articles[index].id, missingSections: 0)]), from: sink(life))
        return opened(history)
    }

    /// Lets time pass until the sink is told of something.
    ///
    /// - Returns: what it is told of, and after how many milliseconds.
    private func wait(_ history: inout ProducerHistory, _ life: UInt64) -> (opened: [Int], milliseconds: Int) {
        for count in 1...4000 {
            history.pass(.milliseconds(250))
            let opened = opened(history)
            if !opened.isEmpty { return (opened, count * 250) }
            history.tell(.beat(room: nil), from: sink(life))
        }
        return ([], 0)
    }

    private func errors(_ history: ProducerHistory) -> [LogEvent] {
        history.actions.compactMap { if case .log(let event) = $0, event.level == .error { event } else { nil } }
    }

    /// Three sinks have died of the first article, alone; the sink of life 6 has come.
    private func afterThreeDeaths() -> ProducerHistory {
        var history = ProducerHistory.serving(articles)
        #expect(restart(&history, 2) == [0, 1])
        #expect(restart(&history, 3) == [0])
        #expect(restart(&history, 4) == [0])
        #expect(restart(&history, 5) == [0])
        #expect(errors(history) == [])
        _ = restart(&history, 6)
        return history
    }

    @Test("an article that was alone at three sinks when they died is put behind the others, with an error")
    func behindOthers() {
        var history = afterThreeDeaths()
        #expect(opened(history) == [1])
        #expect(errors(history).count == 1)
        #expect(errors(history).first?.details.first { $0.key == "article" }?.value == "\(articles[0].id)")
        #expect(report(1, &history, 6) == [2, 3])
        #expect(report(2, &history, 6) == [])
        #expect(report(3, &history, 6) == [])
        #expect(wait(&history, 6) == ([0], 1000))
        // It was innocent.
        #expect(report(0, &history, 6) == [])
        #expect(history.machine.figures.unreportedArticles == 0)
    }

    @Test("each further death doubles the time until it is tried again, up to some minutes; it is never forgotten")
    func longerAndLonger() {
        var history = afterThreeDeaths()
        for index in 1...3 { _ = report(index, &history, 6) }
        var waits: [Int] = []
        for life in 7...20 as ClosedRange<UInt64> {
            let (opened, milliseconds) = wait(&history, life - 1)
            #expect(opened == [0])
            waits.append(milliseconds / 1000)
            #expect(restart(&history, life) == [])
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 512, 512, 512, 512])
    }

    /// What a client is told of articles that the journal has as waiting.
    private func jobs(_ history: inout ProducerHistory) -> [Job] {
        history.ask(.jobs(request: 1, state: nil, limit: 10))
        guard case .jobs(let ticket, _, _, _, _)? = history.journalRequests.first else { return [] }
        let page = articles.map { article in
            Job(
                id: article.id,
                state: .waiting,
                title: nil,
                source: nil,
                submittedAt: 0,
                settledAt: nil,
                missingSections: 0
            )
        }
        history.answer(.jobs(ticket: ticket, JobsPage(page)))
        for case .jobs(1, let told) in history.answers { return told.jobs }
        return []
    }

    @Test("who asks for an article is told what sinks died of, and when it is tried again")
    func told() {
        var history = afterThreeDeaths()
        let first = jobs(&history)
        #expect(first.map(\.trouble.sinkDeaths) == [3, 0, 0, 0])
        #expect(first.map(\.trouble.pause) == [1000, 0, 0, 0])
        for index in 1...3 { _ = report(index, &history, 6) }
        #expect(wait(&history, 6).opened == [0])
        #expect(jobs(&history).first?.trouble.pause == 0)
        _ = restart(&history, 7)
        #expect(jobs(&history).first?.trouble.sinkDeaths == 4)
        #expect(jobs(&history).first?.trouble.pause == 2000)
    }

    @Test("as long as there is one place that they have left, others go round in it")
    func othersGoRound() {
        var history = ProducerHistory {
            $0.openArticles = 8
            $0.openArticlesPerWorker = 0
        }
        guard case .load(let ticket, 8, _)? = history.journalRequests.first else {
            Issue.record("\(history.journalRequests)")
            return
        }
        let articles = (0..<8).map { ProducerHistory.article(1, "\($0)") }
        let stored = articles.map { StoredArticle(id: $0.id, article: $0) }
        history.answer(.loaded(ticket: ticket, stored, remaining: 100))
        history.joinSink()
        // Two more, since the first two have not had one alone.
        let deaths = 2 + 3 * 7
        for life in 2...UInt64(deaths + 2) { _ = restart(&history, life) }
        let last = sink(UInt64(deaths + 2))
        let opened = history.toSink.compactMap { if case .open(let outline, _) = $0 { outline.id } else { nil } }
        #expect(opened == [articles[7].id])
        history.tell(.opened(opened), from: last)
        history.tell(.reported([ReportedArticle(id: articles[7].id, missingSections: 0)]), from: last)
        let loads = history.journalRequests.filter { if case .load(_, 1, _) = $0 { true } else { false } }
        #expect(loads.count == 1)
    }

    @Test("when it is cancelled, nobody is told of it any more")
    func cancelled() {
        var history = afterThreeDeaths()
        for index in 1...3 { _ = report(index, &history, 6) }
        history.ask(.cancel(request: 1, [articles[0].id]))
        guard case .cancel(let ticket, let ids)? = history.journalRequests.first else {
            Issue.record("it is not cancelled")
            return
        }
        history.answer(.cancelled(ticket: ticket, ids))
        #expect(wait(&history, 6).opened == [])
    }

    @Test("a sink that has said goodbye did not die of anything")
    func goodbye() {
        var history = ProducerHistory.serving([articles[0]])
        history.tell(.goodbye)
        for life in 2...8 as ClosedRange<UInt64> {
            #expect(restart(&history, life) == [0])
            #expect(errors(history) == [])
            history.tell(.goodbye, from: sink(life))
        }
    }
}
