import Testing
import ZeroMQ

@Suite("CURVE", .timeLimit(.minutes(5)))
struct CurveTests {
    @Test("keys go to Z85 and back, and the public one follows from the secret one")
    func keys() throws {
        let keys = try CurveKeys.generate()
        #expect(keys.publicKey.z85.utf8.count == 40)
        #expect(CurvePublicKey(z85: keys.publicKey.z85) == keys.publicKey)
        #expect(CurveSecretKey(z85: keys.secretKey.z85)?.bytes == keys.secretKey.bytes)
        #expect(try CurveKeys(secretKey: keys.secretKey).publicKey == keys.publicKey)
        #expect(try CurveKeys.generate().publicKey != keys.publicKey)
        #expect(CurvePublicKey(bytes: [1, 2, 3]) == nil)
        #expect(CurvePublicKey(z85: "HelloWorld") == nil)
    }

    @Test("printing a secret key does not show it")
    func secrecy() throws {
        let keys = try CurveKeys.generate()
        for text in ["\(keys)", String(reflecting: keys), "\(keys.secretKey)", String(reflecting: keys.secretKey)] {
            #expect(!text.contains(keys.secretKey.z85))
            #expect(!text.contains("\(keys.secretKey.bytes[0]), \(keys.secretKey.bytes[1])"))
        }
    }

    // The example of RFC 32/Z85.
    @Test("Z85 is as its specification has it")
    func z85() {
        #expect(Z85.encode([0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]) == "HelloWorld")
        #expect(Z85.decode("HelloWorld") == [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B])
        #expect(Z85.encode([]) == "")
        #expect(Z85.decode("") == [])
    }

    @Test("what is not Z85 is refused", arguments: ["Hello World", "Hell", "Hell~", "#####", "مرحبا"])
    func notZ85(text: String) {
        #expect(Z85.decode(text) == nil)
    }

    @Test("bytes that are not a multiple of four have no Z85")
    func notAMultipleOfFour() {
        #expect(Z85.encode([1, 2, 3]) == nil)
    }

    @Test("with the server's key messages arrive")
    func goodKey() throws {
        let context = try Context()
        let serverKeys = try CurveKeys.generate()
        let server = try openSocket(.router, context)
        try server.secureAsServer(serverKeys, domain: "warraq")
        let endpoint = try server.bind(to: "tcp://127.0.0.1:*")
        let client = try openSocket(.dealer, context)
        try client.secureAsClient(CurveKeys.generate(), serverKey: serverKeys.publicKey)
        try client.connect(to: endpoint)
        #expect(try client.sends("سرّ"))
        var message = Message()
        var peer = RoutingID()
        #expect(try server.receive(into: &message, from: &peer) == .message)
        #expect(message.bytes == Array("سرّ".utf8))
        #expect(try client.get(.curveServerKey) == serverKeys.publicKey)
    }

    @Test("a client with another server's key, or without keys, gets nothing through")
    func badKey() throws {
        let context = try Context()
        let serverKeys = try CurveKeys.generate()
        let server = try openSocket(.router, context)
        try server.secureAsServer(serverKeys, domain: "warraq")
        let endpoint = try server.bind(to: "tcp://127.0.0.1:*")
        let mistaken = try openSocket(.dealer, context)
        try mistaken.secureAsClient(CurveKeys.generate(), serverKey: CurveKeys.generate().publicKey)
        try mistaken.connect(to: endpoint)
        #expect(try mistaken.sends("from the mistaken"))
        let open = try openSocket(.dealer, context)
        try open.connect(to: endpoint)
        #expect(try open.sends("from the open"))
        let good = try openSocket(.dealer, context)
        try good.secureAsClient(CurveKeys.generate(), serverKey: serverKeys.publicKey)
        try good.connect(to: endpoint)
        // A hundred messages to and fro: the other two had every chance.
        var message = Message()
        var peer = RoutingID()
        for round in 0..<100 {
            #expect(try good.sends("from the good \(round)"))
            #expect(try server.receive(into: &message, from: &peer) == .message)
            #expect(message.bytes == Array("from the good \(round)".utf8))
            #expect(try server.send(Message("answer"), to: peer).isSent)
            #expect(try good.receivedText() == "answer")
        }
    }
}
