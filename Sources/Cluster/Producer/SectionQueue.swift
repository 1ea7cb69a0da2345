internal import Articles
internal import DequeModule

/// The sections that wait to be handed out. An entry may have become void meanwhile (its section was received, or its
/// article is gone): who takes one looks at the section's state.
struct SectionQueue: Sendable {
    /// Sections that no worker has failed with.
    private(set) var fresh = FairQueue<SectionID>()
    /// Sections that a worker was lost with, or failed to analyse: each is handed out alone.
    private(set) var suspects: Deque<SectionID> = []

    mutating func append(fresh section: SectionID, for submitter: Submitter, _ priority: Priority) {
        fresh.append(section, for: submitter, priority)
    }

    mutating func append(suspect section: SectionID) { suspects.append(section) }

    /// Puts back what was taken before.
    mutating func prepend(_ section: SectionID) { fresh.prepend(section) }

    mutating func popFresh() -> SectionID? { fresh.popFirst() }
    mutating func popSuspect() -> SectionID? { suspects.popFirst() }

    mutating func remove(_ article: ArticleID) {
        fresh.removeAll { $0.article == article }
        suspects.removeAll { $0.article == article }
    }

    mutating func removeAll() {
        fresh.removeAll()
        suspects.removeAll(keepingCapacity: true)
    }
}
