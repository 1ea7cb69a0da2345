import Articles
import Cluster
import Extraction
import Simulator
import Testing

@Suite("The worker")
struct WorkerTests {
    @Test("credit comes back with the sink's acknowledgement, not with the analysis")
    func credit() {
        var history = WorkerHistory()
        history.give(0..<2)
        #expect(history.analyse()?.index == 0)
        #expect(history.analyse()?.index == 1)
        #expect(history.serials == [1, 2])
        #expect(history.sent == [])
        history.acknowledge([1])
        #expect(history.sent == [.beat(analysed: 2, granted: 5)])
        history.acknowledge([1, 2, 99])
        #expect(history.sent == [.beat(analysed: 2, granted: 6)])
        #expect(history.machine.heldSections == 0)
    }

    @Test("a beat of the producer's is answered at once, and does what a tick would do")
    func answeredBeats() {
        var history = WorkerHistory()
        let beat = TimeSpan.milliseconds(250)
        #expect(history.machine.nextTick == history.now + .milliseconds(375))
        history.give(0..<1)
        _ = history.analyse()
        for _ in 1...3 {
            history.now = history.now + beat
            history.tell(.beat)
            #expect(history.sent == [.beat(analysed: 1, granted: 4)])
            #expect(history.serials == [])
            // It ticks by itself only if the producer's next one is late.
            #expect(history.machine.nextTick == history.now + .milliseconds(375))
        }
        history.now = history.now + beat
        history.tell(.beat)
        #expect(history.serials == [1])
        history.tick(after: .milliseconds(375))
        #expect(history.sent == [.beat(analysed: 1, granted: 4)])
    }

    @Test("work is answered like a beat where half of one has passed since the last word")
    func answeredWork() {
        var history = WorkerHistory(capacity: 8)
        history.now = history.now + .milliseconds(124)
        history.give(0..<1)
        #expect(history.sent == [])
        history.now = history.now + .milliseconds(1)
        history.give(1..<2)
        #expect(history.sent == [.beat(analysed: 0, granted: 8)])
        #expect(history.machine.nextTick == history.now + .milliseconds(375))
        _ = history.analyse()
        // What it says with its credit need not be said again.
        history.now = history.now + .milliseconds(100)
        history.acknowledge([1])
        #expect(history.sent == [.beat(analysed: 1, granted: 9)])
        history.now = history.now + .milliseconds(50)
        history.give(2..<3)
        #expect(history.sent == [])
        #expect(history.machine.nextTick == history.now + .milliseconds(375))
    }

    @Test("a worker that has joined nobody ticks each beat")
    func ticksBeforeWelcome() {
        var history = WorkerHistory()
        _ = history.producer.envelope(ProducerToWorker.beat)
        history.tell(.beat)
        #expect(history.machine.nextTick == history.now + .milliseconds(250))
    }

    @Test("acknowledgements are worth waking for where others may wait for them, or half of the credit is gone")
    func awaitedAcknowledgements() {
        var history = WorkerHistory(capacity: 8)
        #expect(history.machine.awaitsSink)
        history.give(0..<6)
        for awaits in [true, false, false, false, true, true] {
            _ = history.analyse()
            #expect(history.machine.awaitsSink == awaits)
        }
        history.acknowledge([1, 2, 3])
        #expect(!history.machine.awaitsSink)
        history.acknowledge([4, 5])
        #expect(history.machine.awaitsSink)
        history.give(6..<8)
        _ = history.analyse()
        _ = history.analyse()
        #expect(!history.machine.awaitsSink)
        _ = history.machine.shutdownRequested(at: history.now)
        #expect(history.machine.awaitsSink)
    }

    @Test("what is not acknowledged is sent again, to the same sink")
    func resending() {
        var history = WorkerHistory()
        history.give(0..<1)
        _ = history.analyse()
        #expect(history.serials == [1])
        history.tick(after: .milliseconds(250))
        #expect(history.serials == [])
        history.tick(after: .milliseconds(750))
        #expect(history.serials == [1])
        history.tell(.sink(nil))
        history.tick(after: .milliseconds(900))
        history.tick(after: .milliseconds(900))
        #expect(history.serials == [])
        history.tell(.sink(WorkerHistory.here))
        history.tick(after: .milliseconds(250))
        #expect(history.serials == [1])
    }

    @Test("another life of the sink gets nothing of what the one before was sent")
    func anotherSink() {
        var history = WorkerHistory()
        history.give(0..<2)
        _ = history.analyse()
        _ = history.analyse()
        let next = SinkLocation(endpoint: "e", incarnation: 2)
        history.tell(.sink(next))
        #expect(history.actions.contains(.connectSink(next)))
        #expect(history.sent == [.beat(analysed: 2, granted: 6)])
        history.tick(after: .milliseconds(900))
        history.tick(after: .milliseconds(900))
        #expect(history.serials == [])
    }

    @Test("a new session starts without the old one's sections, and offers what is free")
    func newSession() {
        var history = WorkerHistory(capacity: 4)
        history.give(0..<4)
        _ = history.analyse()
        _ = history.machine.nextTask()
        history.tell(.beat)
        _ = history.producer.envelope(ProducerToWorker.beat)
        history.tell(.beat)
        // One result is not acknowledged, one section is being analysed.
        guard case .hello(_, let capacity)? = history.sent.first else {
            Issue.record("no hello after a gap: \(history.actions)")
            return
        }
        #expect(capacity == 2)
        history.welcome(WorkerHistory.here)
        #expect(history.machine.nextTask() == nil)
        #expect(history.machine.heldSections == 2)
    }

    @Test("SIGTERM: goodbye, what is held is finished and handed over, then it ends")
    func leaving() {
        var history = WorkerHistory()
        history.give(0..<2)
        history.actions = history.machine.shutdownRequested(at: history.now)
        #expect(history.sent == [.goodbye])
        history.tell(.farewell)
        #expect(!history.actions.contains(.stop(.drained)))
        _ = history.analyse()
        _ = history.analyse()
        history.acknowledge([1])
        #expect(!history.actions.contains(.stop(.drained)))
        history.acknowledge([2])
        #expect(history.actions.contains(.stop(.drained)))
    }

    @Test("a worker that leaves does not wait for ever for a sink that is gone")
    func boundedLeaving() {
        var history = WorkerHistory(sink: nil)
        history.give(0..<1)
        _ = history.analyse()
        history.actions = history.machine.shutdownRequested(at: history.now)
        history.tell(.farewell)
        var ticks = 0
        while !history.actions.contains(.stop(.drained)) && ticks < 100 {
            ticks += 1
            // The producer is there, and may yet know another sink.
            history.tell(.beat)
            history.tick(after: .milliseconds(250))
        }
        #expect((20...30).contains(ticks))
    }

    @Test("a worker that leaves and hears neither of a sink nor of the producer ends at once")
    func cutOff() {
        var history = WorkerHistory(sink: nil)
        history.give(0..<1)
        _ = history.analyse()
        history.actions = history.machine.shutdownRequested(at: history.now)
        history.tell(.farewell)
        var ticks = 0
        while !history.actions.contains(.stop(.drained)) && ticks < 100 {
            ticks += 1
            history.tick(after: .milliseconds(250))
        }
        #expect((3...6).contains(ticks), "\(ticks)")
    }

    @Test("a refused worker ends and says why")
    func refused() {
        var history = WorkerHistory()
        let refusal = ProducerToWorker.refused(.incompatible(reason: "another model"))
        history.actions = history.machine.received(
            .producer(Envelope(session: history.producer.session, sequence: 0, body: refusal)),
            at: history.now
        )
        #expect(history.actions == [.stop(.refused(reason: "another model"))])
    }

    @Test("a section that can't be analysed is reported, and its credit comes back")
    func failing() {
        var history = WorkerHistory()
        history.give(0..<1)
        guard let task = history.machine.nextTask() else {
            Issue.record("no task")
            return
        }
        history.actions = history.machine.failed(task.id, reason: "too odd", at: history.now)
        #expect(history.sent == [.failed(task.id, reason: "too odd"), .beat(analysed: 1, granted: 5)])
    }
}
