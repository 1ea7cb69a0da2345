import Foundation
import Testing

/// Clusters of real processes whose connections are encrypted.
@Suite("Keys of a cluster", .timeLimit(.minutes(10)))
struct KeysTests {
    private let keys: TemporaryFolder
    private let cluster: ClusterOfProcesses

    init() async throws {
        keys = try TemporaryFolder()
        try await Self.warraq(["keys", keys.path("keys")])
        cluster = try ClusterOfProcesses(["--keys", keys.path("keys")])
    }

    @discardableResult
    private static func warraq(_ arguments: [String], status: Int32 = 0) async throws -> ProcessUnderTest.Result {
        let result = try await ProcessUnderTest.run(arguments)
        try #require(result.status == status, "\(arguments): \(result.errors)")
        return result
    }

    private func submit(_ articles: Int, named name: String) async throws -> ProcessUnderTest.Result {
        let input = try cluster.folder.write(name, SampleArticles.jsonLines(articles))
        return try await cluster.submit(["--wait", input.path])
    }

    @Test("each role has a pair, and its secret key is its owner's alone")
    func files() async throws {
        for role in ["producer", "sink", "worker", "client"] {
            let secret = keys.path("keys/\(role).secret")
            let attributes = try FileManager.default.attributesOfItem(atPath: secret)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let text = try String(contentsOfFile: secret, encoding: .utf8)
            let known = try String(contentsOfFile: keys.path("keys/\(role).public"), encoding: .utf8)
            #expect(text.utf8.count == 41 && known.utf8.count == 41 && text != known)
        }
        let again = try await Self.warraq(["keys", keys.path("keys")], status: 1)
        #expect(again.errors.contains("has keys already"))
    }

    @Test(
        "an exported folder has what its role needs and no more",
        arguments: [
            ("producer", ["client.public", "producer.public", "producer.secret", "sink.public", "worker.public"]),
            ("sink", ["producer.public", "sink.secret", "worker.public"]),
            ("worker", ["producer.public", "sink.public", "worker.secret"]),
            ("client", ["client.secret", "producer.public"]),
        ]
    )
    func export(role: String, names: [String]) async throws {
        let target = keys.path("exported")
        try await Self.warraq(["keys", "export", keys.path("keys"), role, target])
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == names)
        let secret = try FileManager.default.attributesOfItem(atPath: "\(target)/\(role).secret")
        #expect((secret[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        for name in names {
            #expect(
                try Data(contentsOf: URL(filePath: "\(target)/\(name)"))
                    == Data(contentsOf: URL(filePath: keys.path("keys/\(name)")))
            )
        }
    }

    @Test("roles and clients with no more than their exported keys work, and so do their health checks")
    func exportedKeys() async throws {
        for role in ["producer", "sink", "worker", "client"] {
            try await Self.warraq(["keys", "export", keys.path("keys"), role, keys.path(role)])
        }
        let cluster = try ClusterOfProcesses()
        let options = { (role: String) in ["--keys", keys.path(role)] }
        for role in ClusterOfProcesses.Role.allCases { try cluster.start(role, options(role.rawValue)) }
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(20))
        let result = try await cluster.submit(options("client") + ["--wait", input.path])
        #expect(result.status == 0, "\(result.errors)")
        for role in ClusterOfProcesses.Role.allCases {
            try await Self.warraq(
                ["health", role.rawValue, "--producer", cluster.producerAddress] + options(role.rawValue)
            )
        }
        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
    }

    @Test("with the cluster's keys, articles are reported")
    func rightKeys() async throws {
        try cluster.start(workers: 2)
        let result = try await submit(40, named: "articles.jsonl")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try cluster.reports.filesByName().count == 40)
        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
    }

    @Test("without keys, or with those of another cluster, nobody gets in, and the producer says so")
    func wrongKeys() async throws {
        try cluster.start(workers: 1)
        // The other cluster's client knows this one's producer, so its own key is what is wrong.
        try await Self.warraq(["keys", keys.path("other")])
        try Data(contentsOf: URL(filePath: keys.path("keys/producer.public")))
            .write(to: URL(filePath: keys.path("other/producer.public")))
        let status = ["status", "--producer", cluster.producerAddress]
        try await Self.warraq(status + ["--timeout", "2"], status: 3)
        let stranger = try await Self.warraq(status + ["--timeout", "2", "--keys", keys.path("other")], status: 3)
        #expect(stranger.errors.contains("other"), "the message names the keys: \(stranger.errors)")
        let producer = try cluster.process(.producer)
        #expect(try await eventually { producer.errorsSoFar.contains("a connection was refused") })
        #expect(try await eventually { producer.errorsSoFar.contains("ended in the handshake") })
        try await Self.warraq(status + ["--keys", keys.path("keys")])
    }

    @Test("a key under another role's name gets no further than its own role: asked, the producer says why")
    func wrongRole() async throws {
        try cluster.start(.producer)
        try await Self.warraq(["keys", "export", keys.path("keys"), "client", keys.path("client")])
        try Data(contentsOf: URL(filePath: keys.path("keys/worker.secret")))
            .write(to: URL(filePath: keys.path("client/client.secret")))
        let options = ["--producer", cluster.producerAddress, "--timeout", "20", "--keys", keys.path("client")]
        try await Self.warraq(["status"] + options)
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(1))
        let refused = try await ProcessUnderTest.run(["submit"] + options + [input.path])
        #expect(refused.status != 0)
        #expect(refused.errors.contains("this key (worker) may only ask for the status"), "\(refused.errors)")
        let key = try String(contentsOfFile: keys.path("keys/worker.public"), encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let producer = try cluster.process(.producer)
        #expect(try await eventually { producer.errorsSoFar.contains(key) })
        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
    }

    @Test("a role whose key is missing says which, and does not start")
    func missingKey() async throws {
        try FileManager.default.removeItem(atPath: keys.path("keys/worker.secret"))
        let worker = ["worker", "--producer", cluster.producerAddress, "--keys", keys.path("keys")]
        let result = try await Self.warraq(worker, status: 2)
        #expect(result.errors.contains("worker.secret"))
    }

    @Test("keys are changed while the cluster runs, each process started anew at its own time")
    func rotation() async throws {
        let folder = keys.path("keys")
        try cluster.start(workers: 2)
        #expect(try await submit(20, named: "before.jsonl").status == 0)
        #expect(try await Self.warraq(["keys", "state", folder]).output == "settled\n")
        try await Self.warraq(["keys", "rotate", folder])
        let tooEarly = try await Self.warraq(["keys", "rotate", folder], status: 1)
        #expect(tooEarly.errors.contains("under way"))
        #expect(try await Self.warraq(["keys", "state", folder]).output == "rotating\n")
        // A new client at old servers; then each role with its new key while the others have their old ones.
        #expect(try await submit(21, named: "rotated.jsonl").status == 0)
        for (number, role) in ClusterOfProcesses.Role.allCases.enumerated() {
            try await cluster.crash(role)
            let result = try await submit(22 + number, named: "after-\(role).jsonl")
            #expect(result.status == 0, "\(role): \(result.errors)")
        }
        // The other worker still runs as it was started: it has found its way to the new keys.
        #expect(
            try await eventually {
                (try await cluster.status()["workers"] as? [String: Any])?["connected"] as? Int == 2
            }
        )
        try await Self.warraq(["keys", "retire", folder])
        #expect(try await submit(30, named: "retired.jsonl").status == 0)
        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
    }
}
