/// Who takes turns with whom: one process that submits.
///
/// A hash of its name is enough, and small: two that have the same share one turn, which harms nobody much.
package struct Submitter: Sendable, Hashable {
    package var hash: UInt64

    /// Of articles that nobody in particular submitted: those that are retried.
    package static let nobody = Submitter(hash: 0)

    package init(hash: UInt64) { self.hash = hash }

    /// FNV-1a, 64 bits: the same in every process, as the journal needs it.
    package init(_ peer: PeerID) {
        hash = peer.bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
