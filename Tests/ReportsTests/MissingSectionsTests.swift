import Articles
import Extraction
import Reports
import Testing

@Suite("Sections that are missing")
struct MissingSectionsTests {
    @Test("a section without findings was given up; one of which a finding was left out was not")
    func missing() throws {
        var article = MarkedArticle([
            .lead("في [LOC روسيا]"), .body(nil, "في [LOC كييف] أمس"), .body(nil, "قال [PER بوتين] ذلك"),
        ])
        article.findings[1]?.mentions.append(EntityMention(range: 900..<901, type: .person, confidence: 900))
        article.findings[2] = nil
        let report = try article.report()
        #expect(report.problems.map(\.section) == [1, 2])
        #expect(report.missingSections == [2])
        let words = String(decoding: TokenLabels.lines(of: report), as: UTF8.self)
        #expect(words.contains("كييف\tB-LOC") && !words.contains("بوتين"))
        let page = PageUnderTest(ReportPage(report).html)
        #expect(page.attributes.count { $0.name == "data-label-note" && $0.value == "missing" } == 1)
        #expect(page.attributes.count { $0.name == "class" && $0.value == "missing" } == 1)
    }

    @Test(
        "a theme or an adjective says too that a section was analysed, and a problem of the whole report says nothing"
    )
    func signs() {
        var report = Report.bare("الروسي هنا هناك")
        report.cut(at: 6)
        report.problems = [.init(section: 0, message: "x"), .init(section: 1, message: "x"), .init(message: "x")]
        #expect(report.missingSections == [0, 1])
        report.nisbas = [
            .init(
                name: "روسيا",
                links: [:],
                entity: nil,
                mentions: [.init(section: 0, range: 0..<6, text: "الروسي")]
            )
        ]
        #expect(report.missingSections == [1])
        report.sections[1].themes = ["t0"]
        #expect(report.missingSections.isEmpty)
    }
}
