import ClusterRuntime
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs the loops of one process until they are done: on SIGTERM or SIGINT they end in order, and if one fails, all do.
enum RoleServices {
    /// - Parameter watched: who is answered for as long as the loops run.
    static func run(_ loops: [any RoleLoop], _ watched: MetricsOption.WatchedRole? = nil, logger: Logger) async throws {
        OpenFiles.raiseLimit(logger)
        let group = ServiceGroup(
            configuration: .init(
                services: loops.map {
                    .init(
                        service: Role($0),
                        successTerminationBehavior: .ignore,
                        failureTerminationBehavior: .gracefullyShutdownGroup
                    )
                },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
        withExtendedLifetime(watched) {}
    }
}
