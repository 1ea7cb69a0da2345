import Articles
import Cluster
import Extraction
import Testing

/// What is done for each section of an article takes no longer because the article has many of them: if it copied
/// something of all of them, these would take minutes.
@Suite("Articles of very many sections", .serialized, .timeLimit(.minutes(5)))
struct ManySectionsTests {
    @Test("as many sections as may be are opened, handed out, handed out again, received and reported")
    func producer() {
        let count = Limits.mostHeadings
        let article = ProducerHistory.article(count)
        let id = article.id
        let all = (0..<count).map { SectionID(article: id, index: $0) }
        var history = ProducerHistory.serving([article])
        #expect(history.machine.figures.sectionsPending == count)
        history.joinWorker("w", capacity: count)
        #expect(history.machine.figures.sectionsInFlight == count)
        history.joinWorker("w", capacity: count, session: 8)
        #expect(history.machine.figures.sectionsInFlight == count)
        // The sink's session ends twice, with everything at the worker and with nothing.
        history.joinSink(holding: [HeldArticle(id: id, received: [])])
        #expect(history.machine.figures.sectionsInFlight == count)
        history.joinWorker("w", capacity: 0, session: 9)
        history.joinSink(holding: [HeldArticle(id: id, received: [])])
        #expect(history.machine.figures.sectionsPending == count)
        history.tell(.received(all))
        #expect(history.machine.figures.sectionsPending == 0)
        history.tell(.reported([ReportedArticle(id: id, missingSections: 0)]))
        #expect(history.journalRequests.count == 1)
    }

    @Test("a sink gathers and gives up as many", arguments: [false, true])
    func sink(keepsExisting: Bool) {
        // So many that a copy of a byte of each would show.
        let count = 1 << 21
        let id = ArticleID(high: 1, low: 2)
        let sections = (0..<count).map { Section(index: $0, kind: .body, range: $0..<$0 + 1) }
        let outline = Outline(id: id, article: Article(text: ""), sections: sections)
        var history = SinkTests.History()
        history.tell(.open(outline, keepsExisting: keepsExisting))
        history.tell(.giveUp((1..<count).map { SectionID(article: id, index: $0) }))
        if keepsExisting {
            history.actions = history.machine.lookedForWholeReport(of: id, isThere: false, at: history.now)
        }
        #expect(history.written.isEmpty)
        history.find(SectionID(article: id, index: 0), Findings(tokenCount: 1), serial: 1)
        #expect(history.written.first?.count { $0 != nil } == 1)
    }
}
