/// Time as this process lived it: a clock that stands still while the process is stopped or kept busy.
///
/// Silence is judged by it. A process that was stopped for a minute would otherwise find, on waking, that everyone else
/// had been silent for a minute, although their messages are waiting in its sockets.
package struct AwakeTime: Sendable {
    /// A step between two readings counts at most this much.
    package var longestStep: TimeSpan
    private var lastReading: Instant
    private var skipped = TimeSpan(nanoseconds: 0)

    package init(longestStep: TimeSpan, at now: Instant) {
        self.longestStep = longestStep
        lastReading = now
    }

    /// The awake time at `now`; must be read at least once in each `longestStep` for time to pass as outside.
    package mutating func read(at now: Instant) -> Instant {
        let step = now - lastReading
        if step > longestStep {
            skipped.nanoseconds += step.nanoseconds - longestStep.nanoseconds
        } else if step.nanoseconds < 0 {
            // The clock was set back: time goes on from where it is now, rather than stand still until it is there again.
            skipped.nanoseconds += step.nanoseconds
        }
        lastReading = now
        return Instant(nanoseconds: lastReading.nanoseconds - skipped.nanoseconds)
    }

    /// The outside time of an awake time, if nothing is skipped until then.
    package func outside(_ awake: Instant) -> Instant {
        Instant(nanoseconds: awake.nanoseconds + skipped.nanoseconds)
    }
}
