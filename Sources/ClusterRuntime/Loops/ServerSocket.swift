internal import Cluster
internal import Logging
internal import ZeroMQ

/// A ROUTER as a loop uses it: whole messages to and from named peers, never waiting.
struct ServerSocket: ~Copyable {
    enum Sending {
        case sent
        case unreachable
        case congested
    }

    /// So many messages are taken in one turn of a loop, so that the other things get theirs.
    private static let messagesInTurn = 256
    /// So many bytes of them end the turn, too: what is decoded is held until all of it is handled, and only then may a
    /// peer be told that it sends too much.
    private static let bytesInTurn = 16 << 20
    /// What is smaller is taken all the same: it costs no more than to look what it is.
    private static let smallMessage = 64 << 10

    let socket: Socket
    private let guardian: PeerSecurity.Guardian?
    /// Whether each message says whose key it came with.
    private let knowsKeys: Bool
    private var watch: ConnectionWatch
    private var message = Message()
    private var routingID = RoutingID()
    private var unreadable: UnreadableMessages
    private var forbidden: ForbiddenMessages
    private let logger: Logger

    init(_ bound: consuming BoundSocket, logger: Logger) throws(ZeroMQError) {
        guardian = bound.guardian
        knowsKeys = guardian != nil && bound.endpoint.hasKeys
        watch = try ConnectionWatch(bound.socket, isEncrypted: guardian != nil, logger: logger)
        socket = bound.socket
        self.logger = logger
        unreadable = UnreadableMessages(logger: logger)
        forbidden = ForbiddenMessages(logger: logger)
    }

    /// Wakes the poller up when something happens to a connection.
    func wakesForConnections(_ poller: inout Poller) -> Poller.Entry { watch.wakes(&poller) }

    /// When connections are to be looked at again.
    var nextLook: Instant { watch.nextLook }

    /// Looks at what has happened to connections since the last time, and at what has come by them.
    ///
    /// - Returns: whether one has ended.
    mutating func hasLostConnection(at now: Instant) throws(ZeroMQError) -> Bool { try watch.look(at: now) }

    /// Receives what is there and gives each message that can be read to `handle`.
    ///
    /// - Parameter objection: why a message may not come with a key of such roles, where it may not; `nil` where the door
    ///   lets nobody in who may not say all that can be read here.
    /// - Parameter unread: what stands for a message beyond the bytes of a turn that is not worth waiting for the next one,
    ///   and is not decoded; `nil` for one that has to be. With it a turn goes on to the end of what is there: whatever
    ///   peers send is taken as fast as it comes, and does not gather in front of this socket, where nothing bounds it.
    mutating func receive<Value>(
        _ decode: (UnsafeRawBufferPointer) throws(MessageError) -> Value,
        objection: ((Value, KeyRoles) -> MessageError?)? = nil,
        unread: ((UnsafeRawBufferPointer) -> Value?)? = nil,
        refused: (PeerID, UInt64, String) -> [UInt8]?,
        _ handle: (Value, PeerID) throws(ZeroMQError) -> Void
    ) throws(ZeroMQError) {
        var (messages, bytes) = (0, 0)
        var isOver = false
        while messages < Self.messagesInTurn, !isOver {
            let reception = try socket.receive(into: &message, from: &routingID, .dontWait)
            let peer = PeerID(bytes: routingID.bytes)
            messages += 1
            let isBeyond = bytes >= Self.bytesInTurn && message.byteCount > Self.smallMessage
            let stranded = isBeyond ? unread.flatMap { message.withUnsafeBytes($0) } : nil
            if stranded == nil {
                bytes += message.byteCount
                isOver = isBeyond || unread == nil && bytes >= Self.bytesInTurn
            }
            if reception != .nothing { watch.read(message) }
            switch reception {
            case .nothing: return
            case .malformed(let parts):
                unreadable.add(from: peer, at: address, reason: "\(parts) parts instead of one", now: .now)
            case .message:
                let value: Value
                do throws(MessageError) {
                    value =
                        if let stranded { stranded } else {
                            try message.withUnsafeBytes { (bytes) throws(MessageError) in try decode(bytes) }
                        }
                } catch {
                    unreadable.add(from: peer, at: address, reason: error.description, now: .now)
                    if let request = error.request, let answer = refused(peer, request, error.description) {
                        _ = try send(answer, to: peer)
                    }
                    continue
                }
                if knowsKeys, let objection, let error = objection(value, keyRoles) {
                    forbidden.add(by: userID, from: peer, at: address, reason: error.description, now: .now)
                    if let request = error.request, let answer = refused(peer, request, error.description) {
                        _ = try send(answer, to: peer)
                    }
                    continue
                }
                try handle(value, peer)
            }
        }
    }

    /// Those of the last message's key. Asked of each message: another connection may have taken over the routing id.
    private var keyRoles: KeyRoles {
        message.firstByte(ofProperty: "User-Id").map(KeyRoles.init(userIDStart:)) ?? []
    }

    private var userID: String { message.property("User-Id") ?? "" }

    /// Connections whose key is none of this cluster's, since the start.
    var refusedConnections: UInt64 { UInt64(guardian?.refusals.count ?? 0) }
    /// Connections that ended in the handshake, since the start.
    var failedHandshakes: UInt64 { watch.failedHandshakes }
    /// Messages that could not be read, that did not become their sender's key, or that were too much, since the start.
    var unreadableMessages: UInt64 { unreadable.count + forbidden.count + watch.unread.endedConnections }

    /// Where the last message came from, as far as libzmq knows.
    private var address: String? { message.property("Peer-Address") }

    func send(_ bytes: [UInt8], to peer: PeerID) throws(ZeroMQError) -> Sending {
        guard bytes.count <= ClusterLimits.messageSize else {
            logger.error(
                "a message is too large to be sent and was dropped",
                metadata: ["peer": "\(peer)", "bytes": "\(bytes.count)"]
            )
            return .congested
        }
        switch try socket.send(Message(payload: bytes), to: RoutingID(peer.bytes), .dontWait) {
        case .sent: return .sent
        case .wouldBlock: return .congested
        case .unreachable: return .unreachable
        }
    }
}

extension Message {
    /// Large payloads are taken over, small ones copied: what is cheaper.
    init(payload: consuming [UInt8]) {
        if payload.count > 16 << 10 { self.init(adopting: payload) } else { self.init(copying: payload) }
    }
}
