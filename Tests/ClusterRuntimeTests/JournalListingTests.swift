import Articles
import Cluster
import Testing

@Suite("What the journal lists", .timeLimit(.minutes(5)))
struct JournalListingTests {
    @Test("a page of the longest titles and sources fits a message; one article is shown with all of its own")
    func longTitles() throws {
        let journal = try AskedJournal(nil)
        let long = String(repeating: "ن", count: 8 << 20)
        let articles = (0..<4).map { Article(title: long, source: "\($0)" + long, text: "تم") }
        let stored = articles.map { StoredArticle(id: $0.id, article: $0) }
        for article in stored { _ = journal.ask(.store(ticket: 1, [article], modelDigest: "m")) }
        guard case .jobs(_, let page)? = journal.ask(.jobs(ticket: 2, state: nil, offset: 0, limit: 4)),
            case .job(_, let job?)? = journal.ask(.job(ticket: 3, stored[0].id))
        else {
            Issue.record("no answer")
            return
        }
        let title = String(repeating: "ن", count: 510) + "…"
        #expect(page.jobs.map(\.title) == [title, title, title, title])
        #expect(page.jobs.allSatisfy { $0.source.map { $0.utf8.count <= ClusterLimits.listedField } == true })
        #expect(job.title == long)
    }

    @Test("a page follows the one before, whatever has come in or gone meanwhile", arguments: [nil, JobState.waiting])
    func pages(state: JobState?) throws {
        let journal = try AskedJournal(nil)
        func store(_ numbers: ClosedRange<Int>) -> [ArticleID] {
            let articles = numbers.map { Article(source: "\($0)", text: "تم") }
            let stored = articles.map { StoredArticle(id: $0.id, article: $0) }
            _ = journal.ask(.store(ticket: 1, stored, modelDigest: "m"))
            return stored.map(\.id)
        }
        var before: UInt64?
        func page() -> [ArticleID]? {
            let question = JournalRequest.jobs(ticket: 2, state: state, before: before, limit: 2)
            guard case .jobs(_, let page)? = journal.ask(question) else { return nil }
            before = page.last
            return page.jobs.map(\.id)
        }
        let ids = store(0...4)
        #expect(page() == [ids[4], ids[3]])
        _ = store(5...9)
        _ = journal.ask(.cancel(ticket: 3, [ids[4]]))
        #expect(page() == [ids[2], ids[1]])
        #expect(page() == [ids[0]])
        #expect(page() == [])
        #expect(before == nil)
    }
}
