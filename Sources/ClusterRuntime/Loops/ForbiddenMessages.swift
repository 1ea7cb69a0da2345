package import Cluster
package import Logging

/// Counts the messages that did not become their sender's key, and logs them with restraint: whoever has a key shall not
/// fill the disk, nor hide behind another who does.
package struct ForbiddenMessages {
    private static let pause = TimeSpan.seconds(10)
    /// So many keys are remembered, far more than a cluster has; then all are forgotten.
    private static let keysInMemory = 64

    private let logger: Logger
    private var known: [String: (lastLog: Instant, unlogged: Int)] = [:]
    /// Since the start.
    package private(set) var count: UInt64 = 0

    package init(logger: Logger) { self.logger = logger }

    /// One more. Each key's first is logged, and then one each ten seconds at most.
    ///
    /// - Parameter userID: as ``KeyRoles/userID(of:)`` makes it.
    package mutating func add(by userID: String, from peer: PeerID, at address: String?, reason: String, now: Instant) {
        count += 1
        let dropped = (known[userID]?.unlogged ?? 0) + 1
        if let lastLog = known[userID]?.lastLog, now - lastLog < Self.pause {
            known[userID]?.unlogged = dropped
            return
        }
        if known.count >= Self.keysInMemory { known.removeAll() }
        known[userID] = (now, 0)
        let roles = userID.utf8.first.map(KeyRoles.init(userIDStart:)) ?? []
        var metadata: Logger.Metadata = [
            "key": "\(KeyRoles.key(in: userID))", "key of": "\(roles)", "peer": "\(peer.printable)",
            "reason": "\(reason)", "dropped": "\(dropped)",
        ]
        if let address { metadata["address"] = "\(address)" }
        logger.warning("a message does not become its sender's key and was dropped", metadata: metadata)
    }
}
