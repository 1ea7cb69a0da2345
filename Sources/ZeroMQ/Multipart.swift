/// The parts of one message, in storage that is used again from message to message.
@safe
package struct Multipart: ~Copyable {
    /// The first `count` places are initialised, the others are not.
    private var parts: UnsafeMutableBufferPointer<Message>
    /// How many parts there are.
    package private(set) var count = 0

    package init() {
        unsafe parts = .allocate(capacity: 4)
    }

    deinit {
        unsafe parts.extracting(..<count).deinitialize()
        unsafe parts.deallocate()
    }

    package var isEmpty: Bool { count == 0 }

    /// Drops the parts and keeps their places.
    package mutating func removeAll() {
        unsafe parts.extracting(..<count).deinitialize()
        count = 0
    }

    package mutating func append(_ part: consuming Message) {
        if unsafe count == parts.count {
            let larger = UnsafeMutableBufferPointer<Message>.allocate(capacity: count * 2)
            _ = unsafe larger.moveInitialize(fromContentsOf: parts)
            unsafe parts.deallocate()
            unsafe parts = larger
        }
        unsafe parts.initializeElement(at: count, to: part)
        count += 1
    }

    /// Takes out the last part, nil if there is none.
    package mutating func removeLast() -> Message? {
        guard count > 0 else { return nil }
        count -= 1
        return unsafe parts.moveElement(from: count)
    }

    /// Reads a part in place, for the length of `body`; nil if there is no such part.
    package func withPart<R>(_ index: Int, _ body: (borrowing Message) -> R) -> R? {
        guard (0..<count).contains(index) else { return nil }
        return unsafe body(parts[index])
    }

    /// A copy of a part's bytes, nil if there is no such part.
    package func bytes(_ index: Int) -> [UInt8]? {
        withPart(index) { $0.bytes }
    }

    /// Sends one part and leaves it empty, or leaves it as it is.
    fileprivate mutating func send(
        _ index: Int,
        over socket: borrowing Socket,
        _ waiting: Waiting
    ) throws(ZeroMQError) -> SendResult {
        try unsafe socket.send(emptying: &parts[index], hasMore: index < count - 1, waiting)
    }
}

extension Socket {
    /// Receives all parts of a message in place of the ones that are there.
    ///
    /// - Returns: whether there was a message.
    /// - Throws: `terminated`, or `wrongState`.
    package func receive(into message: inout Multipart, _ waiting: Waiting = .block) throws(ZeroMQError) -> Bool {
        message.removeAll()
        var hasMore = true
        while hasMore {
            guard let part = try receive(message.isEmpty ? waiting : .block) else { return false }
            hasMore = part.hasMore
            message.append(part)
        }
        return true
    }

    /// Sends all parts as one message. What was sent is empty afterwards, what was not is as before.
    ///
    /// - Throws: `terminated`, or `wrongState`; `connectionReset` if the connection ended between two parts: the message
    ///   is lost.
    package func send(_ message: inout Multipart, _ waiting: Waiting = .block) throws(ZeroMQError) -> SendResult {
        for index in 0..<message.count {
            let result = try message.send(index, over: self, waiting)
            guard result != .sent else { continue }
            // The first part decides: once it is taken there is room for the others.
            guard index > 0 else { return result }
            message.removeAll()
            throw ZeroMQError(code: .connectionReset, operation: "send")
        }
        message.removeAll()
        return .sent
    }
}
