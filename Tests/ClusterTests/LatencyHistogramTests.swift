import Cluster
import TestSupport
import Testing

@Suite("Latencies and rates")
struct LatencyHistogramTests {
    @Test(
        "quantiles are within 3 % of what was measured, from microseconds to days",
        arguments: [1, 15, 16, 17, 31, 32, 33, 999, 1000, 12_345, 1_000_000, 60_000_000, 86_400_000_000] as [Int64]
    )
    func accuracy(microseconds: Int64) {
        var histogram = LatencyHistogram()
        let span = TimeSpan(nanoseconds: microseconds * 1000)
        histogram.record(span)
        // A longer one, so that what is looked up is a bucket and not the longest.
        histogram.record(TimeSpan(nanoseconds: microseconds * 4000))
        let found = histogram.quantile(0.5)
        #expect(abs(Double(found.nanoseconds - span.nanoseconds)) <= max(1000, Double(span.nanoseconds) * 0.032))
        #expect(histogram.longest.nanoseconds == microseconds * 4000)
    }

    @Test("quantiles of random spans are those of the sorted spans")
    func ranks() {
        let seed = freshSeed()
        var random = SeededRandom(seed: seed)
        for _ in 0..<50 {
            var histogram = LatencyHistogram()
            let spans = (0..<Int.random(in: 1...400, using: &random)).map { _ in
                Int64.random(in: 0...(1 << Int64.random(in: 10...45, using: &random)), using: &random)
            }
            for span in spans { histogram.record(TimeSpan(nanoseconds: span)) }
            let sorted = spans.sorted()
            for share in [0.5, 0.95, 0.99, 1] {
                let exact = Double(sorted[Int((share * Double(sorted.count)).rounded(.up)) - 1])
                let found = Double(histogram.quantile(share).nanoseconds)
                #expect(abs(found - exact) <= max(1000, exact * 0.032), "seed \(seed), \(share)")
            }
            #expect(histogram.count == UInt64(spans.count))
        }
    }

    @Test("spans below zero, of zero and beyond all bounds are counted")
    func edges() {
        var histogram = LatencyHistogram()
        for span in [Int64.min, -1, 0, .max] { histogram.record(TimeSpan(nanoseconds: span)) }
        #expect(histogram.count == 4)
        #expect(histogram.quantile(0.25).nanoseconds <= 1000)
        #expect(LatencyHistogram().quantiles == ClusterStatus.Quantiles())
    }

    @Test("what was added since an earlier state is told with its counts")
    func difference() {
        var histogram = LatencyHistogram()
        histogram.record(.milliseconds(5))
        let earlier = histogram
        #expect(histogram.added(since: earlier).isEmpty)
        histogram.record(.milliseconds(5))
        histogram.record(.seconds(2))
        let added = histogram.added(since: earlier)
        #expect(added.map(\.times) == [1, 1])
        #expect(abs(Double(added[1].span.nanoseconds) / 2e9 - 1) < 0.032)
    }

    @Test("the window forgets what is older than a minute, and the total does not")
    func window() {
        var now = Instant(nanoseconds: 5)
        var window = LatencyWindow(at: now)
        window.record(.seconds(1), at: now)
        for second in 1...120 {
            now = now + .seconds(1)
            window.turn(at: now)
            let count = window.latency.minute.count
            if second <= 59 { #expect(count == 1, "after \(second) s") }
            if second >= 71 { #expect(count == 0, "after \(second) s") }
        }
        #expect(window.latency.all.count == 1)
        // After a long time in which nobody looked, everything in the window is gone.
        window.record(.seconds(1), at: now)
        now = now + .seconds(100_000)
        window.record(.seconds(2), at: now)
        #expect(window.latency.minute.count == 1)
    }
}
