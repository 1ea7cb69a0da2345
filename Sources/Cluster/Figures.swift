/// What a state machine holds right now, for metrics and for tests of the bounds.
package struct ProducerFigures: Sendable, Equatable {
    package var openArticles: Int
    /// Those of them whose report is not made.
    package var unreportedArticles: Int
    /// Bytes of the open articles.
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
    /// Articles that the sink was told of and has not reported.
    package var sinkArticles: Int
    /// Those of them for which it has all there will be.
    package var reportsPending: Int
    package var isDraining: Bool
    /// No shutdown was asked for.
    package var isServing: Bool
}

extension ProducerStateMachine {
    package var figures: ProducerFigures {
        ProducerFigures(
            openArticles: articles.count,
            unreportedArticles: articles.unreportedCount,
            openBytes: articles.bytes,
            sectionsPending: articles.pendingCount,
            sectionsInFlight: articles.leasedCount,
            sectionsRetried: sectionsRetried,
            workers: workers.count,
            hasSink: sink?.isSynced == true,
            uncommittedBytes: uncommittedBytes,
            queueLength: queue.fresh.count + queue.suspects.count,
            sinkArticles: sinkArticles,
            reportsPending: reportsPending,
            isDraining: isDraining,
            isServing: isServing
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

/// What a worker holds right now.
package struct WorkerFigures: Sendable, Equatable {
    package var isJoined: Bool
    package var isLeaving: Bool
    /// Sections to be analysed, the one that is being analysed included.
    package var tasks: Int
    package var unacknowledged: Int
    /// How often it has joined, since its start.
    package var sessions: UInt64
}

extension WorkerStateMachine {
    package var figures: WorkerFigures {
        WorkerFigures(
            isJoined: link.isJoined,
            isLeaving: isLeaving,
            tasks: taskCount,
            unacknowledged: unacknowledged.count,
            sessions: sessions
        )
    }

    /// Sections that are to be analysed, are being analysed, or whose findings the sink has not acknowledged.
    package var heldSections: Int { taskCount + unacknowledged.count }
}

/// What a sink holds right now, and what it has counted since its start.
package struct SinkFigures: Sendable, Equatable {
    package var isJoined = false
    package var isLeaving = false
    /// Articles that lack findings.
    package var gathering = 0
    /// Reports that are being written, or could not be and are tried again.
    package var writing = 0
    package var counts = SinkCounts()
}

package struct SinkCounts: Sendable, Equatable {
    package var sessions: UInt64 = 0
    package var findingsTaken: UInt64 = 0
    /// They came twice, or for nothing that is open.
    package var findingsUnneeded: UInt64 = 0
    /// They can't be of their section.
    package var findingsRejected: UInt64 = 0
    package var reportsWritten: UInt64 = 0
    package var reportsFailed: UInt64 = 0

    package init() {}
}

extension SinkStateMachine {
    /// O(articles).
    package var figures: SinkFigures {
        var figures = SinkFigures()
        figures.isJoined = link.isJoined
        figures.isLeaving = isLeaving
        figures.counts = counts
        for article in articles.values {
            switch article {
            case .gathering: figures.gathering += 1
            case .writing, .unwritten: figures.writing += 1
            case .checking, .reported, .forgotten: break
            }
        }
        return figures
    }

    /// Articles that the producer has not been told to be reported, or that it has not confirmed.
    package var heldArticles: Int { articles.count }

    /// Articles that lack findings: their reports are still to come.
    package var gatheringArticles: Int { articles.gatheringCount }
}
