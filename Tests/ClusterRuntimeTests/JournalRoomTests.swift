import Articles
import Cluster
import ClusterRuntime
import Foundation
import Testing

/// Whether blocks can be allocated where temporary files are.
private let canAllocate: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    folder.write([1], to: "probe")
    guard let file = try? AllocatedFile(path: folder.file("probe")) else { return false }
    return file.allocate(1 << 20) && file.allocated >= 1 << 20
}()

extension TemporaryFolder {
    /// Bytes of the disk that a file has.
    fileprivate func allocated(_ name: String) -> Int {
        var information = stat()
        return stat(file(name), &information) == 0 ? Int(information.st_blocks) * 512 : 0
    }
}

@Suite("The room that the journal has before it needs it", .timeLimit(.minutes(5)))
struct JournalRoomTests {
    private func articles(_ numbers: Range<Int>, words: Int = 2000) -> [StoredArticle] {
        numbers.map { number in
            let text = "الخبر \(number) " + String(repeating: "كلمة ", count: words)
            let article = Article(source: "\(number)", text: text)
            return StoredArticle(id: article.id, article: article)
        }
    }

    /// Bytes of the database by its header.
    private func statedSize(_ folder: TemporaryFolder) -> Int {
        guard let header = FileHandle(forReadingAtPath: folder.file("journal.sqlite"))?.readData(ofLength: 32),
            header.count == 32
        else { return 0 }
        return header[28..<32].reduce(0) { $0 << 8 | Int($1) } * (Int(header[16]) << 8 | Int(header[17]))
    }

    private func settle(_ journal: AskedJournal, _ articles: [StoredArticle], missing: Int = 0) {
        let reported = articles.map { ReportedArticle(id: $0.id, missingSections: missing) }
        #expect(journal.ask(.settle(ticket: 2, reported, modelDigest: "m")) == .settled(ticket: 2))
    }

    @Test("what is in the log alone has its place in the database, and the log its own", .enabled(if: canAllocate))
    func blocks() throws {
        let folder = try TemporaryFolder()
        let journal = try AskedJournal(folder.path)
        #expect(folder.allocated("journal.sqlite-wal") >= 8 << 20)
        for start in stride(from: 0, to: 800, by: 100) {
            _ = journal.ask(.store(ticket: 1, articles(start..<start + 100), modelDigest: "m"))
            // 18 KB each, and what settling them adds.
            let expected = (start + 100) * 18_000 + 1 << 20
            #expect(folder.allocated("journal.sqlite") >= expected)
        }
        // The log was folded meanwhile, and what settling adds was not given back for others to take.
        let database = statedSize(folder)
        #expect(database > 2 << 20)
        #expect((folder.size("journal.sqlite") ?? 0) >= database + 1 << 20)
        #expect((folder.size("journal.sqlite") ?? .max) < 20 << 20)
        settle(journal, articles(0..<800))
        #expect(folder.allocated("journal.sqlite-wal") >= 8 << 20)
        journal.journal.close()
        // A journal that was closed keeps no more than that.
        #expect((folder.size("journal.sqlite") ?? .max) <= statedSize(folder) + 2 << 20)
        #expect(folder.allocated("journal.sqlite") <= (folder.size("journal.sqlite") ?? 0) + 65_536)
    }

    @Test("to settle an article takes as much of the log whether it is long or short")
    func settling() throws {
        let folder = try TemporaryFolder()
        let journal = try AskedJournal(folder.path)
        let long = articles(0..<30, words: 10_000)
        _ = journal.ask(.store(ticket: 1, long, modelDigest: "m"))
        let stored = try #require(folder.size("journal.sqlite-wal"))
        #expect(stored > 2 << 20)
        settle(journal, long)
        // It has not been folded: that begins at 8 MiB.
        let settled = try #require(folder.size("journal.sqlite-wal"))
        #expect(settled - stored < 512 << 10)
        journal.journal.close()
    }

    @Test("the bytes that wait are those of the articles that wait, whatever happens to them, and after a crash")
    func waitingBytes() throws {
        let folder = try TemporaryFolder()
        let journal = try AskedJournal(folder.path)
        let all = articles(0..<6)
        let size = all.map { MessageCodec.encode($0.article).count }
        func expect(_ waiting: [Int], _ what: Comment, _ journal: AskedJournal) {
            #expect(journal.journal.waitingBytes == waiting.reduce(0) { $0 + size[$1] }, what)
        }
        _ = journal.ask(.store(ticket: 1, all, modelDigest: "m"))
        expect([0, 1, 2, 3, 4, 5], "stored", journal)
        _ = journal.ask(.store(ticket: 1, [all[0]], modelDigest: "m"))
        expect([0, 1, 2, 3, 4, 5], "again", journal)
        settle(journal, [all[0]])
        settle(journal, [all[0]])
        settle(journal, [all[1]], missing: 1)
        expect([2, 3, 4, 5], "reported, one of them as partial", journal)
        _ = journal.ask(.cancel(ticket: 3, [all[2].id, all[3].id]))
        expect([4, 5], "cancelled", journal)
        _ = journal.ask(.retry(ticket: 4, [all[1].id, all[2].id, all[5].id]))
        expect([1, 2, 4, 5], "tried again", journal)
        _ = journal.ask(.store(ticket: 5, [all[0], all[3]], modelDigest: "m"))
        expect([0, 1, 2, 3, 4, 5], "submitted again", journal)
        settle(journal, [all[4]])
        journal.journal.close()
        let reopened = try AskedJournal(folder.path)
        expect([0, 1, 2, 3, 5], "opened again", reopened)
        settle(reopened, [all[2], all[0]])
        _ = reopened.ask(.cancel(ticket: 6, [all[5].id]))
        expect([1, 3], "rows that are read", reopened)
    }
}
