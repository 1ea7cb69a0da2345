import Articles
import Cluster
import ClusterRuntime
import Synchronization
import Testing

/// A clock that the test sets.
private final class TestClock: Sendable {
    let now = Atomic<Int64>(1_700_000_000_000)
}

@Suite("What the journal forgets", .timeLimit(.minutes(5)))
struct JournalTidyingTests {
    private static let day: Int64 = 86_400_000

    private func article(_ number: Int, size: Int = 0) -> StoredArticle {
        let article = Article(source: "\(number)", text: "الخبر \(number) " + String(repeating: "كلمة ", count: size))
        return StoredArticle(id: article.id, article: article)
    }

    /// Tidies up until `isDone`; `false` if it is not after many steps.
    private func tidy(_ journal: AskedJournal, until isDone: () -> Bool) -> Bool {
        for _ in 0..<2000 {
            journal.journal.tidy()
            // Answered behind the step.
            _ = journal.ask(.counts(ticket: 0))
            if isDone() { return true }
        }
        return false
    }

    private func reported(_ journal: AskedJournal) -> Int? {
        guard case .counts(_, _, let reported, _, _)? = journal.ask(.counts(ticket: 0)) else { return nil }
        return reported
    }

    @Test("settled articles are forgotten after their time, the others stay")
    func pruning() throws {
        let folder = try TemporaryFolder()
        let clock = TestClock()
        let journal = try AskedJournal(folder.path, keep: 7 * Self.day) { clock.now.load(ordering: .relaxed) }
        let articles = (0..<1000).map { article($0) }
        _ = journal.ask(.store(ticket: 1, articles, modelDigest: "m"))
        let old = articles[..<600].map { ReportedArticle(id: $0.id, missingSections: 0) }
        _ = journal.ask(.settle(ticket: 2, old, modelDigest: "m"))
        _ = journal.ask(.cancel(ticket: 3, [articles[998].id]))
        clock.now.add(5 * Self.day, ordering: .relaxed)
        let young = ReportedArticle(id: articles[999].id, missingSections: 1)
        _ = journal.ask(.settle(ticket: 4, [young], modelDigest: "m"))
        journal.journal.tidy()
        #expect(reported(journal) == 600)
        clock.now.add(2 * Self.day, ordering: .relaxed)
        #expect(tidy(journal) { reported(journal) == 0 })
        let states = journal.ask(
            .states(ticket: 5, [articles[0], articles[700], articles[998], articles[999]].map(\.id))
        )
        #expect(states == .states(ticket: 5, [nil, .waiting, nil, .partial]))
        #expect(
            journal.ask(.counts(ticket: 6)) == .counts(ticket: 6, waiting: 398, reported: 0, partial: 1, cancelled: 0)
        )
        let loaded = try #require(journal.load(1000))
        #expect(loaded.ids.count == 398 && loaded.remaining == 0)
        // The journal goes on after that.
        let next = [ReportedArticle(id: articles[700].id, missingSections: 0)]
        #expect(journal.ask(.settle(ticket: 8, next, modelDigest: "m")) == .settled(ticket: 8))
        // Submitted again, it is a new article.
        let again = journal.ask(.store(ticket: 7, [articles[0]], modelDigest: "m"))
        #expect(again == .stored(ticket: 7, [Acceptance(id: articles[0].id, isNew: true)]))
    }

    /// Free and all bytes of a disk, and those that articles take, one after the other, in MiB; which of them are taken.
    private static let disks: [(free: Int, size: Int, articles: [Int], areTaken: [Bool])] = [
        (33, 1 << 20, [1], [true]), (31, 1 << 20, [0], [false]), (2, 12, [0], [true]), (1, 12, [0], [false]),
        (0, 0, [0], [true]),
        // What was admitted is not there for the next one; a smaller one may still fit.
        (40, 1 << 20, [5, 4, 2, 2], [true, false, true, false]),
    ]

    @Test("the last room on a disk is kept for what was accepted", arguments: disks)
    func reserve(free: Int, size: Int, articles: [Int], areTaken: [Bool]) {
        var reserve = JournalReserve(free: free << 20, size: size << 20)
        for (article, isTaken) in zip(articles, areTaken) {
            let refusal = reserve.refusal(of: article << 20)
            #expect((refusal == nil) == isTaken)
            #expect(refusal?.contains("make room") != false)
        }
    }

    @Test("all that is stored of an article counts for that")
    func reserveCost() {
        func cost(_ article: Article) -> Int {
            JournalReserve.cost(of: [StoredArticle(id: article.id, article: article)])
        }
        let title = String(repeating: "ن", count: 5000)
        let plain = cost(Article(text: "تم"))
        // In the article and in its row, in the log and in the database.
        #expect(cost(Article(title: title, text: "تم")) == plain + 40_000)
        #expect(cost(Article(source: title, text: "تم")) == plain + 40_000)
        #expect(cost(Article(url: title, text: "تم")) == plain + 20_000)
        #expect(cost(Article(text: "تم", markedHeadings: [0..<1, 1..<2])) == plain + 64)
    }

    @Test("without a time, nothing is forgotten")
    func forever() throws {
        let folder = try TemporaryFolder()
        let clock = TestClock()
        let journal = try AskedJournal(folder.path, keep: nil) { clock.now.load(ordering: .relaxed) }
        _ = journal.ask(.store(ticket: 1, [article(1)], modelDigest: "m"))
        _ = journal.ask(.settle(ticket: 2, [ReportedArticle(id: article(1).id, missingSections: 0)], modelDigest: "m"))
        clock.now.add(10_000 * Self.day, ordering: .relaxed)
        for _ in 0..<5 { journal.journal.tidy() }
        #expect(reported(journal) == 1)
    }

    @Test("the file gets smaller when what it held is settled")
    func shrinking() throws {
        let folder = try TemporaryFolder()
        let clock = TestClock()
        let journal = try AskedJournal(folder.path, keep: 0) { clock.now.load(ordering: .relaxed) }
        let articles = (0..<400).map { article($0, size: 20_000) }
        for start in stride(from: 0, to: 400, by: 50) {
            _ = journal.ask(.store(ticket: 1, Array(articles[start..<start + 50]), modelDigest: "m"))
        }
        func size() -> Int { (folder.size("journal.sqlite") ?? 0) + (folder.size("journal.sqlite-wal") ?? 0) }
        let full = size()
        #expect(full > 60 << 20)
        let done = articles.map { ReportedArticle(id: $0.id, missingSections: 0) }
        _ = journal.ask(.settle(ticket: 2, done, modelDigest: "m"))
        #expect(tidy(journal) { (folder.size("journal.sqlite") ?? .max) < 24 << 20 }, "\(full) is \(size()) now")
        #expect(reported(journal) == 0)
        // What is free in it is used again.
        _ = journal.ask(.store(ticket: 3, Array(articles[..<50]), modelDigest: "m"))
        #expect((folder.size("journal.sqlite") ?? .max) < 28 << 20)
    }
}
