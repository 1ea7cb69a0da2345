internal import CZeroMQ

/// One end of ZeroMQ connections.
///
/// It belongs to the thread that opened it: not being `Sendable`, it can't be captured by what runs elsewhere, and not
/// being `Copyable`, it can't be used after `close()`. It keeps its context alive.
@safe
public struct Socket: ~Copyable {
    /// What a socket does with messages; the names are ZeroMQ's.
    package enum Kind: Int32, Sendable, CaseIterable {
        case pair = 0
        case publish = 1
        case subscribe = 2
        case request = 3
        case reply = 4
        case dealer = 5
        case router = 6
        case pull = 7
        case push = 8
    }

    package let kind: Kind
    /// The same as the core's while the socket is open, and one step nearer.
    @usableFromInline let handle: UnsafeMutableRawPointer
    /// Outlives the socket where a poller still knows it.
    let core: SocketCore

    package init(_ kind: Kind, in context: Context) throws(ZeroMQError) {
        guard let handle = unsafe zmq_socket(context.handle, kind.rawValue) else {
            throw ZeroMQError(code: .lastOfThread, operation: "open a \(kind) socket")
        }
        self.kind = kind
        unsafe self.handle = handle
        unsafe core = SocketCore(handle: handle, context: context)
    }

    deinit {
        core.close()
    }

    /// Ends the socket. Messages not sent yet are dropped after the `linger` option's time, which is zero if not set.
    package consuming func close() {}
}

/// A libzmq socket and whether it is still open.
///
/// A poller refers to it, never to the bare handle, so that a socket which was closed under a poller is seen as closed
/// instead of being read after free. Not `Sendable`: socket and pollers stay on one thread.
@safe
final class SocketCore {
    /// nil after the socket was closed.
    private(set) var handle: UnsafeMutableRawPointer?
    let context: Context

    init(handle: UnsafeMutableRawPointer, context: Context) {
        unsafe self.handle = handle
        self.context = context
    }

    func close() {
        // The only error of zmq_close is ENOTSOCK, which can't be: the handle is forgotten here and now.
        if let open = unsafe handle { _ = unsafe zmq_close(open) }
        unsafe handle = nil
    }
}

extension Socket {
    /// Listens at an endpoint: `tcp://127.0.0.1:5550`, `tcp://*:*`, `ipc:///run/warraq/producer`, `inproc://name`.
    ///
    /// - Returns: the endpoint that it listens at, with `*` resolved.
    @discardableResult
    package func bind(to endpoint: String) throws(ZeroMQError) -> String {
        let result = unsafe endpoint.withCString { unsafe zeromq_socket_bind(handle, $0) }
        guard result == 0 else { throw ZeroMQError(result: result, operation: "listen", endpoint: endpoint) }
        return try get(.lastEndpoint)
    }

    /// Stops listening at an endpoint, given as `bind` returned it. Connections made by it are closed.
    package func unbind(from endpoint: String) throws(ZeroMQError) {
        let result = unsafe endpoint.withCString { unsafe zeromq_socket_unbind(handle, $0) }
        guard result == 0 else { throw ZeroMQError(result: result, operation: "stop listening", endpoint: endpoint) }
    }

    /// Connects to an endpoint, in the background: success says that the endpoint is well formed, no more. A name is
    /// looked up in the context's I/O thread, whose other connections wait meanwhile, so look it up first.
    package func connect(to endpoint: String) throws(ZeroMQError) {
        let result = unsafe endpoint.withCString { unsafe zeromq_socket_connect(handle, $0) }
        guard result == 0 else { throw ZeroMQError(result: result, operation: "connect", endpoint: endpoint) }
    }

    /// Ends a connection made by `connect`. Messages that wait to be sent over it may be lost.
    package func disconnect(from endpoint: String) throws(ZeroMQError) {
        let result = unsafe endpoint.withCString { unsafe zeromq_socket_disconnect(handle, $0) }
        guard result == 0 else { throw ZeroMQError(result: result, operation: "disconnect", endpoint: endpoint) }
    }

    /// An error of sending or receiving, with the endpoint that was last bound or connected.
    @usableFromInline
    @inline(never)
    func failure(_ result: Int32, _ operation: String) -> ZeroMQError {
        let endpoint = (try? get(.lastEndpoint)) ?? ""
        return ZeroMQError(result: result, operation: operation, endpoint: endpoint.isEmpty ? nil : endpoint)
    }
}
