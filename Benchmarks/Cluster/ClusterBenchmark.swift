import Articles
import Cluster
import ClusterRuntime
import Extraction
import Glibc
import Logging
import ZeroMQ

/// What the measurements of a cluster of processes need beside `warraq` itself. All output is one line of JSON.
///
///     ClusterBenchmark worker PRODUCER              a worker that finds nothing: what all but extraction costs
///     ClusterBenchmark throughput PRODUCER WORKERS INPUT…
///                                                   submits all when WORKERS are there, until all are reported
///     ClusterBenchmark latency PRODUCER WORKERS INPUT…
///                                                   each article alone, when the one before it is reported
///
/// With WARRAQ_KEYS set, connections are encrypted, as those of `warraq`.
@main
enum ClusterBenchmark {
    static func main() {
        do { try run() } catch {
            _ = ("ClusterBenchmark: \(error)\n").withCString { write(2, $0, strlen($0)) }
            exit(1)
        }
    }

    private static func run() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2 else { usage() }
        let producer = try Endpoint(arguments[2])
        switch arguments[1] {
        case "worker": try worker(of: producer)
        case "throughput", "latency":
            guard arguments.count > 4, let workers = Int(arguments[3]) else { usage() }
            let measurement = try Measurement(producer: producer, inputs: Array(arguments[4...]))
            try measurement.wait(forWorkers: workers)
            try arguments[1] == "latency" ? measurement.latency() : measurement.throughput()
        default: usage()
        }
    }

    private static func usage() -> Never {
        print("usage: ClusterBenchmark worker PRODUCER | throughput|latency PRODUCER WORKERS INPUT…")
        exit(2)
    }

    /// Ends with the process.
    private static func worker(of producer: Endpoint) throws {
        struct Nothing: SectionAnalyzer {
            mutating func findings(in section: SectionText) -> Findings { Findings() }
        }
        var logger = Logger(label: "worker", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .warning
        let model = try Model.embedded()
        let version = try Measurement.version()
        try WorkerLoop(
            context: Context(),
            producer: producer,
            identity: PeerIdentity(role: "worker", softwareVersion: version, model: model),
            model: model,
            security: Measurement.security(.worker),
            logger: logger,
            makeAnalyzer: { _ in Nothing() }
        ).run()
    }
}
