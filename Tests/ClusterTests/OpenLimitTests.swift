import Articles
import Cluster
import Testing

@Suite("How many articles are open")
struct OpenLimitTests {
    /// A producer whose journal has an article for every request, and whose sink opens what it is told of at once.
    private struct Flow {
        private var history = ProducerHistory {
            $0.openArticles = 2
            $0.openArticlesPerWorker = 0
            $0.openTurn = .seconds(1)
            $0.mostOpenArticles = 10
        }
        private var next = 0
        private var open: [ArticleID] = []

        init() {
            settle()
            history.joinSink()
            settle()
        }

        var openCount: Int { history.machine.figures.unreportedArticles }

        /// So many reports, one after the other.
        mutating func report(_ count: Int) {
            for _ in 0..<count {
                history.tell(.reported([ReportedArticle(id: open.removeFirst(), missingSections: 0)]))
                settle()
            }
        }

        mutating func passBeat() {
            let end = history.now + history.configuration.beat
            while history.now < end {
                history.now = min(end, history.machine.nextTick)
                history.tickOnce()
                settle()
            }
        }

        /// Answers all that is asked, until nothing more is.
        private mutating func settle() {
            var requests: [JournalRequest] = []
            var unopened: [ArticleID] = []
            while true {
                requests += history.journalRequests
                unopened += history.toSink.compactMap { if case .open(let outline, _) = $0 { outline.id } else { nil } }
                if !unopened.isEmpty {
                    open += unopened
                    history.tell(.opened(unopened))
                    unopened = []
                } else if !requests.isEmpty {
                    answer(requests.removeFirst())
                } else {
                    return
                }
            }
        }

        private mutating func answer(_ request: JournalRequest) {
            switch request {
            case .load(let ticket, let count, _):
                let articles = (next..<next + count).map { ProducerHistory.article(1, "\($0)") }
                next += count
                let stored = articles.map { StoredArticle(id: $0.id, article: $0) }
                history.answer(.loaded(ticket: ticket, stored, remaining: 1000))
            case .settle(let ticket, _, _): history.answer(.settled(ticket: ticket))
            default: Issue.record("\(request)")
            }
        }
    }

    @Test(
        "as many as are reported in a turn, within bounds",
        arguments: [(0, 2), (1, 4), (2, 8), (3, 10), (20, 10)]
    )
    func followsPace(reports: Int, limit: Int) {
        var flow = Flow()
        #expect(flow.openCount == 2)
        for _ in 0..<8 {
            flow.report(reports)
            flow.passBeat()
        }
        // Fewer than a quarter of them are not loaded by themselves.
        #expect((limit - (limit - 1) / 4...limit).contains(flow.openCount))
    }

    @Test("three beats without reports change nothing, four do", arguments: [(3, 8), (4, 4)])
    func forgets(beats: Int, expected: Int) {
        var flow = Flow()
        flow.report(2)
        flow.passBeat()
        #expect(flow.openCount == 8)
        for _ in 0..<beats { flow.passBeat() }
        flow.report(4)
        #expect(flow.openCount == expected)
    }
}
