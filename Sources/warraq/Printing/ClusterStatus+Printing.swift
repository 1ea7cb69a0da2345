package import Cluster
import Reports

extension ClusterStatus {
    /// For a person: a line for each part of the cluster.
    package func lines(width: Int) -> [String] {
        var lines = [
            "articles: \(waiting) waiting (\(open) of them open), \(reported) reported, \(partial) partial, "
                + "\(cancelled) cancelled",
            "sections: \(sectionsPending) pending, \(sectionsInFlight) in flight, \(sectionsRetried) tried again",
            "rates:    \(reportedRate.tenSeconds.asRate) articles/s, \(sectionRate.tenSeconds.asRate) sections/s",
            "latency:  "
                + (articleLatency.minute.count == 0
                    ? "no article in the last minute"
                    : "p50 \(articleLatency.minute.p50.short), p95 \(articleLatency.minute.p95.short), "
                        + "p99 \(articleLatency.minute.p99.short) over the last minute"),
            "sink:     " + (sink.map { "\($0.name) at \($0.endpoint), \($0.openArticles) articles" } ?? "none"),
            "producer: \(name), version \(softwareVersion), model \(modelDigest.prefix(12)), up "
                + TimeSpan.milliseconds(uptime).short + (isDraining ? ", draining: takes no more articles" : ""),
            "workers:  \(workers.isEmpty ? "none" : "\(workers.count)")",
        ]
        if !workers.isEmpty {
            var table = Table(["  WORKER", "IN FLIGHT", "ANALYSED", "A SECOND", "FAILED", "LAST HEARD"])
            for worker in workers {
                table.rows.append([
                    "  \(worker.name)", "\(worker.inFlight)/\(worker.capacity)", "\(worker.analysed)",
                    worker.rate.tenSeconds.asRate, "\(worker.failures)",
                    "\(worker.silence) ms ago" + (worker.isLeaving ? ", leaving" : ""),
                ])
            }
            lines += table.lines(width: width)
        }
        // What peers call themselves.
        return lines.map(TerminalText.harmless)
    }

    /// For programs.
    var document: StatusDocument { StatusDocument(self) }
}
