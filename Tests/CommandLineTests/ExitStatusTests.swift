import Foundation
import TestSupport
import Testing

@Suite("Exit status", .timeLimit(.minutes(5)))
struct ExitStatusTests {
    @Test(
        "wrong usage is status 2, with a line that says what is wrong",
        arguments: [
            (["run"], "no INPUT given"), (["run", "--workers", "0", "x.txt"], "--workers"),
            (["run", "--workers", "many", "x.txt"], "many"), (["fly"], "fly"), (["submit"], "no INPUT given"),
            (["worker", "--producer", "nowhere"], "nowhere"), (["status", "--producer", "tcp://*:5550"], "connect"),
            (["worker", "--producer", "tcp://10.0.0.1:5550"], "--plain"),
            (["producer", "--listen", "tcp://0.0.0.0:5550", "--data", "x"], "--plain"),
            (["sink", "--listen", "tcp://*:5551", "--plain"], "--advertise"), (["show", "no-id"], "no-id"),
            (["jobs", "--state", "lost"], "lost"),
        ]
    )
    func usage(arguments: [String], clue: String) async throws {
        let folder = try TemporaryFolder()
        let result = try await ProcessUnderTest.run(arguments, in: folder.url)
        #expect(result.status == 2)
        #expect(result.errors.contains(clue), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test(
        "where logs are JSON, wrong usage is a line of the log, and help is help",
        arguments: [
            (["producer", "--log-format", "json", "--lease", "0"], [:], "--lease must be"),
            (["worker", "--log-format=json", "--fly"], [:], "--fly"),
            (["run"], ["WARRAQ_LOG_FORMAT": "json"], "no INPUT given"),
            (["sink", "--producer", "x"], ["WARRAQ_LOG_FORMAT": "json", "WARRAQ_LOG_LEVEL": "much"], "x"),
        ] as [([String], [String: String], String)]
    )
    func usageAsJSON(arguments: [String], environment: [String: String], clue: String) async throws {
        let result = try await ProcessUnderTest.run(arguments, environment: environment)
        #expect(result.status == 2)
        let line = try #require(result.errorLines.count == 1 ? result.errorLines.first : nil, "\(result.errors)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["level"] as? String == "critical")
        #expect((object["message"] as? String)?.contains(clue) == true, "\(line)")
        let help = try await ProcessUnderTest.run([arguments[0], "--help"], environment: environment)
        #expect(help.status == 0 && help.errors.isEmpty && help.output.contains("USAGE"))
    }

    @Test("a wrong environment variable is wrong usage too, and is named")
    func environment() async throws {
        let result = try await ProcessUnderTest.run(["run", "x.txt"], environment: ["WARRAQ_WORKERS": "many"])
        #expect(result.status == 2)
        #expect(result.errors.contains("WARRAQ_WORKERS can't be 'many'"), "\(result.errors)")
    }

    @Test("a flag beats its environment variable")
    func precedence() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", SampleArticles.text(1))
        let environment = ["WARRAQ_OUTPUT": "by-variable", "WARRAQ_WORKERS": "many"]
        let result = try await ProcessUnderTest.run(
            ["run", "a.txt", "--workers", "1"],
            environment: environment,
            in: folder.url
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(try folder.url.appending(path: "by-variable").filesByName().count == 1)
        let other = try await ProcessUnderTest.run(
            ["run", "a.txt", "--workers", "1", "--output", "by-flag"],
            environment: environment,
            in: folder.url
        )
        #expect(other.status == 0, "\(other.errors)")
        #expect(try folder.url.appending(path: "by-flag").filesByName().count == 1)
    }

    @Test(
        "a cluster that can't be reached is status 3, and is named",
        arguments: [
            ["status"], ["jobs"], ["submit", "a.txt"], ["show", String(repeating: "0", count: 32)],
            ["health", "producer"],
        ]
    )
    func unreachable(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", SampleArticles.text(1))
        let address = "tcp://127.0.0.1:\(try FreePorts.take(1)[0])"
        let result = try await ProcessUnderTest.run(
            arguments + ["--producer", address, "--timeout", "1"],
            in: folder.url
        )
        #expect(result.status == 3, "\(result.errors)")
        #expect(result.errorLines.count == 1 && result.errors.contains(address), "\(result.errors)")
    }

    @Test("an id that no one knows is status 1", arguments: ["show", "retry", "cancel"])
    func unknown(command: String) async throws {
        let cluster = try ClusterOfProcesses()
        try cluster.start(.producer)
        let id = String(repeating: "0", count: 32)
        let result = try await ProcessUnderTest.run([command, id, "--producer", cluster.producerAddress])
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.errors.contains(id), "\(result.errors)")
    }

    @Test(
        "output that can't be written is status 1, with one line that says why",
        arguments: [
            ["run", "--output", "-", "a.txt"], ["run", "--output", "reports", "a.txt"],
            ["export", "--format", "conll", "report.jsonl"], ["view", "-o", "-", "report.jsonl"],
        ]
    )
    func fullOutput(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", SampleArticles.text(1))
        let report = try await ProcessUnderTest.run(["run", "--output", "-", "a.txt"], in: folder.url)
        #expect(report.status == 0, "\(report.errors)")
        try folder.write("report.jsonl", report.output)
        let result = try await ProcessUnderTest.run(arguments, output: URL(filePath: "/dev/full"), in: folder.url)
        #expect(result.status == 1)
        #expect(result.errorLines == ["warraq: standard output: No space left on device"], "\(result.errors)")
    }

    @Test("what a command does not apply to is status 1, with the reason")
    func inapplicable() async throws {
        let cluster = try ClusterOfProcesses()
        let article = try cluster.folder.write("a.txt", SampleArticles.text(1))
        try cluster.start(.producer)
        let submitted = try await cluster.submit([article.path])
        #expect(submitted.status == 0, "\(submitted.errors)")
        let id = submitted.output.trimmingCharacters(in: .newlines)
        let commands: [(String, Int32, String?)] = [
            ("retry", 1, "\(id): it is waiting, and can't be computed again"), ("cancel", 0, nil),
            ("cancel", 1, "\(id): it is cancelled already"),
        ]
        for (command, status, reason) in commands {
            let result = try await ProcessUnderTest.run([command, id, "--producer", cluster.producerAddress])
            #expect(result.status == status, "\(command): \(result.errors)")
            #expect(result.errorLines == (reason.map { ["warraq: " + $0] } ?? []))
        }
    }
}
