internal import Logging
internal import Synchronization

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
