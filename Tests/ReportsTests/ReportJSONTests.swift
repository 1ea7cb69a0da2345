import Articles
import Extraction
import Foundation
import Reports
import Testing

@Suite("Report JSON")
struct ReportJSONTests {
    /// A report with every kind of thing in it.
    private func report() throws -> Report {
        var article = MarkedArticle(
            title: "عن \"روسيا\"",
            [
                .lead("في [DATE=2026-11-23 الاثنين] تحدثت [LOC:990 أميركا]\tمع [LOC:1000 روسيا]"),
                .body("عنوان [PER:875 لافروف]", "قال [PER:870 سيرغي لافروف] 😀"),
                .body("آخر", "نص"),
                .boilerplate("تابعنا"),
            ]
        )
        article.findings[2] = nil
        article.outline.article.externalID = "a/1"
        return try article.report(
            themes: ArticleThemes(
                keyphrases: [.init(text: "تحدثت", score: 930, mentions: [.init(section: 0, range: 11..<16)])],
                topics: [
                    .init(code: "11000000", arabicLabel: "سياسة", englishLabel: "politics", score: 905, sections: [0])
                ]
            )
        )
    }

    @Test("a report with everything in it is what the outside validator finds right, pretty and compact")
    func valid() throws {
        #expect(try OutsideValidator.faults(in: [try report()]) == nil)
    }

    @Test("the outside validator finds each thing that is wrong")
    func invalid() throws {
        let faults = [
            ("\"start\":3,", "\"start\":4,"), ("\"confidence\":0.99", "\"confidence\":1.99"),
            ("\"LOC\"", "\"LOCATION\""), ("\"problems\"", "\"troubles\""),
            ("{\"iso3166\":\"RU\"}", "{\"iso3166\":null}"),
            ("\"title\":", "\"more\":0,\"title\":"), ("warraq.report/1", "warraq.report/2"), (",\"k0\"]", "]"),
            ("\"language\":\"ar\"", "\"language\":null"), ("\"part\":1,", "\"part\":1,\"part\":1,"),
            ("\"salience\":", "\"salience\":-"), ("\"heading\":null,", ""),
        ]
        let json = String(decoding: try report().json(pretty: false), as: UTF8.self)
        let broken = faults.map { json.replacingOccurrences(of: $0.0, with: $0.1) }
        for (document, fault) in zip(broken, faults) { #expect(document != json, "\(fault) is not in it") }
        let found = try #require(try OutsideValidator.faults(in: broken.map { Array($0.utf8) }))
        for (index, fault) in faults.enumerated() {
            #expect(found.contains("/\(index).json: "), "\(fault) was not found:\n\(found)")
        }
    }

    @Test("compact is one line, byte for byte")
    func compact() throws {
        let article = MarkedArticle(title: nil, [.lead("هنا [LOC روسيا]")])
        let report = try article.report()
        let expected = """
            {"schema":"warraq.report/1","id":"\(report.id)","article":{"title":null,"source":"test.txt","url":null,\
            "published":null,"externalId":null,"language":"ar","text":"هنا روسيا\\n"},"sections":[{"index":0,\
            "kind":"lead","part":1,"heading":null,"start":0,"end":10,"entities":[0],"themes":[]}],"entities":[{"id":0,\
            "type":"LOC","name":"روسيا","variants":["روسيا"],"titles":[],"links":{"iso3166":"RU"},"value":null,\
            "salience":0.911,"mentions":[{"section":0,"start":4,"end":9,"text":"روسيا","confidence":0.9}]}],\
            "nisbas":[],"themes":{"topics":[],"keyphrases":[]},"problems":[],"model":{"name":"\(report.model.name)",\
            "version":"\(report.model.version)","digest":"\(report.model.digest)"}}

            """
        #expect(String(decoding: report.json(pretty: false), as: UTF8.self) == expected)
    }

    @Test("pretty has a line for each mention")
    func pretty() throws {
        let lines = String(decoding: try report().json(pretty: true), as: UTF8.self).split(separator: "\n")
        let mention = #"{"section": 1, "start": 50, "end": 62, "text": "سيرغي لافروف", "confidence": 0.87}"#
        #expect(lines.contains { $0 == "        " + mention })
        #expect(lines.contains { $0 == "      \"entities\": [1, 2, 3]," })
        #expect(lines.contains { $0 == "      \"links\": {}," })
    }

    @Test("both forms are the same document")
    func sameDocument() throws {
        let report = try report()
        let compact = try JSONSerialization.jsonObject(with: Data(report.json(pretty: false))) as? NSDictionary
        let pretty = try JSONSerialization.jsonObject(with: Data(report.json(pretty: true))) as? NSDictionary
        #expect(compact != nil && compact == pretty)
    }

    @Test(
        "every string comes through",
        arguments: [
            "", "\"\\/", "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}", "\u{2028}\u{2029}\u{85}\u{FEFF}\u{200F}",
            "\u{FFFD}\u{FFFF}\u{10FFFF}😀", "e\u{301}\u{E9}", "</script>", "شَدّة ـــ",
        ]
    )
    func strings(text: String) throws {
        var report = try report()
        report.article.title = text
        let object = try JSONSerialization.jsonObject(with: Data(report.json(pretty: false))) as? [String: Any]
        let title = (object?["article"] as? [String: Any])?["title"] as? String
        #expect(title.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test("control characters are escaped, Arabic is not")
    func escapes() throws {
        var report = try report()
        report.article.title = "\u{0}\u{1F}\t\"\\/عربي"
        let json = String(decoding: report.json(pretty: false), as: UTF8.self)
        #expect(json.contains(#""title":"\u0000\u001f\t\"\\/عربي","#))
    }

    @Test(
        "a score is the shortest decimal",
        arguments: [
            (0, "0"), (1, "0.001"), (10, "0.01"), (100, "0.1"), (870, "0.87"), (905, "0.905"), (999, "0.999"),
            (1000, "1"), (-5, "0"), (1001, "1"),
        ]
    )
    func scores(thousandths: Int, decimal: String) throws {
        var report = try report()
        report.topics[0].score = thousandths
        let json = String(decoding: report.json(pretty: false), as: UTF8.self)
        #expect(json.contains("\"score\":\(decimal),\"sections\":[0]}"))
    }
}
