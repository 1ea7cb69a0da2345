internal import Cluster
internal import Logging
internal import Synchronization
internal import ZeroMQ

/// Counts who was not let in, and logs each address once: whoever knocks all day shall not fill the disk.
final class RefusedConnections: Sendable {
    /// So many addresses are remembered; then all are forgotten.
    private static let addressesInMemory = 1024

    private let logger: Logger
    private let known = Mutex<(addresses: Set<String>, count: Int)>(([], 0))

    init(logger: Logger) { self.logger = logger }

    var count: Int { known.withLock { $0.count } }

    func add(address: String) {
        let (isFirst, count) = known.withLock { known in
            known.count += 1
            if known.addresses.count >= Self.addressesInMemory { known.addresses.removeAll() }
            return (known.addresses.insert(address).inserted, known.count)
        }
        guard isFirst else { return }
        logger.warning(
            "a connection was refused: its key is none of this cluster's; further ones from there are only counted",
            metadata: ["address": "\(address)", "refused": "\(count)"]
        )
    }
}

/// Watches a socket for connections that end in the handshake: those without encryption, or with another server's key,
/// never come to the point where a key is looked at.
struct HandshakeWatch: ~Copyable {
    private static let pause = TimeSpan.seconds(60)
    private static let interval = TimeSpan.milliseconds(250)

    private let monitor: SocketMonitor
    private let logger: Logger
    private var count: UInt64 = 0
    private var unlogged = 0
    private var lastLog: Instant?
    private var lastLook = Instant.now

    init(_ socket: borrowing Socket, logger: Logger) throws(ZeroMQError) {
        monitor = try SocketMonitor(of: socket)
        self.logger = logger
    }

    /// Takes what has happened; to be called often, does something a few times a second.
    ///
    /// - Returns: how many there were, since the start.
    mutating func look(at now: Instant) throws(ZeroMQError) -> UInt64 {
        guard now - lastLook >= Self.interval else { return count }
        lastLook = now
        var endpoint = ""
        while let event = try monitor.receive() {
            switch event.kind {
            case .handshakeFailed, .handshakeBrokeProtocol:
                (count, unlogged, endpoint) = (count + 1, unlogged + 1, event.endpoint)
            default: break
            }
        }
        guard unlogged > 0, lastLog.map({ now - $0 >= Self.pause }) ?? true else { return count }
        logger.warning(
            "connections ended in the handshake: they were not encrypted, or for a server with another key",
            metadata: ["endpoint": "\(endpoint)", "now": "\(unlogged)", "in all": "\(count)"]
        )
        lastLog = now
        unlogged = 0
        return count
    }
}
