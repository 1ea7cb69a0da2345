import Articles
import Cluster
import ClusterRuntime
import Testing

private func stored(_ name: String) -> StoredArticle {
    let article = Article(
        title: "عنوان \(name)",
        source: "\(name).txt",
        text: "قال \(name) إن روسيا",
        markedHeadings: [0..<3]
    )
    return StoredArticle(id: article.id, article: article)
}

private let model = "model-1"

@Suite("The journal", .timeLimit(.minutes(5)))
struct JournalTests {
    @Test("a journal is the same one whenever it is opened, and no other")
    func identity() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let first = try AskedJournal(folder.path)
        let identity = first.journal.identity
        first.journal.close()
        #expect(try AskedJournal(folder.path).journal.identity == identity)
        #expect(try AskedJournal(other.path).journal.identity != identity)
        #expect(try AskedJournal(nil).journal.identity != identity)
    }

    @Test("what is promised is on disk, not with the system alone; what is settled may be")
    func synced() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            let journal = try AskedJournal(folder.path)
            let article = stored(name)
            let settled = JournalRequest.settle(
                ticket: 2,
                [ReportedArticle(id: article.id, missingSections: 1)],
                modelDigest: model
            )
            _ = journal.ask(.store(ticket: 1, [article], modelDigest: model))
            #expect(journal.journal.isSynced)
            _ = journal.ask(settled)
            #expect(!journal.journal.isSynced)
            _ = journal.ask(.retry(ticket: 3, [article.id]))
            #expect(journal.journal.isSynced)
            _ = journal.ask(settled)
            #expect(!journal.journal.isSynced)
            _ = journal.ask(.cancel(ticket: 4, [article.id]))
            #expect(journal.journal.isSynced)
            journal.journal.close()
        }
        let temporary = try AskedJournal(nil)
        _ = temporary.ask(.store(ticket: 1, [stored("a")], modelDigest: model))
        #expect(!temporary.journal.isSynced)
    }

    @Test("an article is stored once, loaded once, and settled")
    func life() throws {
        let folder = try TemporaryFolder()
        let journal = try AskedJournal(folder.file("data/journal"))
        let (a, b) = (stored("a"), stored("b"))
        #expect(
            journal.ask(.store(ticket: 1, [a, b, a], modelDigest: model))
                == .stored(
                    ticket: 1,
                    [
                        Acceptance(id: a.id, isNew: true), Acceptance(id: b.id, isNew: true),
                        Acceptance(id: a.id, isNew: false),
                    ]
                )
        )
        #expect(
            journal.ask(.load(ticket: 2, count: 10, bytes: 1 << 20)) == .loaded(ticket: 2, [a, b], remaining: 0)
        )
        #expect(journal.ask(.load(ticket: 3, count: 10, bytes: 1 << 20)) == .loaded(ticket: 3, [], remaining: 0))
        let settled = [ReportedArticle(id: a.id, missingSections: 0), ReportedArticle(id: b.id, missingSections: 2)]
        #expect(journal.ask(.settle(ticket: 4, settled, modelDigest: model)) == .settled(ticket: 4))
        #expect(
            journal.ask(.states(ticket: 5, [a.id, b.id, stored("c").id]))
                == .states(ticket: 5, [.reported, .partial, nil])
        )
        #expect(
            journal.ask(.counts(ticket: 6))
                == .counts(ticket: 6, waiting: 0, reported: 1, partial: 1, cancelled: 0)
        )
        let job = Job(
            id: b.id,
            state: .partial,
            title: "عنوان b",
            source: "b.txt",
            submittedAt: 1_700_000_000_000,
            settledAt: 1_700_000_000_000,
            missingSections: 2
        )
        #expect(journal.ask(.job(ticket: 7, b.id)) == .job(ticket: 7, job))
        #expect(journal.ask(.job(ticket: 8, stored("c").id)) == .job(ticket: 8, nil))
    }

    @Test("loading keeps to count and bytes, gives one article at least, and says how many are left")
    func loading() throws {
        let journal = try AskedJournal(nil)
        let articles = (0..<6).map { stored("\($0)") }
        _ = journal.ask(.store(ticket: 1, articles, modelDigest: model))
        var loaded = try #require(journal.load(2))
        #expect(loaded == ([articles[0].id, articles[1].id], 4))
        loaded = try #require(journal.load(10, bytes: 1))
        #expect(loaded == ([articles[2].id], 3))
        _ = journal.ask(.cancel(ticket: 2, [articles[3].id]))
        loaded = try #require(journal.load(10))
        #expect(loaded == ([articles[4].id, articles[5].id], 0))
    }

    @Test("a producer that starts anew loads all that is not settled, in the same order")
    func restart() throws {
        let folder = try TemporaryFolder()
        let articles = (0..<5).map { stored("\($0)") }
        do {
            let journal = try AskedJournal(folder.path)
            _ = journal.ask(.store(ticket: 1, articles, modelDigest: model))
            _ = journal.load(4)
            _ = journal.ask(
                .settle(ticket: 2, [ReportedArticle(id: articles[1].id, missingSections: 0)], modelDigest: model)
            )
            journal.journal.close()
        }
        let journal = try AskedJournal(folder.path)
        let loaded = try #require(journal.load(10))
        #expect(loaded == ([articles[0].id, articles[2].id, articles[3].id, articles[4].id], 0))
        // Reported by the sink before it was loaded again: it must not be counted as left.
        journal.send([.store(ticket: 3, [stored("x"), stored("y")], modelDigest: model)])
        _ = journal.next(1)
        _ = journal.ask(
            .settle(ticket: 4, [ReportedArticle(id: stored("x").id, missingSections: 0)], modelDigest: model)
        )
        let rest = try #require(journal.load(10))
        #expect(rest == ([stored("y").id], 0))
    }

    @Test("what is submitted again keeps its report only if this model made it whole")
    func resubmission() throws {
        let journal = try AskedJournal(nil)
        let (whole, partial, other, cancelled) = (
            stored("whole"), stored("partial"), stored("other"), stored("cancelled")
        )
        _ = journal.ask(.store(ticket: 1, [whole, partial, other, cancelled], modelDigest: model))
        _ = journal.load(10)
        let settled = [
            ReportedArticle(id: whole.id, missingSections: 0), ReportedArticle(id: partial.id, missingSections: 1),
        ]
        _ = journal.ask(.settle(ticket: 2, settled, modelDigest: model))
        _ = journal.ask(.settle(ticket: 3, [ReportedArticle(id: other.id, missingSections: 0)], modelDigest: "model-0"))
        _ = journal.ask(.cancel(ticket: 4, [cancelled.id]))
        let again = journal.ask(.store(ticket: 5, [whole, partial, other, cancelled], modelDigest: model))
        #expect(
            again == .stored(ticket: 5, [whole, partial, other, cancelled].map { Acceptance(id: $0.id, isNew: false) })
        )
        guard case .loaded(_, let loaded, 0) = journal.ask(.load(ticket: 6, count: 10, bytes: 1 << 20)) else {
            Issue.record("not loaded")
            return
        }
        #expect(loaded.map(\.id) == [whole.id, partial.id, other.id, cancelled.id])
        #expect(loaded.map(\.keepsReportOf) == [model, nil, nil, nil])
        #expect(loaded.map(\.article) == [whole, partial, other, cancelled].map(\.article))
    }

    @Test("partial and cancelled articles are retried with their text; others are not")
    func retry() throws {
        let journal = try AskedJournal(nil)
        let articles = [stored("whole"), stored("partial"), stored("cancelled"), stored("waiting")]
        let ids = articles.map(\.id)
        _ = journal.ask(.store(ticket: 1, articles, modelDigest: model))
        _ = journal.load(10)
        let settled = [
            ReportedArticle(id: ids[0], missingSections: 0), ReportedArticle(id: ids[1], missingSections: 1),
        ]
        _ = journal.ask(.settle(ticket: 2, settled, modelDigest: model))
        #expect(journal.ask(.cancel(ticket: 3, [ids[0], ids[2]])) == .cancelled(ticket: 3, [ids[2]]))
        #expect(journal.ask(.retry(ticket: 4, ids)) == .retried(ticket: 4, count: 2))
        #expect(
            journal.ask(.load(ticket: 5, count: 10, bytes: 1 << 20))
                == .loaded(ticket: 5, [articles[1], articles[2]], remaining: 0)
        )
    }

    @Test("jobs come newest first, by state and page")
    func listing() throws {
        let journal = try AskedJournal(nil)
        let articles = (0..<5).map { stored("\($0)") }
        _ = journal.ask(.store(ticket: 1, articles, modelDigest: model))
        _ = journal.ask(.cancel(ticket: 2, [articles[1].id, articles[3].id]))
        func page(_ state: JobState?, _ offset: Int, _ limit: Int) -> [ArticleID]? {
            guard case .jobs(_, let page) = journal.ask(.jobs(ticket: 3, state: state, offset: offset, limit: limit))
            else { return nil }
            return page.jobs.map(\.id)
        }
        #expect(page(nil, 0, 2) == [articles[4].id, articles[3].id])
        #expect(page(nil, 3, 9) == [articles[1].id, articles[0].id])
        #expect(page(.cancelled, 0, 9) == [articles[3].id, articles[1].id])
        #expect(page(.reported, 0, 9) == [])
        #expect(page(nil, -1, -1) == [])
    }

    @Test("many requests at once are answered in order")
    func groups() throws {
        let folder = try TemporaryFolder()
        let journal = try AskedJournal(folder.path)
        let requests = (0..<500).map { index in
            index % 5 == 4
                ? JournalRequest.counts(ticket: UInt64(index))
                : .store(ticket: UInt64(index), [stored("\(index)")], modelDigest: model)
        }
        journal.send(requests)
        let answers = journal.next(requests.count)
        try #require(answers.count == requests.count)
        for (index, answer) in answers.enumerated() {
            if index % 5 == 4 {
                let stored = index / 5 * 4 + 4
                #expect(
                    answer
                        == .counts(ticket: UInt64(index), waiting: stored, reported: 0, partial: 0, cancelled: 0)
                )
            } else {
                let acceptance = Acceptance(id: stored("\(index)").id, isNew: true)
                #expect(answer == .stored(ticket: UInt64(index), [acceptance]))
            }
        }
    }

    @Test("two producers can't share a journal, and the second may have it after the first")
    func locking() throws {
        let folder = try TemporaryFolder()
        let first = try AskedJournal(folder.path)
        #expect(throws: JournalError.inUse(folder: folder.path)) { try AskedJournal(folder.path) }
        first.journal.close()
        let second = try AskedJournal(folder.path)
        #expect(second.ask(.counts(ticket: 1)) != nil)
    }

    @Test("a file that is no journal is refused with what it is")
    func wrongFiles() throws {
        let garbage = try TemporaryFolder()
        garbage.write([UInt8](repeating: 0x2A, count: 8192), to: "journal.sqlite")
        let error = #expect(throws: JournalError.self) { try AskedJournal(garbage.path) }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a torn write-ahead log costs what was not answered, no more")
    func tornLog() throws {
        let folder = try TemporaryFolder()
        let copy = try TemporaryFolder()
        let journal = try AskedJournal(folder.path)
        let (a, b) = (stored("a"), stored("b"))
        _ = journal.ask(.store(ticket: 1, [a], modelDigest: model))
        let answered = try #require(folder.read("journal.sqlite-wal"))
        _ = journal.ask(.store(ticket: 2, [b], modelDigest: model))
        let log = try #require(folder.read("journal.sqlite-wal"))
        try #require(log.count > answered.count)
        copy.write(try #require(folder.read("journal.sqlite")), to: "journal.sqlite")
        // As a crash in the middle of the second commit leaves it.
        copy.write(Array(log[..<(answered.count + (log.count - answered.count) / 2)]), to: "journal.sqlite-wal")
        let recovered = try AskedJournal(copy.path)
        #expect(recovered.ask(.states(ticket: 1, [a.id, b.id])) == .states(ticket: 1, [.waiting, nil]))
        let loaded = try #require(recovered.load(10))
        #expect(loaded == ([a.id], 0))
    }
}
