import ArgumentParser
import ClusterRuntime
import ZeroMQ

/// `warraq worker`.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Extracts entities and themes from sections.",
        discussion: """
            Start as many as there are cores, on any machine that reaches the producer and the sink, at any time. A \
            worker has no state: killing one loses nothing. On SIGTERM it finishes what it holds, hands it over and \
            ends with status 0.

            Example: warraq worker --producer tcp://127.0.0.1:5550 --threads 4
            """
    )

    @OptionGroup var producer: ProducerOption
    @Option(help: .setting("threads", "How many sections are analysed at once", default: "1", placeholder: "n"))
    var threads: Int?
    @OptionGroup var model: ModelOption
    @OptionGroup var metrics: MetricsOption
    @OptionGroup var log: LogOption

    func validate() throws { _ = try threadCount() }

    private func threadCount() throws -> Int {
        let count = try Setting.value(threads, "threads") ?? 1
        guard (1...256).contains(count) else { throw ValidationError("--threads must be from 1 to 256, not \(count)") }
        return count
    }

    func run() async throws {
        let count = try threadCount()
        try ProcessLimits.check(workers: count, overNetwork: true)
        var logger = try log.logger("worker")
        let (model, context, endpoint) = (try model.load(), try Context(), try producer.endpoint())
        let security = try producer.plain.security(.worker)
        let watched = try metrics.watched(model, &logger)
        let loops = try (1...count).map { [logger] number in
            try WorkerLoop(
                context: context,
                producer: endpoint,
                identity: PeerIdentity(role: "worker \(number)", softwareVersion: Version.text, model: model),
                model: model,
                security: security,
                observation: watched.map { .init($0.observation, thread: number) },
                logger: logger
            )
        }
        try await RoleServices.run(loops, watched, logger: logger)
    }
}
