package import Cluster
package import Logging

/// Counts the messages that did not become their sender's key, and logs them with restraint: whoever has a key shall not
/// fill the disk, nor hide behind another who does.
package struct ForbiddenMessages {
    private let logger: Logger
    private var restraint = LogRestraint()
    /// Since the start.
    package private(set) var count: UInt64 = 0

    package init(logger: Logger) { self.logger = logger }

    /// One more. Each key's first is logged, and then one each ten seconds at most.
    ///
    /// - Parameter userID: as ``KeyRoles/userID(of:)`` makes it.
    package mutating func add(by userID: String, from peer: PeerID, at address: String?, reason: String, now: Instant) {
        count += 1
        guard let dropped = restraint.admit(userID, at: now) else { return }
        let roles = userID.utf8.first.map(KeyRoles.init(userIDStart:)) ?? []
        var metadata: Logger.Metadata = [
            "key": "\(KeyRoles.key(in: userID))", "key of": "\(roles)", "peer": "\(peer.printable)",
            "reason": "\(reason)", "dropped": "\(dropped)",
        ]
        if let address { metadata["address"] = "\(address)" }
        logger.warning("a message does not become its sender's key and was dropped", metadata: metadata)
    }
}
