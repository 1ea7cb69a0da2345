import Extraction

/// The rows of weights that a token's features choose, group by group.
struct FeatureRows: FeatureReceiver {
    /// 2 to the power of it is the number of rows.
    let bits: Int
    private var groups = [[UInt32]](repeating: [], count: FeatureGroup.allCases.count)

    init(bits: Int) { self.bits = bits }

    mutating func take(_ key: UInt64, of group: FeatureGroup) {
        groups[group.rawValue].append(UInt32(truncatingIfNeeded: EntityWeights.row(of: key, bits: bits)))
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
