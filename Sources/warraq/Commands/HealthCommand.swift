import ArgumentParser
import Cluster
import ClusterRuntime
import Glibc

/// `warraq health`: for the health checks of containers, which have no other program to ask with.
struct HealthCommand: ParsableCommand {
    enum Role: String, CaseIterable, ExpressibleByArgument {
        case producer, worker, sink, console

        /// The key to ask with: the role's own, so that it needs no other beside it.
        var key: KeyFolder.Role {
            switch self {
            case .producer: .producer
            case .worker: .worker
            case .sink: .sink
            case .console: .client
            }
        }
    }

    /// Several beats.
    private static let longestSilence = 3000

    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Says whether a role works: for health checks.",
        discussion: """
            producer: it answers. worker, sink: the producer hears from one on this host. console: it answers at --listen. \
            Status 0 if so, 1 if not, 3 if the producer can't be reached. With --keys it asks with the role's own key. \
            --timeout is how long either may take to answer.
            """
    )

    @Argument(help: "producer, worker, sink or console.")
    var role: Role
    @Option(
        help: .setting("listen", "Where the console listens", default: "http://127.0.0.1:8080", placeholder: "address")
    )
    var listen: String?
    @OptionGroup var options: ClientOptions

    func run() throws {
        if role == .console { return try checkConsole() }
        let status = try options.client(as: role.key).status()
        let isHealthy =
            switch role {
            case .producer: true
            case .worker: status.workers.contains { isHere($0.name) && $0.silence < Self.longestSilence }
            case .sink: status.sink.map { isHere($0.name) } ?? false
            case .console: false
            }
        guard isHealthy else { throw CommandFailure("the producer hears of no \(role.rawValue) on this host") }
        Terminal.write("\(role.rawValue): healthy\n", to: .output)
    }

    private func checkConsole() throws {
        // A string, because the variable of the other roles' --listen has the same name.
        let text = try Setting.value(listen, "listen") ?? ConsoleServeCommand.standardListen
        guard let address = ListenAddress(argument: text) else { throw ValidationError("--listen can't be '\(text)'") }
        guard HTTPProbe.isReady(address, patience: try options.patience()) else {
            throw CommandFailure("no console answers at \(address.description)")
        }
        Terminal.write("console: healthy\n", to: .output)
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
