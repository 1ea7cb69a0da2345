import ArgumentParser
import ClusterRuntime
import Extraction
import Logging

/// Where a role answers who watches it.
struct MetricsOption: ParsableArguments {
    @Option(
        help: .setting(
            "metrics",
            "Where /metrics, /health/live, /health/ready and /stats.json are served over HTTP, as 127.0.0.1:9550 or "
                + "0.0.0.0:9550; port 0 is a free one",
            default: "nowhere",
            placeholder: "address"
        )
    )
    var metrics: MonitorAddress?

    func validate() throws { _ = try Setting.value(metrics, "metrics") }

    /// What the role tells of itself from now on; `nil` where nobody is to ask. The logger counts what it logs.
    func watched(_ model: Model, _ logger: inout Logger) throws -> WatchedRole? {
        guard let address = try Setting.value(metrics, "metrics") else { return nil }
        let observation = RoleObservation(softwareVersion: Version.text, modelDigest: model.digest)
        logger = observation.counting(logger)
        return WatchedRole(observation: observation, server: try observation.serve(at: address, logger: logger))
    }

    /// Watched for as long as this is there.
    struct WatchedRole: Sendable {
        let observation: RoleObservation
        let server: MonitorServer
    }
}

extension MonitorAddress: ExpressibleByArgument {
    package init?(argument: String) {
        guard let address = try? MonitorAddress(argument) else { return nil }
        self = address
    }
}
