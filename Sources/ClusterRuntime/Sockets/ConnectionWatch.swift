internal import Cluster
internal import Logging
internal import ZeroMQ

/// Watches a listening socket's connections: whether any has ended, whether more comes by one than is read, and, where they
/// are encrypted, which end in the handshake: those without encryption, or with another server's key, never come to the
/// point where a key is looked at.
struct ConnectionWatch: ~Copyable {
    private static let pause = TimeSpan.seconds(60)

    private let monitor: SocketMonitor
    private let isEncrypted: Bool
    private let logger: Logger
    /// Connections that ended in the handshake, since the start.
    private(set) var failedHandshakes: UInt64 = 0
    private var unlogged = 0
    private var lastLog: Instant?
    private(set) var unread: UnreadBytes
    private(set) var nextLook = Instant(nanoseconds: 0)

    init(_ socket: borrowing Socket, isEncrypted: Bool, logger: Logger) throws(ZeroMQError) {
        monitor = try SocketMonitor(of: socket)
        self.isEncrypted = isEncrypted
        self.logger = logger
        unread = UnreadBytes(isEncrypted: isEncrypted, logger: logger)
    }

    /// A message was received.
    mutating func read(_ message: borrowing Message) { unread.read(message) }

    /// Wakes the poller up whenever something happens to a connection.
    func wakes(_ poller: inout Poller) -> Poller.Entry { poller.add(monitor.socket) }

    /// Takes what has happened.
    ///
    /// - Returns: whether a connection has ended. Whose is not known.
    mutating func look(at now: Instant) throws(ZeroMQError) -> Bool {
        var hasEnded = false
        var endpoint = ""
        while let event = try monitor.receive() {
            switch event.kind {
            case .accepted(let descriptor): unread.accepted(descriptor)
            case .disconnected(let descriptor):
                unread.ended(descriptor)
                hasEnded = true
            case .handshakeFailed, .handshakeBrokeProtocol:
                guard isEncrypted else { break }
                failedHandshakes += 1
                unlogged += 1
                endpoint = event.endpoint
            default: break
            }
        }
        if now >= nextLook {
            unread.look(at: now)
            nextLook = now + UnreadBytes.pause
        }
        if unlogged > 0, lastLog.map({ now - $0 >= Self.pause }) ?? true {
            logger.warning(
                "connections ended in the handshake: they were not encrypted, or for a server with another key",
                metadata: ["endpoint": "\(endpoint)", "now": "\(unlogged)", "in all": "\(failedHandshakes)"]
            )
            lastLog = now
            unlogged = 0
        }
        return hasEnded
    }
}
