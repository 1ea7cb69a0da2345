internal import Cluster
internal import ZeroMQ

/// A socket and where it listens, with `*` replaced by the port.
struct BoundSocket: ~Copyable {
    let socket: Socket
    let endpoint: Endpoint
}

/// How the cluster's sockets are set up; the reasons are measurements of libzmq 4.3.4.
enum PeerSockets {
    /// What is in flight is bounded by credit and acknowledgements, so queues are never full in health: the mark is far
    /// above what credit allows for one peer, and bounds the memory that a peer without manners costs.
    private static let highWaterMark: Int32 = 4096

    /// A ROUTER that listens at `endpoint`: for producer and sink.
    static func server(at endpoint: Endpoint, in context: Context) throws(ZeroMQError) -> BoundSocket {
        let socket = try Socket(.router, in: context)
        try setUp(socket)
        // Without these two, messages are dropped in silence, and a peer that comes back under its id is refused.
        try socket.set(.routerMandatory, to: true)
        try socket.set(.routerHandover, to: true)
        // Only where it binds: a connecting socket would never connect again after a message that is too large.
        try socket.set(.maxMessageSize, to: Int64(ClusterLimits.messageSize))
        if case .tcp(let host, _) = endpoint.place, host.contains(":") { try socket.set(.ipv6, to: true) }
        let bound = try socket.bind(to: endpoint.description)
        return BoundSocket(socket: socket, endpoint: (try? Endpoint(bound)) ?? endpoint)
    }

    /// A DEALER of the name `peer` that connects to `endpoint`, which is resolved: for workers, clients, and the sink
    /// towards the producer.
    static func client(of endpoint: String, named peer: PeerID, in context: Context) throws(ZeroMQError) -> Socket {
        let socket = try Socket(.dealer, in: context)
        try setUp(socket)
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
