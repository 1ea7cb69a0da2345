internal import CZeroMQ

/// A setting of a socket, with the type of its value: `socket.set(.sendHighWaterMark, to: 1_000)`.
///
/// Most take effect for connections made afterwards, so set them before `bind` and `connect`.
package struct SocketOption<Value: SocketOptionValue>: Sendable {
    let code: Int32
    /// The name in zmq_setsockopt(3), for error texts.
    let name: String

    fileprivate init(_ code: Int32, _ name: String) {
        self.code = code
        self.name = name
    }
}

extension SocketOption where Value == Int32 {
    /// Messages a connection may have waiting to be sent; 0 is without limit. Default 1,000.
    package static var sendHighWaterMark: Self { Self(ZMQ_SNDHWM, "ZMQ_SNDHWM") }
    /// Messages a connection may have waiting to be received; 0 is without limit. Default 1,000.
    package static var receiveHighWaterMark: Self { Self(ZMQ_RCVHWM, "ZMQ_RCVHWM") }
    /// The kernel's send buffer of a connection in bytes; −1 is the system's default.
    package static var sendBuffer: Self { Self(ZMQ_SNDBUF, "ZMQ_SNDBUF") }
    /// The kernel's receive buffer of a connection in bytes; −1 is the system's default.
    package static var receiveBuffer: Self { Self(ZMQ_RCVBUF, "ZMQ_RCVBUF") }
    /// Connections that may wait to be accepted. Default 100.
    package static var backlog: Self { Self(ZMQ_BACKLOG, "ZMQ_BACKLOG") }
    /// TCP keep-alive: 1 on, 0 off, −1 the system's default.
    package static var tcpKeepAlive: Self { Self(ZMQ_TCP_KEEPALIVE, "ZMQ_TCP_KEEPALIVE") }
    /// Unanswered probes before the connection is given up; −1 is the system's default.
    package static var tcpKeepAliveCount: Self { Self(ZMQ_TCP_KEEPALIVE_CNT, "ZMQ_TCP_KEEPALIVE_CNT") }
    /// Seconds of silence before the first probe; −1 is the system's default.
    package static var tcpKeepAliveIdle: Self { Self(ZMQ_TCP_KEEPALIVE_IDLE, "ZMQ_TCP_KEEPALIVE_IDLE") }
    /// Seconds between probes; −1 is the system's default.
    package static var tcpKeepAliveInterval: Self { Self(ZMQ_TCP_KEEPALIVE_INTVL, "ZMQ_TCP_KEEPALIVE_INTVL") }
}

extension SocketOption where Value == Int64 {
    /// The longest part in bytes that is taken from a peer; a longer one costs it the connection. −1, the default, is
    /// without limit.
    package static var maxMessageSize: Self { Self(ZMQ_MAXMSGSIZE, "ZMQ_MAXMSGSIZE") }
}

extension SocketOption where Value == Bool {
    /// A ROUTER says `unreachable` and `wouldBlock` instead of dropping what it can't deliver.
    package static var routerMandatory: Self { Self(ZMQ_ROUTER_MANDATORY, "ZMQ_ROUTER_MANDATORY") }
    /// A peer that comes with a routing id in use takes it over, instead of being refused.
    package static var routerHandover: Self { Self(ZMQ_ROUTER_HANDOVER, "ZMQ_ROUTER_HANDOVER") }
    /// Messages are taken for completed connections only, not for those under way.
    package static var immediate: Self { Self(ZMQ_IMMEDIATE, "ZMQ_IMMEDIATE") }
    /// Names and addresses may be IPv6 too.
    package static var ipv6: Self { Self(ZMQ_IPV6, "ZMQ_IPV6") }
    /// The socket is the server of CURVE connections.
    package static var curveServer: Self { Self(ZMQ_CURVE_SERVER, "ZMQ_CURVE_SERVER") }
}

extension SocketOption where Value == Milliseconds {
    /// How long messages not sent yet outlive the socket. Default 0; there is no way to say "for ever", because that
    /// holds the context's end for ever.
    package static var linger: Self { Self(ZMQ_LINGER, "ZMQ_LINGER") }
    /// The first pause before connecting again. Default 100 ms.
    package static var reconnectInterval: Self { Self(ZMQ_RECONNECT_IVL, "ZMQ_RECONNECT_IVL") }
    /// What that pause grows to, doubling; 0, the default, is not to grow.
    package static var reconnectIntervalMax: Self { Self(ZMQ_RECONNECT_IVL_MAX, "ZMQ_RECONNECT_IVL_MAX") }
    /// How long a connection may take to become one of ZeroMQ; 0 is without limit. Default 30 s.
    package static var handshakeInterval: Self { Self(ZMQ_HANDSHAKE_IVL, "ZMQ_HANDSHAKE_IVL") }
    /// How long TCP may take to connect; 0, the default, is the system's limit.
    package static var connectTimeout: Self { Self(ZMQ_CONNECT_TIMEOUT, "ZMQ_CONNECT_TIMEOUT") }
}

extension SocketOption where Value == Milliseconds? {
    /// How long a blocking send waits before it says `wouldBlock`; nil, the default, is for ever.
    package static var sendTimeout: Self { Self(ZMQ_SNDTIMEO, "ZMQ_SNDTIMEO") }
    /// How long a blocking receive waits before it says that there is nothing; nil, the default, is for ever.
    package static var receiveTimeout: Self { Self(ZMQ_RCVTIMEO, "ZMQ_RCVTIMEO") }
}

extension SocketOption where Value == [UInt8] {
    /// The name by which the peer's ROUTER knows this socket: 1 to 255 bytes, the first not zero.
    package static var routingID: Self { Self(ZMQ_ROUTING_ID, "ZMQ_ROUTING_ID") }
    /// A SUB receives messages that begin with these bytes. Can't be read.
    package static var subscription: Self { Self(ZMQ_SUBSCRIBE, "ZMQ_SUBSCRIBE") }
    /// Takes a subscription back. Can't be read.
    package static var cancelledSubscription: Self { Self(ZMQ_UNSUBSCRIBE, "ZMQ_UNSUBSCRIBE") }
}

extension SocketOption where Value == String {
    /// The domain that the ZAP handler is told for connections to this socket.
    package static var zapDomain: Self { Self(ZMQ_ZAP_DOMAIN, "ZMQ_ZAP_DOMAIN") }
    /// The endpoint last bound or connected, with `*` resolved. Can't be set.
    package static var lastEndpoint: Self { Self(ZMQ_LAST_ENDPOINT, "ZMQ_LAST_ENDPOINT") }
}

extension SocketOption where Value == CurvePublicKey {
    /// This socket's own public key.
    package static var curvePublicKey: Self { Self(ZMQ_CURVE_PUBLICKEY, "ZMQ_CURVE_PUBLICKEY") }
    /// The public key that the server at the other end must have.
    package static var curveServerKey: Self { Self(ZMQ_CURVE_SERVERKEY, "ZMQ_CURVE_SERVERKEY") }
}

extension SocketOption where Value == CurveSecretKey {
    /// This socket's own secret key.
    package static var curveSecretKey: Self { Self(ZMQ_CURVE_SECRETKEY, "ZMQ_CURVE_SECRETKEY") }
}

extension Socket {
    package func set<Value>(_ option: SocketOption<Value>, to value: Value) throws(ZeroMQError) {
        let result = unsafe value.withOptionBytes { bytes in
            unsafe zeromq_socket_set(handle, option.code, bytes.baseAddress, bytes.count)
        }
        guard result == 0 else { throw ZeroMQError(result: result, operation: "set the option \(option.name)") }
    }

    package func get<Value>(_ option: SocketOption<Value>) throws(ZeroMQError) -> Value {
        var bytes = [UInt8](repeating: 0, count: 512)
        var count = bytes.count
        let result = unsafe bytes.withUnsafeMutableBytes { buffer in
            // An array of 512 bytes has an address.
            guard let start = buffer.baseAddress else { return -EINVAL }
            if Value.optionByteCount > 0 { count = Value.optionByteCount }
            return unsafe zeromq_socket_get(handle, option.code, start, &count)
        }
        guard result == 0, let value = Value(optionBytes: bytes[..<count]) else {
            throw ZeroMQError(result: min(result, -EINVAL), operation: "read the option \(option.name)")
        }
        return value
    }
}
