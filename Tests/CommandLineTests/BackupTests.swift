import Foundation
import Testing

/// `warraq backup` beside a producer that works.
@Suite("Backup of the journal", .timeLimit(.minutes(5)))
struct BackupTests {
    @Test("a copy made while articles come in has all that was accepted before, and a producer goes on with it")
    func restore() async throws {
        let cluster = try ClusterOfProcesses()
        try cluster.start(.producer)
        let first = try cluster.folder.write("first.jsonl", SampleArticles.jsonLines(30))
        let accepted = try await cluster.submit([first.path])
        #expect(accepted.status == 0, "\(accepted.errors)")

        let second = try cluster.folder.write("second.jsonl", SampleArticles.jsonLines(500))
        let more = try ProcessUnderTest(["submit", "--producer", cluster.producerAddress, second.path])
        let restored = try ClusterOfProcesses()
        let copy = restored.folder.path("copy.sqlite")
        let backup = try await ProcessUnderTest.run(["backup", "--data", cluster.folder.path("data"), copy])
        #expect(backup.status == 0, "\(backup.errors)")
        #expect(await more.result().status == 0)

        let again = try await ProcessUnderTest.run(["backup", "--data", cluster.folder.path("data"), copy])
        #expect(again.status == 1)
        #expect(again.errors.contains("File exists"))

        let restore = ["restore", "--data", restored.folder.path("data")]
        let put = try await ProcessUnderTest.run(restore + [copy])
        #expect(put.status == 0, "\(put.errors)")
        let streamed = try await ProcessUnderTest.run(restore + ["-"], input: URL(filePath: copy))
        #expect(streamed.status == 0, "\(streamed.errors)")
        let empty = try await ProcessUnderTest.run(restore + ["-"])
        #expect(empty.status == 1)
        #expect(empty.errors.contains("standard input is no whole copy of a journal (it is empty)"), "\(empty.errors)")

        try restored.start(.producer)
        let articles = try #require(try await restored.status()["articles"] as? [String: Any])
        #expect(try #require(articles["waiting"] as? Int) >= 30)
        try restored.start(.sink)
        try restored.start(.worker)
        let finished = try await restored.submit(["--wait", first.path])
        #expect(finished.status == 0, "\(finished.errors)")
        #expect(await restored.terminate().filter { $0.value != 0 }.isEmpty)
        cluster.producer?.signal(SIGTERM)
        #expect(await cluster.producer?.result().status == 0)
    }

    @Test("what can't be written is the copy, by the name that it was to have")
    func fullDisk() async throws {
        let cluster = try ClusterOfProcesses()
        try cluster.start(.producer)
        let articles = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(100))
        #expect(try await cluster.submit([articles.path]).status == 0)
        let copy = cluster.folder.path("copy.sqlite")
        let backup = try ProcessUnderTest(["backup", "--data", cluster.folder.path("data"), copy], fileLimit: 40)
        let result = await backup.result()
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("warraq: the copy \(copy) can't be written: "), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: copy))
        cluster.producer?.signal(SIGTERM)
        #expect(await cluster.producer?.result().status == 0)
    }

    @Test("a copy to standard output is a journal, and leaves nothing behind, nor what one that was killed has left")
    func standardOutput() async throws {
        let cluster = try ClusterOfProcesses()
        try cluster.start(.producer)
        let article = try cluster.folder.write("article.txt", SampleArticles.text(1))
        #expect(try await cluster.submit([article.path]).status == 0)
        let data = cluster.folder.path("data")
        let leftover = data + "/.warraq-backup-1"
        try FileManager.default.createDirectory(atPath: leftover, withIntermediateDirectories: false)
        try Data([1]).write(to: URL(filePath: leftover + "/journal.sqlite"))

        let backup = try await ProcessUnderTest.run(["backup", "--data", data, "-"])
        #expect(backup.status == 0, "\(backup.errors)")
        #expect(backup.output.hasPrefix("SQLite format 3\0"))
        let names = try FileManager.default.contentsOfDirectory(atPath: data)
        #expect(names.filter { $0.contains("backup") }.isEmpty, "\(names)")
        cluster.producer?.signal(SIGTERM)
        #expect(await cluster.producer?.result().status == 0)
    }

    @Test("where there is no journal, it says so")
    func nothing() async throws {
        let folder = try TemporaryFolder()
        let result = try await ProcessUnderTest.run(["backup", "--data", folder.url.path, folder.path("copy.sqlite")])
        #expect(result.status == 1)
        #expect(result.errors.contains("can't find the journal"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("copy.sqlite")))
    }
}
