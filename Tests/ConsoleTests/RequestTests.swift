import Articles
import Console
import HTTPTypes
import Reports
import Testing

@Suite("Requests")
struct RequestTests {
    @Test(
        "queries are decoded",
        arguments: [
            ("a=1&b=2", "a", ["1"]), ("a=%D9%85%D8%B5%D8%B1", "a", ["مصر"]), ("a=x+y", "a", ["x y"]),
            ("a=1&a=2&a=", "a", ["1", "2"]), ("a", "a", []), ("=1", "a", []), ("a=%", "a", ["%"]),
            ("a=%zz%4", "a", ["%zz%4"]), ("a=%FF", "a", ["\u{FFFD}"]), ("&&a=1&&", "a", ["1"]), ("a=%20%20", "a", []),
            ("a=1=2", "a", ["1=2"]), ("a=%20x%20", "a", ["x"]),
        ]
    )
    func queries(_ text: String, _ name: String, _ values: [String]) {
        #expect(Parameters(text).all(name) == values)
    }

    @Test("what is encoded is decoded to the same")
    func roundTrip() {
        let value = "مصر & «أ»=+%?#\u{0}😀"
        let parameters = Parameters([("q", value), ("entity", "1"), ("entity", "2")])
        #expect(Parameters(parameters.query.dropFirst()) == parameters)
        #expect(parameters.without("entity", "1").all("entity") == ["2"])
        #expect(parameters.with("q", nil)["q"] == nil)
        #expect(parameters.adding("entity", "2") == parameters)
    }

    @Test("paths are taken apart before they are decoded")
    func paths() {
        #expect(ConsoleRequest(.get, "/a/b?c=d").path == ["a", "b"])
        #expect(ConsoleRequest(.get, "//a//").path == ["a"])
        #expect(ConsoleRequest(.get, "/a%2Fb/%2e%2e/%D9%85").path == ["a/b", "..", "م"])
        #expect(ConsoleRequest(.get, "/?q=1#x").parameters["q"] == "1")
    }

    @Test(
        "only requests that no foreign page can be behind are let in",
        arguments: [
            (.get, "localhost:8080", nil, nil, nil), (.get, "127.0.0.1:8080", nil, nil, nil),
            (.get, "[::1]:8080", nil, nil, nil), (.get, "192.168.1.7", nil, nil, nil),
            (.get, "console.example", nil, nil, nil), (.get, "CONSOLE.example:443", nil, nil, nil),
            (.get, "evil.example", nil, nil, "unknown-host"),
            (.get, "127.0.0.1.evil.example", nil, nil, "unknown-host"),
            (.get, "1.2.3.4.5", nil, nil, "unknown-host"), (.get, "256.1.1.1", nil, nil, "unknown-host"),
            (.get, "[evil.example]", nil, nil, "unknown-host"), (.get, nil, nil, nil, "bad-request"),
            (.get, "", nil, nil, "bad-request"), (.get, "user@localhost", nil, nil, "bad-request"),
            (.post, "localhost:8080", nil, nil, nil),
            (.post, "localhost:8080", "http://localhost:8080", "same-origin", nil),
            (.post, "localhost:8080", "http://localhost:9090", nil, "foreign-origin"),
            (.post, "localhost:8080", "http://evil.example", nil, "foreign-origin"),
            (.post, "localhost:8080", "null", nil, "foreign-origin"),
            (.post, "localhost:8080", "http://localhost:8080.evil.example", nil, "foreign-origin"),
            (.post, "localhost:8080", nil, "cross-site", "foreign-origin"),
            (.post, "localhost:8080", nil, "same-site", "foreign-origin"),
            (.get, "localhost:8080", "http://evil.example", "cross-site", nil),
        ] as [(HTTPRequest.Method, String?, String?, String?, String?)]
    )
    func guarding(
        _ method: HTTPRequest.Method,
        _ authority: String?,
        _ origin: String?,
        _ site: String?,
        _ code: String?
    ) {
        var request = ConsoleRequest(method, "/v1/articles", authority: authority)
        request.fields[.origin] = origin
        if let site, let name = HTTPField.Name("Sec-Fetch-Site") { request.fields[name] = site }
        let guarding = RequestGuard(allowedHosts: ["Console.example"])
        do throws(Refusal) {
            try guarding.check(request)
            #expect(code == nil)
        } catch {
            #expect(error.code == code)
        }
    }

    @Test("a form with files is taken apart")
    func forms() throws {
        let body = """
            --x-y\r\nContent-Disposition: form-data; name="text"\r\n\r\nسطر\r\n--not\r\n\r\n--x-y\r\n\
            content-disposition: form-data; name="files"; filename="C:\\a/b%22c.txt"\r\nContent-Type: text/plain\r\n\r\n\
            \r\n--x-y\r\nContent-Disposition: form-data; name=bare\r\n\r\n1\r\n--x-y--\r\n
            """
        let form = try #require(MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=\"x-y\""))
        #expect(form.parts.map(\.name) == ["text", "files", "bare"])
        #expect(form.parts.map(\.fileName) == [nil, "b\"c.txt", nil])
        #expect(form.parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["سطر\r\n--not\r\n", "", "1"])
    }

    @Test(
        "what is no form is none",
        arguments: [
            "", "--x", "--x--", "--x\r\n", "--x\r\n\r\n", "--x\r\nA: b\r\n\r\ntext", "x\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x", "--x\r\nA: b\r\n\r\nb\r\n--x--",
        ]
    )
    func noForms(_ body: String) {
        let form = MultipartForm(Array(body.utf8), contentType: "multipart/form-data; boundary=x")
        #expect(form == nil || form?.parts.isEmpty == true)
        #expect(MultipartForm(Array(body.utf8), contentType: "multipart/form-data") == nil)
    }

    @Test("an upload gives the articles that `warraq submit` would")
    func uploads() {
        let text = "أعلنت وزارة الخارجية المصرية أن الوزير سيزور بيروت الأسبوع المقبل لإجراء محادثات."
        var upload = Upload()
        upload.read(Array(text.utf8), name: "a.txt")
        upload.read(object: Array("{\n \"title\": \"عنوان\",\n \"text\": \"\(text)\"\n}\n".utf8))
        upload.read(Array("{\"text\": \"\(text)\", \"source\": \"ص\"}\n{\"x\": 1}\n".utf8), name: "b.jsonl")
        upload.read(pasted: "\(text)\r\n\(text)", title: " ع  و ", url: "", published: nil, source: nil)
        #expect(upload.articles.map(\.source) == ["a.txt", nil, "ص", nil])
        #expect(upload.articles.map(\.title) == [nil, "عنوان", nil, "ع و"])
        #expect(upload.articles.first?.text == text)
        #expect(upload.articles.last?.text == "\(text)\n\(text)")
        #expect(upload.problems.map(\.input) == ["b.jsonl"] && upload.problems.map(\.line) == [2])
        #expect(upload.articles.first?.id == Article(source: "a.txt", text: text).id)
    }

    @Test(
        "the language is the browser's",
        arguments: [
            ("", "en"), ("ar", "ar"), ("ar-EG,en;q=0.8", "ar"), ("en-GB,ar;q=0.9", "en"),
            ("fr,ar;q=0.5,en;q=0.4", "ar"),
            ("fr", "en"), ("ar;q=0,en", "en"), ("*", "en"), ("ar;q=x", "ar"), (";;,,", "en"),
        ]
    )
    func languages(_ header: String, _ language: String) {
        #expect(PageContext.accepted(header).rawValue == language)
    }

    @Test("comma-separated values hold what names hold")
    func csv() {
        var csv = CSV(["a", "b"])
        csv.row(["x,y", "\"z\"\n"])
        csv.row(["=1+1", "-5"])
        csv.row(["-cmd", "@x"])
        #expect(
            String(decoding: csv.bytes, as: UTF8.self)
                == "a,b\r\n\"x,y\",\"\"\"z\"\"\n\"\r\n'=1+1,-5\r\n'-cmd,'@x\r\n"
        )
    }

    @Test(
        "what a spreadsheet takes for a formula is none, whatever joins its first letter",
        arguments: ["-\u{200D}1+2", "=\u{301}1", "\r\n=1+2", "\n=1", "\t=1", "@\u{FE0F}x", "+1"]
    )
    func formulas(_ cell: String) {
        var csv = CSV([])
        csv.row([cell])
        #expect(String(decoding: csv.bytes, as: UTF8.self).contains("'" + cell))
    }
}
