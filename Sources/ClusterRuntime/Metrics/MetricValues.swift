internal import CoreMetrics
internal import Synchronization

/// A count that only grows.
final class AtomicCounter: CounterHandler, FloatingPointCounterHandler, Sendable {
    private let whole = Atomic<UInt64>(0)
    private let fraction = Atomic<UInt64>(0)

    var value: Double {
        Double(whole.load(ordering: .relaxed)) + Double(bitPattern: fraction.load(ordering: .relaxed))
    }

    func increment(by amount: Int64) {
        if amount > 0 { whole.add(UInt64(amount), ordering: .relaxed) }
    }

    func increment(by amount: Double) {
        if amount > 0, amount.isFinite { fraction.addDouble(amount) }
    }

    func reset() {
        whole.store(0, ordering: .relaxed)
        fraction.store(0, ordering: .relaxed)
    }
}

/// A number that goes up and down.
final class AtomicGauge: MeterHandler, RecorderHandler, Sendable {
    private let bits = Atomic<UInt64>(0)

    var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
    func increment(by amount: Double) { bits.addDouble(amount) }
    func decrement(by amount: Double) { bits.addDouble(-amount) }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
}

/// Observations, counted in buckets. Recording takes no lock; a scrape that comes between two steps of a recording may
/// find an observation counted whose value is not in the sum yet.
final class AtomicHistogram: RecorderHandler, TimerHandler, Sendable {
    static let mostBuckets = 23

    /// What it has at some moment.
    struct Snapshot: Sendable, Equatable {
        var bounds: [Double]
        /// One more than there are bounds; not cumulative.
        var counts: [UInt64]
        var sum: Double
    }

    let bounds: [Double]
    private let counts = InlineArray<24, Atomic<UInt64>> { _ in Atomic(0) }
    private let sum = Atomic<UInt64>(0)

    /// - Parameter bounds: ascending; what is beyond ``mostBuckets`` of them is left out.
    init(bounds: [Double]) { self.bounds = Array(bounds.prefix(Self.mostBuckets)) }

    var snapshot: Snapshot {
        Snapshot(
            bounds: bounds,
            counts: (0...bounds.count).map { counts[$0].load(ordering: .relaxed) },
            sum: Double(bitPattern: sum.load(ordering: .relaxed))
        )
    }

    func record(_ value: Double) { record(value, times: 1) }
    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func record(_ value: Double, times: UInt64) {
        guard !value.isNaN, times > 0 else { return }
        var bucket = 0
        while bucket < bounds.count, value > bounds[bucket] { bucket += 1 }
        counts[bucket].add(times, ordering: .relaxed)
        sum.addDouble(value * Double(times))
    }
}

extension Atomic where Value == UInt64 {
    /// Adds to the number whose bits these are.
    fileprivate func addDouble(_ amount: Double) {
        var old = load(ordering: .relaxed)
        while true {
            let new = (Double(bitPattern: old) + amount).bitPattern
            let (exchanged, original) = weakCompareExchange(expected: old, desired: new, ordering: .relaxed)
            if exchanged { return }
            old = original
        }
    }
}
