import Foundation
import TestSupport
import Testing

/// A producer, a sink and any number of workers, each a process of its own, over tcp on loopback.
final class ClusterOfProcesses {
    enum Role: String, CaseIterable, Sendable { case producer, worker, sink }

    let folder: TemporaryFolder
    let producerAddress: String
    private let sinkAddress: String
    private let standbyAddress: String
    /// Arguments that every process gets: `--keys DIR`, for one.
    private let common: [String]
    private(set) var producer: ProcessUnderTest?
    private(set) var sink: ProcessUnderTest?
    private(set) var workers: [ProcessUnderTest] = []
    /// More options for every role that is started.
    var roleOptions: [String] = []
    /// More options for the producers that are started.
    var producerOptions: [String] = []
    /// The largest file that they may write, in KiB.
    var producerFileLimit: Int?

    var reports: URL { folder.url.appending(path: "reports") }

    /// Starts nothing yet.
    init(_ common: [String] = []) throws {
        self.common = common
        folder = try TemporaryFolder()
        let ports = try FreePorts.take(3)
        producerAddress = "tcp://127.0.0.1:\(ports[0])"
        sinkAddress = "tcp://127.0.0.1:\(ports[1])"
        standbyAddress = "tcp://127.0.0.1:\(ports[2])"
    }

    func start(_ role: Role, _ options: [String] = []) throws {
        let common = common + options
        switch role {
        case .producer:
            producer = try ProcessUnderTest(
                ["producer", "--listen", producerAddress, "--data", folder.path("data")] + common
                    + roleOptions + producerOptions,
                fileLimit: producerFileLimit
            )
        case .worker:
            workers.append(try ProcessUnderTest(["worker", "--producer", producerAddress] + common + roleOptions))
        case .sink:
            sink = try startSink(at: sinkAddress, options)
        }
    }

    private func startSink(at address: String, _ options: [String] = []) throws -> ProcessUnderTest {
        try ProcessUnderTest(
            ["sink", "--producer", producerAddress, "--listen", address, "--reports", reports.path] + common
                + options + roleOptions
        )
    }

    /// Starts a second sink with the same folder of reports. From here on it is the cluster's sink.
    ///
    /// - Returns: the one that was it.
    func startStandby() throws -> ProcessUnderTest {
        let serving = try process(.sink)
        sink = try startSink(at: standbyAddress)
        return serving
    }

    func start(workers count: Int) throws {
        try start(.producer)
        try start(.sink)
        for _ in 0..<count { try start(.worker) }
    }

    /// The newest process of a role.
    func process(_ role: Role) throws -> ProcessUnderTest {
        switch role {
        case .producer: try #require(producer)
        case .worker: try #require(workers.last)
        case .sink: try #require(sink)
        }
    }

    /// `kill -9` and a start anew.
    func crash(_ role: Role) async throws {
        let victim = try process(role)
        victim.signal(SIGKILL)
        let result = await victim.result()
        #expect(result.status == -SIGKILL, "\(role) had ended before: \(result.errors)")
        if role == .worker { workers.removeLast() }
        try start(role)
    }

    func submit(_ arguments: [String], input: URL? = nil) async throws -> ProcessUnderTest.Result {
        try await ProcessUnderTest.run(
            ["submit", "--producer", producerAddress] + common + arguments,
            input: input,
            in: folder.url
        )
    }

    /// What `warraq status --json` says.
    func status() async throws -> [String: Any] {
        let result = try await ProcessUnderTest.run(["status", "--producer", producerAddress, "--json"] + common)
        try #require(result.status == 0, "\(result.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(json as? [String: Any])
    }

    /// SIGTERM to every process; the exit status of each.
    func terminate() async -> [String: Int32] {
        var statuses: [String: Int32] = [:]
        let processes =
            workers.enumerated().map { ("worker \($0)", $1) }
            + [("sink", sink), ("producer", producer)].compactMap { name, process in process.map { (name, $0) } }
        for (name, process) in processes {
            process.signal(SIGTERM)
            statuses[name] = await process.result().status
        }
        return statuses
    }
}

/// Looks again and again until something holds; `false` if it does not within a minute.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while try await !condition() {
        guard ContinuousClock.now < end else { return false }
        try await Task.sleep(for: .milliseconds(5))
    }
    return true
}
