import Articles
import Cluster
import Testing

@Suite("The producer and sinks that wait")
struct ProducerStandbyTests {
    private let article = ProducerHistory.article(3)

    @Test("a second sink is told to wait, until the first is silent")
    func secondSink() {
        var history = ProducerHistory.serving([article])
        history.joinSink(incarnation: 2, peer: PeerID("second"))
        #expect(history.toSink == [.rejoin])
        history.pass(.seconds(4))
        #expect(!history.machine.figures.hasSink)
        history.joinSink(incarnation: 2, peer: PeerID("second"))
        #expect(history.machine.figures.hasSink)
    }

    /// Whether another sink that asks at each beat, for so many of them, has the place of one that lives and holds it.
    private func takesOver(_ history: inout ProducerHistory, in beats: Int, from first: (inout ProducerHistory) -> Void)
        -> Bool
    {
        for _ in 0..<beats {
            history.pass(history.configuration.beat)
            first(&history)
            history.greet(incarnation: 2, peer: PeerID("second"))
            if case .welcome? = history.toSink.first { return true }
            #expect(history.toSink == [.refused(.occupied(by: "sink"))])
        }
        return false
    }

    @Test("a sink that can't take the reports over makes way for one that waits, and keeps its place if none does")
    func stuckSink() {
        var history = ProducerHistory()
        history.greet()
        for _ in 0..<100 {
            history.pass(history.configuration.beat)
            history.tell(.beat(room: nil))
            #expect(history.toSink == [])
        }
        #expect(takesOver(&history, in: 1) { $0.tell(.beat(room: nil)) })
        history.tell(.holding([], reported: [], isLast: true), from: PeerID("second"))
        #expect(history.machine.figures.hasSink)
        history.tell(.beat(room: nil))
        #expect(history.toSink == [.rejoin])
    }

    @Test("one that needs some seconds for it does not, nor one that says what it holds, nor one that serves")
    func slowSink() {
        var history = ProducerHistory()
        history.greet()
        #expect(!takesOver(&history, in: 36) { $0.tell(.beat(room: nil)) })
        let id = article.id
        #expect(
            !takesOver(&history, in: 100) {
                $0.tell(.holding([HeldArticle(id: id, received: [])], reported: [], isLast: false))
            }
        )
        history.tell(.holding([], reported: [], isLast: true))
        #expect(!takesOver(&history, in: 100) { $0.tell(.beat(room: nil)) })
        #expect(history.machine.figures.hasSink)
    }
}
