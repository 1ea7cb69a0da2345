import ArgumentParser
import Cluster
import ClusterRuntime
import Glibc

/// `warraq health`: for the health checks of containers, which have no other program to ask with.
struct HealthCommand: ParsableCommand {
    enum Role: String, CaseIterable, ExpressibleByArgument {
        case producer, worker, sink

        /// The key to ask with: the role's own, so that it needs no other beside it.
        var key: KeyFolder.Role {
            switch self {
            case .producer: .producer
            case .worker: .worker
            case .sink: .sink
            }
        }
    }

    /// Several beats.
    private static let longestSilence = 3000

    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Says whether a role works: for health checks.",
        discussion: """
            producer: it answers. worker, sink: the producer hears from one on this host. Status 0 if so, 1 if not, \
            3 if the producer can't be reached. With --keys it asks with the role's own key.
            """
    )

    @Argument(help: "producer, worker or sink.")
    var role: Role
    @OptionGroup var options: ClientOptions

    func run() throws {
        let status = try options.client(as: role.key).status()
        let isHealthy =
            switch role {
            case .producer: true
            case .worker: status.workers.contains { isHere($0.name) && $0.silence < Self.longestSilence }
            case .sink: status.sink.map { isHere($0.name) } ?? false
            }
        guard isHealthy else { throw CommandFailure("the producer hears of no \(role.rawValue) on this host") }
        Terminal.write("\(role.rawValue): healthy\n", to: .output)
    }

    /// Peers are named `host:process`.
    private func isHere(_ name: String) -> Bool {
        var host = [CChar](repeating: 0, count: 65)
        guard gethostname(&host, 64) == 0 else { return false }
        return name.hasPrefix(
            String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) + ":"
        )
    }
}
