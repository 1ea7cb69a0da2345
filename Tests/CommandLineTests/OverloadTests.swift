import Foundation
import Testing

/// More work than the cluster can do, and clients without manners: everything in real processes.
@Suite("A cluster with too much to do", .timeLimit(.minutes(10)))
struct OverloadTests {
    /// Where each article's report stands in the order in which reports were written, by the `id` it was submitted with.
    private func ranks(_ cluster: ClusterOfProcesses, of submitted: ProcessUnderTest.Result) throws -> [Int] {
        var dates: [String: Date] = [:]
        for name in try cluster.reports.filesByName().keys {
            let attributes = try FileManager.default.attributesOfItem(atPath: cluster.reports.path + "/" + name)
            dates[name] = try #require(attributes[.modificationDate] as? Date)
        }
        let sorted = dates.values.sorted()
        return try submitted.output.split(separator: "\n").map { id in
            let date = try #require(dates["\(id).json"])
            return sorted.firstIndex { $0 >= date } ?? sorted.count
        }
    }

    @Test("an article that is submitted alone is reported before most of those that wait, an urgent one too")
    func fairness() async throws {
        let cluster = try ClusterOfProcesses()
        func input(_ name: String, _ numbers: Range<Int>) throws -> String {
            let lines = try numbers.map { number in
                let object = ["id": "\(name)-\(number)", "text": "\(name) \(number): " + SampleArticles.text(number)]
                return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
            }
            return try cluster.folder.write("\(name).jsonl", lines.joined(separator: "\n")).path
        }
        try cluster.start(workers: 1)
        #expect(try await eventually { try await cluster.status()["sink"] is [String: Any] })
        // Nothing is reported until all is submitted.
        try cluster.process(.sink).signal(SIGSTOP)
        let many = try await cluster.submit([input("many", 0..<4000)])
        let low = try await cluster.submit(["--priority", "low", input("low", 0..<5)])
        let alone = try await cluster.submit([input("alone", 0..<1)])
        let urgent = try await cluster.submit(["--priority", "high", input("urgent", 0..<5)])
        for result in [many, low, alone, urgent] { #expect(result.status == 0, "\(result.errors)") }
        try cluster.process(.sink).signal(SIGCONT)
        let all = try await cluster.submit(["--wait", input("many", 0..<4000), input("low", 0..<5)])
        #expect(all.status == 0, "\(all.errors)")

        // 128 articles are open at a time; some of those behind may overtake.
        for rank in try ranks(cluster, of: alone) + ranks(cluster, of: urgent) { #expect(rank < 1000) }
        for rank in try ranks(cluster, of: low) { #expect(rank > 3000) }
    }

    @Test("clients that are killed while they submit or wait harm nobody")
    func killedClients() async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(2000))
        try cluster.start(workers: 1)
        for wait in [[], ["--wait"], ["--output", "-"]] {
            let client = try ProcessUnderTest(["submit", "--producer", cluster.producerAddress] + wait + [input.path])
            #expect(try await eventually { try await (cluster.waitingOrDone() ?? 0) > 0 })
            client.signal(SIGKILL)
            _ = await client.result()
        }
        let submitted = try await cluster.submit(["--wait", input.path])
        #expect(submitted.status == 0, "\(submitted.errors)")
        #expect(try cluster.reports.filesByName().count == 2000)
        #expect(await cluster.terminate().filter { $0.value != 0 }.isEmpty)
    }

    @Test("a full disk refuses what is new, in words, and keeps what was accepted")
    func fullDisk() async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(3000))
        cluster.producerFileLimit = 2048
        try cluster.start(.producer)
        let refused = try await cluster.submit(["--timeout", "10", input.path])
        #expect(refused.status == 1, "\(refused.errors)")
        #expect(refused.errors.contains("disk"), "\(refused.errors)")
        #expect(refused.errors.contains("what it accepted is safe"), "\(refused.errors)")
        let accepted = Set(refused.output.split(separator: "\n"))
        #expect(accepted.count < 3000)
        // It answers all the while.
        let waiting = try #require(try await cluster.waitingOrDone())
        #expect(waiting >= accepted.count)

        // The same journal on a disk with room.
        cluster.producerFileLimit = nil
        try await cluster.crash(.producer)
        #expect(try await cluster.waitingOrDone() == waiting)
        try cluster.start(.sink)
        try cluster.start(.worker)
        #expect(try await eventually { try await cluster.articles("waiting") == 0 })
        let reports = Set(try cluster.reports.filesByName().keys)
        #expect(accepted.allSatisfy { reports.contains("\($0).json") })
        let submitted = try await cluster.submit(["--wait", input.path])
        #expect(submitted.status == 0, "\(submitted.errors)")
        #expect(try cluster.reports.filesByName().count == 3000)
    }

    @Test("the journal forgets what is reported after --keep; its report stays")
    func keep() async throws {
        let cluster = try ClusterOfProcesses()
        let input = try cluster.folder.write("articles.jsonl", SampleArticles.jsonLines(50))
        cluster.producerOptions = ["--keep", "10s"]
        try cluster.start(workers: 1)
        let submitted = try await cluster.submit([input.path])
        #expect(submitted.status == 0, "\(submitted.errors)")
        #expect(
            try await eventually {
                try await cluster.waitingOrDone() == 0 && cluster.reports.filesByName().count == 50
            }
        )
    }

    @Test("a worker and a sink that are told to end after the producer is gone end with status 0")
    func leaving() async throws {
        let cluster = try ClusterOfProcesses()
        try cluster.start(workers: 1)
        #expect(
            try await eventually {
                let status = try await cluster.status()
                return status["sink"] != nil && (status["workers"] as? [String: Any])?["connected"] as? Int == 1
            }
        )
        try cluster.process(.producer).signal(SIGKILL)
        _ = try await cluster.process(.producer).result()
        for role in [ClusterOfProcesses.Role.worker, .sink] {
            try cluster.process(role).signal(SIGTERM)
            let result = try await cluster.process(role).result()
            #expect(result.status == 0, "\(result.errors)")
        }
    }

    @Test(
        "a time that can't be meant is wrong usage",
        arguments: [
            ["--keep", "soon"], ["--lease", "0"], ["--lease", "2d"], ["--keep", "-1"], ["--keep", "0"],
            ["--keep", "9s"],
        ]
    )
    func times(arguments: [String]) async throws {
        let result = try await ProcessUnderTest.run(["producer"] + arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains(arguments[0]), "\(result.errors)")
    }
}

extension ClusterOfProcesses {
    /// Of the producer's status: how many articles are in a state.
    fileprivate func articles(_ state: String) async throws -> Int? {
        (try await status()["articles"] as? [String: Any])?[state] as? Int
    }

    /// How many articles the journal knows.
    fileprivate func waitingOrDone() async throws -> Int? {
        guard let articles = try await status()["articles"] as? [String: Any] else { return nil }
        return ["waiting", "reported", "partial", "cancelled"].reduce(0) { $0 + (articles[$1] as? Int ?? 0) }
    }
}
