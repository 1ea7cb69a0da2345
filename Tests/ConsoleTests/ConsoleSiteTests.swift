import ClusterRuntime
import Console
import Extraction
import Foundation
import HTTPTypes
import Reports
import Testing

@Suite("The console's answers")
struct ConsoleSiteTests {
    private static let hostile = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"

    private func site(allowsControl: Bool = false) throws -> MadeUpSite {
        try MadeUpSite(
            [
                MadeUpReport(
                    number: 1,
                    title: Self.hostile,
                    source: Self.hostile,
                    url: "javascript:alert(1)",
                    text: Self.hostile + " بيروت",
                    entities: [(.person, Self.hostile, nil), (.location, "بيروت", "Q3820")],
                    topics: [("11000000", Self.hostile)],
                    phrases: [Self.hostile],
                    problems: [Self.hostile]
                ),
                MadeUpReport(number: 2, entities: [(.location, "بيروت", "Q3820")]),
            ],
            allowsControl: allowsControl
        )
    }

    @Test(
        "every page shows, in both languages, and nothing of an article becomes markup",
        arguments: [
            "/", "/articles", "/articles?q=%3Cscript%3Ealert(1)%3C/script%3E", "/articles?state=partial",
            "/articles?source=%22%3E%3Cscript%3E", "/articles/00000000000000000000000000000001", "/across",
            "/across?subject=phrases", "/across/sources", "/across/together", "/entities/1", "/topics/1", "/phrases/2",
            "/nothing/%3Cscript%3E", "/entities/999",
        ]
    )
    func pages(_ target: String) async throws {
        let site = try site()
        for language in ["en", "ar"] {
            let page = await site.page(target, language: language)
            let isThere = !target.hasPrefix("/nothing") && target != "/entities/999"
            #expect(page.status == (isThere ? 200 : 404))
            #expect(page.text.hasPrefix("<!DOCTYPE html>"))
            #expect(page.text.contains("lang=\"\(language)\" dir=\"\(language == "ar" ? "rtl" : "ltr")\""))
            #expect(!page.text.contains("<script>alert"))
            #expect(!page.text.contains("<img"))
            #expect(!page.text.contains("href=\"javascript:"))
        }
    }

    @Test(
        "what is asked wrongly is refused with the reason",
        arguments: [
            (.get, "/v1/nothing", 404, "not-found"), (.get, "/v1/articles/xyz", 404, "not-found"),
            (.get, "/v1/articles/..%2F..%2Fetc%2Fpasswd/report", 404, "not-found"),
            (.get, "/assets/..%2Fconsole.css", 404, "not-found"), (.get, "/v1/articles?limit=0", 400, "bad-request"),
            (.get, "/v1/articles?limit=501", 400, "bad-request"), (.get, "/v1/articles?from=soon", 400, "bad-request"),
            (.get, "/v1/articles?from=2026-02-30", 400, "bad-request"),
            (.get, "/v1/articles?state=odd", 400, "bad-request"),
            (.get, "/v1/articles?entity=x", 400, "bad-request"),
            // What has no report can't be looked into, whatever is asked; nor can what is not understood be asked for.
            (.get, "/v1/articles?state=waiting&order=bogus", 400, "bad-request"),
            (.get, "/v1/articles?state=waiting&order=written", 400, "bad-request"),
            (.get, "/v1/articles?state=cancelled&q=x", 400, "bad-request"),
            (.get, "/v1/articles?state=cancelled&entity=1&from=2026-01-01", 400, "bad-request"),
            (.get, "/v1/articles?state=waiting&limit=501", 400, "bad-request"),
            (.get, "/v1/articles?state=waiting&q=&order=newest&limit=5", 503, "unavailable"),
            (.get, "/v1/trends?days=0", 400, "bad-request"),
            (.get, "/v1/trends?type=PLACE", 400, "bad-request"), (.get, "/v1/trends?format=xml", 400, "bad-request"),
            (.delete, "/v1/articles", 405, "method-not-allowed"), (.post, "/v1/trends", 405, "method-not-allowed"),
            (.get, "/v1/articles/00000000000000000000000000000001/retry", 405, "method-not-allowed"),
            (.post, "/v1/articles", 403, "read-only"), (.post, "/v1/index/rebuild", 403, "read-only"),
            (.post, "/v1/articles/00000000000000000000000000000001/retry", 403, "read-only"),
            (.post, "/submit", 403, "read-only"), (.get, "/submit", 403, "read-only"),
            // There is no cluster.
            (.get, "/v1/articles/00000000000000000000000000000009/report", 503, "unavailable"),
        ] as [(HTTPRequest.Method, String, Int, String)]
    )
    func refusals(_ method: HTTPRequest.Method, _ target: String, _ status: Int, _ code: String) async throws {
        let answer = try await site().ask(method, target, type: "text/plain", "x")
        #expect(answer.status == status)
        #expect(answer.json["code"] as? String == code)
        #expect((answer.json["detail"] as? String)?.isEmpty == false)
    }

    @Test("a request from another site's page is refused, whatever it asks")
    func foreign() async throws {
        let site = try site(allowsControl: true)
        var request = ConsoleRequest(.post, "/v1/articles")
        request.fields[.origin] = "http://evil.example"
        #expect(await site.site.answer(request).status == .forbidden)
        request = ConsoleRequest(.get, "/v1/articles", authority: "evil.example")
        #expect(await site.site.answer(request).status == .misdirectedRequest)
    }

    @Test(
        "the list of what waits is asked for by the same rules as a page",
        arguments: ["order=bogus", "q=x", "source=x"]
    )
    func waitingPage(_ condition: String) async throws {
        #expect(await (try site()).page("/articles?state=waiting&\(condition)").status == 400)
    }

    @Test("who asks for the head of events does not listen", arguments: ["/events", "/v1/events"])
    func eventsHead(_ target: String) async throws {
        let site = try site()
        let answer = await site.site.answer(ConsoleRequest(.head, target))
        #expect(answer.status == .ok && answer.fields[.contentType] == "text/event-stream")
        #expect(site.site.feed.listenerCount == 0)
    }

    @Test("a report that is a link is not given out, and one that is too large is not read, and why is said")
    func unreadableFiles() async throws {
        let site = try site()
        let secret = site.made.folder.appending(path: "secret")
        try Data("secret".utf8).write(to: secret)
        let reports = site.made.folder.appending(path: "reports")
        func file(_ number: Int) -> URL { reports.appending(path: "\(MadeUpReport(number: number).id).json") }
        try FileManager.default.createSymbolicLink(at: file(7), withDestinationURL: secret)
        #expect(FileManager.default.createFile(atPath: file(8).path, contents: nil))
        try FileHandle(forWritingTo: file(8)).truncate(atOffset: UInt64(ReportFile.largest) + 1)
        for (number, reason) in [(7, "is a link"), (8, "has 256 MiB")] {
            let id = MadeUpReport(number: number).id
            let answer = await site.ask(.get, "/v1/articles/\(id)/report")
            #expect(answer.status == 422 && answer.json["code"] as? String == "unreadable")
            #expect((answer.json["detail"] as? String)?.contains("\(id).json \(reason)") == true)
            #expect(await site.page("/articles/\(id)").status == 422)
        }
    }

    @Test("a report that can't be opened is refused with the file's own reason")
    func closedFile() async throws {
        let site = try site()
        // A folder can be opened and not read, by whoever runs this.
        let id = MadeUpReport(number: 9).id
        let place = site.made.folder.appending(path: "reports").appending(path: "\(id).json")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let answer = await site.ask(.get, "/v1/articles/\(id)/report")
        #expect(answer.status == 503)
        #expect(answer.json["detail"] as? String == "can't read \(place.path): Is a directory")
    }

    @Test("programs find reports and get them as they were written")
    func programs() async throws {
        let site = try site()
        let list = await site.ask(.get, "/v1/articles?q=%D8%A8%D9%8A%D8%B1%D9%88%D8%AA")
        #expect(list.json["total"] as? Int == 1)
        let article = try #require((list.json["articles"] as? [[String: Any]])?.first)
        #expect(
            article["state"] as? String == "partial" && article["problem"] as? String == "section 0: \(Self.hostile)"
        )
        let target = try #require(article["report"] as? String)
        let answer = await site.site.answer(ConsoleRequest(.get, target))
        #expect(answer.bytes == (try site.site.files.bytes(of: MadeUpReport(number: 1).id)))
        let entities = await site.ask(.get, "/v1/entities?q=%D8%A8%D9%8A%D8%B1%D9%88%D8%AA")
        let beirut = try #require((entities.json["entities"] as? [[String: Any]])?.first)
        #expect(beirut["reports"] as? Int == 2 && beirut["link"] as? String == "wikidata:Q3820")
    }

    @Test("what no article can be read from is not accepted, and what it is not is said")
    func submissions() async throws {
        let site = try site(allowsControl: true)
        #expect(await site.ask(.post, "/v1/articles", type: "application/pdf", "x").status == 415)
        #expect(await site.ask(.post, "/v1/articles", "x").status == 415)
        let answer = await site.ask(.post, "/v1/articles", type: "application/json", "{\"title\": \"x\"}")
        #expect(answer.status == 422)
        #expect((answer.json["refused"] as? [Any])?.count == 1)
        // What could be taken needs a cluster.
        let text = "أعلنت وزارة الخارجية المصرية أن الوزير سيزور بيروت الأسبوع المقبل."
        #expect(await site.ask(.post, "/v1/articles", type: "text/plain; charset=utf-8", text).status == 503)
    }

    @Test("the language is changed by a link that leads nowhere else")
    func languageLink() async throws {
        let site = try site()
        for (to, place) in [
            ("/articles?q=a", "/articles?q=a"), ("//evil.example", "/"), ("https://evil.example", "/"),
            ("/\\evil", "/"),
        ] {
            let answer = await site.site.answer(ConsoleRequest(.get, "/language/ar" + Parameters([("to", to)]).query))
            #expect(answer.status == .seeOther && answer.fields[.location] == place)
            #expect(answer.fields[.setCookie]?.hasPrefix("warraq.language=ar; Path=/;") == true)
        }
        var request = ConsoleRequest(.get, "/articles")
        request.fields[.cookie] = "a=b; warraq.language=ar"
        request.fields[.acceptLanguage] = "en"
        #expect(String(decoding: await site.site.answer(request).bytes, as: UTF8.self).contains("dir=\"rtl\""))
    }

    @Test("every phrase is said in both languages")
    func phrases() {
        for phrase in Phrase.allCases {
            let (english, arabic) = (phrase.text(in: .english), phrase.text(in: .arabic))
            #expect(!english.isEmpty && !arabic.isEmpty)
            #expect(english != arabic)
            let isArabic = arabic.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
            #expect(isArabic || phrase == .language, "\(phrase)")
        }
    }

    @Test("what the description says is what the console answers")
    func description() async throws {
        let site = try site(allowsControl: true)
        let description = try JSONSerialization.jsonObject(with: Data(ConsoleAssets.openAPI)) as? [String: Any]
        let paths = try #require(description?["paths"] as? [String: [String: [String: Any]]])
        #expect(paths.count >= 12)
        for (path, methods) in paths where path != "/v1/events" {
            for (name, operation) in methods {
                let method = try #require(HTTPRequest.Method(name.uppercased()))
                let target = path.replacing("{id}", with: "00000000000000000000000000000001")
                let answer = await site.ask(method, target, type: "text/plain", "x")
                let responses = try #require(operation["responses"] as? [String: Any])
                #expect(responses["\(answer.status)"] != nil, "\(name) \(path): \(answer.status)")
            }
        }
    }
}
