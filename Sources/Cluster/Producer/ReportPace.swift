/// How fast articles have been reported of late, by the quickest of the last four beats: work comes in bursts, and a beat
/// in which little was there to do says nothing of what could be done.
struct ReportPace: Sendable {
    /// Articles a second.
    private var beats = SIMD4<Double>(repeating: 0)
    private var place = 0
    private var count = 0

    /// An article was reported.
    mutating func reported() { count += 1 }

    /// A beat is over that took so long.
    mutating func endBeat(after time: TimeSpan) {
        guard time.nanoseconds > 0 else { return }
        beats[place] = Double(count) * 1e9 / Double(time.nanoseconds)
        place = (place + 1) % beats.scalarCount
        count = 0
    }

    /// How many are reported in `time` at that pace.
    func articles(in time: TimeSpan) -> Int { Int(clamping: Int64(beats.max() * Double(time.nanoseconds) / 1e9)) }
}
