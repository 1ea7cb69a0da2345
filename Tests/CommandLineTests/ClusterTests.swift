import Foundation
import Testing

/// Whole clusters, every role a real process, over tcp on loopback.
@Suite("A cluster of processes", .timeLimit(.minutes(10)))
struct ClusterOfProcessesTests {
    /// The reports that one process writes that nothing disturbs.
    static func undisturbed(_ input: URL, workers: Int) async throws -> [String: Data] {
        let folder = try TemporaryFolder()
        let result = try await ProcessUnderTest.run([
            "run", "--workers", "\(workers)", "--output", folder.path("reports"), input.path,
        ])
        try #require(result.status == 0, "\(result.errors)")
        return try folder.url.appending(path: "reports").filesByName()
    }

    /// Compares without printing megabytes.
    static func expectEqual(
        _ reports: [String: Data],
        _ expected: [String: Data],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(reports.keys.sorted() == expected.keys.sorted(), sourceLocation: sourceLocation)
        let different = expected.filter { reports[$0.key] != $0.value }.keys.sorted()
        #expect(different == [], "these reports differ", sourceLocation: sourceLocation)
    }

    @Test("one process with one worker or four, and a cluster of processes, write the same bytes")
    func sameBytes() async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(60))
        let expected = try await Self.undisturbed(input, workers: 1)
        #expect(expected.count == 60)
        Self.expectEqual(try await Self.undisturbed(input, workers: 4), expected)

        try cluster.start(workers: 2)
        let fetched = cluster.folder.url.appending(path: "fetched")
        let result = try await cluster.submit(["--wait", "--output", fetched.path, input.path])
        #expect(result.status == 0, "\(result.errors)")
        Self.expectEqual(try cluster.reports.filesByName(), expected)
        Self.expectEqual(try fetched.filesByName(), expected)

        let again = try await cluster.submit(["--wait", "-o", "-", input.path])
        #expect(again.status == 0, "\(again.errors)")
        let inOrder = try await ProcessUnderTest.run(["run", "-o", "-", input.path])
        #expect(again.output == inOrder.output, "one line a report, in input order")
        #expect(again.output.split(separator: "\n").count == 60)

        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
    }

    @Test(
        "with 1,000 articles in flight, a killed process costs nothing but time",
        arguments: ClusterOfProcesses.Role.allCases
    )
    func killed(role: ClusterOfProcesses.Role) async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(1000))
        try cluster.start(workers: 2)
        // The sink stands still until everything is accepted: so all of it is in flight when the process is killed.
        #expect(try await eventually { try await cluster.status()["sink"] is [String: Any] })
        try cluster.process(.sink).signal(SIGSTOP)
        let submitted = try await cluster.submit([input.path])
        #expect(submitted.status == 0, "\(submitted.errors)")
        #expect(submitted.output.split(separator: "\n").count == 1000)
        let articles = try await cluster.status()["articles"] as? [String: Any]
        #expect(articles?["waiting"] as? Int == 1000)

        if role != .sink { try cluster.process(.sink).signal(SIGCONT) }
        try await cluster.crash(role)

        let waited = try await cluster.submit(["--wait", input.path])
        #expect(waited.status == 0, "\(waited.errors)")
        Self.expectEqual(
            try cluster.reports.filesByName(),
            try await Self.undisturbed(input, workers: 2)
        )
        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
    }

    @Test("a worker on SIGTERM hands over what it holds; the others go on")
    func drain() async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(300))
        try cluster.start(workers: 2)
        let submitted = try await cluster.submit([input.path])
        #expect(submitted.status == 0, "\(submitted.errors)")
        let leaving = try cluster.process(.worker)
        leaving.signal(SIGTERM)
        let left = await leaving.result()
        #expect(left.status == 0, "\(left.errors)")
        let waited = try await cluster.submit(["--wait", input.path])
        #expect(waited.status == 0, "\(waited.errors)")
        #expect(try cluster.reports.filesByName().count == 300)
    }
}
