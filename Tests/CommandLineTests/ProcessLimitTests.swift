import Foundation
import Testing

/// Limits that the system sets a process: what can't work within them is said, instead of ending it without a word.
@Suite("Limits of the process", .timeLimit(.minutes(5)))
struct ProcessLimitTests {
    private func run(_ limits: String, workers: Int = 2) async throws -> ProcessUnderTest.Result {
        let folder = try TemporaryFolder()
        let input = try folder.write("article.txt", SampleArticles.text(1))
        let process = try ProcessUnderTest(
            ["run", "--workers", "\(workers)", "--output", "-", input.path],
            in: folder.url,
            limits: limits
        )
        return await process.result()
    }

    @Test(
        "too few files, or too small a stack, is an error that names the limit",
        arguments: [
            ("-n 10", "only 10 files may be open"), ("-n 24", "(ulimit -n)"), ("-n 63", "at least 64 are needed"),
            ("-s 64", "(ulimit -s)"), ("-v 390000", "at least 393216 are needed: raise the limit (ulimit -v)"),
            ("-v 835583", "at least 835584 are needed for 2 workers: raise the limit (ulimit -v)"),
        ]
    )
    func tooLittle(limits: String, complaint: String) async throws {
        let result = try await run(limits)
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.errorLines.contains { $0.hasPrefix("warraq: ") && $0.contains(complaint) }, "\(result.errors)")
    }

    @Test(
        "roles need more address space than commands that ask: said before a thread finds none",
        arguments: [
            ("producer --data data", 786_432), ("sink --reports reports", 786_432), ("worker", 786_432),
            ("console --data index --reports reports", 786_432), ("worker --threads 3", 884_736),
        ]
    )
    func tooLittleSpace(command: String, least: Int) async throws {
        let folder = try TemporaryFolder()
        let arguments = command.split(separator: " ").map(String.init)
        let result = await (try ProcessUnderTest(arguments, in: folder.url, limits: "-v \(least - 1)")).result()
        #expect(result.status == 1)
        #expect(
            result.errorLines.contains { $0.hasPrefix("warraq: ") && $0.contains("at least \(least) are needed") },
            "\(result.errors)"
        )
    }

    @Test("many workers need more files: said before one of them waits for a connection that can't be taken")
    func tooFewForWorkers() async throws {
        let result = try await run("-n 231", workers: 64)
        #expect(result.status == 1, "\(result.errors)")
        #expect(
            result.errorLines == [
                "warraq: only 231 files may be open, and at least 232 are needed for 64 workers: raise the limit (ulimit -n)"
            ]
        )
    }

    @Test("threads of a worker need more still, and are not let begin with fewer")
    func tooFewForThreads() async throws {
        let folder = try TemporaryFolder()
        let process = try ProcessUnderTest(
            ["worker", "--plain", "--producer", "tcp://127.0.0.1:1", "--threads", "20"],
            in: folder.url,
            limits: "-n 139"
        )
        let result = await process.result()
        #expect(result.status == 1, "\(result.errors)")
        #expect(
            result.errorLines == [
                "warraq: only 139 files may be open, and at least 140 are needed for 20 workers: raise the limit (ulimit -n)"
            ]
        )
    }

    @Test("what many workers need is enough")
    func enoughForWorkers() async throws {
        let result = try await run("-n 232", workers: 64)
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test(
        "a limit that may be raised is raised, and the least one is enough",
        arguments: ["-Sn 10", "-Sn 40", "-n 64", "-v 835584"]
    )
    func raised(limits: String) async throws {
        let result = try await run(limits)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.isEmpty)
    }

    @Test("what stands behind a feed takes no memory")
    func behindFeed() async throws {
        let folder = try TemporaryFolder()
        let item = "<item><title>\(SampleArticles.text(1))</title></item>"
        let input = try folder.write("feed.rss", "<rss><channel>\(item)</channel></rss><![CDATA[")
        let feed = try FileHandle(forWritingTo: input)
        // More than all the memory that there is; on the disk it takes no room.
        try feed.truncate(atOffset: 2 << 30)
        try feed.close()
        let process = try ProcessUnderTest(
            ["run", "--workers", "1", "--output", "-", input.path],
            in: folder.url,
            limits: "-v 1500000"
        )
        let result = await process.result()
        #expect(result.status == 0 && !result.output.isEmpty, "\(result.errors)")
    }
}
