internal import CZeroMQ

/// What happened to one of a socket's connections.
package struct ConnectionEvent: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case connected
        /// The connection is under way.
        case connectDelayed
        /// The next try is in this many milliseconds.
        case connectRetried(milliseconds: UInt32)
        case listening
        case bindFailed(ZeroMQError.Code)
        case accepted(descriptor: Int32)
        /// With `tooManyOpenFiles` the listener tries again and again, at the cost of a whole processor.
        case acceptFailed(ZeroMQError.Code)
        case closed
        /// The descriptor is about to be closed, or is.
        case disconnected(descriptor: Int32)
        /// Encrypted and authenticated, if that was asked for: messages can flow.
        case handshakeSucceeded
        /// The connection ended in the handshake.
        case handshakeFailed(ZeroMQError.Code)
        /// The other end does not keep to the protocol, or has other security settings or keys; the number is one of
        /// `ZMQ_PROTOCOL_ERROR_…` in zmq.h.
        case handshakeBrokeProtocol(UInt32)
        /// The ZAP handler refused; the number is its status, 400 for a client that is not allowed.
        case handshakeRefused(status: UInt32)
        /// The socket ended; nothing comes after this.
        case monitorStopped
        /// Another event of zmq_socket_monitor(3).
        case other(event: UInt16, value: UInt32)
    }

    package let kind: Kind
    /// The endpoint that was bound or connected.
    package let endpoint: String
}

extension ConnectionEvent.Kind {
    /// Reads the first part of a monitor's message: the event in 16 bits, its value in 32, lowest byte first (as on
    /// every machine that Swift runs on: libzmq writes them in the order of the machine).
    init?(_ bytes: [UInt8]) {
        guard bytes.count == 6 else { return nil }
        let event = UInt16(bytes[0]) | UInt16(bytes[1]) << 8
        let value = bytes[2...].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let code = ZeroMQError.Code(rawValue: Int32(truncatingIfNeeded: value))
        self =
            switch Int32(event) {
            case ZMQ_EVENT_CONNECTED: .connected
            case ZMQ_EVENT_CONNECT_DELAYED: .connectDelayed
            case ZMQ_EVENT_CONNECT_RETRIED: .connectRetried(milliseconds: value)
            case ZMQ_EVENT_LISTENING: .listening
            case ZMQ_EVENT_BIND_FAILED: .bindFailed(code)
            case ZMQ_EVENT_ACCEPTED: .accepted(descriptor: code.rawValue)
            case ZMQ_EVENT_ACCEPT_FAILED: .acceptFailed(code)
            case ZMQ_EVENT_CLOSED: .closed
            case ZMQ_EVENT_DISCONNECTED: .disconnected(descriptor: code.rawValue)
            case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: .handshakeSucceeded
            case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL: .handshakeFailed(code)
            case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL: .handshakeBrokeProtocol(value)
            case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: .handshakeRefused(status: value)
            case ZMQ_EVENT_MONITOR_STOPPED: .monitorStopped
            default: .other(event: event, value: value)
            }
    }
}
