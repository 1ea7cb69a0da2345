/// Counts spans of time in buckets whose width grows with the span: sixteen to each power of two of a microsecond, so
/// that a bucket's middle is within 3 % of all that is in it. The memory is the same whatever is counted. (The buckets
/// of HdrHistogram.)
package struct LatencyHistogram: Sendable, Equatable {
    private static let subBucketBits = 4
    /// Spans from here on (12 days) are counted as this long.
    private static let limit: UInt64 = 1 << 40
    private static let bucketCount = (40 - subBucketBits + 1) << subBucketBits

    private var buckets = [UInt32](repeating: 0, count: bucketCount)
    package private(set) var count: UInt64 = 0
    package private(set) var longest = TimeSpan.zero

    package init() {}

    package mutating func record(_ span: TimeSpan) {
        let index = Self.index(span)
        if buckets[index] < .max { buckets[index] += 1 }
        count += 1
        longest = max(longest, span)
    }

    package mutating func removeAll() {
        guard count > 0 else { return }
        for index in buckets.indices { buckets[index] = 0 }
        count = 0
        longest = .zero
    }

    package mutating func add(_ other: LatencyHistogram) {
        guard other.count > 0 else { return }
        for index in buckets.indices {
            buckets[index] = UInt32(clamping: UInt64(buckets[index]) + UInt64(other.buckets[index]))
        }
        count += other.count
        longest = max(longest, other.longest)
    }

    /// What was counted here and not in `earlier`, an earlier state of this histogram: each bucket's middle, and how
    /// often.
    package func added(since earlier: LatencyHistogram) -> [(span: TimeSpan, times: UInt64)] {
        guard count != earlier.count else { return [] }
        return buckets.indices.compactMap { index in
            let times = buckets[index] - min(buckets[index], earlier.buckets[index])
            return times > 0 ? (Self.middle(index), UInt64(times)) : nil
        }
    }

    /// The span that `share` of those counted do not exceed, by nearest rank.
    package func quantile(_ share: Double) -> TimeSpan {
        guard count > 0 else { return .zero }
        let rank = UInt64((share * Double(count)).rounded(.up))
        var passed: UInt64 = 0
        for index in buckets.indices where buckets[index] > 0 {
            passed += UInt64(buckets[index])
            if passed >= max(1, rank) { return min(Self.middle(index), longest) }
        }
        return longest
    }

    package var quantiles: ClusterStatus.Quantiles {
        var quantiles = ClusterStatus.Quantiles()
        quantiles.count = count
        quantiles.p50 = quantile(0.5)
        quantiles.p95 = quantile(0.95)
        quantiles.p99 = quantile(0.99)
        quantiles.longest = longest
        return quantiles
    }

    private static func index(_ span: TimeSpan) -> Int {
        let value = min(UInt64(clamping: span.nanoseconds / 1000), limit - 1)
        guard value >= 1 << subBucketBits else { return Int(value) }
        let shift = (63 - value.leadingZeroBitCount) - subBucketBits
        return (shift << subBucketBits) + Int(value >> UInt64(shift))
    }

    /// In the first two sixteens a bucket is one microsecond wide; from there on each sixteen's are twice as wide.
    private static func middle(_ index: Int) -> TimeSpan {
        let shift = max(0, (index >> subBucketBits) - 1)
        let start = (index - (shift << subBucketBits)) << shift
        return TimeSpan(nanoseconds: (Int64(start) * 1000) + (Int64(1000) << Int64(shift)) / 2)
    }
}

/// Latencies of the last minute, and all of them.
package struct LatencyWindow: Sendable {
    /// The minute goes by in six steps.
    private static let step = TimeSpan.seconds(10)

    package private(set) var all = LatencyHistogram()
    private var steps = [LatencyHistogram](repeating: LatencyHistogram(), count: 7)
    private var current = 0
    private var currentEnd: Instant

    package init(at now: Instant) { currentEnd = now + Self.step }

    package mutating func record(_ span: TimeSpan, at now: Instant) {
        if now >= currentEnd { turn(at: now) }
        all.record(span)
        steps[current].record(span)
    }

    /// Forgets what is older than a minute; to be called now and then also when nothing is recorded.
    package mutating func turn(at now: Instant) {
        var turns = 0
        while now >= currentEnd, turns < steps.count {
            current = (current + 1) % steps.count
            steps[current].removeAll()
            currentEnd = currentEnd + Self.step
            turns += 1
        }
        if now >= currentEnd { currentEnd = now + Self.step }
    }

    package var latency: ClusterStatus.Latency {
        var latency = ClusterStatus.Latency()
        latency.all = all.quantiles
        var minute = LatencyHistogram()
        for step in steps { minute.add(step) }
        latency.minute = minute.quantiles
        return latency
    }
}
