internal import OrderedCollections

/// The sections that were blamed when a worker's connection went, for the case that the worker comes back: then it was
/// the connection that failed, and not the worker with one of its sections.
struct Absolutions: Sendable {
    private static let peers = 64
    private var sections: OrderedDictionary<PeerID, [SectionID]> = [:]

    mutating func blamed(_ blamed: [SectionID], with peer: PeerID) {
        guard !blamed.isEmpty else { return }
        sections[peer] = blamed
        if sections.count > Self.peers { sections.removeFirst() }
    }

    mutating func take(_ peer: PeerID) -> [SectionID] { sections.removeValue(forKey: peer) ?? [] }
}
