import Testing
import ZeroMQ

@Suite("Socket", .timeLimit(.minutes(5)))
struct SocketTests {
    @Test("a message arrives as it was sent", arguments: Transport.allCases)
    func delivery(transport: Transport) throws {
        let context = try Context()
        let pull = try openSocket(.pull, context)
        let endpoint = try pull.bind(to: transport.endpoint)
        #expect(!endpoint.contains("*"))
        let push = try openSocket(.push, context)
        try push.connect(to: endpoint)
        for text in ["", "ا", "الولايات المتحدة", String(repeating: "خبر ", count: 40_000)] {
            #expect(try push.sends(text))
            #expect(try pull.receivedText() == text)
        }
        #expect(try pull.receivedText(.dontWait) == nil)
    }

    @Test("the parts of a message arrive together and in order")
    func parts() throws {
        let context = try Context(ioThreads: 0)
        let left = try openSocket(.pair, context)
        let right = try openSocket(.pair, context)
        try left.bind(to: "inproc://parts")
        try right.connect(to: "inproc://parts")
        #expect(try left.sends("one", hasMore: true))
        // Not before the last part is there.
        #expect(try right.receivedText(.dontWait) == nil)
        #expect(try left.sends("two"))
        var message = Message()
        #expect(try right.receive(into: &message))
        #expect(message.hasMore == true)
        #expect(try right.receive(into: &message))
        #expect(message.hasMore == false)
        #expect(message.bytes == Array("two".utf8))
    }

    @Test("what a full queue did not take comes back")
    func fullQueue() throws {
        let context = try Context(ioThreads: 0)
        let push = try openSocket(.push, context)
        let pull = try openSocket(.pull, context)
        try push.set(.sendHighWaterMark, to: 2)
        try pull.set(.receiveHighWaterMark, to: 2)
        try push.bind(to: "inproc://full")
        try pull.connect(to: "inproc://full")
        var sent = 0
        filling: while sent < 100 {
            switch try push.send(Message("message \(sent)"), .dontWait) {
            case .sent: sent += 1
            case .wouldBlock(let message):
                #expect(message.bytes == Array("message \(sent)".utf8))
                break filling
            case .unreachable:
                Issue.record("a PUSH has no named peers")
                return
            }
        }
        #expect(sent == 4)
        #expect(try pull.receivedText() == "message 0")
    }

    @Test("nobody connected: the time-out ends a blocking send, and the message comes back")
    func sendTimeout() throws {
        let context = try Context(ioThreads: 0)
        let push = try openSocket(.push, context, waitingAtMost: .milliseconds(1))
        switch try push.send(Message("kept")) {
        case .sent: Issue.record("there is nobody to send to")
        case .wouldBlock(let message): #expect(message.bytes == Array("kept".utf8))
        case .unreachable: Issue.record("a PUSH has no named peers")
        }
        let pull = try openSocket(.pull, context, waitingAtMost: .milliseconds(1))
        #expect(try pull.receivedText() == nil)
    }

    @Test("options are read as they were set")
    func options() throws {
        let context = try Context()
        let socket = try Socket(.dealer, in: context)
        try socket.set(.sendHighWaterMark, to: 17)
        try socket.set(.maxMessageSize, to: 1 << 33)
        try socket.set(.immediate, to: true)
        try socket.set(.linger, to: .seconds(2))
        try socket.set(.routingID, to: Array("عامل-١".utf8))
        try socket.set(.zapDomain, to: "warraq")
        try socket.set(.receiveTimeout, to: Milliseconds(.microseconds(1)))
        #expect(try socket.get(.sendHighWaterMark) == 17)
        #expect(try socket.get(.maxMessageSize) == 1 << 33)
        #expect(try socket.get(.immediate))
        #expect(try !socket.get(.ipv6))
        #expect(try socket.get(.linger) == .seconds(2))
        #expect(try socket.get(.routingID) == Array("عامل-١".utf8))
        #expect(try socket.get(.zapDomain) == "warraq")
        #expect(try socket.get(.receiveTimeout) == .milliseconds(1))
        #expect(try socket.get(.sendTimeout) == nil)
        #expect(try socket.get(.handshakeInterval) == .seconds(30))
        #expect(try Socket(.push, in: context).get(.linger) == .zero)
    }

    @Test("a duration becomes milliseconds, rounded up and kept in range")
    func milliseconds() {
        #expect(Milliseconds(.zero).count == 0)
        #expect(Milliseconds(.nanoseconds(1)).count == 1)
        #expect(Milliseconds(.milliseconds(5)).count == 5)
        #expect(Milliseconds(.microseconds(5_001)).count == 6)
        #expect(Milliseconds(.seconds(-3)).count == 0)
        #expect(Milliseconds(.milliseconds(-1)).count == 0)
        #expect(Milliseconds(.seconds(Int64.max)).count == Int32.max)
        #expect(Milliseconds(.seconds(1 << 40)).count == Int32.max)
    }

    @Test("a part over the limit costs its sender the connection, and the binding end goes on")
    func tooLarge() throws {
        let context = try Context()
        let router = try openSocket(.router, context)
        try router.set(.maxMessageSize, to: 1_000)
        let endpoint = try router.bind(to: "tcp://127.0.0.1:*")
        let large = try openSocket(.dealer, context)
        try large.connect(to: endpoint)
        #expect(try large.sends(String(repeating: "x", count: 1_001)))
        let small = try openSocket(.dealer, context)
        try small.set(.routingID, to: Array("small".utf8))
        try small.connect(to: endpoint)
        #expect(try small.sends(String(repeating: "x", count: 1_000)))
        var message = Message()
        var peer = RoutingID()
        #expect(try router.receive(into: &message, from: &peer) == .message)
        #expect(peer == RoutingID("small"))
        #expect(message.byteCount == 1_000)
    }

    @Test("subscribers get what they asked for")
    func subscription() throws {
        let context = try Context(ioThreads: 0)
        let publisher = try openSocket(.publish, context)
        let subscriber = try openSocket(.subscribe, context)
        try publisher.bind(to: "inproc://news")
        try subscriber.set(.subscription, to: Array("أخبار".utf8))
        try subscriber.connect(to: "inproc://news")
        #expect(try publisher.sends("رياضة: لا أحد"))
        #expect(try publisher.sends("أخبار: عاجل"))
        #expect(try subscriber.receivedText() == "أخبار: عاجل")
    }

    @Test("request and reply take turns")
    func requestReply() throws {
        let context = try Context(ioThreads: 0)
        let reply = try openSocket(.reply, context)
        let request = try openSocket(.request, context)
        try reply.bind(to: "inproc://questions")
        try request.connect(to: "inproc://questions")
        #expect(try request.sends("كم؟"))
        #expect(throws: ZeroMQError.self) { try request.sends("متى؟") }
        #expect(try reply.receivedText() == "كم؟")
        #expect(try reply.sends("سبعة"))
        #expect(try request.receivedText() == "سبعة")
    }

    @Test("after unbind the endpoint is free, after disconnect nothing arrives")
    func unbindAndDisconnect() throws {
        let context = try Context()
        let first = try openSocket(.pull, context)
        let endpoint = try first.bind(to: "tcp://127.0.0.1:*")
        let push = try openSocket(.push, context, waitingAtMost: .milliseconds(1))
        try push.connect(to: endpoint)
        try push.disconnect(from: endpoint)
        #expect(try !push.sends("nobody"))
        #expect(throws: ZeroMQError(code: .noSuchEndpoint, operation: "disconnect", endpoint: endpoint)) {
            try push.disconnect(from: endpoint)
        }
        try first.unbind(from: endpoint)
        #expect(throws: ZeroMQError(code: .noSuchEndpoint, operation: "stop listening", endpoint: endpoint)) {
            try first.unbind(from: endpoint)
        }
    }
}
