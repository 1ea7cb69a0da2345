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
    public func send(
        _ message: consuming Message,
        to peer: borrowing RoutingID,
        _ waiting: Waiting = .block
    ) throws(ZeroMQError) -> SendOutcome {
        // The ROUTER decides on the name: whether it has that peer, and room for it. If so it takes the payload.
        let flags = waiting.rawValue
        let named = unsafe peer.withUnsafeBytes {
            unsafe zeromq_send_bytes(handle, $0.baseAddress, $0.count, flags | ZMQ_SNDMORE)
        }
        guard named >= 0 else {
            switch named {
            case -EAGAIN: return .wouldBlock(message)
            case -EHOSTUNREACH: return .unreachable(message)
            default: throw failure(named, "send to \(copy peer)")
            }
        }
        let result = unsafe zeromq_message_send(&message.storage, handle, flags)
        guard result >= 0 else { throw failure(result, "send to \(copy peer)") }
        message.forget()
        return .sent
    }
}

extension Message {
    /// Ends a message that libzmq took and left empty: nothing is to be freed.
    @inlinable
    consuming func forget() {
        discard self
    }
}
