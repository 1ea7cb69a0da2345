import Articles
import Cluster
import ClusterRuntime
import Extraction
import Testing

@Suite("The cluster in one process", .serialized, .timeLimit(.minutes(5)))
struct LocalClusterTests {
    private func run(_ articles: [Article], workers: Int, open: Int = 512, articleBytes: Int = 1 << 20) throws
        -> [LocalOutcome]
    {
        var cluster = LocalCluster(
            workers: workers,
            model: try Model.embedded(),
            softwareVersion: "test",
            destination: .none,
            logger: silent,
            split: Newsroom.split
        )
        cluster.configuration.openArticles = open
        cluster.configuration.openArticlesPerWorker = 0
        cluster.configuration.articleBytes = articleBytes
        var outcomes: [LocalOutcome] = []
        var rest = articles.makeIterator()
        try cluster.run({ rest.next() }, outcome: { outcomes.append($0) })
        return outcomes
    }

    @Test("one worker and four give the same reports, in the order of the input")
    func sameReports() throws {
        let articles = Newsroom.articles(150)
        let one = try run(articles, workers: 1)
        let four = try run(articles, workers: 4, open: 16)
        #expect(one == four)
        let ids: [ArticleID?] = one.map { outcome in
            if case .reported(let id, _, 0) = outcome { id } else { nil }
        }
        #expect(ids == articles.map(\.id))
    }

    @Test("an article that comes again is reported once")
    func repetition() throws {
        let article = Newsroom.article(1)
        let outcomes = try run([article, Newsroom.article(2), article], workers: 2)
        try #require(outcomes.count == 3)
        #expect(outcomes[2] == .repeated(article.id))
    }

    @Test("an article that is too large is refused, and the others are reported")
    func tooLarge() throws {
        let large = Article(source: "large.txt", text: String(repeating: "خبر ", count: 1000))
        let outcomes = try run([Newsroom.article(1), large, Newsroom.article(2)], workers: 1, articleBytes: 6000)
        try #require(outcomes.count == 3)
        for index in [0, 2] {
            guard case .reported = outcomes[index] else {
                Issue.record("\(outcomes[index])")
                continue
            }
        }
        guard case .refused(let reason) = outcomes[1] else {
            Issue.record("\(outcomes[1])")
            return
        }
        #expect(reason.contains("bytes"))
    }

    @Test("no articles give no reports")
    func empty() throws {
        try #expect(run([], workers: 2).isEmpty)
    }

    @Test("reports go into the folder, which is made")
    func folder() throws {
        let folder = try TemporaryFolder()
        let cluster = LocalCluster(
            workers: 2,
            model: try Model.embedded(),
            softwareVersion: "test",
            destination: .folder(folder.file("a/reports")),
            logger: silent,
            split: Newsroom.split
        )
        let articles = Newsroom.articles(20)
        var rest = articles.makeIterator()
        var written: [String: [UInt8]] = [:]
        try cluster.run({ rest.next() }) { outcome in
            if case .reported(let id, let bytes, _) = outcome { written["\(id).json"] = bytes }
        }
        #expect(written.count == 20)
        for (name, bytes) in written { #expect(folder.read("a/reports/" + name) == bytes) }
    }

    @Test("a folder that can't be made is said by name")
    func badFolder() throws {
        let folder = try TemporaryFolder()
        folder.write([1], to: "file")
        let cluster = LocalCluster(
            workers: 1,
            model: try Model.embedded(),
            softwareVersion: "test",
            destination: .folder(folder.file("file/reports")),
            logger: silent,
            split: Newsroom.split
        )
        let error = #expect(throws: LocalClusterError.self) { try cluster.run({ nil }, outcome: { _ in }) }
        #expect(error?.description.contains(folder.path) == true, "\(String(describing: error))")
    }
}
