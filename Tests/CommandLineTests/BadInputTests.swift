import Foundation
import Testing

/// Inputs that give no article, each beside good ones: one clear line for each, and the others are reported.
@Suite("Bad inputs", .timeLimit(.minutes(5)))
struct BadInputTests {
    /// A folder with one input of each bad kind, and good ones.
    struct Inputs {
        let folder: TemporaryFolder
        /// In the order in which they are given.
        let names = [
            "good.txt", "binary.txt", "empty.txt", "nothing", "missing.txt", "huge.txt", "lines.jsonl", "picture.png",
            "also-good.md",
        ]
        /// What the line about each bad input begins with.
        let complaints = [
            "binary.txt:", "empty.txt:", "nothing:", "missing.txt:", "huge.txt:", "lines.jsonl, line 7:",
            "picture.png:",
        ]
        /// Two files, and nine lines of ten.
        let goodArticles = 11

        init() throws {
            folder = try TemporaryFolder()
            try folder.write("good.txt", SampleArticles.text(1))
            // Neither UTF-8 nor Arabic in a code page.
            try folder.write("binary.txt", Data([UInt8](0...255)))
            try folder.write("empty.txt", "")
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: "nothing"),
                withIntermediateDirectories: false
            )
            let huge = try FileHandle(forWritingTo: folder.write("huge.txt", "قال"))
            try huge.truncate(atOffset: 200 << 20)
            try huge.close()
            var lines = try SampleArticles.jsonLines(10).split(separator: UInt8(ascii: "\n"))
            lines[6] = lines[6].dropLast(5)
            try folder.write("lines.jsonl", Data(lines.joined(separator: Data("\n".utf8))))
            try folder.write("picture.png", Data([0x89, 0x50]))
            try folder.write("also-good.md", "# عنوان\n\n" + SampleArticles.text(2))
        }

        func check(_ result: ProcessUnderTest.Result, reports: Int) {
            #expect(result.status == 1, "\(result.errors)")
            #expect(reports == goodArticles)
            for complaint in complaints {
                let about = result.errorLines.filter { $0.hasPrefix("warraq: " + complaint) }
                #expect(about.count == 1, "\(complaint) in: \(result.errors)")
            }
        }
    }

    @Test("run names each bad input once, reports all others and ends with status 1")
    func run() async throws {
        let inputs = try Inputs()
        let result = try await ProcessUnderTest.run(
            ["run", "--output", "reports"] + inputs.names,
            in: inputs.folder.url
        )
        inputs.check(result, reports: try inputs.folder.url.appending(path: "reports").filesByName().count)
    }

    @Test("submit names each bad input once, submits all others and ends with status 1")
    func submit() async throws {
        let inputs = try Inputs()
        let cluster = try ClusterOfProcesses()
        try cluster.start(workers: 1)
        let result = try await ProcessUnderTest.run(
            ["submit", "--producer", cluster.producerAddress, "--wait"] + inputs.names,
            in: inputs.folder.url
        )
        inputs.check(result, reports: try cluster.reports.filesByName().count)
        #expect(result.output.split(separator: "\n").count == inputs.goodArticles, "an id for each article")
    }

    @Test("submit names inputs as they were given, wherever Scripts/submit put them")
    func shipped() async throws {
        let folder = try TemporaryFolder()
        try folder.write("in/1/a.txt", SampleArticles.text(1))
        try folder.write("in/2/folder/deep/bad.txt", Data([0xFF]))
        let cluster = try ClusterOfProcesses()
        try cluster.start(workers: 1)
        let result = try await ProcessUnderTest.run([
            "submit", "--producer", cluster.producerAddress, "--shipped", folder.path("in"),
            "/home/someone/a.txt", "../some/folder/", "../missing.md",
        ])
        #expect(result.status == 1)
        #expect(result.errorLines.contains { $0.hasPrefix("warraq: ../some/folder/deep/bad.txt:") }, "\(result.errors)")
        #expect(result.errorLines.contains { $0.hasPrefix("warraq: ../missing.md:") }, "\(result.errors)")
        #expect(result.output.split(separator: "\n").count == 1)
    }

    @Test(
        "tag gives tokens back as they came, or names the line that is not UTF-8",
        arguments: [
            ("زار\nباريس\n\nثم\n", nil), ("زار\nباريس", nil), ("زار\r\nباريس\r\n", nil), ("", nil), ("\n\n", nil),
            ("زار\nبا\u{0}ريس\n", 2), ("\u{0}", 1),
        ] as [(String, Int?)]
    )
    func tag(text: String, badLine: Int?) async throws {
        let folder = try TemporaryFolder()
        // A byte that UTF-8 has not got stands for each NUL.
        let file = try folder.write("tokens", Data(text.utf8.map { $0 == 0 ? 0xFF : $0 }))
        let result = try await ProcessUnderTest.run(["tag"], input: file)
        guard let badLine else {
            #expect(result.status == 0, "\(result.errors)")
            let tokens = result.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
            #expect(tokens == text.split(whereSeparator: \.isNewline))
            return
        }
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("standard input, line \(badLine): not UTF-8"), "\(result.errors)")
    }
}
