public import CZeroMQ

/// Whether a call may wait.
@frozen
public enum Waiting: Int32, Sendable {
    /// Until it is done, or the socket's time-out is over.
    case block = 0
    case dontWait = 1
}

/// What became of a message. What was not sent comes back.
@frozen
public enum SendOutcome: ~Copyable {
    /// libzmq has it. That it arrives, nobody promises.
    case sent
    /// The peer's queue is full, there is no peer, or the time-out is over.
    case wouldBlock(Message)
    /// A mandatory ROUTER knows no peer of that name.
    case unreachable(Message)

    /// Whether nothing came back.
    public var isSent: Bool {
        switch self {
        case .sent: true
        case .wouldBlock: false
        case .unreachable: false
        }
    }
}

/// What became of bytes to be sent, which are still the caller's.
@frozen
public enum SendResult: Sendable {
    /// libzmq has a copy. That it arrives, nobody promises.
    case sent
    /// The peer's queue is full, there is no peer, or the time-out is over.
    case wouldBlock
    /// A mandatory ROUTER knows no peer of that name.
    case unreachable

    @inlinable
    @inline(__always)
    init(_ result: Int32, _ socket: borrowing Socket) throws(ZeroMQError) {
        if result >= 0 {
            self = .sent
        } else {
            switch result {
            case -EAGAIN: self = .wouldBlock
            case -EHOSTUNREACH: self = .unreachable
            default: throw socket.failure(result, "send")
            }
        }
    }
}

extension Socket {
    /// Sends a message, as a whole or as one part of several.
    ///
    /// - Parameters:
    ///   - hasMore: whether another part follows. Parts go together or not at all.
    ///   - waiting: whether to wait for room.
    /// - Throws: `terminated`, or `wrongState`; the message is dropped.
    @inlinable
    public func send(
        _ message: consuming Message,
        hasMore: Bool = false,
        _ waiting: Waiting = .block
    ) throws(ZeroMQError) -> SendOutcome {
        let flags = waiting.rawValue | (hasMore ? ZMQ_SNDMORE : 0)
        let result = unsafe zeromq_message_send(&message.storage, handle, flags)
        guard result < 0 else {
            message.forget()
            return .sent
        }
        switch result {
        case -EAGAIN: return .wouldBlock(message)
        case -EHOSTUNREACH: return .unreachable(message)
        default: throw failure(result, "send")
        }
    }

    /// Sends a message of one part from a ROUTER to one of its peers.
    ///
    /// - Throws: `terminated`; the message is dropped.
    @inlinable
    @inline(__always)
    public func send(
        _ message: consuming Message,
        to peer: borrowing RoutingID,
        _ waiting: Waiting = .block
    ) throws(ZeroMQError) -> SendOutcome {
        switch try send(nameOf: peer, waiting) {
        case .sent: break
        case .wouldBlock: return .wouldBlock(message)
        case .unreachable: return .unreachable(message)
        }
        let result = unsafe zeromq_message_send(&message.storage, handle, waiting.rawValue)
        guard result >= 0 else { throw failure(result, "send") }
        message.forget()
        return .sent
    }

    /// Sends a copy of bytes, as a whole message or as one part of several. The fastest way for up to some KiB.
    ///
    /// - Throws: `terminated`, or `wrongState`.
    @inlinable
    public func send(
        copying bytes: [UInt8],
        hasMore: Bool = false,
        _ waiting: Waiting = .block
    ) throws(ZeroMQError) -> SendResult {
        let flags = waiting.rawValue | (hasMore ? ZMQ_SNDMORE : 0)
        let result = unsafe bytes.withUnsafeBytes {
            unsafe zeromq_send_bytes(handle, $0.baseAddress, $0.count, flags)
        }
        return try SendResult(result, self)
    }

    /// Sends a copy of bytes from a ROUTER to one of its peers.
    ///
    /// - Throws: `terminated`.
    @inlinable
    public func send(
        copying bytes: [UInt8],
        to peer: borrowing RoutingID,
        _ waiting: Waiting = .block
    ) throws(ZeroMQError) -> SendResult {
        let named = try send(nameOf: peer, waiting)
        guard named == .sent else { return named }
        return try send(copying: bytes, waiting)
    }

    /// Sends a message, which is empty afterwards if it was sent, and as before if not.
    func send(emptying message: inout Message, hasMore: Bool, _ waiting: Waiting) throws(ZeroMQError) -> SendResult {
        let flags = waiting.rawValue | (hasMore ? ZMQ_SNDMORE : 0)
        return try SendResult(unsafe zeromq_message_send(&message.storage, handle, flags), self)
    }

    /// The ROUTER decides on the name: whether it has that peer, and room for it. If so it takes the payload.
    @inlinable
    @inline(__always)
    func send(nameOf peer: borrowing RoutingID, _ waiting: Waiting) throws(ZeroMQError) -> SendResult {
        let result = unsafe peer.withUnsafeBytes {
            unsafe zeromq_send_bytes(handle, $0.baseAddress, $0.count, waiting.rawValue | ZMQ_SNDMORE)
        }
        return try SendResult(result, self)
    }
}

extension Message {
    /// Ends a message that libzmq took and left empty: nothing is to be freed.
    @inlinable
    consuming func forget() {
        discard self
    }
}
