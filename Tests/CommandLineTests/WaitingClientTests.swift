import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite("A client that waits", .timeLimit(.minutes(5)))
struct WaitingClientTests {
    @Test("a client that was stopped for longer than its time-out has missed nothing, and goes on")
    func stopped() async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(3))
        try cluster.start(workers: 0)
        let client = try ProcessUnderTest(
            ["submit", "--producer", cluster.producerAddress, "--timeout", "6", "--wait", input.path]
        )
        #expect(try await eventually { try await Self.waiting(cluster) == 3 })
        client.signal(SIGSTOP)
        try await Task.sleep(for: .seconds(9))
        client.signal(SIGCONT)
        try await Task.sleep(for: .seconds(1))
        #expect(client.isRunning, "\(client.errorsSoFar)")
        try cluster.start(.worker)
        let result = await client.result()
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test("who waits is told what the cluster lacks, and gets the reports when it is there")
    func lacking() async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(3))
        try cluster.start(.producer)
        let client = try ProcessUnderTest(["submit", "--producer", cluster.producerAddress, "--wait", input.path])
        #expect(try await eventually { client.errorsSoFar.contains("no sink is connected") })
        try cluster.start(.sink)
        #expect(try await eventually { client.errorsSoFar.contains("no worker is connected") })
        try cluster.start(.worker)
        let result = await client.result()
        #expect(result.status == 0, "\(result.errors)")
    }

    private static func waiting(_ cluster: ClusterOfProcesses) async throws -> Int? {
        (try await cluster.status()["articles"] as? [String: Any])?["waiting"] as? Int
    }
}
