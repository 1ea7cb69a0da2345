import Articles
import Cluster
import Testing

@Suite("Findings that do not reach the sink")
struct ProducerDeliveryTests {
    private let article = ProducerHistory.article(4)

    /// Lets time pass in which the worker says that it has analysed all, and the sink that it is there; returns what was
    /// logged.
    private func live(_ history: inout ProducerHistory, seconds: Int, hasSink: Bool = true) -> [LogEvent] {
        var logged: [LogEvent] = []
        func note() {
            logged += history.actions.compactMap { if case .log(let event) = $0 { event } else { nil } }
        }
        for _ in 0..<4 * seconds {
            history.pass(.milliseconds(250))
            note()
            history.tell("w", .beat(analysed: 4, granted: 8))
            note()
            if hasSink { history.tell(.beat(room: nil)) }
        }
        return logged
    }

    @Test("a worker of which nothing comes to the sink loses its sections after three leases, and nobody is blamed")
    func nothingArrives() {
        var history = ProducerHistory.serving([article])
        history.joinWorker("w")
        #expect(live(&history, seconds: 29).filter { $0.level == .warning }.isEmpty)
        #expect(history.machine.figures.sectionsInFlight == 4)
        let warnings = live(&history, seconds: 3).filter { $0.level == .warning }
        #expect(warnings.count == 1)
        #expect(warnings.first?.details.first { $0.key == "worker" }?.value == "w")
        #expect(warnings.first?.details.first { $0.key == "sink endpoint" }?.value == "e")
        #expect(history.machine.figures.workers == 0)
        // Suspects would go out one by one.
        history.joinWorker("other")
        #expect(history.work("other") == [0, 1, 2, 3])
    }

    @Test("a worker of which something comes now and then keeps the rest: the sink is slow")
    func somethingArrives() {
        var history = ProducerHistory.serving([article])
        history.joinWorker("w")
        for index in 0..<3 {
            #expect(live(&history, seconds: 25).filter { $0.level == .warning }.isEmpty)
            history.tell(.received([SectionID(article: article.id, index: index)]))
        }
        #expect(history.machine.figures.workers == 1)
        #expect(history.machine.figures.sectionsInFlight == 1)
    }

    @Test("while there is no sink nothing can come to it")
    func noSink() {
        var history = ProducerHistory.serving([article])
        history.joinWorker("w")
        _ = live(&history, seconds: 25)
        history.lose("sink")
        _ = live(&history, seconds: 60, hasSink: false)
        history.joinSink(holding: [HeldArticle(id: article.id, received: [])])
        _ = live(&history, seconds: 29)
        #expect(history.machine.figures.sectionsInFlight == 4)
        _ = live(&history, seconds: 3)
        #expect(history.machine.figures.sectionsInFlight == 0)
    }

    @Test("a worker without any credit is none that could take a section with which another one failed")
    func noCredit() {
        var history = ProducerHistory.serving([ProducerHistory.article(1)])
        history.joinWorker("failing")
        history.joinWorker("cut off", capacity: 0)
        let section = SectionID(article: ProducerHistory.article(1).id, index: 0)
        history.tell("failing", .failed(section, reason: "?"))
        history.tell("failing", .beat(analysed: 1, granted: 9))
        #expect(history.work("failing") == [0])
    }

    @Test("a worker without any credit is not kept free for suspects")
    func noCreditNotReserved() {
        var history = ProducerHistory.serving([ProducerHistory.article(12)]) { $0.batch = 1 }
        history.joinWorker("busy", capacity: 4)
        history.joinWorker("cut off", capacity: 0)
        history.joinWorker("lost", capacity: 1)
        history.lose("lost")
        // The suspect waits until a worker holds nothing: one that can take it is kept free for it.
        for count in 1...4 as ClosedRange<UInt64> {
            history.tell(.received([SectionID(article: ProducerHistory.article(12).id, index: Int(count) - 1)]))
            history.tell("busy", .beat(analysed: count, granted: 4 + count))
        }
        #expect(history.work("busy") == [4])
    }
}
