import CZeroMQBenchmark
import ZeroMQ

/// The loops of the benchmark in Swift: call for call what `loops.c` does.
struct SwiftLoops: Sendable {
    enum Failure: Error {
        case notSent
        case notReceived
        case changed
    }

    let pattern: Pattern
    let endpoint: String
    let size: Int
    let count: Int
    let highWaterMark: Int32

    /// From one thread to another.
    ///
    /// - Returns: the nanoseconds from the arrival of the first message to that of the last.
    func run() throws -> Int64 {
        let context = try Context()
        let socket = try open(pattern.receiver, context)
        let bound = try socket.bind(to: endpoint)
        let thread = try DedicatedThread(name: "sender") {
            do {
                let sender = try open(pattern.sender, context)
                // As in C: what is not sent yet when the socket ends will be.
                try sender.set(.linger, to: .seconds(60))
                try sender.connect(to: bound)
                let peer = pattern == .routerToDealer ? try learnPeer(sender) : nil
                try sendAll(sender, payload, to: peer, count: count)
            } catch {
                // Without the sender's messages the receiver would wait for ever.
                print("sender: \(error)")
                context.shutDown()
            }
        }
        if pattern == .routerToDealer {
            guard try socket.send(Message("hello")).isSent else { throw Failure.notSent }
        }
        let elapsed = try nanoseconds(since: receiveAll(socket, count: count))
        thread.join()
        return elapsed
    }

    /// Over inproc in one thread, `batch` messages at a time.
    ///
    /// - Returns: the thread's nanoseconds on a processor.
    func runInOneThread(batch: Int) throws -> Int64 {
        let context = try Context()
        let receiver = try open(pattern.receiver, context)
        let sender = try open(pattern.sender, context)
        try receiver.bind(to: endpoint)
        try sender.connect(to: endpoint)
        var peer: RoutingID?
        if pattern == .routerToDealer {
            guard try receiver.send(Message("hello")).isSent else { throw Failure.notSent }
            peer = try learnPeer(sender)
        }
        let payload = payload
        let start = c_benchmark_thread_time()
        for left in stride(from: count, to: 0, by: -batch) {
            try sendAll(sender, payload, to: peer, count: min(left, batch))
            try receiveAll(receiver, count: min(left, batch))
        }
        return c_benchmark_thread_time() - start
    }

    private func open(_ kind: Socket.Kind, _ context: Context) throws -> Socket {
        let socket = try Socket(kind, in: context)
        try socket.set(.sendHighWaterMark, to: highWaterMark)
        try socket.set(.receiveHighWaterMark, to: highWaterMark)
        if kind == .router { try socket.set(.routerMandatory, to: true) }
        return socket
    }

    private func sendAll(_ socket: borrowing Socket, _ bytes: [UInt8], to peer: RoutingID?, count: Int) throws {
        if let peer {
            for _ in 0..<count {
                guard try socket.send(copying: bytes, to: peer) == .sent else { throw Failure.notSent }
            }
        } else {
            for _ in 0..<count {
                guard try socket.send(copying: bytes) == .sent else { throw Failure.notSent }
            }
        }
    }

    /// The DEALER speaks first, so that the ROUTER knows it.
    private func learnPeer(_ socket: borrowing Socket) throws -> RoutingID {
        var hello = Message()
        var peer = RoutingID()
        guard try socket.receive(into: &hello, from: &peer) == .message else { throw Failure.notReceived }
        return peer
    }

    /// - Returns: when the first message was there.
    @discardableResult
    private func receiveAll(_ socket: borrowing Socket, count: Int) throws -> ContinuousClock.Instant {
        var start = ContinuousClock.now
        var message = Message()
        var peer = RoutingID()
        for received in 0..<count {
            let reception =
                switch pattern {
                case .dealerToRouter: try socket.receive(into: &message, from: &peer)
                case .pushToPull, .routerToDealer: try socket.receiveWhole(into: &message)
                }
            guard reception == .message else { throw Failure.notReceived }
            let isUnchanged = message.withUnsafeBytes { $0.count == size && $0[0] == UInt8(ascii: "x") }
            guard isUnchanged else { throw Failure.changed }
            if received == 0 { start = .now }
        }
        return start
    }

    private var payload: [UInt8] {
        [UInt8](repeating: UInt8(ascii: "x"), count: size)
    }

    private func nanoseconds(since start: ContinuousClock.Instant) -> Int64 {
        let (seconds, attoseconds) = start.duration(to: .now).components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
