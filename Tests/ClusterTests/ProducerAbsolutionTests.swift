import Articles
import Cluster
import Testing

@Suite("Sections whose workers' connections end")
struct ProducerAbsolutionTests {
    private let article = ProducerHistory.article(1)

    private func givenUp(_ history: ProducerHistory) -> [SectionID] {
        history.toSink.flatMap { message -> [SectionID] in
            if case .giveUp(let sections) = message { sections } else { [] }
        }
    }

    /// What is given up in so many beats.
    private func live(_ history: inout ProducerHistory, beats: Int) -> [SectionID] {
        (0..<beats).flatMap { _ in
            history.pass(.milliseconds(250))
            let sections = givenUp(history)
            history.tell(.beat(room: nil))
            return sections
        }
    }

    /// Two workers have died with the section, and the connection of a third one has ended.
    private func inDoubt() -> ProducerHistory {
        var history = ProducerHistory.serving([article])
        for worker in ["a", "b", "c"] {
            history.joinWorker(worker)
            #expect(history.work(worker) == [0])
            history.lose(worker)
            #expect(givenUp(history) == [])
        }
        return history
    }

    @Test("a section is not given up for a connection whose worker is back in a moment")
    func back() {
        var history = inDoubt()
        history.joinWorker("other")
        #expect(live(&history, beats: 3) == [])
        #expect(history.work("other") == [])
        history.joinWorker("c", session: 8)
        #expect(history.work("c") + history.work("other") == [0])
        #expect(live(&history, beats: 8) == [])
        #expect(history.machine.figures.sectionsInFlight == 1)
    }

    @Test("it is given up when the worker has not come back for a second")
    func gone() {
        var history = inDoubt()
        #expect(live(&history, beats: 4) == [SectionID(article: article.id, index: 0)])
        history.joinWorker("c", session: 8)
        #expect(history.work("c") == [])
    }

    @Test("findings that come meanwhile are welcome")
    func received() {
        var history = inDoubt()
        history.tell(.received([SectionID(article: article.id, index: 0)]))
        #expect(live(&history, beats: 8) == [])
    }

    @Test("a sink that joins anew meanwhile changes nothing", arguments: [true, false])
    func newSink(isBack: Bool) {
        var history = inDoubt()
        history.lose("sink")
        history.joinSink(holding: [HeldArticle(id: article.id, received: [])])
        history.joinWorker("other")
        #expect(history.work("other") == [])
        if isBack { history.joinWorker("c", session: 8) }
        #expect(history.work("c") + history.work("other") == (isBack ? [0] : []))
        #expect(live(&history, beats: 8).count == (isBack ? 0 : 1))
    }

    @Test("an article that is cancelled and tried again begins anew: nothing is in doubt, and nobody is absolved")
    func cancelledMeanwhile() {
        let section = SectionID(article: article.id, index: 0)
        var history = inDoubt()
        history.ask(.cancel(request: 1, [article.id]))
        history.answer(.cancelled(ticket: 2, [article.id]))
        history.tell(.holding([], reported: [], isLast: true))
        history.ask(.retry(request: 2, [article.id]))
        history.answer(.retried(ticket: 3, count: 1))
        history.load([article])
        history.tell(.opened([article.id]))
        history.joinWorker("d")
        #expect(history.work("d") == [0])
        history.tell("d", .failed(section, reason: "?"))
        history.lose("d")
        history.lose("sink")
        history.joinSink(holding: [HeldArticle(id: article.id, received: [])])
        history.joinWorker("e")
        #expect(history.work("e") == [0])
        history.tell("e", .failed(section, reason: "?"))
        history.lose("e")
        // It has failed with the article's earlier life.
        history.joinWorker("c", session: 8)
        #expect(history.work("c") == [0])
        history.tell("c", .failed(section, reason: "?"))
        #expect(givenUp(history) == [section])
    }

    @Test("a section that its worker could not analyse is given up at once")
    func failed() {
        var history = ProducerHistory.serving([article])
        for worker in ["a", "b"] {
            history.joinWorker(worker)
            history.lose(worker)
        }
        let section = SectionID(article: article.id, index: 0)
        history.joinWorker("c")
        history.tell("c", .failed(section, reason: "?"))
        #expect(givenUp(history) == [section])
    }

    @Test("however many workers lose their connections at once, all of them are absolved")
    func many() {
        let names = (0..<100).map { "w\($0)" }
        var history = ProducerHistory.serving([ProducerHistory.article(names.count)])
        for round in 1...5 as ClosedRange<UInt64> {
            for name in names { history.joinWorker(name, capacity: 1, session: round) }
            #expect(history.machine.figures.sectionsInFlight == names.count)
            for name in names { history.lose(name) }
        }
        for name in names { history.joinWorker(name, capacity: 1, session: 6) }
        #expect(live(&history, beats: 8) == [])
    }
}
