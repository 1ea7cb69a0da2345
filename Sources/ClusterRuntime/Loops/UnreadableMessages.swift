package import Cluster
package import Logging

/// Counts what came and could not be read, and logs it with restraint: whoever sends garbage shall not fill the disk.
package struct UnreadableMessages {
    private static let pause = TimeSpan.seconds(10)
    /// So many peers are remembered; then all are forgotten.
    private static let peersInMemory = 1024

    private let logger: Logger
    private var known: Set<PeerID> = []
    private var lastLog: Instant?
    private var unlogged = 0
    /// Since the start.
    package private(set) var count: UInt64 = 0

    package init(logger: Logger) { self.logger = logger }

    /// One more. The first of each peer is logged, and then one each ten seconds at most.
    package mutating func add(from peer: PeerID, at address: String? = nil, reason: String, now: Instant) {
        unlogged += 1
        count += 1
        if known.count >= Self.peersInMemory { known.removeAll() }
        let isFirst = known.insert(peer).inserted
        guard lastLog.map({ now - $0 >= Self.pause }) ?? true || (isFirst && known.count <= 16) else { return }
        var metadata: Logger.Metadata = [
            "peer": "\(peer.printable)", "reason": "\(reason)", "dropped": "\(unlogged)",
        ]
        if let address { metadata["address"] = "\(address)" }
        logger.warning("a message could not be read and was dropped", metadata: metadata)
        lastLog = now
        unlogged = 0
    }
}

extension PeerID {
    /// For the log, whatever a stranger calls itself: its text, or its bytes where that can't be printed.
    var printable: String {
        let text = description
        let isText = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0xFFFD }
        return isText ? text : "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
