package import Cluster
internal import Glibc
internal import Synchronization
internal import ZeroMQ

/// A small HTTP server for monitoring: GET and HEAD, one question a connection, on a thread of its own that sleeps while
/// nobody asks. The role's own loop never waits for it.
///
/// Whoever connects costs little: a head has at most 8 KiB, a connection at most some seconds, and there are at most
/// sixteen; a further one takes the place of the one that has been there for longest.
package final class MonitorServer: Sendable {
    /// Where it listens, with the port that it has.
    package let address: MonitorAddress
    private let stop: WakeUp
    private let thread: DedicatedThread

    /// Listens when it returns.
    ///
    /// - Parameters:
    ///   - patience: how long a connection may take.
    ///   - answer: called on the server's thread.
    package init(
        at address: MonitorAddress,
        patience: TimeSpan = .seconds(5),
        answer: @escaping @Sendable (MonitorRequest) -> MonitorResponse
    ) throws(MonitorAddressError) {
        let (listener, port) = try address.listen()
        do throws(ZeroMQError) {
            let stop = try WakeUp()
            thread = try DedicatedThread(name: "http") {
                var connections = MonitorConnections(listener: listener, stop: stop, patience: patience, answer: answer)
                connections.run()
            }
            self.stop = stop
        } catch {
            close(listener)
            throw MonitorAddressError(error.description)
        }
        self.address = MonitorAddress(host: address.host, port: port)
    }

    deinit {
        stop.signal()
        thread.join()
    }
}

/// What the server's thread owns.
private struct MonitorConnections: ~Copyable {
    private struct Connection {
        enum State {
            case reading
            case writing
            /// Everything is sent: until the other end closes, so that what it still sends does not cut the answer off.
            case closing
        }

        let descriptor: Int32
        let deadline: Instant
        var state = State.reading
        var received: [UInt8] = []
        var toSend: ArraySlice<UInt8> = []
    }

    private static let most = 16

    private let listener: Int32
    private let stop: WakeUp
    private let patience: TimeSpan
    private let answer: @Sendable (MonitorRequest) -> MonitorResponse
    /// Oldest first.
    private var connections: [Connection] = []

    init(
        listener: Int32,
        stop: WakeUp,
        patience: TimeSpan,
        answer: @escaping @Sendable (MonitorRequest) -> MonitorResponse
    ) {
        self.listener = listener
        self.stop = stop
        self.patience = patience
        self.answer = answer
    }

    deinit {
        close(listener)
        for connection in connections { close(connection.descriptor) }
    }

    mutating func run() {
        while true {
            var polled = [
                pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
            ]
            for connection in connections {
                let isWriting = if case .writing = connection.state { true } else { false }
                let events = isWriting ? POLLOUT : POLLIN
                polled.append(pollfd(fd: connection.descriptor, events: Int16(events), revents: 0))
            }
            let count = poll(&polled, nfds_t(polled.count), timeout())
            if count < 0 && errno != EINTR { return }
            if polled[0].revents != 0 { return }
            for index in connections.indices.reversed() where count > 0 && polled[index + 2].revents != 0 {
                var connection = connections[index]
                let goesOn = serve(&connection)
                connections[index] = connection
                if !goesOn { end(index) }
            }
            let now = Instant.now
            for index in connections.indices.reversed() where connections[index].deadline <= now { end(index) }
            if count > 0, polled[1].revents != 0 { accept() }
        }
    }

    /// Milliseconds until the first deadline; -1: there is none.
    private func timeout() -> Int32 {
        guard let first = connections.map(\.deadline).min() else { return -1 }
        return Int32(clamping: max(0, (first - .now).milliseconds) + 1)
    }

    private mutating func accept() {
        for _ in 0..<Self.most {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else {
                // Out of descriptors: one is free when a connection ends, or when the role's own are fewer.
                if errno == EMFILE || errno == ENFILE {
                    if connections.isEmpty { usleep(100_000) } else { end(0) }
                }
                return
            }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            if connections.count >= Self.most { end(0) }
            connections.append(Connection(descriptor: descriptor, deadline: .now + patience))
        }
    }

    private mutating func end(_ index: Int) { close(connections.remove(at: index).descriptor) }

    /// Returns whether the connection goes on.
    private func serve(_ connection: inout Connection) -> Bool {
        switch connection.state {
        case .reading: read(&connection)
        case .writing: write(&connection)
        case .closing: discard(connection)
        }
    }

    private func read(_ connection: inout Connection) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 2048)
        let count = recv(connection.descriptor, &chunk, chunk.count, 0)
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        guard count > 0 else { return false }
        connection.received += chunk[..<count]
        switch MonitorRequest.read(connection.received) {
        case .incomplete: return true
        case .request(let request):
            connection.toSend = answer(request).bytes(isHead: request.method == .head)[...]
        case .refused(let response): connection.toSend = response.bytes(isHead: false)[...]
        }
        connection.received = []
        connection.state = .writing
        return write(&connection)
    }

    private func write(_ connection: inout Connection) -> Bool {
        while !connection.toSend.isEmpty {
            let count = connection.toSend.withUnsafeBytes {
                send(connection.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            connection.toSend = connection.toSend.dropFirst(count)
        }
        shutdown(connection.descriptor, Int32(SHUT_WR))
        connection.state = .closing
        return true
    }

    private func discard(_ connection: Connection) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 2048)
        let count = recv(connection.descriptor, &chunk, chunk.count, 0)
        return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
    }
}
