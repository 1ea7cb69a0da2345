internal import DequeModule

/// What a counter was at each second of the last minute: gives rates without any work where it is counted.
struct CounterHistory: Sendable {
    private static let interval = TimeSpan.seconds(1)
    private static let span = TimeSpan.seconds(60)

    private var samples: Deque<(time: Instant, count: UInt64)>

    init(startingAt count: UInt64 = 0, at now: Instant) { samples = [(now, count)] }

    /// Takes a sample if one is due; to be called a few times a second. Keeps some sixty of them.
    mutating func sample(_ count: UInt64, at now: Instant) {
        guard let last = samples.last, now - last.time >= Self.interval else { return }
        samples.append((now, count))
        // One that is older than the span is kept, for the rate over all of it.
        while samples.count > 1, now - samples[1].time >= Self.span { samples.removeFirst() }
    }

    /// How many a second over the last `span`, or since the start.
    func rate(over span: TimeSpan, _ count: UInt64, at now: Instant) -> Double {
        let reference = samples.last { now - $0.time >= span } ?? samples.first
        guard let reference, count >= reference.count else { return 0 }
        let seconds = (now - reference.time).seconds
        return seconds > 0 ? Double(count - reference.count) / seconds : 0
    }

    func rate(_ count: UInt64, at now: Instant) -> ClusterStatus.Rate {
        ClusterStatus.Rate(
            tenSeconds: rate(over: .seconds(10), count, at: now),
            minute: rate(over: Self.span, count, at: now)
        )
    }
}
