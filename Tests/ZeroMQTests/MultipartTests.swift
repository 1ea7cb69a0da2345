import Testing
import ZeroMQ

@Suite("Messages of several parts", .timeLimit(.minutes(5)))
struct MultipartTests {
    @Test("parts arrive as one message, whose storage is used again", arguments: Transport.allCases)
    func roundTrip(transport: Transport) throws {
        let context = try Context()
        let left = try openSocket(.pair, context)
        let right = try openSocket(.pair, context)
        try right.connect(to: left.bind(to: transport.endpoint))
        var sent = Multipart()
        var received = Multipart()
        // Four parts fit without growing.
        for count in [1, 4, 5, 40, 2] {
            for index in 0..<count { sent.append(Message(String(repeating: "جزء \(index) ", count: index))) }
            #expect(try left.send(&sent) == .sent)
            #expect(sent.isEmpty == true)
            #expect(try right.receive(into: &received))
            #expect(received.count == count)
            for index in 0..<count {
                #expect(received.bytes(index) == Array(String(repeating: "جزء \(index) ", count: index).utf8))
            }
            #expect(received.bytes(count) == nil)
        }
        #expect(try !right.receive(into: &received, .dontWait))
        #expect(received.isEmpty == true)
    }

    @Test("what could not be sent is as before")
    func notSent() throws {
        let push = try openSocket(.push, Context(ioThreads: 0))
        var message = Multipart()
        message.append(Message("one"))
        message.append(Message("two"))
        #expect(try push.send(&message, .dontWait) == .wouldBlock)
        #expect(message.count == 2)
        #expect(message.bytes(0) == Array("one".utf8))
        let last = message.removeLast()?.bytes
        #expect(last == Array("two".utf8))
        #expect(message.count == 1)
        message.removeAll()
        let none = message.removeLast() == nil
        #expect(none)
    }

    @Test("a mandatory ROUTER says which parts' peer it does not know")
    func unreachable() throws {
        let router = try openSocket(.router, Context(ioThreads: 0))
        try router.set(.routerMandatory, to: true)
        var message = Multipart()
        message.append(Message("nobody"))
        message.append(Message("payload"))
        #expect(try router.send(&message) == .unreachable)
        #expect(message.count == 2)
    }
}
