internal import Synchronization

/// Says who may connect to the CURVE servers of a context: ZeroMQ's authentication protocol (RFC 27/ZAP).
///
/// Without one, a CURVE server lets everybody in. It has to be there before the servers bind, and to stay as long as
/// they do. Only CURVE clients whose public key is allowed get in; their messages have what the key is allowed as for
/// their `User-Id` property, which no client has a say in.
package final class ZAPAuthenticator: Sendable {
    /// Who asked to be let in.
    package struct Request: Sendable, Equatable {
        /// The server socket's `zapDomain`.
        package let domain: String
        /// The client's IP address.
        package let address: String
        /// "CURVE", "NULL", …
        package let mechanism: String
        /// nil unless the mechanism is CURVE.
        package let publicKey: CurvePublicKey?
    }

    private let answers: ZAPAnswers
    private let thread: DedicatedThread

    /// Starts to answer, on a thread of its own, before it returns.
    ///
    /// - Parameters:
    ///   - allowedKeys: the clients that may connect, each with the `User-Id` of its messages, which is not empty. What
    ///     it is when a client connects, it is as long as the connection lasts.
    ///   - report: is told of each decision, on that thread.
    ///   - refresh: is asked before each decision, on that thread, who may connect from now on; `nil`: as before.
    /// - Throws: `addressInUse` if the context has an authenticator.
    package init(
        for context: Context,
        allowing allowedKeys: [CurvePublicKey: String],
        report: @escaping @Sendable (_ request: Request, _ isAllowed: Bool) -> Void = { _, _ in },
        refresh: @escaping @Sendable () -> [CurvePublicKey: String]? = { nil }
    ) throws(ZeroMQError) {
        let answers = try ZAPAnswers(allowedKeys: allowedKeys, refresh: refresh, report: report)
        self.answers = answers
        thread = try DedicatedThread(name: "zap") { answers.run(in: context) }
        var poller = Poller()
        _ = poller.add(answers.isStarted)
        try poller.poll()
        if let failure = answers.failure.withLock({ $0 }) { throw failure }
    }

    deinit {
        answers.stop.signal()
        thread.join()
    }

    /// Changes who may connect from now on. Connections that are there stay.
    package func allow(_ keys: [CurvePublicKey: String]) {
        answers.allowedKeys.withLock { $0 = keys }
    }
}

/// What the authenticator and its thread share.
private final class ZAPAnswers: Sendable {
    let allowedKeys: Mutex<[CurvePublicKey: String]>
    let failure = Mutex<ZeroMQError?>(nil)
    let isStarted: WakeUp
    let stop: WakeUp
    private let refresh: @Sendable () -> [CurvePublicKey: String]?
    private let report: @Sendable (ZAPAuthenticator.Request, Bool) -> Void

    init(
        allowedKeys: [CurvePublicKey: String],
        refresh: @escaping @Sendable () -> [CurvePublicKey: String]?,
        report: @escaping @Sendable (ZAPAuthenticator.Request, Bool) -> Void
    ) throws(ZeroMQError) {
        self.allowedKeys = Mutex(allowedKeys)
        self.refresh = refresh
        self.report = report
        isStarted = try WakeUp()
        stop = try WakeUp()
    }

    func run(in context: Context) {
        do throws(ZeroMQError) {
            let socket = try Socket(.reply, in: context)
            // The name is ZAP's.
            try socket.bind(to: "inproc://zeromq.zap.01")
            isStarted.signal()
            try answer(socket)
        } catch {
            // Before the start it is for the initialiser to throw; later there is only the context's end.
            failure.withLock { $0 = error }
            isStarted.signal()
        }
    }

    private func answer(_ socket: borrowing Socket) throws(ZeroMQError) {
        var poller = Poller()
        let stopEntry = poller.add(stop)
        _ = poller.add(socket)
        var message = Multipart()
        while true {
            try poller.poll()
            if poller.ready(stopEntry) != [] { return }
            guard try socket.receive(into: &message, .dontWait) else { continue }
            let request = ZAPAuthenticator.Request(message)
            if let keys = refresh() { allowedKeys.withLock { $0 = keys } }
            let user = request.publicKey.flatMap { key in allowedKeys.withLock { $0[key] } }
            let isAllowed = user != nil
            report(request, isAllowed)
            let reply = [
                "1.0", nil, isAllowed ? "200" : "400", isAllowed ? "OK" : "this key is not allowed",
                user ?? "", "",
            ]
            for (index, part) in reply.enumerated() {
                // The request's number goes back as it came.
                let bytes = part.map { Array($0.utf8) } ?? message.bytes(1) ?? []
                guard try socket.send(copying: bytes, hasMore: index < reply.count - 1) == .sent else { break }
            }
        }
    }
}

extension ZAPAuthenticator.Request {
    /// Reads a request: version, its number, domain, address, routing id, mechanism, credentials.
    fileprivate init(_ message: borrowing Multipart) {
        func text(_ index: Int) -> String { String(decoding: message.bytes(index) ?? [], as: UTF8.self) }
        domain = text(2)
        address = text(3)
        mechanism = text(5)
        publicKey = mechanism == "CURVE" ? message.bytes(6).flatMap { CurvePublicKey(bytes: $0) } : nil
    }
}
