internal import Cluster
internal import CoreMetrics

/// A metric that follows a total which is counted elsewhere.
struct CounterMirror {
    private let counter: Counter
    private var last: UInt64 = 0

    init(_ name: String, _ factory: any MetricsFactory) {
        counter = Counter(label: name, dimensions: [], factory: factory)
    }

    /// What was added since the last call.
    mutating func follow(_ total: UInt64) {
        guard total > last else { return }
        counter.increment(by: total - last)
        last = total
    }
}

/// A metric of latencies that are counted elsewhere.
struct LatencyMirror {
    private let timer: CoreMetrics.Timer
    /// Where several observations of one length can be recorded in one step.
    private let histogram: AtomicHistogram?
    private var last = LatencyHistogram()

    init(_ name: String, _ factory: any MetricsFactory) {
        timer = CoreMetrics.Timer(label: name, dimensions: [], factory: factory)
        histogram = (factory as? PrometheusRegistry)?.histogram(name)
    }

    mutating func follow(_ latencies: LatencyHistogram) {
        guard latencies.count != last.count else { return }
        for (span, times) in latencies.added(since: last) {
            if let histogram {
                histogram.record(span.seconds, times: times)
            } else {
                for _ in 0..<times { timer.recordNanoseconds(span.nanoseconds) }
            }
        }
        last = latencies
    }
}
