import Articles
import Testing

/// An object on each line.
extension ReaderTests {
    @Test("a broken line of JSON Lines harms itself alone")
    func brokenLine() throws {
        let lines = (1...9).map { $0 == 7 ? "{\"text\": \"مقطوع" : "{\"text\": \"نص \($0)\"}" }
        let path = try folder.write("articles.jsonl", lines.joined(separator: "\n").utf8)
        let results = read(path)
        #expect(results.count == 9)
        #expect(
            results[6] == "! articles.jsonl, line 7: not JSON (unexpected end of input); the other lines were taken"
        )
        #expect(results[7] == "نص 8")
    }

    @Test("the fields of an object are kept")
    func fields() throws {
        let line = """
            {"id": 17, "url": "https://a.org/\\u0661", "title": "عنوان \\"أ\\"", "published": "2026-11-23", "text": "نص\\n\\ud83d\\ude00", \
            "tags": ["a", {"b": [1.5e3, null, true]}], "source": null}
            """
        let path = try folder.write(
            "a.ndjson",
            "\u{FEFF}\(line)\r\n\n  \n{\"source\": \"وكالة\", \"text\": \"س\"}".utf8
        )
        let articles = try ArticleReader(inputs: [path]).map { try $0.get() }
        #expect(
            articles == [
                Article(
                    title: "عنوان \"أ\"",
                    source: "a.ndjson",
                    url: "https://a.org/١",
                    published: "2026-11-23",
                    externalID: "17",
                    text: "نص\n😀"
                ), Article(source: "وكالة", text: "س"),
            ]
        )
    }

    @Test(
        "an object that is no article says why",
        arguments: [
            ("{\"text\":\"a\"} x", "not JSON (unexpected «x» at byte 13)"), ("[1]", "not a JSON object"),
            ("\"text\"", "not a JSON object"), ("{\"text\":5}", "\"text\" is not a string"),
            ("{'text':1}", "not JSON (unexpected «'» at byte 1)"),
            ("{\"text\":\"a\",\"text\":\"b\"}", "\"text\" stands twice"),
            ("{\"text\":\"\\ud800\"}", "not Unicode (half a surrogate pair at byte 11)"),
            ("{\"text\":\"\\ud800\\u0041\"}", "not Unicode (half a surrogate pair at byte 11)"),
            ("{\"text\":\"a\\u0000\"}", "its text holds a NUL character"),
            ("{\"text\":\"\\u0627\\u0644\\ud800\"}", "not Unicode (half a surrogate pair at byte 23)"),
            ("{\"text\":\"\\u0627\\u06G4\"}", "not JSON (unexpected «G» at byte 19)"),
            ("{\"text\":\"\\u0627\\uG627\"}", "not JSON (unexpected «G» at byte 17)"),
            ("{\"text\":\"\\u0627\\u06", "not JSON (unexpected end of input)"),
            ("{\"text\":\"\\u0627\\x\"}", "not JSON (unexpected «x» at byte 16)"),
            ("{\"text\":\"a\",}", "not JSON (unexpected «}» at byte 12)"),
            ("{\"text\":null}", "the object has no \"text\" and no \"html\""),
            ("{}", "the object has no \"text\" and no \"html\""),
            ("{\"text\":\" \"}", "nothing but white space"),
            ("{\"html\":\"<p>\"}", "the page has no text of an article"),
            ("{\"text\":\"וזה עברית\"}", "not Arabic but Hebrew"),
            ("{\"text\":\"a\",\"title\":[]}", "\"title\" is not a string"),
            ("{\"text\":\"a\",\"id\":1.5}", "\"id\" is not a string"),
            ("{\"text\":\"\\x\"}", "not JSON (unexpected «x» at byte 10)"),
            ("{\"text\":\"a\tb\"}", "not JSON (unexpected control character at byte 10)"),
            ("nul", "not JSON (unexpected end of input)"),
            ("{\"text\":01}", "not JSON (unexpected «1» at byte 9)"),
            (String(repeating: "[", count: 100_000), "nested deeper than 256"),
            ("{\"ن\":ن}", "not JSON (unexpected «ن» at byte 6)"),
        ]
    )
    func badObjects(line: String, reason: String) throws {
        let path = try folder.write("a.jsonl", (line + "\n{\"text\":\"تم\"}\n").utf8)
        #expect(read(path) == ["! a.jsonl, line 1: \(reason); the other lines were taken", "تم"])
    }

    @Test("a line that is not UTF-8 or too long is passed over")
    func badLines() throws {
        var bytes: [UInt8] = Array("{\"text\":\"".utf8) + [0xC7] + Array("\"}\n".utf8)
        bytes += [UInt8](repeating: 0x61, count: Limits.longestLine + 1) + [0x0A]
        bytes += Array(
            "{\"text\":\"\(String(repeating: "a", count: Limits.longestArticle + 1))\"}\n{\"text\":\"تم\"}".utf8
        )
        let results = read(try folder.write("a.jsonl", bytes))
        #expect(
            results == [
                "! a.jsonl, line 1: neither UTF-8 (byte 9 is 0xC7) nor Arabic in Windows-1256 or ISO-8859-6; the other lines were taken",
                "! a.jsonl, line 2: longer than 16777216 bytes, and an article has at most 4194304; the other lines were taken",
                "! a.jsonl, line 3: its text is 4194305 bytes long, and an article has at most 4194304; the other lines were taken",
                "تم",
            ]
        )
    }

    @Test(
        "a field that is too long for what it is is refused, the longest is not",
        arguments: [
            ("title", "title"), ("source", "source"), ("url", "url"), ("published", "date"), ("id", "id"),
        ]
    )
    func longFields(key: String, name: String) throws {
        let longest = String(repeating: "ن", count: Limits.longestField / 2)
        let lines = [longest, longest + "!"].map { "{\"text\":\"تم\",\"\(key)\":\"\($0)\"}" }
        #expect(
            read(try folder.write("a.jsonl", lines.joined(separator: "\n").utf8)) == [
                "تم",
                "! a.jsonl, line 2: its \(name) is 65537 bytes long, and may have 65536; the other lines were taken",
            ]
        )
    }

    @Test("JSON Lines without an object are a problem", arguments: ["", "\n \n", "\u{FEFF}"])
    func noLines(text: String) throws {
        #expect(
            read(try folder.write("a.jsonl", text.utf8)) == [
                "! a.jsonl: holds no articles; give an object with \"text\" or \"html\" on each line"
            ]
        )
    }
}
