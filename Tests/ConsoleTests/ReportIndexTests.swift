import Articles
import Console
import Extraction
import Foundation
import Testing

@Suite("The index of reports")
struct ReportIndexTests {
    private func filled() throws -> TemporaryIndex {
        let made = try TemporaryIndex()
        try made.put([
            MadeUpReport(
                number: 1,
                title: "زيارة",
                source: "أ",
                published: "2026-01-10",
                text: "وصل الوزير إلى بيروت لإجراء محادثات.",
                entities: [(.location, "بيروت", "Q3820"), (.location, "لبنان", "LB")],
                topics: [("11000000", "سياسة")]
            ),
            MadeUpReport(
                number: 2,
                title: "أسواق",
                source: "ب",
                published: "Mon, 12 Jan 2026 10:00:00 GMT",
                text: "ارتفعت أسعار النفط في الأسواق.",
                entities: [(.location, "لبنان", "LB"), (.organization, "أوبك", nil)],
                topics: [("04000000", "اقتصاد")],
                phrases: ["أسعار النفط"]
            ),
            MadeUpReport(
                number: 3,
                title: "ناقص",
                source: "أ",
                published: nil,
                text: "قال إن النفط لن يرتفع.",
                entities: [(.organization, "أوبك", nil)],
                problems: ["this section could not be analysed"]
            ),
        ])
        return made
    }

    private func query(_ change: (inout ArticleQuery) -> Void) -> ArticleQuery {
        var query = ArticleQuery()
        change(&query)
        return query
    }

    @Test("text is found through clitics, in phrases, without what is excluded")
    func text() async throws {
        let made = try filled()
        #expect(try await made.find("بيروت") == [1])
        #expect(try await made.find("نفط") == [2, 3])
        #expect(try await made.find("«اسعار النفط»") == [2])
        #expect(try await made.find("«النفط اسعار»") == [])
        #expect(try await made.find("نفط -أسعار") == [3])
        #expect(try await made.find("-نفط") == [1])
        #expect(try await made.find("محاد*") == [1])
        #expect(try await made.find("أسواق") == [2])
        #expect(try await made.find("لا وجود لها") == [])
    }

    @Test("all conditions must hold")
    func conditions() async throws {
        let made = try filled()
        let found = try await made.index.entities(named: "لبنان", types: [], limit: 5)
        let lebanon = try #require(found.first)
        #expect(found.count == 1 && lebanon.reports == 2 && lebanon.link == "iso3166:LB")
        let opec = try #require(try await made.index.entities(named: "اوبك", types: [.organization], limit: 5).first)
        #expect(try await made.find(query { $0.entities = [lebanon.id] }).sorted() == [1, 2])
        #expect(try await made.find(query { $0.entities = [lebanon.id, opec.id] }) == [2])
        #expect(try await made.find(query { $0.source = "أ" }).sorted() == [1, 3])
        #expect(try await made.find(query { $0.state = .partial }) == [3])
        #expect(
            try await made.find(
                query {
                    $0.from = "2026-01-11"; $0.until = "2026-01-31"
                }
            ) == [2]
        )
        #expect(
            try await made.find(
                query {
                    $0.source = "أ"; $0.text = "نفط"
                }
            ) == [3]
        )
        let page = try await made.index.articles(query { $0.text = "نفط" }, terms: SearchTerms(segmentation: nil))
        #expect(page.topics.map(\.englishName) == ["topic 04000000"])
        #expect(page.entities.first?.name == "أوبك")
        let economy = try #require(page.topics.first)
        #expect(try await made.find(query { $0.themes = [economy.id] }) == [2])
    }

    @Test("pages follow one another, in each order")
    func pages() async throws {
        let made = try TemporaryIndex()
        try made.put((1...25).map { MadeUpReport(number: $0, published: "2026-01-\($0 < 10 ? "0" : "")\($0)") })
        for order in ArticleQuery.Order.allCases {
            var seen: [Int] = []
            for offset in stride(from: 0, to: 30, by: 10) {
                seen += try await made.find(
                    query {
                        $0.limit = 10; $0.offset = offset; $0.order = order
                    }
                )
            }
            #expect(seen == Array((1...25).reversed()))
        }
    }

    @Test("a report that changes or goes leaves nothing behind")
    func changes() async throws {
        let made = try filled()
        try made.put([MadeUpReport(number: 1, title: "آخر", text: "نص جديد.", entities: [(.person, "سعاد", nil)])])
        #expect(try await made.find("بيروت") == [])
        #expect(try await made.find("جديد") == [1])
        let lebanon = try #require(try await made.index.entities(named: "لبنان", types: [], limit: 1).first)
        #expect(lebanon.reports == 1)
        #expect(try await made.index.entities(named: "بيروت", types: [], limit: 1).isEmpty)
        #expect(try made.index.apply([.gone(ArticleID(high: 0, low: 1)), .gone(ArticleID(high: 0, low: 2))]))
        #expect(try await made.find(ArticleQuery()) == [3])
        #expect(try await made.index.entities(named: "", types: [], limit: 9).map(\.name) == ["أوبك"])
        #expect(try await made.index.counts() == [.partial: 1])
    }

    @Test("a file that is no report is listed with the reason")
    func unreadable() async throws {
        let made = try filled()
        let id = ArticleID(high: 0, low: 9)
        let stamp = FileStamp(modified: 0, size: 3, inode: 7)
        #expect(try made.index.apply([.unreadable(id, stamp, reason: "not JSON")]))
        let row = try #require(try await made.index.article(id))
        #expect(row.state == .unreadable && row.problem == "not JSON" && row.day == "1970-01-01")
        #expect(try made.index.stamps()[id] == stamp)
    }

    @Test(
        "an index that can't be read, or is of another version, is made anew",
        arguments: ["other", "garbage", "schema"]
    )
    func damage(_ kind: String) async throws {
        let folder = try TemporaryIndex.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var index = try ReportIndex(folder: folder.path, logger: TemporaryIndex.logger)
        var terms = SearchTerms(segmentation: nil)
        #expect(try index.apply((1...50).map { MadeUpReport(number: $0).change(&terms) }))
        index.close()
        let file = folder.appending(path: "index.sqlite")
        var bytes = try Data(contentsOf: file)
        switch kind {
        // `user_version` stands at offset 60.
        case "other": bytes[63] = 99
        // The second page on, where the tables' description goes on.
        case "schema": bytes.replaceSubrange(4096..<bytes.count, with: repeatElement(0xAA, count: bytes.count - 4096))
        default: bytes = Data("no database".utf8)
        }
        try bytes.write(to: file)
        index = try ReportIndex(folder: folder.path, logger: TemporaryIndex.logger)
        defer { index.close() }
        #expect(try index.stamps().isEmpty)
        #expect(try index.apply([MadeUpReport(number: 1).change(&terms)]))
        #expect(try await index.counts() == [.whole: 1])
    }

    @Test("a database of another program is left alone")
    func foreign() throws {
        let folder = try TemporaryIndex.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let index = try ReportIndex(folder: folder.path, logger: TemporaryIndex.logger)
        index.close()
        let file = folder.appending(path: "index.sqlite")
        var bytes = try Data(contentsOf: file)
        // `application_id` stands at offset 68.
        bytes.replaceSubrange(68..<72, with: [1, 2, 3, 4])
        try bytes.write(to: file)
        #expect(throws: IndexError.foreign(path: file.path)) {
            _ = try ReportIndex(folder: folder.path, logger: TemporaryIndex.logger)
        }
        #expect(try Data(contentsOf: file) == bytes)
    }

    @Test("an index belongs to one console, and no other program's database is touched")
    func owners() throws {
        let made = try TemporaryIndex()
        let folder = made.folder.appending(path: "index").path
        #expect(throws: IndexError.inUse(folder: folder)) {
            _ = try ReportIndex(folder: folder, logger: TemporaryIndex.logger)
        }
    }
}
