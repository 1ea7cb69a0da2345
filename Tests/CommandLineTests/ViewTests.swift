import Foundation
import Testing

@Suite("Pages and exports of reports", .timeLimit(.minutes(5)))
struct ViewTests {
    /// A folder with reports of so many articles, by their files' names.
    private func reports(_ count: Int) async throws -> (folder: TemporaryFolder, files: [String]) {
        let folder = try TemporaryFolder()
        for number in 0..<count { try folder.write("articles/\(number).txt", SampleArticles.text(number)) }
        let result = try await ProcessUnderTest.run(["run", "--output", "reports", "articles"], in: folder.url)
        try #require(result.status == 0, "\(result.errors)")
        let files = try folder.url.appending(path: "reports").filesByName().keys.sorted()
        try #require(files.count == count)
        return (folder, files.map { "reports/\($0)" })
    }

    @Test("one report gives a page, several a page each and an index")
    func pages() async throws {
        let (folder, files) = try await reports(2)
        let one = try await ProcessUnderTest.run(["view", files[0], "-o", "one.html"], in: folder.url)
        #expect(one.status == 0 && one.output == "one.html\n", "\(one.errors)")
        let page = try Data(contentsOf: folder.url.appending(path: "one.html"))
        let streamed = try await ProcessUnderTest.run(["view", "-o", "-", files[0]], in: folder.url)
        #expect(Data(streamed.output.utf8) == page)
        let several = try await ProcessUnderTest.run(["view", "reports"], in: folder.url)
        #expect(several.status == 0 && several.output == "pages/index.html\n", "\(several.errors)")
        let pages = try folder.url.appending(path: "pages").filesByName()
        let names = files.map { String($0.dropFirst("reports/".count)).replacing(".json", with: ".html") }
        #expect(Set(pages.keys) == Set(names + ["index.html"]))
        #expect(pages[names[0]] == page)
    }

    @Test("several reports don't fit into one page, and what is none costs a line")
    func refusals() async throws {
        let (folder, files) = try await reports(2)
        for output in ["page.html", "-"] {
            let result = try await ProcessUnderTest.run(["view", "reports", "-o", output], in: folder.url)
            #expect(result.status == 2, "\(output)")
            #expect(result.errors.contains("name a folder"), "\(result.errors)")
            #expect(result.output.isEmpty && !FileManager.default.fileExists(atPath: folder.path("page.html")))
        }
        try folder.write("broken.json", "{\"schema\": \"warraq.report/1\"}")
        try folder.write("nothing/readme.txt", "x")
        let result = try await ProcessUnderTest.run(
            ["view", "broken.json", files[0], "missing.json", "nothing", "-o", "pages"],
            in: folder.url
        )
        #expect(result.status == 1)
        #expect(try folder.url.appending(path: "pages").filesByName().count == 1)
        #expect(result.errorLines.count == 3, "\(result.errors)")
        for (line, name) in zip(result.errorLines, ["broken.json:", "missing.json: No such file", "nothing: a folder"])
        {
            #expect(line.hasPrefix("warraq: \(name)"), "\(line)")
        }
    }

    @Test("reports come from standard input too, as JSON Lines")
    func standardInput() async throws {
        let (folder, files) = try await reports(2)
        var lines = Data()
        for file in files { lines += try Data(contentsOf: folder.url.appending(path: file)) }
        let input = try folder.write("reports.jsonl", lines)
        let arguments = ["export", "--format", "csv-entities"]
        let streamed = try await ProcessUnderTest.run(arguments + ["-"], input: input, in: folder.url)
        let read = try await ProcessUnderTest.run(arguments + files, in: folder.url)
        #expect(streamed.status == 0 && streamed.output == read.output)
        #expect(streamed.output.hasPrefix("report,source,"))
    }

    @Test("a format that needs a folder, none at all, and a place that can't be written, are said in words")
    func exportUsage() async throws {
        let (folder, files) = try await reports(1)
        let brat = try await ProcessUnderTest.run(["export", "--format", "brat", files[0]], in: folder.url)
        #expect(brat.status == 2 && brat.errors.contains("--output"), "\(brat.errors)")
        let none = try await ProcessUnderTest.run(["export", files[0]], in: folder.url)
        #expect(none.status == 2 && none.errors.contains("--format"), "\(none.errors)")
        let unwritable = try await ProcessUnderTest.run(
            ["export", "--format", "conll", files[0], "-o", "no/such/folder.conll"],
            in: folder.url
        )
        #expect(unwritable.status == 1 && unwritable.errors.contains("no/such/folder.conll"), "\(unwritable.errors)")
    }

    @Test("pipes, devices and what is too long are refused at once, and the others are exported")
    func special() async throws {
        let (folder, files) = try await reports(1)
        try #require(mkfifo(folder.path("reports/aaaa.json"), 0o600) == 0)
        let long = try FileHandle(forWritingTo: folder.write("long.json", ""))
        try long.truncate(atOffset: 1 << 30)
        try long.close()
        let result = try await ProcessUnderTest.run(
            ["export", "--format", "conll", "reports", "/dev/zero", "long.json"],
            in: folder.url
        )
        #expect(result.status == 1)
        let alone = try await ProcessUnderTest.run(["export", "--format", "conll", files[0]], in: folder.url)
        #expect(!alone.output.isEmpty && result.output == alone.output)
        let complaints = ["reports/aaaa.json: not a file", "/dev/zero: not a file", "long.json: longer than 512 MiB"]
        #expect(result.errorLines.count == complaints.count, "\(result.errors)")
        for (line, complaint) in zip(result.errorLines, complaints) {
            #expect(line.hasPrefix("warraq: \(complaint); "), "\(line)")
        }
    }

    @Test("an output that is one of the reports is refused, by any name, before anything is written")
    func outputAmongReports() async throws {
        let (folder, files) = try await reports(2)
        let before = try folder.url.appending(path: "reports").filesByName()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.csv"),
            withDestinationPath: folder.path(files[1])
        )
        for output in [files[1], "./\(files[1])", "link.csv"] {
            let result = try await ProcessUnderTest.run(
                ["export", "--format", "csv-themes", "reports", "-o", output],
                in: folder.url
            )
            #expect(result.status == 2 && result.errors.contains("a report that is read"), "\(result.errors)")
        }
        #expect(try folder.url.appending(path: "reports").filesByName() == before)
    }

    @Test("an output that would be read with the reports the next time is refused, by any name of their folder")
    func outputInFolder() async throws {
        let (folder, _) = try await reports(1)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"),
            withDestinationPath: folder.path("reports")
        )
        for (input, output) in [
            ("reports", "reports/all.jsonl"), ("reports/", "link/all.ndjson"),
            ("link", folder.path("reports/table.json")),
            (".", "all.json"),
        ] {
            let export = ["export", "--format", "jsonl", input, "-o", output]
            let result = try await ProcessUnderTest.run(export, in: folder.url)
            #expect(result.status == 2 && result.errors.contains("this folder is read (\(input))"), "\(result.errors)")
        }
        #expect(try folder.url.appending(path: "reports").filesByName().count == 1)
        // Beside them, what is not taken for reports may lie.
        for output in ["reports/table.csv", "all.jsonl"] {
            let export = ["export", "--format", "csv-themes", "reports", "-o", output]
            let result = try await ProcessUnderTest.run(export, in: folder.url)
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        }
    }

    @Test("of several reports of one article the first is taken, and a line says so")
    func repeated() async throws {
        let (folder, files) = try await reports(2)
        let export = ["export", "--format", "csv-entities"]
        let once = try await ProcessUnderTest.run(export + ["reports"], in: folder.url)
        let again = try await ProcessUnderTest.run(export + ["reports", "reports", files[0]], in: folder.url)
        #expect(again.status == 0 && again.output == once.output)
        #expect(again.errorLines.count == 3, "\(again.errors)")
        #expect(again.errorLines.last?.contains("\(files[0]): 1 report is of an article") == true, "\(again.errors)")
    }

    @Test("an export that is interrupted leaves nothing behind")
    func interrupted() async throws {
        let folder = try TemporaryFolder()
        try #require(mkfifo(folder.path("input"), 0o600) == 0)
        // Open for both, so that neither waits for another.
        let pipe = try FileHandle(forUpdating: URL(filePath: folder.path("input")))
        let export = try ProcessUnderTest(
            ["export", "--format", "jsonl", "-", "-o", "out/all.jsonl"],
            input: URL(filePath: folder.path("input")),
            in: folder.write("out/all.jsonl", "of yesterday").deletingLastPathComponent().deletingLastPathComponent()
        )
        let out = folder.url.appending(path: "out")
        #expect(try await eventually { try out.filesByName().count == 2 })
        export.signal(SIGTERM)
        #expect(await export.result().status == -SIGTERM)
        #expect(try out.filesByName() == ["all.jsonl": Data("of yesterday".utf8)])
        try pipe.close()
    }

    @Test("a link that someone put where a file is written before it has its place is not followed")
    func plantedLink() async throws {
        let (folder, files) = try await reports(1)
        try folder.write("private", "x")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        let script = "ln -s private all.jsonl.$$.part; exec \"$0\" export --format jsonl \"$1\" -o all.jsonl"
        process.arguments = ["-c", script, ProcessUnderTest.program.path, files[0]]
        process.currentDirectoryURL = folder.url
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try String(contentsOfFile: folder.path("private"), encoding: .utf8) == "x")
        #expect(FileManager.default.fileExists(atPath: folder.path("all.jsonl")))
    }

    @Test("an output that is a link is written where the link leads")
    func outputBehindLink() async throws {
        let (folder, files) = try await reports(1)
        try folder.write("table.csv", "of yesterday")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.csv"),
            withDestinationPath: folder.path("table.csv")
        )
        let export = ["export", "--format", "csv-entities", files[0]]
        let linked = try await ProcessUnderTest.run(export + ["-o", "link.csv"], in: folder.url)
        let direct = try await ProcessUnderTest.run(export, in: folder.url)
        #expect(linked.status == 0, "\(linked.errors)")
        #expect(try String(contentsOfFile: folder.path("table.csv"), encoding: .utf8) == direct.output)
        let link = try FileManager.default.attributesOfItem(atPath: folder.path("link.csv"))
        #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
    }

    @Test("a file of something else is complained of a few times, not once a line")
    func notReports() async throws {
        let (folder, files) = try await reports(1)
        try folder.write("table.json", String(repeating: "a,b,c\n", count: 1_000))
        let export = ["export", "--format", "conll"]
        let result = try await ProcessUnderTest.run(export + ["table.json", files[0]], in: folder.url)
        #expect(result.status == 1)
        #expect(result.errorLines.count == 6, "\(result.errors)")
        #expect(result.errorLines.last?.contains("table.json: 995 more") == true, "\(result.errors)")
        #expect(result.output == (try await ProcessUnderTest.run(export + files, in: folder.url)).output)
    }

    @Test("the width of a terminal that there can't be harms nothing")
    func width() async throws {
        let folder = try TemporaryFolder()
        try folder.write("article.txt", SampleArticles.text(1))
        let environment = ["COLUMNS": "\(Int.max)"]
        let result = try await ProcessUnderTest.run(["run", "article.txt"], environment: environment, in: folder.url)
        #expect(result.status == 0 && result.output.contains("Sections  "), "\(result.errors)")
    }

    @Test("standard input that can't be read is not taken for an empty one")
    func unreadableInput() async throws {
        let folder = try TemporaryFolder()
        // A folder can be opened, and not read.
        let result = try await ProcessUnderTest.run(
            ["export", "--format", "conll", "-"],
            input: folder.url,
            in: folder.url
        )
        #expect(result.status == 1)
        #expect(result.errors.contains("standard input: Is a directory"), "\(result.errors)")
    }
}
