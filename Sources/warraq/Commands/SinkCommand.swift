import ArgumentParser
import ClusterRuntime
import ZeroMQ

/// `warraq sink`.
struct SinkCommand: AsyncParsableCommand {
    private static let standardListen = "tcp://127.0.0.1:5551"
    private static let standardReports = "reports"

    static let configuration = CommandConfiguration(
        commandName: "sink",
        abstract: "Merges what workers find into reports, and writes them.",
        discussion: """
            A cluster has one; another one with the same DIR stands by, and takes over when it hangs or dies. The one \
            that was replaced writes nothing more and ends with status 1. A report appears in DIR as ID.json when it is whole and on disk. Killing the sink loses \
            nothing: what was not reported is computed again. On SIGTERM it writes what it has whole and ends with \
            status 0.

            Example: warraq sink --producer tcp://127.0.0.1:5550 --reports reports/
            """
    )

    @OptionGroup var producer: ProducerOption
    @Option(help: .setting("listen", "Where to listen for workers", default: standardListen, placeholder: "address"))
    var listen: EndpointArgument?
    @Option(
        help: .setting(
            "advertise",
            "Where workers reach it, if that is not where it listens",
            placeholder: "address"
        )
    )
    var advertise: EndpointArgument?
    @Option(
        help: .setting(
            "reports",
            "The folder of the reports, made if missing",
            default: standardReports,
            placeholder: "dir"
        )
    )
    var reports: String?
    @OptionGroup var model: ModelOption
    @OptionGroup var metrics: MetricsOption
    @OptionGroup var log: LogOption

    func validate() throws { _ = try endpoints() }

    private func endpoints() throws -> (listen: Endpoint, advertise: Endpoint?) {
        let listen = try Setting.endpoint(listen, "listen", default: Self.standardListen)
        let advertise = try Setting.value(advertise, "advertise")?.endpoint
        try producer.plain.allow(listen, flag: "--listen")
        if let advertise {
            guard advertise.isReachable else {
                throw ValidationError("--advertise \(advertise): workers can't connect to that")
            }
            try producer.plain.allow(advertise, flag: "--advertise")
        } else if case .tcp(let host, _) = listen.place, ["*", "0.0.0.0", "::"].contains(host) {
            throw ValidationError("--listen \(listen) does not say where workers reach it: give --advertise, too")
        }
        return (listen, advertise)
    }

    func run() async throws {
        try ProcessLimits.checkSpace()
        var logger = try log.logger("sink")
        let model = try model.load()
        let watched = try metrics.watched(model, &logger)
        let endpoints = try endpoints()
        let loop = try SinkLoop(
            context: Context(),
            producer: producer.endpoint(),
            listen: endpoints.listen,
            advertise: endpoints.advertise,
            destination: .folder(Setting.value(reports, "reports") ?? Self.standardReports),
            identity: PeerIdentity(role: "sink", softwareVersion: Version.text, model: model),
            model: model,
            security: producer.plain.security(.sink),
            observation: watched?.observation,
            logger: logger
        )
        try await RoleServices.run([loop], watched, logger: logger)
    }
}
