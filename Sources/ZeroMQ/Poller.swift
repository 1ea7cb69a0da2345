internal import CZeroMQ

/// Waits until one of several sockets, wake-ups and file descriptors is ready.
///
/// It belongs to the thread of its sockets. It does not own them: it holds what is left of a socket after its end, so
/// that a socket closed under the poller is never ready, and nothing is read after free. Storage is reused: polling
/// allocates nothing for up to 16 entries.
@safe
package struct Poller: ~Copyable {
    /// What an entry is ready for, or waited for.
    package struct Events: OptionSet, Sendable {
        package let rawValue: Int16

        package init(rawValue: Int16) {
            self.rawValue = rawValue
        }

        package static let receive = Events(rawValue: Int16(ZMQ_POLLIN))
        package static let send = Events(rawValue: Int16(ZMQ_POLLOUT))
        /// Of file descriptors only: it is closed or broken. Reported without being asked for.
        package static let error = Events(rawValue: Int16(ZMQ_POLLERR))
    }

    /// A place in the poller.
    package struct Entry: Hashable, Sendable {
        fileprivate let index: Int
    }

    private enum Source {
        case none
        case socket(SocketCore)
        case wakeUp(WakeUp)
        case descriptor
    }

    private var items: [zmq_pollitem_t] = unsafe []
    private var sources: [Source] = []

    package init() {}

    /// Adds a socket. It may end before the poller does.
    package mutating func add(_ socket: borrowing Socket, for events: Events = .receive) -> Entry {
        unsafe insert(
            zmq_pollitem_t(socket: socket.handle, fd: -1, events: events.rawValue, revents: 0),
            .socket(socket.core)
        )
    }

    /// Adds a wake-up, which the poller keeps alive.
    package mutating func add(_ wakeUp: WakeUp) -> Entry {
        unsafe insert(
            zmq_pollitem_t(socket: nil, fd: wakeUp.descriptor, events: Int16(ZMQ_POLLIN), revents: 0),
            .wakeUp(wakeUp)
        )
    }

    /// Adds a file descriptor. Remove it before closing it: the system may give its number to another file.
    package mutating func add(descriptor: Int32, for events: Events = .receive) -> Entry {
        unsafe insert(zmq_pollitem_t(socket: nil, fd: descriptor, events: events.rawValue, revents: 0), .descriptor)
    }

    private mutating func insert(_ item: zmq_pollitem_t, _ source: Source) -> Entry {
        let free = sources.firstIndex { if case .none = $0 { true } else { false } }
        guard let index = free else {
            unsafe items.append(item)
            sources.append(source)
            return unsafe Entry(index: items.count - 1)
        }
        unsafe items[index] = item
        sources[index] = source
        return Entry(index: index)
    }

    /// Changes what an entry is waited for; with no event it rests.
    package mutating func modify(_ entry: Entry, for events: Events) {
        unsafe items[entry.index].events = events.rawValue
    }

    /// Takes an entry out. Its `Entry` must not be used any more: the place may be given to another.
    package mutating func remove(_ entry: Entry) {
        sources[entry.index] = .none
        unsafe items[entry.index] = zmq_pollitem_t(socket: nil, fd: -1, events: 0, revents: 0)
    }

    /// Waits until an entry is ready or the time is over.
    ///
    /// - Parameter timeout: rounded up to milliseconds; zero asks without waiting, nil waits for ever.
    /// - Returns: how many entries are ready; `ready(_:)` says for what.
    /// - Throws: `terminated`.
    @discardableResult
    package mutating func poll(timeout: Duration? = nil) throws(ZeroMQError) -> Int {
        forgetClosedSockets()
        let deadline = timeout.map { ContinuousClock.now.advanced(by: $0) }
        var remaining = timeout
        while true {
            let milliseconds = remaining.map { Int(Milliseconds($0).count) } ?? -1
            let result = unsafe zeromq_poll(&items, Int32(items.count), milliseconds)
            if result >= 0 { return Int(result) }
            guard result == -EINTR else { throw ZeroMQError(result: result, operation: "wait for sockets") }
            remaining = deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
        }
    }

    /// What an entry was ready for in the last `poll`.
    package func ready(_ entry: Entry) -> Events {
        unsafe Events(rawValue: items[entry.index].revents)
    }

    private mutating func forgetClosedSockets() {
        for index in sources.indices {
            if case .socket(let core) = sources[index], unsafe core.handle == nil { remove(Entry(index: index)) }
        }
    }
}
