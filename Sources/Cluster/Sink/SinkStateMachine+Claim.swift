// The fence between sinks: who serves writes reports, and nobody who served before.
//
// A sink that hangs is replaced, and may wake up with reports at hand that it had begun to write. The producer does not
// listen to it any more, but it does not need the producer for giving them their names. So each sink claims the folder
// after it was welcomed and before it says what it holds, that is, before the producer opens an article at it: from
// then on no sink that was welcomed earlier can name a report there. A claim that comes late, of a sink that hung between
// its welcome and its claim, shuts out the one that serves, which stops; it harms no report, since nothing was opened at
// the late one. A sink claims once in its life, and finds out afterwards whether the claim still holds: otherwise what it
// had begun before it was replaced would be its to finish again. Only where the claim holds, and the producer comes with
// another journal, it claims for that one too: sinks of different journals leave each other alone.
//
// (A fence against clients that paused, as in M. Kleppmann, «How to do distributed locking», 2016; there the storage
// compares numbers, here the file system does away with the place from where the late one would write.)

/// A question for the folder of reports.
package struct ReportsClaim: Sendable, Equatable {
    /// Whose reports: sinks of other journals are left alone.
    package var journal: UInt64
    /// Tells the answer to this claim from that to an earlier one.
    package var number: UInt64

    package init(journal: UInt64, number: UInt64) {
        self.journal = journal
        self.number = number
    }
}

/// What a sink knows of its claim of the folder of reports.
struct ReportsClaiming: Sendable {
    private(set) var hasClaimed = false
    /// Asked and not answered, in this session.
    private var pending: ReportsClaim?
    private var retryAt: Instant?
    private var lastNumber: UInt64 = 0

    mutating func begin(journal: UInt64) -> ReportsClaim {
        lastNumber += 1
        let claim = ReportsClaim(journal: journal, number: lastNumber)
        pending = claim
        retryAt = nil
        return claim
    }

    mutating func sessionEnded() {
        pending = nil
        retryAt = nil
    }

    /// - Returns: whether this is what the session waits for.
    mutating func claimed(_ number: UInt64) -> Bool {
        hasClaimed = true
        guard pending?.number == number else { return false }
        pending = nil
        return true
    }

    /// - Returns: whether this is what the session waits for.
    mutating func failed(_ number: UInt64, retryAt instant: Instant) -> Bool {
        guard pending?.number == number else { return false }
        retryAt = instant
        return true
    }

    mutating func takeDue(at now: Instant) -> ReportsClaim? {
        guard let pending, let retryAt, retryAt <= now else { return nil }
        self.retryAt = nil
        return pending
    }
}

extension SinkStateMachine {
    private static let claimAgainAfter = TimeSpan.seconds(1)

    /// The folder is this sink's.
    ///
    /// - Parameter shutOut: how many other sinks that still run can't write there any more.
    package mutating func claimed(_ claim: UInt64, shutOut: Int, at now: Instant) -> [Action] {
        handle(at: now) {
            if shutOut > 0 {
                $0.log(.notice, "took the reports over from a sink that still runs", ["sinks": "\(shutOut)"])
            }
            if $0.claiming.claimed(claim) { $0.answerWelcome() }
        }
    }

    package mutating func notClaimed(_ claim: UInt64, reason: String, at now: Instant) -> [Action] {
        handle(at: now) {
            guard $0.claiming.failed(claim, retryAt: $0.now + Self.claimAgainAfter) else { return }
            $0.logNowAndThen(
                .error,
                "the folder of reports can't be taken over; it is tried again each second",
                because: reason,
                ["reason": reason]
            )
        }
    }

    /// The folder is another sink's. Nothing that this one has is worth anything: the other one has it computed again.
    package mutating func displaced(reason: String, at now: Instant) -> [Action] {
        handle(at: now) { $0.stop(.displaced(reason: reason)) }
    }

    mutating func claimAgain() {
        if let claim = claiming.takeDue(at: now) { actions.append(.claimReports(claim)) }
    }
}
