import Articles
import ClusterRuntime
import Console
import Foundation
import Synchronization
import Testing

@Suite("Following the report files")
struct IndexLoopTests {
    @Test("a file that could not be read is read again at the next look, though it is the same")
    func unread() throws {
        let made = try TemporaryIndex()
        let id = ArticleID(high: 0, low: 7)
        // A folder can be opened and not read, by whoever runs this.
        let place = made.folder.appending(path: "\(id).json")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let stamp = FileStamp(modified: 1, size: 2, inode: 3)
        var terms = SearchTerms(segmentation: nil)
        let change = ReportFiles(folder: made.folder.path).change(id, stamp, &terms)
        guard case .unreadable(id, let kept, let reason) = change else {
            Issue.record("\(change)")
            return
        }
        #expect(reason.contains("Is a directory"))
        #expect(FolderDifference(indexed: [id: kept], found: [id: stamp]).toRead == [id])
    }

    @Test(
        "any time of a file has a number",
        arguments: [
            (0, 5, 5), (-1, 500_000_000, -500_000_000), (1_700_000_000, 7, 1_700_000_000_000_000_007),
            // 2262-04-11 and 1677-09-21, to the second.
            (9_223_372_036, 999_999_999, .max), (10_413_792_000, 0, .max), (.max, 0, .max), (-9_223_372_038, 0, .min),
            (.min, 0, .min),
        ] as [(Int, Int, Int64)]
    )
    func times(_ seconds: Int, _ nanoseconds: Int, _ expected: Int64) {
        #expect(FileStamp.nanoseconds(seconds, nanoseconds) == expected)
    }

    /// A filler of an index from a folder, and what it tells.
    private final class Filled {
        let made: TemporaryIndex
        let reports: URL
        var filler: IndexFiller
        private let told = Mutex<[[ArticleID]]>([])

        init() throws {
            made = try TemporaryIndex()
            reports = made.folder.appending(path: "reports")
            try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
            filler = IndexFiller(index: made.index, files: ReportFiles(folder: reports.path), model: nil)
            filler.changed = { [unowned self] ids in told.withLock { $0.append(ids) } }
        }

        func write(_ number: Int, _ bytes: [UInt8]? = nil) throws -> ArticleID {
            let report = MadeUpReport(number: number)
            try Data(bytes ?? report.json).write(to: reports.appending(path: "\(report.id).json"), options: .atomic)
            return report.id
        }

        func read(_ ids: [ArticleID]) throws {
            let isKept = try filler.read(ids)
            #expect(isKept)
        }

        func takeTold() -> [[ArticleID]] {
            told.withLock { told in
                defer { told = [] }
                return told
            }
        }
    }

    @Test("reports that are new or changed are told of, and nothing else")
    func announcements() throws {
        let filled = try Filled()
        let first = try filled.write(1)
        let bad = try filled.write(2, Array("{".utf8))
        try filled.filler.lookThrough()
        #expect(filled.takeTold() == [[first]])
        try filled.read([first, bad])
        #expect(filled.takeTold() == [])
        _ = try filled.write(1)
        try filled.read([first])
        #expect(filled.takeTold() == [[first]])
        try FileManager.default.removeItem(at: filled.reports.appending(path: "\(first).json"))
        try filled.read([first])
        #expect(filled.takeTold() == [])
        #expect(try filled.made.index.stamps().keys.sorted() == [bad])
    }

    @Test("an index stays as it is where the folder of its reports is gone or can't be looked into")
    func folderGone() throws {
        let filled = try Filled()
        let first = try filled.write(1)
        try filled.filler.lookThrough()
        let away = filled.made.folder.appending(path: "away")
        try FileManager.default.moveItem(at: filled.reports, to: away)
        let gone = IndexError.noReports(folder: filled.reports.path)
        #expect(throws: gone) { try filled.filler.lookThrough() }
        #expect(throws: gone) { try filled.filler.clear() }
        // A file where the folder was.
        try Data().write(to: filled.reports)
        #expect(throws: FileError.self) { try filled.filler.lookThrough() }
        #expect(throws: FileError.self) { try filled.filler.read([first]) }
        #expect(throws: FileError.self) { try filled.filler.clear() }
        #expect(try filled.made.index.stamps().keys.sorted() == [first])
        try FileManager.default.removeItem(at: filled.reports)
        try FileManager.default.moveItem(at: away, to: filled.reports)
        #expect(try filled.filler.clear() == 1)
        #expect(try filled.made.index.stamps().isEmpty)
        try filled.filler.lookThrough()
        #expect(try filled.made.index.stamps().keys.sorted() == [first])
    }

    @Test("names that are no report's are passed over")
    func names() {
        let name = String(repeating: "a", count: 32)
        #expect(ReportFile.article(ofFile: name + ".json") != nil)
        for other in [
            name, ".json", name + ".json.part", ".work-1", "A" + name.dropFirst() + ".json", "../" + name + ".json",
        ] {
            #expect(ReportFile.article(ofFile: other) == nil)
        }
    }

    /// A loop on a folder, with its index.
    private final class Followed {
        let made: TemporaryIndex
        let reports: URL
        let loop: IndexLoop
        let role: Role

        init(isFolderThere: Bool = true, _ change: (inout IndexLoop.Timing) -> Void = { _ in }) throws {
            made = try TemporaryIndex()
            reports = made.folder.appending(path: "reports")
            if isFolderThere { try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true) }
            var timing = IndexLoop.Timing()
            timing.gathering = 1
            timing.unwatchedScan = 20
            change(&timing)
            loop = try IndexLoop(
                index: made.index,
                files: ReportFiles(folder: reports.path),
                model: nil,
                timing: timing,
                logger: TemporaryIndex.logger
            )
            role = Role(loop)
            try role.start()
        }

        func end() throws {
            role.shutDown()
            try role.wait()
        }

        func write(_ report: MadeUpReport, _ bytes: [UInt8]? = nil) throws {
            let file = reports.appending(path: "\(report.id).json")
            let temporary = reports.appending(path: "\(report.id).part")
            try Data(bytes ?? report.json).write(to: temporary)
            guard rename(temporary.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
    }

    private func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
        let end = ContinuousClock.now + .seconds(60)
        while try await !condition() {
            guard ContinuousClock.now < end else { return false }
            try await Task.sleep(for: .milliseconds(5))
        }
        return true
    }

    @Test("reports are in the index soon after they are written, changed and removed", .timeLimit(.minutes(5)))
    func follows() async throws {
        let followed = try Followed()
        let index = followed.made.index
        try followed.write(MadeUpReport(number: 1, text: "الأول"))
        #expect(try await eventually { try await index.counts() == [.whole: 1] })
        try followed.write(MadeUpReport(number: 2, problems: ["p"]))
        try followed.write(MadeUpReport(number: 3), Array("{\"schema\": \"warraq.rep".utf8))
        #expect(try await eventually { try await index.counts() == [.whole: 1, .partial: 1, .unreadable: 1] })
        // Half present before, whole now.
        try followed.write(MadeUpReport(number: 3))
        try followed.write(MadeUpReport(number: 1, text: "غيره"))
        #expect(try await eventually { try await index.counts() == [.whole: 2, .partial: 1] })
        #expect(try await eventually { try await followed.made.find("غير") == [1] })
        #expect(try await followed.made.find("الأول").isEmpty)
        try FileManager.default.removeItem(at: followed.reports.appending(path: "\(MadeUpReport(number: 2).id).json"))
        #expect(try await eventually { try await index.counts() == [.whole: 2] })
        // A report under another article's name.
        try followed.write(MadeUpReport(number: 5), MadeUpReport(number: 6).json)
        #expect(try await eventually { try await index.counts() == [.whole: 2, .unreadable: 1] })
        try followed.end()
    }

    @Test("a folder that comes later, or is replaced, is followed", .timeLimit(.minutes(5)))
    func folders() async throws {
        let followed = try Followed(isFolderThere: false)
        #expect(try await eventually { followed.loop.progress.isComplete })
        try FileManager.default.createDirectory(at: followed.reports, withIntermediateDirectories: true)
        try followed.write(MadeUpReport(number: 1))
        #expect(try await eventually { try await followed.made.index.counts() == [.whole: 1] })
        try FileManager.default.moveItem(at: followed.reports, to: followed.made.folder.appending(path: "old"))
        try FileManager.default.createDirectory(at: followed.reports, withIntermediateDirectories: true)
        try followed.write(MadeUpReport(number: 2))
        try followed.write(MadeUpReport(number: 3))
        #expect(try await eventually { try await followed.made.index.counts() == [.whole: 2] })
        try followed.end()
    }

    @Test("where the folder is a link that is turned to another, that one is followed", .timeLimit(.minutes(5)))
    func turnedLink() async throws {
        let followed = try Followed(isFolderThere: false) { $0.scan = 600_000 }
        func folder(_ name: String) throws -> URL {
            let folder = followed.made.folder.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return folder
        }
        try FileManager.default.createSymbolicLink(at: followed.reports, withDestinationURL: try folder("one"))
        try followed.write(MadeUpReport(number: 1))
        #expect(try await eventually { try await followed.made.index.counts() == [.whole: 1] })
        let link = followed.made.folder.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: try folder("two"))
        try #require(rename(link.path, followed.reports.path) == 0)
        followed.loop.rebuild()
        let second = MadeUpReport(number: 2)
        try followed.write(second)
        #expect(try await eventually { try followed.made.index.stamps().keys.sorted() == [second.id] })
        // The folder has been looked through by now: this one is heard of.
        try followed.write(MadeUpReport(number: 3))
        #expect(try await eventually { try await followed.made.index.counts() == [.whole: 2] })
        try followed.end()
    }

    @Test("the end is not put off by changes that are being gathered", .timeLimit(.minutes(5)))
    func endWhileGathering() async throws {
        // Now before the change is heard of, now after.
        for turns in 0..<20 {
            let followed = try Followed {
                $0.gathering = 600_000
                $0.scan = 600_000
            }
            #expect(try await eventually { followed.loop.progress.isComplete })
            try followed.write(MadeUpReport(number: 1))
            for _ in 0..<turns * 20 { await Task.yield() }
            try followed.end()
        }
    }

    @Test("damage that is met while the console runs is mended from the files", .timeLimit(.minutes(5)))
    func damage() async throws {
        let followed = try Followed()
        for number in 1...200 { try followed.write(MadeUpReport(number: number, text: "نص \(number)")) }
        #expect(try await eventually { try await followed.made.index.counts() == [.whole: 200] })
        // Written over in place, below an open database: as a failing disk does it.
        for ending in ["", "-wal"] {
            let file = try FileHandle(forUpdating: URL(filePath: followed.made.index.path + ending))
            let size = Int(try file.seekToEnd())
            guard size > 4096 else { continue }
            try file.seek(toOffset: 4096)
            try file.write(contentsOf: Data(repeating: 0xAA, count: size - 4096))
        }
        let mended = try await eventually {
            // Searching meets it, and so does a change.
            _ = try? await followed.made.find("نص")
            try followed.write(MadeUpReport(number: 1))
            guard let counts = try? await followed.made.index.counts(), counts == [.whole: 200] else { return false }
            return (try? await followed.made.find("نص 77").contains(77)) ?? false
        }
        #expect(mended)
        try followed.end()
    }

    @Test("an index is made anew when someone asks", .timeLimit(.minutes(5)))
    func rebuilding() async throws {
        let followed = try Followed()
        for number in 1...300 { try followed.write(MadeUpReport(number: number)) }
        #expect(try await eventually { try await followed.made.index.counts() == [.whole: 300] })
        let generation = followed.made.index.generation
        followed.loop.rebuild()
        #expect(try await eventually { followed.made.index.generation > generation })
        #expect(try await eventually { try await followed.made.index.counts() == [.whole: 300] })
        try followed.end()
    }
}
