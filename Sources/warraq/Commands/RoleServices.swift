import ClusterRuntime
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs the loops of one process until they are done: on SIGTERM or SIGINT they end in order, and if one fails, all do.
enum RoleServices {
    /// - Parameters:
    ///   - watched: who is answered for as long as the loops run.
    ///   - services: what else runs; it ends after the loops.
    static func run(
        _ loops: [any RoleLoop],
        _ watched: MetricsOption.WatchedRole? = nil,
        services: [any Service] = [],
        logger: Logger
    ) async throws {
        OpenFiles.raiseLimit(logger)
        let group = ServiceGroup(
            configuration: .init(
                services: (services + loops.map { Role($0) }).map {
                    .init(
                        service: $0,
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
