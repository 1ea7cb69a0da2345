import ArgumentParser
import Cluster
import ClusterRuntime
import ZeroMQ

/// `warraq producer`.
struct ProducerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "producer",
        abstract: "Takes articles, keeps them safe, and hands their sections to workers.",
        discussion: """
            Clients, workers and the sink connect to this one address. Accepted articles are kept in DIR until they are \
            reported; a producer that starts again goes on where it was. On SIGTERM it answers what it was asked and \
            ends with status 0.

            Example: warraq producer --listen tcp://127.0.0.1:5550 --data data/
            """
    )

    @Option(
        help: .setting("listen", "Where to listen", default: ProducerOption.standard, placeholder: "address")
    )
    var listen: EndpointArgument?
    @Option(
        help: .setting(
            "data",
            "The folder of the journal, made if missing",
            default: JournalOption.standardFolder,
            placeholder: "dir"
        )
    )
    var data: String?
    @Option(
        help: .setting(
            "keep",
            "How long the journal remembers what is reported or cancelled, longer than anyone waits for it: 12h, 7d, "
                + "forever; reports stay",
            default: "7d",
            placeholder: "time"
        )
    )
    var keep: Keeping?
    @Option(
        help: .setting(
            "lease",
            "How long a worker may hold sections without finishing one before others get them",
            default: "10s",
            placeholder: "time"
        )
    )
    var lease: Span?
    @OptionGroup var plain: PlainOption
    @OptionGroup var model: ModelOption
    @OptionGroup var metrics: MetricsOption
    @OptionGroup var log: LogOption

    func validate() throws {
        _ = try endpoint()
        _ = try keepTime()
        _ = try clusterConfiguration()
    }

    /// In milliseconds; `nil` for ever.
    private func keepTime() throws -> Int64? {
        let time = try (Setting.value(keep, "keep") ?? .span(Span(milliseconds: 7 * 86_400_000))).milliseconds
        // What is forgotten at once is unknown to those who wait for it.
        if let time, time < 10_000 { throw ValidationError("--keep must be at least 10s") }
        return time
    }

    private func clusterConfiguration() throws -> ClusterConfiguration {
        var configuration = ClusterConfiguration()
        guard let lease = try Setting.value(lease, "lease") else { return configuration }
        guard (1000...3_600_000).contains(lease.milliseconds) else {
            throw ValidationError("--lease must be from 1s to 1h")
        }
        configuration.lease = .milliseconds(Int(lease.milliseconds))
        return configuration
    }

    private func endpoint() throws -> Endpoint {
        let endpoint = try Setting.endpoint(listen, "listen", default: ProducerOption.standard)
        try plain.allow(endpoint, flag: "--listen")
        return endpoint
    }

    func run() async throws {
        try ProcessLimits.checkSpace()
        var logger = try log.logger("producer")
        let model = try model.load()
        let watched = try metrics.watched(model, &logger)
        let loop = try ProducerLoop(
            context: Context(),
            listen: endpoint(),
            journal: .folder(Setting.value(data, "data") ?? JournalOption.standardFolder, keep: keepTime()),
            identity: PeerIdentity(role: "producer", softwareVersion: Version.text, model: model),
            configuration: clusterConfiguration(),
            security: plain.security(.producer),
            observation: watched?.observation,
            logger: logger
        )
        try await RoleServices.run([loop], watched, logger: logger)
    }
}
