import ArgumentParser
import Cluster
import ClusterRuntime
import ZeroMQ

/// How a command reaches the cluster.
struct ClientOptions: ParsableArguments {
    private static let standardTimeout = 30.0

    @OptionGroup var producer: ProducerOption
    @Option(
        help: .setting(
            "timeout",
            "How many seconds the producer may be silent before it counts as unreachable",
            default: "30",
            placeholder: "seconds"
        )
    )
    var timeout: Double?

    func validate() throws { _ = try patience() }

    func patience() throws -> TimeSpan {
        let seconds = try Setting.value(timeout, "timeout") ?? Self.standardTimeout
        guard seconds > 0 && seconds <= 86_400 else {
            throw ValidationError("--timeout must be more than 0 and at most 86400 seconds, not \(seconds)")
        }
        return .milliseconds(Int((seconds * 1000).rounded(.up)))
    }

    /// - Parameter role: whose key the client shows.
    func client(as role: KeyFolder.Role = .client) throws -> ClusterClient {
        ClusterClient(
            context: try Context(),
            producer: try producer.endpoint(),
            softwareVersion: Version.text,
            patience: try patience(),
            security: try producer.plain.security(role)
        )
    }
}
