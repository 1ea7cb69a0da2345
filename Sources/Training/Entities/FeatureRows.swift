import Extraction

/// The rows of weights that a token's features choose, group by group.
struct FeatureRows: FeatureReceiver {
    let shift: UInt64
    private(set) var rows: [UInt32] = []
    /// Where each group ends in ``rows``.
    private(set) var groupEnds: [UInt8] = []

    init(shift: UInt64) { self.shift = shift }

    mutating func take(_ hash: UInt64) { rows.append(UInt32(truncatingIfNeeded: hash >> shift)) }

    mutating func endGroup() { groupEnds.append(UInt8(rows.count)) }
}
