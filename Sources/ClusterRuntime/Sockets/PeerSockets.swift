internal import Cluster
internal import Logging
internal import ZeroMQ

/// A socket, where it listens, with `*` replaced by the port, and who watches its door.
struct BoundSocket: ~Copyable {
    let socket: Socket
    let endpoint: Endpoint
    /// Has to stay as long as the socket; `nil` where everybody may connect.
    let guardian: PeerSecurity.Guardian?
}

/// How the cluster's sockets are set up; the reasons are measurements of libzmq 4.3.4.
enum PeerSockets {
    /// What is in flight is bounded by credit and acknowledgements, so queues are never full in health: the mark is far
    /// above what credit allows for one peer, and bounds the memory that a peer without manners costs.
    private static let highWaterMark: Int32 = 4096

    /// A ROUTER that listens at `endpoint`: for producer and sink.
    ///
    /// - Parameter security: the keys of the role; `nil` for a socket that everybody may connect to, unencrypted.
    static func server(
        at endpoint: Endpoint,
        in context: Context,
        security: PeerSecurity?,
        logger: Logger
    ) throws(RoleError) -> BoundSocket {
        var keys: CurveKeys?
        var guardian: PeerSecurity.Guardian?
        if let security {
            do throws(KeyError) {
                keys = try security.folder.keys(of: security.role)
                guardian = try security.guardian(of: context, logger: logger)
            } catch {
                throw .keys(error)
            }
        }
        if case .ipc(let path) = endpoint.place { try LocalSocketPath.check(path) }
        do throws(ZeroMQError) {
            return try server(at: endpoint, in: context, keys: keys, guardian: guardian)
        } catch {
            throw .socket(error)
        }
    }

    private static func server(
        at endpoint: Endpoint,
        in context: Context,
        keys: CurveKeys?,
        guardian: PeerSecurity.Guardian?
    ) throws(ZeroMQError) -> BoundSocket {
        let socket = try Socket(.router, in: context)
        try setUp(socket)
        if let keys { try socket.secureAsServer(keys, domain: "warraq") }
        // Without these two, messages are dropped in silence, and a peer that comes back under its id is refused.
        try socket.set(.routerMandatory, to: true)
        try socket.set(.routerHandover, to: true)
        // Only where it binds: a connecting socket would never connect again after a message that is too large.
        try socket.set(.maxMessageSize, to: Int64(ClusterLimits.messageSize))
        if case .tcp(let host, _) = endpoint.place, host.contains(":") { try socket.set(.ipv6, to: true) }
        let bound = try socket.bind(to: endpoint.description)
        return BoundSocket(socket: socket, endpoint: (try? Endpoint(bound)) ?? endpoint, guardian: guardian)
    }

    /// A DEALER of the name `peer` that connects to `endpoint`, which is resolved: for workers, clients, and the sink
    /// towards the producer.
    ///
    /// - Parameter access: the keys to use; `nil` for a connection that is not encrypted.
    static func client(
        of endpoint: String,
        named peer: PeerID,
        in context: Context,
        access: PeerSecurity.Access?
    ) throws(ZeroMQError) -> Socket {
        let socket = try Socket(.dealer, in: context)
        try setUp(socket)
        if let access { try socket.secureAsClient(access.keys, serverKey: access.serverKey) }
        try socket.set(.routingID, to: peer.bytes)
        try socket.set(.reconnectInterval, to: .milliseconds(100))
        try socket.set(.reconnectIntervalMax, to: .milliseconds(2000))
        if endpoint.contains("[") { try socket.set(.ipv6, to: true) }
        try socket.connect(to: endpoint)
        return socket
    }

    private static func setUp(_ socket: borrowing Socket) throws(ZeroMQError) {
        try socket.set(.linger, to: .milliseconds(0))
        try socket.set(.sendHighWaterMark, to: highWaterMark)
        try socket.set(.receiveHighWaterMark, to: highWaterMark)
        // Who connects and speaks no ZeroMQ is let go.
        try socket.set(.handshakeInterval, to: .milliseconds(5000))
    }
}
