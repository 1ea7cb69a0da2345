import Articles
import Extraction
import Foundation
import Reports
import TestSupport
import Testing

@Suite("Report reader")
struct ReportReaderTests {
    private func sample() throws -> Report {
        var article = MarkedArticle(
            title: "عن \"روسيا\"",
            [
                .lead("في [DATE=2026-11-23 الاثنين] تحدثت [LOC:990 أميركا]\tعنوان [LOC:1000 روسيا]"),
                .body("عنوان", "عنوان [PER:870 سيرغي لافروف] 😀"),
                .body("آخر", "نص"),
            ]
        )
        article.findings[2] = nil
        return try article.report(
            themes: ArticleThemes(
                keyphrases: [.init(text: "تحدثت", score: 931, mentions: [.init(section: 0, range: 11..<16)])],
                topics: [.init(code: "1", arabicLabel: "سياسة", englishLabel: "politics", score: 7, sections: [0, 1])]
            )
        )
    }

    @Test("what was written comes back, pretty or compact", arguments: [true, false])
    func roundTrip(pretty: Bool) throws {
        let report = try sample()
        let read = try ReportReader.report(from: report.json(pretty: pretty))
        #expect(read == report)
        #expect(read.json(pretty: pretty) == report.json(pretty: pretty))
    }

    @Test("what a report ends with is read without the rest, from a whole file alone", arguments: [true, false])
    func conclusion(isWhole: Bool) throws {
        var report = try sample()
        if isWhole { report.problems = [.init(message: "a table")] }
        for pretty in [true, false] {
            let json = report.json(pretty: pretty)
            let conclusion = try ReportReader.conclusion(of: json)
            #expect(conclusion == ReportConclusion(isWhole: isWhole, model: report.model))
            let cut = Array(json.prefix(json.count - 3))
            #expect(throws: ReportReaderError.self) { try ReportReader.conclusion(of: cut) }
        }
        let later = String(decoding: report.json(pretty: false), as: UTF8.self)
            .replacing(Report.schema, with: "warraq.report/9")
        #expect(throws: ReportReaderError.self) { try ReportReader.conclusion(of: Array(later.utf8)) }
    }

    @Test("random reports come back byte for byte")
    func random() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("round trip: seed \(seed)")
        for round in UInt64(0)..<40 {
            var random = SeededRandom(seed: seed &+ round)
            let report = try RandomArticle(sections: 1 + Int(round % 9), using: &random).merged()
            let json = report.json(pretty: false)
            let read = try ReportReader.report(from: json)
            #expect(read.json(pretty: false) == json, "seed \(seed), round \(round)")
        }
    }

    @Test("every thousandth comes back")
    func scores() throws {
        var report = try sample()
        for score in 0...1000 {
            report.topics[0].score = score
            #expect(try ReportReader.report(from: report.json(pretty: false)).topics[0].score == score)
        }
    }

    @Test(
        "what can't be is refused with its place",
        arguments: [
            ("\"start\":3,\"end\":10", "\"start\":3,\"end\":9", "entities[3].mentions[0]"),
            ("\"start\":3,\"end\":10", "\"start\":10,\"end\":3", "entities[3].mentions[0]"),
            ("\"start\":3,\"end\":10", "\"start\":-3,\"end\":10", "entities[3].mentions[0]"),
            ("\"start\":3,\"end\":10", "\"start\":3,\"end\":9000", "entities[3].mentions[0]"),
            ("\"start\":3,\"end\":10", "\"start\":3,\"end\":1e40", "entities[3].mentions[0].end: 1e+40 is no integer"),
            ("\"start\":3,\"end\":10", "\"start\":3.5,\"end\":10", "entities[3].mentions[0].start: 3.5 is no integer"),
            ("\"sections\":[0,1]}", "\"sections\":[0,-1.5]}", "themes.topics[0].sections[1]: -1.5 is no integer"),
            ("\"confidence\":0.87", "\"confidence\":1e999", "].confidence: a number that is too large"),
            ("\"id\":1,", "\"id\":2,", "entities[1]"),
            ("\"entities\":[0,1,3]", "\"entities\":[0,1,99]", "sections[0]: there is no entity 99"),
            ("\"index\":1,", "\"index\":7,", "sections[1]"),
            ("\"kind\":\"lead\"", "\"kind\":\"head\"", "sections[0]: there is no kind «head»"),
            ("\"type\":\"PER\"", "\"type\":\"person\"", "there is no type «person»"),
            ("\"confidence\":0.87", "\"confidence\":87", "87.0 is not between 0 and 1"),
            ("\"heading\":\"آخر\"", "\"heading\":\"غير\"", "sections[2]: its heading"),
            ("\"sections\":[0,1]}", "\"sections\":[0,5]}", "themes.topics[0]: there is no section 5"),
            ("{\"section\":2,", "{\"section\":12,", "problems: there is no section 12"),
            ("warraq.report/1", "warraq.report/2", "this program reads warraq.report/1"),
            ("\"language\":\"ar\",", "", "article: there is no «language»"),
            ("\"part\":1", "\"part\":\"1\"", "sections[0].part"),
            ("\"id\":\"", "\"id\":\"x", "32 hexadecimal digits"),
        ]
    )
    func refused(right: String, wrong: String, message: String) throws {
        let json = String(decoding: try sample().json(pretty: false), as: UTF8.self)
        let broken = json.replacingOccurrences(of: right, with: wrong)
        #expect(broken != json)
        let error = #expect(throws: ReportReaderError.self) { try ReportReader.report(from: Array(broken.utf8)) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test("a report that was cut off anywhere, or is no JSON, is refused")
    func cutOff() throws {
        let json = try sample().json(pretty: false)
        for length in stride(from: 0, to: json.count - 1, by: 37) {
            #expect(throws: ReportReaderError.self) { try ReportReader.report(from: Array(json.prefix(length))) }
        }
        #expect(throws: ReportReaderError.self) { try ReportReader.report(from: Array("[]".utf8)) }
    }

    @Test("a damaged report is refused or read as a report that can be, never worse")
    func damaged() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("damaged reports: seed \(seed)")
        var random = SeededRandom(seed: seed)
        let json = try sample().json(pretty: false)
        let pieces = ["-", "9", "99999999999999999999", "null", "{}", "[]", "\"", ",", "\u{0}", "1e9", ":", "\\ud800"]
        var read: [[UInt8]] = []
        for _ in 0..<400 {
            var damaged = json
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let start = Int.random(in: 0..<damaged.count, using: &random)
                let end = min(start + Int.random(in: 0...3, using: &random), damaged.count)
                let piece = Array((pieces.randomElement(using: &random) ?? "").utf8)
                damaged.replaceSubrange(start..<end, with: piece)
            }
            guard let report = try? ReportReader.report(from: damaged) else { continue }
            let again = try ReportReader.report(from: report.json(pretty: true))
            #expect(again == report, "seed \(seed)")
            read.append(damaged)
        }
        #expect(read.count < 400)
    }
}
