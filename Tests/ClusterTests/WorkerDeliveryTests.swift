import Articles
import Cluster
import Testing

@Suite("A worker of which nothing comes to the sink")
struct WorkerDeliveryTests {
    /// A worker with one result that the sink has not acknowledged for so long; the producer has been there.
    private func waiting(seconds: Int) -> WorkerHistory {
        var history = WorkerHistory(capacity: 4)
        history.give(0..<1)
        _ = history.analyse()
        for _ in 0..<4 * seconds {
            history.now = history.now + .milliseconds(250)
            history.tell(.beat)
        }
        return history
    }

    /// The capacity that it offers when it joins anew, and the warnings that it logs.
    private func offer(_ history: inout WorkerHistory) -> (capacity: Int?, warnings: [LogEvent]) {
        let rejoin = Envelope(session: history.producer.session, sequence: 0, body: ProducerToWorker.rejoin)
        history.actions = history.machine.received(.producer(rejoin), at: history.now)
        let warnings = history.actions.compactMap { action -> LogEvent? in
            if case .log(let event) = action, event.level == .warning { event } else { nil }
        }
        guard case .hello(_, let capacity)? = history.sent.first else { return (nil, warnings) }
        history.welcome(WorkerHistory.here)
        return (capacity, warnings)
    }

    @Test("offers nothing when it joins anew, and says why; all of it when the sink answers")
    func offersNothing() {
        var history = waiting(seconds: 7)
        let (capacity, warnings) = offer(&history)
        #expect(capacity == 0)
        #expect(warnings.count == 1)
        #expect(warnings.first?.details.first { $0.key == "endpoint" }?.value == "e")
        history.acknowledge([1])
        #expect(history.sent == [.beat(analysed: 0, granted: 4)])
        history.give(0..<4)
        for serial in 2...5 as ClosedRange<UInt64> {
            _ = history.analyse()
            history.acknowledge([serial])
            #expect(history.sent == [.beat(analysed: serial - 1, granted: 3 + serial)])
        }
    }

    @Test("offers what is free while the sink may just be busy, or has answered something")
    func offersTheRest() {
        var history = waiting(seconds: 5)
        #expect(offer(&history).capacity == 3)
        history.give(1..<2)
        _ = history.analyse()
        history.acknowledge([1])
        history.now = history.now + .seconds(5)
        let (capacity, warnings) = offer(&history)
        #expect(capacity == 3)
        #expect(warnings == [])
    }

    @Test("offers all of it at another sink")
    func anotherSink() {
        var history = waiting(seconds: 7)
        #expect(offer(&history).capacity == 0)
        history.tell(.sink(SinkLocation(endpoint: "e", incarnation: 2)))
        #expect(history.sent == [.beat(analysed: 0, granted: 4)])
    }

    @Test("offers nothing with a section at hand either, and all of it in the end")
    func withSectionAtHand() {
        var history = waiting(seconds: 7)
        history.give(1..<2)
        let task = history.machine.nextTask()
        #expect(offer(&history).capacity == 0)
        if let task { history.actions = history.machine.failed(task.id, reason: "?", at: history.now) }
        #expect(history.sent == [.beat(analysed: 0, granted: 1)])
        history.acknowledge([1])
        #expect(history.sent == [.beat(analysed: 0, granted: 4)])
    }
}
