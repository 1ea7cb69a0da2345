import Articles
import Cluster
import ClusterRuntime
import Testing

@Suite("The order in which the journal gives articles", .timeLimit(.minutes(5)))
struct JournalOrderTests {
    private static let (first, second, third) = (
        Submitter(PeerID("first")), Submitter(PeerID("second")), Submitter(PeerID("third"))
    )

    private func stored(_ name: String, _ submitter: Submitter, _ priority: Priority = .normal) -> StoredArticle {
        let article = Article(source: name, text: "قال \(name) إن روسيا")
        return StoredArticle(id: article.id, article: article, submitter: submitter, priority: priority)
    }

    private func store(
        _ journal: AskedJournal,
        _ names: [String],
        _ submitter: Submitter,
        _ priority: Priority = .normal
    ) {
        let articles = names.map { stored($0, submitter, priority) }
        _ = journal.ask(.store(ticket: 1, articles, modelDigest: "m"))
    }

    /// The names of what is loaded.
    private func load(_ journal: AskedJournal, _ count: Int) -> [String] {
        guard case .loaded(_, let articles, _) = journal.ask(.load(ticket: 2, count: count, bytes: 1 << 30)) else {
            return []
        }
        return articles.compactMap(\.article.source)
    }

    @Test("submitters take turns, each in its own order")
    func turns() throws {
        let journal = try AskedJournal(nil)
        store(journal, ["a1", "a2", "a3", "a4"], Self.first)
        store(journal, ["b1", "b2"], Self.second)
        store(journal, ["c1"], Self.third)
        #expect(load(journal, 10) == ["a1", "b1", "c1", "a2", "b2", "a3", "a4"])
    }

    @Test("an article that is submitted alone is next, however many wait")
    func alone() throws {
        let journal = try AskedJournal(nil)
        store(journal, (0..<500).map { "a\($0)" }, Self.first)
        #expect(load(journal, 100) == (0..<100).map { "a\($0)" })
        store(journal, ["b"], Self.second)
        #expect(load(journal, 2) == ["b", "a100"])
        // Its turns of before are not saved up.
        store(journal, ["b2", "b3"], Self.second)
        #expect(load(journal, 5) == ["b2", "a101", "b3", "a102", "a103"])
    }

    @Test("a higher priority goes before everything else, and takes turns too")
    func priorities() throws {
        let journal = try AskedJournal(nil)
        store(journal, ["low"], Self.first, .low)
        store(journal, ["a1", "a2"], Self.first)
        store(journal, ["urgent1", "urgent2"], Self.first, .high)
        store(journal, ["urgent3"], Self.second, .high)
        #expect(load(journal, 4) == ["urgent1", "urgent3", "urgent2", "a1"])
        store(journal, ["urgent4"], Self.second, .high)
        #expect(load(journal, 4) == ["urgent4", "a2", "low"])
    }

    @Test("what waits is moved forward by who submits it alone, or more urgently, and never loaded twice")
    func again() throws {
        let journal = try AskedJournal(nil)
        store(journal, (0..<20).map { "a\($0)" }, Self.first)
        #expect(load(journal, 2) == ["a0", "a1"])
        // Loaded already: nothing to move.
        store(journal, ["a0"], Self.second)
        store(journal, ["a15"], Self.second)
        store(journal, ["a19"], Self.first, .high)
        store(journal, ["a18"], Self.first, .low)
        // By its own submitter: it keeps its place.
        store(journal, ["a10"], Self.first)
        #expect(load(journal, 4) == ["a19", "a2", "a15", "a3"])
        let rest = load(journal, 100)
        #expect(rest == [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18].map { "a\($0)" })
        #expect(load(journal, 1) == [])
    }

    @Test("a producer that starts anew goes on in the same order")
    func restart() throws {
        let folder = try TemporaryFolder()
        do {
            let journal = try AskedJournal(folder.path)
            store(journal, ["a1", "a2", "a3"], Self.first)
            store(journal, ["b1", "b2"], Self.second)
            store(journal, ["c1"], Self.third, .high)
            _ = load(journal, 3)
            journal.journal.close()
        }
        let journal = try AskedJournal(folder.path)
        #expect(load(journal, 2) == ["c1", "a1"])
        store(journal, ["d1"], Self.third)
        #expect(load(journal, 10) == ["b1", "d1", "a2", "b2", "a3"])
    }

    @Test("what was cancelled or reported before it was loaded is not counted as left")
    func counting() throws {
        let journal = try AskedJournal(nil)
        store(journal, ["a1", "a2", "a3"], Self.first)
        store(journal, ["b1", "b2"], Self.second, .low)
        _ = load(journal, 1)
        _ = journal.ask(.cancel(ticket: 3, [stored("a2", Self.first).id, stored("b1", Self.second).id]))
        _ = journal.ask(
            .settle(ticket: 4, [ReportedArticle(id: stored("a1", Self.first).id, missingSections: 0)], modelDigest: "m")
        )
        let loaded = try #require(journal.load(1))
        #expect(loaded.ids == [stored("a3", Self.first).id] && loaded.remaining == 1)
        #expect(load(journal, 5) == ["b2"])
    }

    @Test("what is retried goes before what others have waiting")
    func retried() throws {
        let journal = try AskedJournal(nil)
        store(journal, (0..<10).map { "a\($0)" }, Self.first)
        _ = load(journal, 3)
        let partial = stored("a0", Self.first).id
        _ = journal.ask(.settle(ticket: 3, [ReportedArticle(id: partial, missingSections: 1)], modelDigest: "m"))
        _ = journal.ask(.retry(ticket: 4, [partial]))
        #expect(load(journal, 2) == ["a0", "a3"])
    }
}
