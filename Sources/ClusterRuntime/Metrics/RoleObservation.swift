package import Cluster
package import CoreMetrics
package import Logging
internal import Synchronization

/// What a process of the cluster tells of itself to whoever watches it: metrics, health, numbers for autoscalers.
///
/// | path | answer |
/// | --- | --- |
/// | `/metrics` | all metrics in Prometheus's text format |
/// | `/health/live` | 200 while the loops turn; 503 and the reason: start it anew |
/// | `/health/ready` | 200 while it does its work; 503 and what it waits for |
/// | `/stats.json` | a few numbers for an autoscaler |
package final class RoleObservation: Sendable {
    private let registry = PrometheusRegistry()
    private let process = ProcessFigures()
    private let loops = Mutex<[LoopHealth]>([])

    /// For swift-metrics.
    package var factory: any MetricsFactory { registry }

    package init(softwareVersion: String, modelDigest: String) {
        registry.gauge("warraq_build_info", [("version", softwareVersion), ("model", modelDigest)]).set(Int64(1))
    }

    /// A loop that is watched from now on.
    package func loop(_ name: String, at now: Instant) -> LoopHealth {
        let health = LoopHealth(name: name, at: now)
        loops.withLock { $0.append(health) }
        return health
    }

    /// A logger that counts what it logs.
    package func counting(_ logger: Logger) -> Logger {
        var counting = logger
        counting.handler = CountingLogHandler(logger.handler, registry)
        return counting
    }

    package func answer(_ request: MonitorRequest, at now: Instant) -> MonitorResponse {
        let loops = loops.withLock { $0 }
        switch request.path {
        case "/metrics":
            return MonitorResponse(contentType: PrometheusText.contentType, body: metrics)
        case "/health/live":
            return Self.health(loops.compactMap { loop in loop.stall(at: now).map { "\(loop.name) \($0)" } })
        case "/health/ready":
            let stalled = loops.compactMap { loop in loop.stall(at: now).map { "\(loop.name) \($0)" } }
            let lacking = loops.compactMap { loop in loop.lack.map { "\(loop.name): \($0)" } }
            return Self.health(loops.isEmpty ? ["starting"] : stalled + lacking)
        case "/stats.json":
            let stats = loops.map(\.stats).reduce(LoopStats(), +)
            return MonitorResponse(contentType: "application/json", body: stats.json + "\n")
        default:
            return .refusal(404, "there are /metrics, /health/live, /health/ready and /stats.json")
        }
    }

    private static func health(_ problems: [String]) -> MonitorResponse {
        MonitorResponse(
            status: problems.isEmpty ? 200 : 503,
            body: (problems.isEmpty ? ["ok"] : problems).joined(separator: "\n") + "\n"
        )
    }

    /// A scrape.
    package var metrics: String { PrometheusText.encode(registry.snapshot() + process.families()) }

    /// Answers at `address` from now on, for as long as the result is there.
    package func serve(at address: MonitorAddress, logger: Logger) throws(MonitorAddressError) -> MonitorServer {
        let server = try MonitorServer(at: address) { [self] request in answer(request, at: .now) }
        logger.notice("metrics and health are served", metadata: ["address": "http://\(server.address)/metrics"])
        return server
    }
}
