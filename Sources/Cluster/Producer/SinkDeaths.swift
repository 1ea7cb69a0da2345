/// How often sinks died with an article at them: whether it may be what they die of, and when it is tried again.
///
/// A section that kills its worker is given up after three attempts. A report has no part that could be left out, and its
/// article was accepted: so an article that kills its sink, for want of memory or by a fault in merging, is never given
/// up. But everybody else's turn comes first, and each further death doubles the time until it is tried again, so that
/// in the long run it costs the others little. A sink that was killed by hand while it had one article alone costs that
/// one some seconds.
struct SinkDeaths: Sendable, Equatable {
    /// So many sinks may die with an article alone at them before it is put behind the others.
    private static let alone = 3
    private static let firstPause = TimeSpan.seconds(1)
    /// The longest pause is the first one doubled so often: 512 s.
    private static let doublings = 9

    private(set) var count = 0
    /// The sink is not told of it before.
    private(set) var pausedUntil: Instant?

    /// A sink died that had the article, `alone` or beside others: then one of those may have been the reason, unless this
    /// one is under suspicion already.
    ///
    /// - Returns: how long it is not tried again; `nil`: no longer than the others.
    mutating func sinkDied(alone: Bool, at now: Instant) -> TimeSpan? {
        guard alone || pausedUntil != nil else { return nil }
        count += 1
        guard count >= Self.alone else { return nil }
        let pause = TimeSpan(nanoseconds: Self.firstPause.nanoseconds << min(count - Self.alone, Self.doublings))
        pausedUntil = now + pause
        return pause
    }
}
