import Testing
import ZeroMQ

@Suite("ROUTER and DEALER", .timeLimit(.minutes(5)))
struct RouterTests {
    let context: Context

    init() throws {
        context = try Context()
    }

    private func openRouter() throws -> Socket {
        let router = try openSocket(.router, context)
        try router.set(.routerMandatory, to: true)
        try router.set(.routerHandover, to: true)
        return router
    }

    private func openDealer(_ name: RoutingID, _ endpoint: String) throws -> Socket {
        let dealer = try openSocket(.dealer, context)
        try dealer.set(.routingID, to: name.bytes)
        try dealer.connect(to: endpoint)
        return dealer
    }

    @Test("peers are told apart by their names, Arabic or long", arguments: Transport.allCases)
    func routing(transport: Transport) throws {
        let router = try openRouter()
        let endpoint = try router.bind(to: transport.endpoint)
        let names = [RoutingID("عامل"), RoutingID("عامل-٢"), RoutingID(Array(repeating: 200, count: 255))]
        let first = try openDealer(names[0], endpoint)
        let second = try openDealer(names[1], endpoint)
        let third = try openDealer(names[2], endpoint)
        #expect(try first.sends("0"))
        #expect(try second.sends("1"))
        #expect(try third.sends("2"))
        var message = Message()
        var peer = RoutingID()
        for _ in names {
            #expect(try router.receive(into: &message, from: &peer) == .message)
            let index = try #require(Int(String(decoding: message.bytes, as: UTF8.self)))
            #expect(peer == names[index])
            #expect(try router.send(Message("to \(index)"), to: peer).isSent)
        }
        #expect(try first.receivedText() == "to 0")
        #expect(try second.receivedText() == "to 1")
        #expect(try third.receivedText() == "to 2")
        #expect(try router.receive(into: &message, from: &peer, .dontWait) == .nothing)
    }

    @Test("a mandatory ROUTER gives back what is for nobody it knows")
    func unreachable() throws {
        let router = try openRouter()
        try router.bind(to: "inproc://router")
        switch try router.send(Message("خبر"), to: RoutingID("nobody")) {
        case .sent: Issue.record("there is nobody")
        case .wouldBlock: Issue.record("there is no queue that could be full")
        case .unreachable(let message): #expect(message.bytes == Array("خبر".utf8))
        }
        // The ROUTER is not in the middle of a message after that.
        let dealer = try openDealer(RoutingID("somebody"), "inproc://router")
        #expect(try dealer.sends("hello"))
        var message = Message()
        var peer = RoutingID()
        #expect(try router.receive(into: &message, from: &peer) == .message)
        #expect(try router.send(Message("answer"), to: peer).isSent)
        #expect(try dealer.receivedText() == "answer")
    }

    @Test("bytes are copied to a peer that is known, and stay with the caller otherwise")
    func copiedBytes() throws {
        let router = try openRouter()
        try router.bind(to: "inproc://router")
        #expect(try router.send(copying: [1, 2, 3], to: RoutingID("peer")) == .unreachable)
        let dealer = try openDealer(RoutingID("peer"), "inproc://router")
        #expect(try dealer.send(copying: Array("hello".utf8)) == .sent)
        var message = Message()
        var peer = RoutingID()
        #expect(try router.receive(into: &message, from: &peer) == .message)
        #expect(try router.send(copying: [1, 2, 3], to: peer) == .sent)
        #expect(try router.send(copying: [], to: peer) == .sent)
        #expect(try dealer.receive()?.bytes == [1, 2, 3])
        #expect(try dealer.receiveWhole(into: &message) == .message)
        #expect(message.isEmpty == true)
    }

    @Test("a peer that went is unreachable", .timeLimit(.minutes(5)))
    func departed() throws {
        let router = try openRouter()
        let endpoint = try router.bind(to: "tcp://127.0.0.1:*")
        let dealer = try openDealer(RoutingID("short-lived"), endpoint)
        #expect(try dealer.sends("hello"))
        var message = Message()
        var peer = RoutingID()
        #expect(try router.receive(into: &message, from: &peer) == .message)
        dealer.close()
        let departed = peer
        var isGone = false
        while !isGone {
            try Task.checkCancellation()
            switch try router.send(Message("still there?"), to: departed, .dontWait) {
            case .sent: break
            case .wouldBlock: break
            case .unreachable: isGone = true
            }
            // A ROUTER lets a connection go only when it reads to its end; with the queue to it full as well, it would
            // say «would block» for ever. Every loop that sends also receives.
            #expect(try router.receive(into: &message, from: &peer, .dontWait) == .nothing)
        }
    }

    @Test("a mandatory ROUTER gives back what a full queue did not take")
    func fullQueue() throws {
        let router = try openRouter()
        try router.set(.sendHighWaterMark, to: 3)
        try router.bind(to: "inproc://router")
        let dealer = try openSocket(.dealer, context)
        try dealer.set(.receiveHighWaterMark, to: 2)
        try dealer.connect(to: "inproc://router")
        #expect(try dealer.sends("hello"))
        var message = Message()
        var peer = RoutingID()
        #expect(try router.receive(into: &message, from: &peer) == .message)
        var sent = 0
        var returned: [UInt8]?
        while returned == nil, sent < 100 {
            switch try router.send(Message("\(sent)"), to: peer, .dontWait) {
            case .sent: sent += 1
            case .wouldBlock(let message): returned = message.bytes
            case .unreachable: Issue.record("the peer is there")
            }
        }
        #expect(sent == 5)
        #expect(returned == Array("5".utf8))
        for index in 0..<sent { #expect(try dealer.receivedText() == "\(index)") }
        #expect(try dealer.receivedText(.dontWait) == nil)
    }

    @Test("a peer that comes again under its name takes it over")
    func handover() throws {
        let router = try openRouter()
        let endpoint = try router.bind(to: "tcp://127.0.0.1:*")
        var message = Message()
        var peer = RoutingID()
        let first = try openDealer(RoutingID("name"), endpoint)
        #expect(try first.sends("first"))
        #expect(try router.receive(into: &message, from: &peer) == .message)
        let second = try openDealer(RoutingID("name"), endpoint)
        #expect(try second.sends("second"))
        #expect(try router.receive(into: &message, from: &peer) == .message)
        #expect(message.bytes == Array("second".utf8))
        #expect(try router.send(Message("for the second"), to: peer).isSent)
        #expect(try second.receivedText() == "for the second")
        #expect(try first.receivedText(.dontWait) == nil)
    }

    @Test("a message of the wrong number of parts is reported, and the next one is read as itself")
    func malformed() throws {
        let router = try openRouter()
        try router.bind(to: "inproc://router")
        let dealer = try openDealer(RoutingID("odd"), "inproc://router")
        for part in ["a", "b"] { #expect(try dealer.sends(part, hasMore: true)) }
        #expect(try dealer.sends("c"))
        #expect(try dealer.sends("good"))
        var message = Message()
        var peer = RoutingID()
        #expect(try router.receive(into: &message, from: &peer) == .malformed(partCount: 3))
        #expect(peer == RoutingID("odd"))
        #expect(try router.receive(into: &message, from: &peer) == .message)
        #expect(message.bytes == Array("good".utf8))
        #expect(try router.send(Message("whole"), to: peer).isSent)
        #expect(try dealer.receiveWhole(into: &message) == .message)
        #expect(message.bytes == Array("whole".utf8))
        #expect(try dealer.receiveWhole(into: &message, .dontWait) == .nothing)
    }

    @Test("a message says from which address it came")
    func peerAddress() throws {
        let router = try openRouter()
        let endpoint = try router.bind(to: "tcp://127.0.0.1:*")
        let dealer = try openDealer(RoutingID("peer"), endpoint)
        #expect(try dealer.sends("hello"))
        var message = Message()
        var peer = RoutingID()
        #expect(try router.receive(into: &message, from: &peer) == .message)
        #expect(message.property("Peer-Address") == "127.0.0.1")
        #expect(message.property("Socket-Type") == "DEALER")
        #expect(message.property("No-Such-Property") == nil)
    }

    @Test("routing ids are equal by their bytes", arguments: [0, 1, 8, 31, 32, 33, 255])
    func routingIDEquality(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 + 1) }
        let id = RoutingID(bytes)
        #expect(id == RoutingID(Message(copying: bytes)))
        #expect(id.hashValue == RoutingID(bytes).hashValue)
        #expect(id.bytes == bytes)
        #expect(id != RoutingID(bytes + [0]))
        #expect(Set([id, RoutingID(bytes), RoutingID(bytes + [0])]).count == 2)
    }

    @Test("a routing id prints as text or as hexadecimal digits")
    func routingIDDescription() {
        #expect(RoutingID("worker-قاهرة").description == "worker-قاهرة")
        #expect(RoutingID([0, 255, 16]).description == "0x00ff10")
        #expect(RoutingID().description == "0x")
    }
}
