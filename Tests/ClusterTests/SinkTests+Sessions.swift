import Articles
import Cluster
import Testing

/// Whether it is the sink, and how it ends.
extension SinkTests {
    @Test("it says what it holds when the folder of reports is its own, not before")
    func claim() throws {
        var history = History(answers: false)
        #expect(history.sent == [])
        let claim = try #require(history.claim)
        #expect(claim.journal == 5)
        // The disk is full; it is tried again.
        history.actions = history.machine.notClaimed(claim.number, reason: "full", at: history.now)
        #expect(history.sent == [])
        for _ in 0..<4 {
            history.now = history.now + .milliseconds(250)
            history.tell(.beat)
            history.actions = history.machine.tick(at: history.now)
        }
        #expect(history.claim == claim)
        history.actions = history.machine.claimed(claim.number, shutOut: 1, at: history.now)
        #expect(history.sent == [.holding([], reported: [], isLast: true)])
        // Once for each welcome.
        history.actions = history.machine.claimed(claim.number, shutOut: 0, at: history.now)
        #expect(history.sent == [])
    }

    @Test("a disk that does not let it have the folder is said at once, then now and then")
    func claimFails() {
        var history = History(answers: false)
        var errors: [LogEvent] = []
        for _ in 0..<44 {
            if let claim = history.claim {
                history.actions = history.machine.notClaimed(claim.number, reason: "full", at: history.now)
                errors += history.actions.compactMap { if case .log(let event) = $0 { event } else { nil } }
            }
            history.now = history.now + .milliseconds(250)
            history.tell(.beat)
            history.actions = history.machine.tick(at: history.now)
        }
        #expect(errors.count == 2)
        #expect(errors.last?.details.last?.value == "10")
    }

    @Test("a later session waits for an answer of its own: another sink may have claimed meanwhile")
    func claimOfEarlierSession() throws {
        var history = History(answers: false)
        let first = try #require(history.claim)
        history.rejoin()
        history.welcome(answers: false)
        let second = try #require(history.claim)
        history.actions = history.machine.claimed(first.number, shutOut: 0, at: history.now)
        #expect(history.sent == [])
        history.actions = history.machine.claimed(second.number, shutOut: 0, at: history.now)
        #expect(history.sent == [.holding([], reported: [], isLast: true)])
    }

    @Test("a sink that was replaced ends: when the folder says so, and when it hears of the other one")
    func displaced() {
        var history = History()
        history.tell(.open(outline, keepsExisting: false))
        history.actions = history.machine.displaced(reason: "r", at: history.now)
        #expect(history.actions == [.stop(.displaced(reason: "r"))])
        #expect(history.machine.reportWritten(article.id, at: history.now) == [])

        history = History()
        history.actions = history.machine.received(
            Envelope(session: history.producer.session, sequence: 0, body: .refused(.occupied(by: "x"))),
            at: history.now
        )
        guard case .stop(.displaced)? = history.actions.last else {
            Issue.record("it goes on: \(history.actions)")
            return
        }
    }

    @Test("another sink serves: it asks again, and ends only when it can never join")
    func occupied() {
        var history = History(answers: false)
        history.actions = history.machine.received(
            Envelope(session: history.producer.session, sequence: 0, body: .refused(.occupied(by: "x"))),
            at: history.now
        )
        #expect(history.sent == [])
        history.actions = history.machine.tick(at: history.now + .milliseconds(250))
        guard case .hello? = history.sent.first else {
            Issue.record("it does not ask again")
            return
        }
    }

    @Test("SIGTERM: goodbye, and the end at the farewell or after some seconds", arguments: [true, false])
    func leaving(farewell: Bool) {
        var history = History()
        history.tell(.open(outline, keepsExisting: false))
        history.actions = history.machine.shutdownRequested(at: history.now)
        #expect(history.sent == [.goodbye])
        if farewell {
            history.tell(.farewell)
            #expect(history.actions.contains(.stop(.drained)))
            return
        }
        var ticks = 0
        while !history.actions.contains(.stop(.drained)) && ticks < 100 {
            ticks += 1
            history.now = history.now + .milliseconds(250)
            history.tell(.beat)
            if !history.actions.contains(.stop(.drained)) { history.actions = history.machine.tick(at: history.now) }
        }
        #expect(ticks == 32)
    }
}
