internal import Cluster
internal import Logging
internal import ZeroMQ

/// A DEALER as a loop uses it: connected to one place, opened anew when asked, never waiting.
///
/// Where there is no connection yet, or the queue is full, a message counts as lost: numbers that are missing, or an
/// acknowledgement that does not come, tell those who talk.
struct ClientSocket: ~Copyable {
    private static let messagesInTurn = 256

    private let context: Context
    private let peer: PeerID
    private let security: PeerSecurity?
    private let logger: Logger
    private var socket: Socket?
    private var entry: Poller.Entry?
    private var attempt = 0
    private var keys: PeerSecurity.Attempts
    private var message = Message()
    private var unreadable: UnreadableMessages

    /// - Parameter server: who is at the other end, which has to prove it where there is `security`.
    init(named peer: PeerID, to server: KeyFolder.Role, security: PeerSecurity?, in context: Context, logger: Logger) {
        self.peer = peer
        keys = PeerSecurity.Attempts(at: server)
        self.security = security
        self.context = context
        self.logger = logger
        unreadable = UnreadableMessages(logger: logger)
    }

    /// Since the start.
    var unreadableMessages: UInt64 { unreadable.count }

    /// Closes the connection that there is, and opens one to `endpoint`. A name that can't be looked up now is logged;
    /// the state machine asks again after its silence.
    mutating func open(_ endpoint: Endpoint, _ poller: inout Poller) throws(ZeroMQError) {
        close(&poller)
        let resolved: String
        do throws(EndpointError) {
            resolved = try endpoint.resolved(attempt: attempt)
        } catch {
            logger.warning("\(error.description); trying again", metadata: ["endpoint": "\(endpoint)"])
            return
        }
        let access: PeerSecurity.Access?
        do throws(KeyError) {
            access = if let security { try keys.next(with: security) } else { nil }
        } catch {
            logger.warning("\(error.description); trying again", metadata: ["endpoint": "\(endpoint)"])
            return
        }
        attempt += 1
        let opened = try PeerSockets.client(of: resolved, named: peer, in: context, access: access)
        entry = poller.add(opened)
        socket = consume opened
    }

    mutating func close(_ poller: inout Poller) {
        if let entry { poller.remove(entry) }
        entry = nil
        socket = nil
    }

    /// Whether the poller wakes up for what comes; it waits in the socket otherwise.
    func wakes(_ poller: inout Poller, _ isWanted: Bool) {
        if let entry { poller.modify(entry, for: isWanted ? .receive : []) }
    }

    /// Lets what is on its way go out after the end, for so long.
    func linger(_ milliseconds: Int32) throws(ZeroMQError) {
        try socket?.set(.linger, to: .milliseconds(milliseconds))
    }

    mutating func receive<Value>(
        _ decode: (UnsafeRawBufferPointer) throws(MessageError) -> Value,
        _ handle: (Value) throws(ZeroMQError) -> Void
    ) throws(ZeroMQError) {
        for _ in 0..<Self.messagesInTurn {
            switch try socket?.receiveWhole(into: &message, .dontWait) {
            case nil, .nothing: return
            case .malformed(let parts): unreadable.add(from: peer, reason: "\(parts) parts instead of one", now: .now)
            case .message:
                let value: Value
                do throws(MessageError) {
                    value = try message.withUnsafeBytes { (bytes) throws(MessageError) in try decode(bytes) }
                } catch {
                    unreadable.add(from: peer, reason: error.description, now: .now)
                    continue
                }
                try handle(value)
            }
        }
    }

    func send(_ bytes: [UInt8]) throws(ZeroMQError) {
        guard bytes.count <= ClusterLimits.messageSize else {
            logger.error("a message is too large to be sent and was dropped", metadata: ["bytes": "\(bytes.count)"])
            return
        }
        let outcome = try socket?.send(Message(payload: bytes), .dontWait)
        if let outcome, !outcome.isSent { logger.debug("the send queue is full: a message was dropped") }
    }
}
