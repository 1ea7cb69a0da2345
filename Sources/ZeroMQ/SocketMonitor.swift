internal import CZeroMQ
internal import Synchronization

/// Reports what happens to another socket's connections. It belongs to the same thread, and may outlive that socket.
///
/// Events wait here until they are received, without limit: poll a monitor as long as it is there.
@safe
package struct SocketMonitor: ~Copyable {
    /// Where the events arrive: for a poller, not to be received from.
    package let socket: Socket
    private let watched: SocketCore

    /// Makes each monitor's inproc name its own.
    private static let count = Atomic<UInt64>(0)

    /// Watches a socket from now on, in place of a monitor that it had.
    package init(of watched: borrowing Socket) throws(ZeroMQError) {
        let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
        let endpoint = "inproc://monitor-\(number)"
        let events = try Socket(.pair, in: watched.core.context)
        // libzmq's I/O thread would wait for room, and every other connection with it.
        try events.set(.receiveHighWaterMark, to: 0)
        // First this end, so that from its start the monitor has somewhere to send to.
        try events.connect(to: endpoint)
        let result = unsafe endpoint.withCString {
            unsafe zeromq_socket_monitor(watched.handle, $0, Int32(ZMQ_EVENT_ALL))
        }
        guard result == 0 else { throw ZeroMQError(result: result, operation: "watch a \(watched.kind) socket") }
        socket = events
        self.watched = watched.core
    }

    deinit {
        // Before the receiving end goes: without it, too, libzmq's I/O thread would wait.
        if let handle = unsafe watched.handle { _ = unsafe zeromq_socket_monitor(handle, nil, 0) }
    }

    /// Receives an event, nil if there is none.
    ///
    /// - Throws: `terminated`.
    package func receive(_ waiting: Waiting = .dontWait) throws(ZeroMQError) -> ConnectionEvent? {
        guard let first = try socket.receive(waiting), let second = try socket.receive(),
            let kind = ConnectionEvent.Kind(first.bytes)
        else { return nil }
        return ConnectionEvent(kind: kind, endpoint: String(decoding: second.bytes, as: UTF8.self))
    }
}
