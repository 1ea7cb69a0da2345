package import Cluster
package import Logging
package import ZeroMQ

/// Bounds what has come by the connections of a listening socket and is not read yet.
///
/// libzmq takes whatever comes, and gives a message out when its last part is there: its own bounds are of whole messages
/// and of single parts. But the kernel counts what it receives by each connection, and each message says which one it came
/// by; the difference is what libzmq holds. Who is beyond a bound is let go: with its connection goes what it had sent of
/// a message that is not whole. A peer without guile connects anew, as after any other end of a connection.
///
/// Connections over TCP alone are looked at: `ipc://` is this machine, and `inproc://` this process.
package struct UnreadBytes {
    package struct Limits: Sendable {
        /// Of one connection: two of the largest messages.
        package var ofConnection = 2 * ClusterLimits.messageSize
        /// Of all the memory that this process has. An empty part is two bytes on the wire, and 64 in memory.
        package var ofMemory = min(1 << 30, (MemoryRoom.limit ?? .max) / 8 * 5)
        /// So much of all connections together is no reason for memory to be short.
        package var harmless = 8 << 20

        package init() {}
    }

    /// How often they are to be looked at: at a gigabyte a second, a tenth of it comes in between.
    static let pause = TimeSpan.milliseconds(100)

    private struct Account {
        let connection: AcceptedConnection
        var read = 0
        var unread = 0
    }

    private let isEncrypted: Bool
    private let limits: Limits
    private let logger: Logger
    private var accounts: [Int32: Account] = [:]
    /// By the descriptors of their connections. The accounts get it when they are looked at, because only then it is known
    /// which connections there are.
    private var readSinceLook: [Int32: Int] = [:]
    private var restraint = LogRestraint()
    /// Connections that were let go since the start.
    package private(set) var endedConnections: UInt64 = 0

    /// - Parameter isEncrypted: whether the connections are.
    package init(isEncrypted: Bool, limits: Limits = Limits(), logger: Logger) {
        self.isEncrypted = isEncrypted
        self.limits = limits
        self.logger = logger
    }

    /// What had come of all connections and was not read when they were last looked at.
    package var total: Int { accounts.values.reduce(0) { $0 + $1.unread } }

    package mutating func accepted(_ descriptor: Int32) {
        accounts[descriptor] = AcceptedConnection(descriptor: descriptor).map { Account(connection: $0) }
    }

    package mutating func ended(_ descriptor: Int32) { accounts[descriptor] = nil }

    /// A message was read. Of one that has several parts, and is no message of the cluster's, that is but one of them:
    /// whoever goes on to send such messages is taken to send more than is read, in time.
    package mutating func read(_ message: borrowing Message) {
        guard let descriptor = message.connection else { return }
        // ZMTP's frame, in a box of CURVE's where there are keys.
        let body = message.byteCount + (isEncrypted ? 33 : 0)
        readSinceLook[descriptor, default: 0] += body + (body > 255 ? 9 : 2)
    }

    /// Looks at all connections, after those that were accepted and that ended have been told.
    ///
    /// - Parameter memory: what this process has; asked for only where it matters.
    package mutating func look(at now: Instant, memory: @autoclosure () -> Int = MemoryRoom.inUse) {
        var total = 0
        var largest: Account?
        for (descriptor, account) in accounts {
            guard let received = account.connection.bytesReceived else {
                accounts[descriptor] = nil
                continue
            }
            var account = account
            account.read += readSinceLook[descriptor] ?? 0
            account.unread = max(0, received - account.read)
            accounts[descriptor] = account
            if account.unread > limits.ofConnection {
                end(account, at: now)
            } else {
                total += account.unread
                if account.unread > largest?.unread ?? 0 { largest = account }
            }
        }
        readSinceLook.removeAll(keepingCapacity: true)
        if let largest, total > limits.harmless, memory() > limits.ofMemory { end(largest, at: now) }
    }

    private mutating func end(_ account: Account, at now: Instant) {
        let address = account.connection.address ?? "?"
        account.connection.end()
        accounts[account.connection.descriptor] = nil
        endedConnections += 1
        guard let times = restraint.admit(address, at: now) else { return }
        logger.warning(
            "a connection was ended: more came by it than is held until it can be read",
            metadata: ["address": "\(address)", "bytes": "\(account.unread)", "times": "\(times)"]
        )
    }
}
