import Glibc
import Synchronization
import TestSupport
import Testing
import ZeroMQ

@Suite("Ownership and threads", .timeLimit(.minutes(5)))
struct LifetimeTests {
    @Test("a socket keeps its context alive")
    func socketKeepsContext() throws {
        func open(_ kind: Socket.Kind) throws -> Socket { try openSocket(kind, Context()) }
        let pull = try open(.pull)
        let push = try open(.push)
        try push.connect(to: pull.bind(to: "tcp://127.0.0.1:*"))
        #expect(try push.sends("message"))
        #expect(try pull.receivedText() == "message")
    }

    @Test("a context ends although messages could not be sent")
    func endsWithUnsentMessages() throws {
        let push = try openSocket(.push, Context())
        // Nothing listens at that port.
        try push.connect(to: "tcp://127.0.0.1:1")
        #expect(try push.sends("never delivered"))
        push.close()
    }

    @Test("a thread of its own, and what it starts, computes as batch work")
    func batchScheduling() throws {
        let policies = Mutex<[Int32]>([])
        let thread = try DedicatedThread(name: "outer") {
            policies.withLock { $0.append(sched_getscheduler(0)) }
            var inner = pthread_t()
            pthread_create(
                &inner,
                nil,
                { _ in UnsafeMutableRawPointer(bitPattern: UInt(sched_getscheduler(0)) + 1) },
                nil
            )
            var result: UnsafeMutableRawPointer?
            pthread_join(inner, &result)
            policies.withLock { $0.append(Int32(UInt(bitPattern: result)) - 1) }
        }
        thread.join()
        // SCHED_BATCH
        #expect(policies.withLock { $0 } == [3, 3])
    }

    @Test("shutting the context down ends a blocking receive on another thread, and no socket can be opened")
    func shutDown() throws {
        let context = try Context()
        let codes = Mutex<[ZeroMQError.Code]>([])
        let isOpen = try WakeUp()
        let thread = try DedicatedThread(name: "receiver") {
            do throws(ZeroMQError) {
                let socket = try Socket(.pull, in: context)
                isOpen.signal()
                _ = try socket.receive()
            } catch {
                codes.withLock { $0.append(error.code) }
            }
        }
        var poller = Poller()
        _ = poller.add(isOpen)
        try poller.poll(timeout: .seconds(60))
        context.shutDown()
        thread.join()
        #expect(codes.withLock { $0 } == [.terminated])
        #expect(throws: ZeroMQError(code: .terminated, operation: "open a pull socket")) {
            try Socket(.pull, in: context).close()
        }
    }

    @Test("bytes that a message took over live until the receiver is done with them")
    func adoptedBytes() throws {
        let context = try Context(ioThreads: 0)
        let pull = try openSocket(.pull, context)
        try pull.bind(to: "inproc://adopted")
        let expected = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let thread = try DedicatedThread(name: "sender") {
            do {
                let push = try openSocket(.push, context)
                try push.connect(to: "inproc://adopted")
                for shift in 0..<50 {
                    let bytes = expected.map { $0 &+ UInt8(shift) }
                    guard try push.send(Message(adopting: bytes)).isSent else { return }
                }
            } catch {
                Issue.record(error)
            }
        }
        var message = Message()
        for shift in 0..<50 {
            #expect(try pull.receive(into: &message))
            let isWhole = message.withUnsafeBytes { bytes in
                bytes.elementsEqual(expected.lazy.map { $0 &+ UInt8(shift) })
            }
            #expect(isWhole)
        }
        thread.join()
    }

    @Test("messages made, copied, dropped and sent by four threads arrive whole", arguments: Transport.allCases)
    func stress(transport: Transport) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let context = try Context()
        let pull = try openSocket(.pull, context)
        let endpoint = try pull.bind(to: transport.endpoint)
        let (senders, count) = (4, 2_000)
        let threads = try (0..<senders).map { sender in
            try DedicatedThread(name: "sender \(sender)") {
                do {
                    let push = try openSocket(.push, context)
                    try push.set(.linger, to: .seconds(60))
                    try push.connect(to: endpoint)
                    var random = SeededRandom(seed: seed &+ UInt64(sender))
                    for _ in 0..<count { try sendOne(push, &random) }
                } catch {
                    Issue.record("seed \(seed): \(error)")
                }
            }
        }
        var message = Message()
        var broken = 0
        for _ in 0..<(senders * count) {
            guard try pull.receive(into: &message) else { break }
            // Every byte is the length's lowest.
            let isWhole = message.withUnsafeBytes { bytes in
                bytes.allSatisfy { $0 == UInt8(truncatingIfNeeded: bytes.count) }
            }
            if !isWhole { broken += 1 }
        }
        for thread in threads { thread.join() }
        #expect(broken == 0, "seed \(seed)")
        #expect(try pull.receivedText(.dontWait) == nil, "seed \(seed)")
    }

    /// Sends a message of random length in one of the ways there are.
    private func sendOne(_ push: borrowing Socket, _ random: inout SeededRandom) throws {
        let longest = [32, 33, 34, 300, 20_000].randomElement(using: &random) ?? 0
        let length = Int.random(in: 0...longest, using: &random)
        let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: length), count: length)
        var isSent = false
        switch Int.random(in: 0..<5, using: &random) {
        case 0: isSent = try push.send(copying: bytes) == .sent
        case 1: isSent = try push.send(Message(copying: bytes)).isSent
        case 2: isSent = try push.send(Message(adopting: bytes)).isSent
        case 3:
            var original = Message(adopting: bytes)
            let dropped = original.copy()
            isSent = try push.send(original.copy()).isSent
            _ = dropped.byteCount
        default:
            var parts = Multipart()
            parts.append(Message(copying: bytes))
            isSent = try push.send(&parts) == .sent
        }
        guard isSent else { throw NotSent() }
    }

    private struct NotSent: Error {}
}
