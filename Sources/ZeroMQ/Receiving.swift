public import CZeroMQ

/// What a receive of one-part messages found.
@frozen
public enum Reception: Equatable, Sendable {
    /// There is none, or the time-out is over.
    case nothing
    case message
    /// A message with another number of parts came. It was taken off the queue, and what was received of it means
    /// nothing.
    case malformed(partCount: Int)
}

extension Socket {
    /// Receives a part into a message, whose former bytes are dropped. The fastest way: one message serves a loop.
    ///
    /// - Returns: whether there was one.
    /// - Throws: `terminated`, or `wrongState`.
    @inlinable
    public func receive(into message: inout Message, _ waiting: Waiting = .block) throws(ZeroMQError) -> Bool {
        let result = unsafe zeromq_message_receive(&message.storage, handle, waiting.rawValue)
        guard result < 0 else { return true }
        guard result != -EAGAIN else { return false }
        throw failure(result, "receive")
    }

    /// Receives a part, nil if there is none.
    ///
    /// - Throws: `terminated`, or `wrongState`.
    @inlinable
    public func receive(_ waiting: Waiting = .block) throws(ZeroMQError) -> Message? {
        var message = Message()
        guard try receive(into: &message, waiting) else { return nil }
        return message
    }

    /// Receives a message of one part, as a DEALER does that talks to `send(_:to:)`.
    @inlinable
    public func receiveWhole(into message: inout Message, _ waiting: Waiting = .block) throws(ZeroMQError) -> Reception
    {
        guard try receive(into: &message, waiting) else { return .nothing }
        guard unsafe zeromq_message_more(&message.storage) != 0 else { return .message }
        return .malformed(partCount: try 1 + dropRest())
    }

    /// Receives at a ROUTER a message of one part and the name of the peer that sent it.
    ///
    /// With `malformed`, `peer` is the sender all the same.
    @inlinable
    public func receive(
        into message: inout Message,
        from peer: inout RoutingID,
        _ waiting: Waiting = .block
    ) throws(ZeroMQError) -> Reception {
        guard try receive(into: &message, waiting) else { return .nothing }
        // In place: reading through a borrow would copy the message's 64 bytes first.
        unsafe peer.assign(
            UnsafeRawBufferPointer(
                start: zeromq_message_data(&message.storage),
                count: zeromq_message_size(&message.storage)
            )
        )
        guard unsafe zeromq_message_more(&message.storage) != 0 else { return .malformed(partCount: 0) }
        // The parts of a message arrive together, so this neither waits nor finds nothing.
        guard try receive(into: &message, waiting) else { return .malformed(partCount: 0) }
        guard unsafe zeromq_message_more(&message.storage) != 0 else { return .message }
        return .malformed(partCount: try 1 + dropRest())
    }

    /// Takes the remaining parts of a message off the queue.
    @usableFromInline
    @inline(never)
    func dropRest() throws(ZeroMQError) -> Int {
        var count = 0
        var part = Message()
        repeat {
            guard try receive(into: &part) else { break }
            count += 1
        } while part.hasMore
        return count
    }
}
