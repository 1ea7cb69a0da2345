import ArgumentParser
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
    @Option(help: .setting("data", "The folder of the journal, made if missing", default: "data", placeholder: "dir"))
    var data: String?
    @OptionGroup var plain: PlainOption
    @OptionGroup var model: ModelOption
    @OptionGroup var log: LogOption

    func validate() throws { _ = try endpoint() }

    private func endpoint() throws -> Endpoint {
        let endpoint = try Setting.endpoint(listen, "listen", default: ProducerOption.standard)
        try plain.allow(endpoint, flag: "--listen")
        return endpoint
    }

    func run() async throws {
        let logger = try log.logger("producer")
        let loop = try ProducerLoop(
            context: Context(),
            listen: endpoint(),
            journal: .folder(Setting.value(data, "data") ?? "data"),
            identity: PeerIdentity(role: "producer", softwareVersion: Version.text, model: model.load()),
            security: plain.security(.producer),
            logger: logger
        )
        try await RoleServices.run([loop], logger: logger)
    }
}
