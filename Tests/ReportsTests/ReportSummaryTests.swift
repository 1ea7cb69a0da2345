import Articles
import Extraction
import Reports
import Testing

@Suite("Report summary")
struct ReportSummaryTests {
    private func report() throws -> Report {
        var article = MarkedArticle(
            title: "لقاء",
            [
                .lead("بدأت [LOC:990 أميركا] حوارا مع [LOC روسيا] وقالت [LOC الولايات المتحدة] ذلك"),
                .body("عنوان طويل جدا لا يتسع له سطر من أربعين عمودا في طرفية ضيقة", "قال [PER سيرغي لافروف]"),
                .boilerplate("تابعنا"),
            ]
        )
        article.findings[1] = nil
        return try article.report(
            themes: ArticleThemes(
                keyphrases: [.init(text: "حوار", score: 931, mentions: [.init(section: 0, range: 13..<17)])],
                topics: [
                    .init(code: "1", arabicLabel: "سياسة", englishLabel: "politics", score: 996, sections: [0])
                ]
            )
        )
    }

    @Test("plain text, to the letter")
    func plain() throws {
        let report = try report()
        let problem = try #require(report.problems.first).message
        let expected = """
            Report \(report.id)
              source  test.txt
              title   لقاء

            Sections  3
               #  kind         entities  themes
               0  lead                2       2  بدأت أميركا حوارا مع ر…
               1  body                0       0  عنوان طويل جدا لا يتسع…
               2  boilerplate         0       0  تابعنا

            Entities  2
              salience  type      mentions
                  0.89  LOC              2  الولايات المتحدة / أميركا
                  0.64  LOC              1  روسيا

            Themes  2
                 score  kind      sections
                  1.00  topic            1  politics  سياسة
                  0.93  phrase           1  حوار

            Problems
              \(problem)

            """
        #expect(ReportSummary(width: 60).text(of: report) == expected)
    }

    @Test("no line of a table is wider than the terminal", arguments: [40, 47, 60, 80, 200, .max])
    func widths(width: Int) throws {
        var report = try report()
        report.problems = []
        report.topics[0].englishLabel = String(repeating: "very long ", count: 30)
        for line in ReportSummary(width: width).text(of: report).split(separator: "\n") {
            #expect(line.unicodeScalars.count <= width, "\(line)")
        }
    }

    @Test("a terminal gets colours and isolates, each closed; a file gets neither")
    func styles() throws {
        let report = try report()
        let styled = ReportSummary(width: 80, isStyled: true).text(of: report)
        for line in styled.split(separator: "\n") {
            let scalars = line.unicodeScalars
            #expect(scalars.count { $0 == "\u{2068}" } == scalars.count { $0 == "\u{2069}" })
        }
        #expect(styled.contains("\u{2068}الولايات المتحدة / أميركا\u{2069}"))
        #expect(styled.contains("\u{1B}[34mLOC     \u{1B}[0m"))
        var plain = ""
        var isInCode = false
        for scalar in styled.unicodeScalars where scalar != "\u{2068}" && scalar != "\u{2069}" {
            if scalar == "\u{1B}" { isInCode = true }
            if !isInCode { plain.unicodeScalars.append(scalar) }
            if scalar == "m" { isInCode = false }
        }
        #expect(plain == ReportSummary(width: 80).text(of: report))
    }

    @Test("nothing in an article moves the cursor, rings, or turns the direction")
    func hostile() throws {
        var report = try report()
        report.article.title = "a\u{1B}[2J\u{7}\u{9B}1m\u{202E}b\r\n\u{2066}c"
        report.entities[0].name = "x\u{1B}]0;title\u{7}"
        report.sections[0].heading = "\u{8}\u{8}h"
        let text = ReportSummary().text(of: report)
        #expect(
            !text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
        )
        #expect(!text.unicodeScalars.contains("\u{202E}") && !text.unicodeScalars.contains("\u{2066}"))
        #expect(text.contains("  title   a [2J 1mb c\n"))
    }

    @Test("what does not fit is counted")
    func limits() throws {
        var summary = ReportSummary()
        summary.entityLimit = 1
        summary.sectionLimit = 2
        summary.keyphraseLimit = 0
        let lines = summary.text(of: try report()).split(separator: "\n")
        #expect(lines.count { $0 == "  … and 1 more" } == 3)
    }

    @Test("an article without findings says so")
    func empty() throws {
        let text = ReportSummary().text(of: try MarkedArticle("لا شيء").report())
        #expect(text.contains("\nEntities  none\n") && text.contains("\nThemes  none\n"))
        #expect(!text.contains("Problems"))
    }
}
