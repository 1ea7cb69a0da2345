internal import Cluster
package import CoreMetrics

/// Times the journal's commits.
package struct JournalTimer: Sendable {
    private let timer: CoreMetrics.Timer

    package init(_ factory: any MetricsFactory) {
        timer = CoreMetrics.Timer(label: "warraq_producer_journal_commit_seconds", dimensions: [], factory: factory)
    }

    func time<Result>(_ work: () -> Result) -> Result {
        let start = Instant.now
        defer { timer.recordNanoseconds((Instant.now - start).nanoseconds) }
        return work()
    }
}
