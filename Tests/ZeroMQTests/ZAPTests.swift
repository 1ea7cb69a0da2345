import Synchronization
import Testing
import ZeroMQ

@Suite("ZAP", .timeLimit(.minutes(5)))
struct ZAPTests {
    /// What an authenticator was asked and said.
    final class Log: Sendable {
        let decisions = Mutex<[(request: ZAPAuthenticator.Request, isAllowed: Bool)]>([])
        let isChanged: WakeUp

        init() throws {
            isChanged = try WakeUp()
        }

        func add(_ request: ZAPAuthenticator.Request, _ isAllowed: Bool) {
            decisions.withLock { $0.append((request, isAllowed)) }
            isChanged.signal()
        }

        /// The first decision about a key, which is waited for.
        func decision(about key: CurvePublicKey?) throws -> Bool? {
            var poller = Poller()
            _ = poller.add(isChanged)
            while true {
                let found = decisions.withLock { $0.first { $0.request.publicKey == key } }
                if let found { return found.isAllowed }
                guard try poller.poll(timeout: .seconds(30)) > 0 else { return nil }
                isChanged.drain()
            }
        }
    }

    let context: Context
    let serverKeys: CurveKeys
    let log: Log

    init() throws {
        context = try Context()
        serverKeys = try CurveKeys.generate()
        log = try Log()
    }

    private func openServer() throws -> Socket {
        let server = try openSocket(.router, context)
        try server.secureAsServer(serverKeys, domain: "warraq")
        return server
    }

    private func openClient(_ keys: CurveKeys, _ endpoint: String) throws -> Socket {
        let client = try openSocket(.dealer, context)
        try client.secureAsClient(keys, serverKey: serverKeys.publicKey)
        try client.connect(to: endpoint)
        return client
    }

    @Test("who is listed gets in under its key, who is not does not")
    func allowList() throws {
        let (friend, stranger) = (try CurveKeys.generate(), try CurveKeys.generate())
        let log = log
        let allowed = [friend.publicKey: "2 friend"]
        let authenticator = try ZAPAuthenticator(for: context, allowing: allowed) { log.add($0, $1) }
        let server = try openServer()
        let endpoint = try server.bind(to: "tcp://127.0.0.1:*")
        let outside = try openClient(stranger, endpoint)
        #expect(try outside.sends("from the stranger"))
        #expect(try log.decision(about: stranger.publicKey) == false)
        let inside = try openClient(friend, endpoint)
        #expect(try inside.sends("from the friend"))
        var message = Message()
        var peer = RoutingID()
        #expect(try server.receive(into: &message, from: &peer) == .message)
        #expect(message.bytes == Array("from the friend".utf8))
        #expect(message.property("User-Id") == "2 friend")
        #expect(message.firstByte(ofProperty: "User-Id") == UInt8(ascii: "2"))
        #expect(message.firstByte(ofProperty: "Nothing") == nil)
        #expect(try log.decision(about: friend.publicKey) == true)
        let request = log.decisions.withLock { $0.first?.request }
        #expect(request?.domain == "warraq")
        #expect(request?.address == "127.0.0.1")
        #expect(request?.mechanism == "CURVE")
        withExtendedLifetime(authenticator) {}
    }

    @Test("a key that is allowed later gets in from then on")
    func changedList() throws {
        let keys = try CurveKeys.generate()
        let log = log
        let authenticator = try ZAPAuthenticator(for: context, allowing: [:]) { log.add($0, $1) }
        let server = try openServer()
        let endpoint = try server.bind(to: "tcp://127.0.0.1:*")
        let early = try openClient(keys, endpoint)
        #expect(try log.decision(about: keys.publicKey) == false)
        early.close()
        authenticator.allow([keys.publicKey: keys.publicKey.z85])
        let late = try openClient(keys, endpoint)
        #expect(try late.sends("now"))
        var message = Message()
        var peer = RoutingID()
        #expect(try server.receive(into: &message, from: &peer) == .message)
        #expect(message.bytes == Array("now".utf8))
    }

    @Test("a client without encryption does not get into a domain")
    func withoutEncryption() throws {
        let log = log
        let authenticator = try ZAPAuthenticator(for: context, allowing: [:]) { log.add($0, $1) }
        let server = try openSocket(.router, context)
        try server.set(.zapDomain, to: "warraq")
        let client = try openSocket(.dealer, context)
        try client.connect(to: server.bind(to: "tcp://127.0.0.1:*"))
        #expect(try log.decision(about: nil) == false)
        #expect(log.decisions.withLock { $0.first?.request.mechanism } == "NULL")
        withExtendedLifetime(authenticator) {}
    }

    @Test("a context has one authenticator at a time")
    func onlyOne() throws {
        let first = try ZAPAuthenticator(for: context, allowing: [:])
        #expect(throws: ZeroMQError(code: .addressInUse, operation: "listen", endpoint: "inproc://zeromq.zap.01")) {
            try ZAPAuthenticator(for: context, allowing: [:])
        }
        withExtendedLifetime(first) {}
    }

    @Test("an authenticator whose context was shut down ends")
    func shutDown() throws {
        let authenticator = try ZAPAuthenticator(for: context, allowing: [:])
        context.shutDown()
        withExtendedLifetime(authenticator) {}
    }
}
