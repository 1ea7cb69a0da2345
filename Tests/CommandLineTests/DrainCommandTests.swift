import Foundation
import Testing

@Suite("Draining from the command line", .timeLimit(.minutes(5)))
struct DrainCommandTests {
    @Test("a drained cluster says what takes articles again, and does so")
    func drainAndResume() async throws {
        let cluster = try ClusterOfProcesses()
        let article = try cluster.folder.write("a.txt", SampleArticles.text(1))
        try cluster.start(.producer)
        func run(_ command: String) async throws -> ProcessUnderTest.Result {
            try await ProcessUnderTest.run([command, "--producer", cluster.producerAddress])
        }
        let drained = try await run("drain")
        #expect(drained.status == 0, "\(drained.errors)")
        #expect(drained.output == "drained: nothing is under way; 0 articles were finished since it began\n")
        let refused = try await cluster.submit([article.path])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("warraq resume"), "\(refused.errors)")
        let resumed = try await run("resume")
        #expect(resumed.status == 0 && resumed.output.isEmpty, "\(resumed.errors)")
        let taken = try await cluster.submit([article.path])
        #expect(taken.status == 0, "\(taken.errors)")
    }
}
