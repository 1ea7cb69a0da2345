import Cluster
import ClusterRuntime

/// Says why nothing is reported while somebody waits for articles: a cluster without workers, or without a sink, waits in
/// silence, as it should where they are started anew, and for ever where nobody has started any.
struct WaitingHint {
    /// So long nothing has to be settled before the cluster is asked.
    private static let patience = TimeSpan.seconds(10)

    private var since: Instant
    private var settled = 0
    private var said: String?

    init(at now: Instant) { since = now }

    /// To be called now and then.
    ///
    /// - Parameters:
    ///   - settled: how many articles are settled.
    ///   - status: asks what the cluster is doing.
    /// - Returns: what to tell who waits, once for each reason.
    mutating func look(
        settled count: Int,
        at now: Instant,
        _ status: () throws(ClientError) -> ClusterStatus
    ) throws(ClientError) -> String? {
        if count != settled { (settled, since, said) = (count, now, nil) }
        guard now - since >= Self.patience else { return nil }
        since = now
        let reason = Self.reason(try status())
        defer { said = reason }
        return reason == said ? nil : reason
    }

    private static func reason(_ status: ClusterStatus) -> String? {
        if status.sink == nil {
            "nothing is reported: no sink is connected to the producer; start one (warraq sink), or look at its log"
        } else if status.workers.isEmpty {
            "nothing is computed: no worker is connected to the producer; start one (warraq worker), or look at its log"
        } else {
            nil
        }
    }
}
