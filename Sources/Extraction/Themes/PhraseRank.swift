/// A phrase's number and its score as one number, which is greater for a greater score, and for equal ones for a smaller
/// number: no two phrases have the same.
enum PhraseRank {
    @inline(__always)
    static func rank(_ row: Int, _ score: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: score) ^ 0x8000_0000) << 32 | UInt64(~UInt32(truncatingIfNeeded: row))
    }

    @inline(__always)
    static func row(_ rank: UInt64) -> Int { Int(~UInt32(truncatingIfNeeded: rank)) }

    @inline(__always)
    static func score(_ rank: UInt64) -> Int32 {
        Int32(bitPattern: UInt32(truncatingIfNeeded: rank >> 32) ^ 0x8000_0000)
    }

    private static let buckets = 512

    /// The bucket of a rank: 64 scores each, those in the middle of what phrases have.
    @inline(__always)
    private static func bucket(_ rank: UInt64) -> Int { min(buckets - 1, max(0, (Int(score(rank)) + 24576) >> 6)) }

    /// The `count` greatest of `ranks`, in no order. They are counted by bucket, and put in order where the last place is
    /// in the middle of one.
    static func greatest(_ count: Int, of ranks: [UInt64]) -> [UInt64] {
        guard ranks.count > count else { return ranks }
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: buckets) { sizes in
            sizes.initialize(repeating: 0)
            for rank in ranks { sizes[bucket(rank)] += 1 }
            var last = buckets - 1
            var above = 0
            while above + Int(sizes[last]) < count {
                above += Int(sizes[last])
                last -= 1
            }
            var greatest: [UInt64] = []
            greatest.reserveCapacity(count)
            var rest: [UInt64] = []
            rest.reserveCapacity(Int(sizes[last]))
            for rank in ranks {
                let own = bucket(rank)
                if own > last { greatest.append(rank) } else if own == last { rest.append(rank) }
            }
            if rest.count > count - greatest.count { rest.sort(by: >) }
            greatest += rest.prefix(count - greatest.count)
            return greatest
        }
    }
}
