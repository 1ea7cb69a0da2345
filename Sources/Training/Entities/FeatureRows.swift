import Extraction

/// The rows of weights that a token's features choose, group by group.
struct FeatureRows: FeatureReceiver {
    let shift: UInt64
    private var groups = [[UInt32]](repeating: [], count: FeatureGroup.allCases.count)

    init(shift: UInt64) { self.shift = shift }

    mutating func take(_ hash: UInt64, of group: FeatureGroup) {
        groups[group.rawValue].append(UInt32(truncatingIfNeeded: hash >> shift))
    }

    var rows: [UInt32] { Array(groups.joined()) }

    /// Where each group ends in ``rows``.
    var groupEnds: [UInt8] {
        var end = 0
        return groups.map { group in
            end += group.count
            return UInt8(end)
        }
    }
}
