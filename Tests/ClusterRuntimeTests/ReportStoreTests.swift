import Articles
import ClusterRuntime
import Extraction
import Foundation
import Synchronization
import Testing

private let leftover = ".warraq-writing-1-2"

@Suite("The report store", .serialized, .timeLimit(.minutes(5)))
struct ReportStoreTests {
    @Test("reports are written, found and read; what is not there is not found")
    func life() throws {
        let folder = try TemporaryFolder()
        let store = try AskedStore(.folder(folder.path))
        let ids = (0..<5).map { store.write($0) }
        let written = store.next(5)
        #expect(written.count == 5)
        for id in ids { #expect(written.contains(.written(id))) }
        let missing = ArticleID(high: 1, low: 2)
        store.store.lookForWholeReport(of: ids[0])
        store.store.lookForWholeReport(of: missing)
        store.store.read(request: 7, ids[1])
        store.store.read(request: 8, missing)
        let bytes = try #require(folder.read("\(ids[1]).json"))
        let answers = store.next(4)
        let expected: [ReportStoreAnswer] = [
            .whole(ids[0], true), .whole(missing, false), .read(request: 7, bytes: bytes),
            .read(request: 8, bytes: nil),
        ]
        #expect(answers.count == 4)
        for answer in expected { #expect(answers.contains(answer)) }
        let report = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        #expect(report?["id"] as? String == "\(ids[1])")
        store.store.close()
        #expect(folder.names == ids.map { "\($0).json" }.sorted(), "nothing but reports is left")
    }

    @Test("an empty file or one of zeros in a report's place is none", arguments: [0, 1, 512])
    func zeros(size: Int) throws {
        let folder = try TemporaryFolder()
        let store = try AskedStore(.folder(folder.path))
        let id = store.write(1)
        #expect(store.next(1) == [.written(id)])
        let path = "\(folder.path)/\(id).json"
        try Data(count: size).write(to: URL(filePath: path))
        store.store.lookForWholeReport(of: id)
        store.store.read(request: 7, id)
        #expect(store.next(2) == [.whole(id, false), .read(request: 7, bytes: nil)])
        #expect(store.write(1) == id)
        #expect(store.next(1) == [.written(id)])
        store.store.lookForWholeReport(of: id)
        #expect(store.next(1) == [.whole(id, true)], "and is written over")
        store.store.close()
    }

    @Test("a link, or more than any report has, in a report's place is not read, and why is said")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let store = try AskedStore(.folder(folder.path))
        folder.write(Array("{secret}".utf8), to: "secret")
        let ids = [1, 2].map { Newsroom.article($0).id }
        let paths = ids.map { folder.file("\($0).json") }
        symlink(folder.file("secret"), paths[0])
        folder.write(Array("{".utf8), to: "\(ids[1]).json")
        truncate(paths[1], ReportFile.largest + 1)
        store.store.read(request: 1, ids[0])
        store.store.read(request: 2, ids[1])
        let reasons = [
            ReportFileError.link(path: paths[0]),
            .tooLarge(path: paths[1], bytes: ReportFile.largest + 1, limit: ReportFile.largest),
        ]
        let answers = store.next(2)
        for (request, reason) in zip([1, 2] as [UInt64], reasons) {
            #expect(answers.contains(.unreadable(request: request, reason: reason.description)), "\(answers)")
        }
        // The report takes the link's place, and what it led to stays.
        #expect(store.write(1) == ids[0])
        #expect(store.next(1) == [.written(ids[0])])
        store.store.lookForWholeReport(of: ids[0])
        #expect(store.next(1) == [.whole(ids[0], true)])
        #expect(folder.read("secret") == Array("{secret}".utf8))
    }

    @Test("the store says for how many bytes of articles there is room, by what their reports take")
    func room() throws {
        let folder = try TemporaryFolder()
        let store = try AskedStore(.folder(folder.path))
        let first = try #require(store.store.room)
        #expect(first > 0)
        // A block of the disk for each of a few words.
        for number in 0..<200 { _ = store.write(number) }
        #expect(store.next(200).count == 200)
        let second = try #require(store.store.room)
        #expect(second < first / 4 * 3, "\(first) bytes of articles before, \(second) now")
        #expect(try AskedStore(.none).store.room == nil)
    }

    @Test("writing the same report again replaces it by the same bytes")
    func again() throws {
        let folder = try TemporaryFolder()
        let store = try AskedStore(.folder(folder.path))
        let id = store.write(3)
        #expect(store.next(1) == [.written(id)])
        let first = try #require(folder.read("\(id).json"))
        _ = store.write(3)
        #expect(store.next(1) == [.written(id)])
        #expect(folder.read("\(id).json") == first)
    }

    @Test(
        "a report that lacks a section does not take the place of a whole one; a whole one does of one that lacks some"
    )
    func wholeStays() throws {
        let folder = try TemporaryFolder()
        let store = try AskedStore(.folder(folder.path))
        let id = store.write(3, findings: nil)
        #expect(store.next(1) == [.written(id)])
        let partial = try #require(folder.read("\(id).json"))
        store.store.lookForWholeReport(of: id)
        #expect(store.next(1) == [.whole(id, false)], "nor is it the answer to who has submitted the article again")
        _ = store.write(3)
        #expect(store.next(1) == [.written(id)])
        store.store.lookForWholeReport(of: id)
        #expect(store.next(1) == [.whole(id, true)])
        let whole = try #require(folder.read("\(id).json"))
        #expect(whole != partial)
        _ = store.write(3, findings: nil)
        #expect(store.next(1) == [.written(id)])
        #expect(folder.read("\(id).json") == whole)
        // Another model's is no answer either, nor is what can't be read.
        let digest = try Model.embedded().digest
        let other = String(decoding: whole, as: UTF8.self).replacing(digest, with: String(digest.reversed()))
        folder.write(Array(other.utf8), to: "\(id).json")
        store.store.lookForWholeReport(of: id)
        #expect(store.next(1) == [.whole(id, false)])
        folder.write([1, 2, 3], to: "\(id).json")
        _ = store.write(3, findings: nil)
        #expect(store.next(1) == [.written(id)])
        #expect(folder.read("\(id).json") == partial)
    }

    @Test("what a crash left unfinished is removed; what is not ours, or of a sink that runs, stays")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        mkdir(folder.file(leftover), 0o755)
        folder.write([1, 2, 3], to: leftover + "/0123")
        folder.write([4], to: "mine.tmp")
        let first = try AskedStore(.folder(folder.path))
        #expect(!folder.names.contains(leftover))
        #expect(folder.names.contains("mine.tmp"))
        let working = folder.names.filter { $0.hasPrefix(".warraq-writing-") }
        #expect(working.count == 1)
        // A second sink on the same folder, while the first one runs.
        let second = try AskedStore(.folder(folder.path))
        #expect(folder.names.contains(working[0]))
        let ids = [first.write(1), second.write(2)]
        #expect(first.next(1) + second.next(1) == ids.map { .written($0) })
    }

    @Test("a report that can't be written is said to be so, and the next one can")
    func failure() throws {
        let folder = try TemporaryFolder()
        let events = Mutex<[ReportEvent]>([])
        let store = try AskedStore(.folder(folder.path)) { event in events.withLock { $0.append(event) } }
        let article = Newsroom.article(1)
        // A folder stands where the report should.
        mkdir(folder.file("\(article.id).json"), 0o755)
        mkdir(folder.file("\(article.id).json/x"), 0o755)
        let ids = [store.write(1), store.write(2)]
        let answers = store.next(2)
        try #require(answers.count == 2)
        let reasons: [String] = answers.compactMap { answer in
            if case .writeFailed(ids[0], let reason) = answer { reason } else { nil }
        }
        #expect(reasons.count == 1)
        #expect(reasons.first?.contains(folder.path) == true)
        #expect(answers.contains(.written(ids[1])))
        store.store.close()
        #expect(folder.names == answersNames(ids))
        #expect(events.withLock { $0.count } == 2)
    }

    private func answersNames(_ ids: [ArticleID]) -> [String] { ids.map { "\($0).json" }.sorted() }

    @Test("findings that lie outside of their section make it a missing one, never a crash")
    func unsound() throws {
        let events = Mutex<[ReportEvent]>([])
        let store = try AskedStore(.none) { event in events.withLock { $0.append(event) } }
        let mention = EntityMention(range: 5..<1_000_000, type: .person, confidence: 1000)
        let id = store.write(0, findings: Findings(mentions: [mention]))
        #expect(store.next(1) == [.written(id)])
        guard case .written(id, let bytes, missingSections: 1) = events.withLock({ $0.first }) else {
            Issue.record("\(events.withLock { $0 })")
            return
        }
        let report = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        #expect((report?["problems"] as? [Any])?.count == 1)
    }

    @Test("a file where the folder should be is said by name")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        folder.write([1], to: "file")
        let error = #expect(throws: RoleError.self) { try AskedStore(.folder(folder.file("file"))) }
        #expect(error?.description.contains(folder.file("file")) == true)
    }
}
