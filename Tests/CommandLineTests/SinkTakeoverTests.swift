import Foundation
import Testing

/// Two sinks with one folder of reports, as it is when one that hangs is replaced and wakes up.
@Suite("Two sinks on one folder", .timeLimit(.minutes(10)))
struct SinkTakeoverTests {
    /// Which file each report is: a report that was written again is another one, whatever its bytes.
    private static func files(_ folder: URL) throws -> [String: UInt64] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
                return (name, (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0)
            }
        )
    }

    @Test("one that was stopped in its work, replaced, and goes on, writes no report any more and ends")
    func stopped() async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(600))
        try cluster.start(workers: 2)
        #expect(try await eventually { try await cluster.status()["sink"] is [String: Any] })
        let replaced = try cluster.startStandby()
        let submitted = try await cluster.submit([input.path])
        #expect(submitted.status == 0, "\(submitted.errors)")
        // It has begun with some, and has others at hand.
        #expect(try await eventually { try !Self.files(cluster.reports).isEmpty })
        replaced.signal(SIGSTOP)

        let waited = try await cluster.submit(["--wait", input.path])
        #expect(waited.status == 0, "\(waited.errors)")
        let files = try Self.files(cluster.reports)
        #expect(files.count == 600)
        replaced.signal(SIGCONT)
        let result = await replaced.result()
        #expect(result.status == 1)
        #expect(result.errors.contains("was replaced"), "\(result.errors)")
        #expect(try Self.files(cluster.reports) == files, "a report was written again by the sink that was replaced")

        ClusterOfProcessesTests.expectEqual(
            try cluster.reports.filesByName(),
            try await ClusterOfProcessesTests.undisturbed(input, workers: 2)
        )
        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
        let hidden = try FileManager.default.contentsOfDirectory(atPath: cluster.reports.path)
            .filter { $0.hasPrefix(".") }
        #expect(hidden == [], "nothing unfinished is left")
    }
}
