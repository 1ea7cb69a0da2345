import Testing
import ZeroMQ

@Suite("Socket monitor", .timeLimit(.minutes(5)))
struct SocketMonitorTests {
    /// Receives events until one is of the kind that is looked for.
    private func waitFor(
        _ monitor: borrowing SocketMonitor,
        _ isWanted: (ConnectionEvent.Kind) -> Bool
    ) throws -> ConnectionEvent? {
        var poller = Poller()
        _ = poller.add(monitor.socket)
        while try poller.poll(timeout: .seconds(30)) > 0 {
            while let event = try monitor.receive() {
                if isWanted(event.kind) { return event }
            }
        }
        return nil
    }

    @Test("a connection's life is reported")
    func life() throws {
        let context = try Context()
        let router = try openSocket(.router, context)
        let monitor = try SocketMonitor(of: router)
        let endpoint = try router.bind(to: "tcp://127.0.0.1:*")
        #expect(try waitFor(monitor) { $0 == .listening }?.endpoint == endpoint)
        let dealer = try openSocket(.dealer, context)
        try dealer.connect(to: endpoint)
        let accepted = try waitFor(monitor) { if case .accepted = $0 { true } else { false } }
        guard case .accepted(let descriptor)? = accepted?.kind else {
            Issue.record("no connection")
            return
        }
        #expect(try waitFor(monitor) { $0 == .handshakeSucceeded } != nil)
        dealer.close()
        #expect(try waitFor(monitor) { $0 == .disconnected(descriptor: descriptor) } != nil)
        #expect(try monitor.receive() == nil)
        router.close()
        #expect(try waitFor(monitor) { $0 == .monitorStopped } != nil)
    }

    @Test("a client without keys, and one that is not allowed, are seen to fail")
    func failedHandshakes() throws {
        let context = try Context()
        let keys = try CurveKeys.generate()
        let authenticator = try ZAPAuthenticator(for: context, allowing: [:])
        let router = try openSocket(.router, context)
        try router.secureAsServer(keys, domain: "warraq")
        let monitor = try SocketMonitor(of: router)
        let endpoint = try router.bind(to: "tcp://127.0.0.1:*")
        let open = try openSocket(.dealer, context)
        try open.connect(to: endpoint)
        let broken = try waitFor(monitor) { if case .handshakeBrokeProtocol = $0 { true } else { false } }
        #expect(broken != nil)
        open.close()
        let stranger = try openSocket(.dealer, context)
        try stranger.secureAsClient(CurveKeys.generate(), serverKey: keys.publicKey)
        try stranger.connect(to: endpoint)
        #expect(try waitFor(monitor) { $0 == .handshakeRefused(status: 400) } != nil)
        withExtendedLifetime(authenticator) {}
    }

    @Test("a socket goes on when its monitor ends")
    func monitorEnds() throws {
        let context = try Context()
        let pull = try openSocket(.pull, context)
        let push = try openSocket(.push, context)
        do {
            let monitor = try SocketMonitor(of: pull)
            #expect(try monitor.receive() == nil)
        }
        let endpoint = try pull.bind(to: "tcp://127.0.0.1:*")
        try push.connect(to: endpoint)
        #expect(try push.sends("message"))
        #expect(try pull.receivedText() == "message")
    }
}
