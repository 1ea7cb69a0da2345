/// What a state machine holds right now, for metrics and for tests of the bounds.
package struct ProducerFigures: Sendable, Equatable {
    package var openArticles: Int
    /// Bytes of text of the open articles.
    package var openBytes: Int
    package var sectionsPending: Int
    package var sectionsInFlight: Int
    /// Since this producer started.
    package var sectionsRetried: UInt64
    package var workers: Int
    package var hasSink: Bool
    package var uncommittedBytes: Int
    /// Entries of the queues of sections, void ones included.
    package var queueLength: Int
}

extension ProducerStateMachine {
    package var figures: ProducerFigures {
        ProducerFigures(
            openArticles: articles.count,
            openBytes: articles.bytes,
            sectionsPending: articles.pendingCount,
            sectionsInFlight: articles.leasedCount,
            sectionsRetried: sectionsRetried,
            workers: workers.count,
            hasSink: sink?.isSynced == true,
            uncommittedBytes: uncommittedBytes,
            queueLength: queue.fresh.count + queue.suspects.count
        )
    }
}

/// For tests of who is blamed, and of how long a lease may last.
extension ProducerStateMachine {
    /// How often a worker was lost, or failed, with a section, as far as this producer knows.
    package func attempts(of section: SectionID) -> Int { articles[section.article]?.attempts(of: section.index) ?? 0 }

    /// Who has a section on lease.
    package func leaseholder(of section: SectionID) -> PeerID? {
        guard case .leased(let worker, _)? = articles.state(of: section) else { return nil }
        return workers[worker]?.peer
    }

    /// The workers that have any section on lease.
    package var leaseholders: [PeerID] { workers.all.compactMap { $0.leases.isEmpty ? nil : $0.peer } }
}

extension WorkerStateMachine {
    /// Sections that are to be analysed, are being analysed, or whose findings the sink has not acknowledged.
    package var heldSections: Int { taskCount + unacknowledged.count }
}

extension SinkStateMachine {
    /// Articles that the producer has not been told to be reported, or that it has not confirmed.
    package var heldArticles: Int { articles.count }
}
