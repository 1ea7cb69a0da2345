/// Faults of the state machines, and of the shells around them, that the simulator must find: each is what a cluster with
/// that fault would do, seen from outside, so that the code that is tested is the code that runs.
package enum Mutant: String, CaseIterable, Sendable {
    // The producer and its journal.
    case acceptsBeforeCommit, acceptsOnFullDisk
    case settlesWithoutJournal, settlesWhenReceived
    /// A message that was lost on the way is not missed.
    case ignoresGaps
    case ignoresUnreachable
    case leaseNeverEnds
    /// Any beat is taken for progress.
    case renewsLeaseOfHung
    case givesUpTooSoon, neverGivesUp
    case opensTooMuch, overdrawsCredit, leaksCredit
    case ignoresCancellation
    /// What the sink before had received is taken to be with the one that serves now.
    case keepsMarksOfLostSink
    /// A partial report that the sink says it has is settled, also where the article was tried again since.
    case undoesRetry

    // The sink.
    case reportsBeforeRename
    /// A section that comes twice is counted twice.
    case countsArrivals
    case acknowledgesWithoutKeeping
    case reusesIncarnation
    /// Takes results that were meant for the sink before it.
    case takesResultsOfOthers
    /// Says of reports that lack sections that they are whole.
    case hidesGaps
    /// A report that lacks sections takes the place of a whole one.
    case losesWhole
    /// A report that lacks sections answers for an article that is submitted again, or one that another model made.
    case takesPartial, takesOtherModels
    /// Names reports although another sink has claimed the folder since.
    case forgetsFence

    // The worker.
    /// What was sent is not kept until it is acknowledged.
    case forgetsUnacknowledged
    /// Says hello without counting what it still holds.
    case overstatesCapacity
}
