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
        guard case .jobs(_, let jobs)? = journal.ask(.jobs(ticket: 2, state: nil, offset: 0, limit: 4)),
            case .job(_, let job?)? = journal.ask(.job(ticket: 3, stored[0].id))
        else {
            Issue.record("no answer")
            return
        }
        let title = String(repeating: "ن", count: 510) + "…"
        #expect(jobs.map(\.title) == [title, title, title, title])
        #expect(jobs.allSatisfy { $0.source.map { $0.utf8.count <= ClusterLimits.listedField } == true })
        #expect(job.title == long)
    }
}
