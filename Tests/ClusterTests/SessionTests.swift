import Cluster
import Testing

@Suite("Sessions")
struct SessionTests {
    @Test(
        "a session accepts its numbers in order and nothing else",
        arguments: [
            ([1, 2, 3], [true, true, true]),
            ([1, 3], [true, false]),
            ([1, 2, 2], [true, true, false]),
            ([2], [false]),
            ([1, 0, 2], [true, false, true]),
        ] as [([UInt64], [Bool])]
    )
    func sequence(numbers: [UInt64], accepted: [Bool]) {
        var session = SessionSequence(session: 5)
        #expect(numbers.map { session.accepts($0) } == accepted)
    }

    @Test("what is sent is numbered from 1")
    func numbering() {
        var session = SessionSequence(session: 9)
        let sent = (0..<3).map { session.envelope($0) }
        #expect(sent.map(\.sequence) == [1, 2, 3])
        #expect(sent.allSatisfy { $0.session == 9 })
    }

    @Test("a numbered window gives back what is left, in order, whatever is removed")
    func window() {
        var window = NumberedWindow<String>()
        for name in ["a", "b", "c", "d"] { window.append(name) }
        #expect(window.remove(2) == "b")
        #expect(window.remove(2) == nil)
        #expect(window.remove(1) == "a")
        #expect(window.remove(9) == nil)
        #expect(window.count == 2)
        #expect(window.all.map(\.number) == [3, 4])
        #expect(window[3] == "c" && window[2] == nil && window[0] == nil)
        window.removeAll()
        #expect(window.isEmpty && window.append("e") == 5)
    }

    @Test("awake time goes on when the clock is set back, and is not fooled when it is set forward")
    func clockJumps() {
        var time = AwakeTime(longestStep: .seconds(1), at: Instant(nanoseconds: 0))
        func at(_ milliseconds: Int64) -> Instant { Instant(nanoseconds: milliseconds * 1_000_000) }
        #expect(time.read(at: at(500)) == at(500))
        #expect(time.read(at: at(-60_000)) == at(500))
        #expect(time.read(at: at(-59_750)) == at(750))
        #expect(time.outside(at(1000)) == at(-59_500))
        #expect(time.read(at: at(3_600_000)) == at(1750))
        #expect(time.read(at: at(3_600_100)) == at(1850))
    }

    @Test("awake time stands still while nobody reads it for long")
    func awakeTime() {
        var time = AwakeTime(longestStep: .seconds(1), at: Instant(nanoseconds: 0))
        func seconds(_ count: Int) -> Instant { Instant(nanoseconds: 0) + .seconds(count) }
        #expect(time.read(at: seconds(1)) == seconds(1))
        #expect(time.read(at: seconds(60)) == seconds(2))
        #expect(time.read(at: seconds(61)) == seconds(3))
        #expect(time.outside(seconds(4)) == seconds(62))
        // A clock that goes back is not believed.
        #expect(time.read(at: seconds(30)) == seconds(3))
    }

    @Test("each hello opens a session of its own, and waits longer for the welcome")
    func helloBackoff() {
        var link = ProducerLink(sessionSeed: UInt64.max, at: Instant(nanoseconds: 0))
        var sessions = [link.hello("hello", at: Instant(nanoseconds: 0)).session]
        var times: [Int] = []
        for step in 1...11 {
            let now = Instant(nanoseconds: 0) + .milliseconds(250 * step)
            guard link.duty(at: now) == .hello else { continue }
            times.append(250 * step)
            sessions.append(link.hello("hello", at: now).session)
        }
        #expect(times == [250, 750, 1750])
        // 0 is no session.
        #expect(sessions == [1, 2, 3, 4])
    }

    @Test("a silent producer is connected to anew, after a beat that was answered too")
    func silence() {
        let start = Instant(nanoseconds: 0)
        var link = ProducerLink(sessionSeed: 1, at: start)
        let hello = link.hello("hello", at: start)
        #expect(link.judge(session: hello.session, sequence: 1, at: start) == .expected)
        link.welcomed(beat: 100, silence: 1000)
        #expect(link.duty(at: start + .milliseconds(1000)) == .beat)
        #expect(link.duty(at: start + .milliseconds(1001)) == .reconnectAndHello)
    }

    @Test("messages of another session are stale, gaps break the session")
    func verdicts() {
        let start = Instant(nanoseconds: 0)
        var link = ProducerLink(sessionSeed: 1, at: start)
        let old = link.hello("hello", at: start).session
        let new = link.hello("hello", at: start).session
        #expect(link.judge(session: old, sequence: 1, at: start) == .stale)
        #expect(link.judge(session: new, sequence: 1, at: start) == .expected)
        #expect(link.judge(session: new, sequence: 3, at: start) == .broken)
    }
}
