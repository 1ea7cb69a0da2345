import Testing
import ZeroMQ

@Suite("Poller and WakeUp", .timeLimit(.minutes(5)))
struct PollerTests {
    @Test("the poller says which sockets are ready, and for what")
    func readiness() throws {
        let context = try Context(ioThreads: 0)
        let first = try openSocket(.pull, context)
        let second = try openSocket(.pull, context)
        try first.bind(to: "inproc://first")
        try second.bind(to: "inproc://second")
        let push = try openSocket(.push, context)
        var poller = Poller()
        let firstEntry = poller.add(first)
        let secondEntry = poller.add(second)
        let pushEntry = poller.add(push, for: .send)
        #expect(try poller.poll(timeout: .zero) == 0)
        try push.connect(to: "inproc://second")
        #expect(try poller.poll(timeout: .seconds(10)) == 1)
        #expect(poller.ready(pushEntry) == .send)
        #expect(try push.sends("message"))
        poller.modify(pushEntry, for: [])
        #expect(try poller.poll() == 1)
        #expect(poller.ready(firstEntry) == [])
        #expect(poller.ready(secondEntry) == .receive)
        #expect(poller.ready(pushEntry) == [])
        #expect(try second.receivedText() == "message")
        #expect(try poller.poll(timeout: .milliseconds(1)) == 0)
    }

    @Test("a socket that ended under the poller is never ready, and its place can be used again")
    func closedSocket() throws {
        let context = try Context(ioThreads: 0)
        let pull = try openSocket(.pull, context)
        let push = try openSocket(.push, context)
        try pull.bind(to: "inproc://name")
        try push.connect(to: "inproc://name")
        #expect(try push.sends("message"))
        var poller = Poller()
        let entry = poller.add(pull)
        #expect(try poller.poll(timeout: .seconds(10)) == 1)
        pull.close()
        #expect(try poller.poll(timeout: .zero) == 0)
        #expect(poller.ready(entry) == [])
        let wakeUp = try WakeUp()
        #expect(poller.add(wakeUp) == entry)
        wakeUp.signal()
        #expect(try poller.poll(timeout: .seconds(10)) == 1)
        #expect(poller.ready(entry) == .receive)
    }

    @Test("a wake-up from another thread ends a poll without a time limit")
    func wakeUp() throws {
        let wakeUp = try WakeUp()
        var poller = Poller()
        let entry = poller.add(wakeUp)
        let thread = try DedicatedThread(name: "waker") { wakeUp.signal() }
        #expect(try poller.poll() == 1)
        #expect(poller.ready(entry) == .receive)
        thread.join()
        wakeUp.signal()
        #expect(wakeUp.drain())
        #expect(!wakeUp.drain())
        #expect(try poller.poll(timeout: .zero) == 0)
    }

    @Test("more entries than fit on the stack are polled too")
    func manyEntries() throws {
        var poller = Poller()
        let wakeUps = try (0..<100).map { _ in try WakeUp() }
        let entries = wakeUps.map { poller.add($0) }
        for index in stride(from: 0, to: 100, by: 7) { wakeUps[index].signal() }
        #expect(try poller.poll(timeout: .seconds(10)) == 15)
        for (index, entry) in entries.enumerated() {
            #expect(poller.ready(entry) == (index.isMultiple(of: 7) ? .receive : []))
        }
        for entry in entries.dropFirst() { poller.remove(entry) }
        #expect(try poller.poll(timeout: .zero) == 1)
    }
}
