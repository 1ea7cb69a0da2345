import Articles
import Extraction
import Foundation
import Reports
import TestSupport
import Testing

/// Reports as a stranger may write them: sections that overlap or leave text out, mentions anywhere, all of it within
/// what ``ReportReader`` lets pass.
@Suite("Reports of strangers")
struct StrangeReportTests {
    /// A random report whose ranges are anywhere in its text.
    private func report(using random: inout SeededRandom) throws -> Report {
        var report = try RandomArticle(sections: Int.random(in: 1...6, using: &random), using: &random).merged()
        let length = report.article.text.unicodeScalars.count
        func range() -> Range<Int> {
            let start = Int.random(in: 0...length, using: &random)
            return start..<Int.random(in: start...min(length, start + 80), using: &random)
        }
        let scalars = Array(report.article.text.unicodeScalars)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        for index in report.sections.indices where Bool.random(using: &random) {
            let place = range()
            report.sections[index].section.range = place
            let start = Int.random(in: place.lowerBound...place.upperBound, using: &random)
            let heading = start..<Int.random(in: start...place.upperBound, using: &random)
            report.sections[index].section.heading = heading.isEmpty ? nil : heading
            report.sections[index].heading = heading.isEmpty ? nil : text(heading)
        }
        for entity in report.entities.indices {
            for mention in report.entities[entity].mentions.indices {
                let place = range()
                report.entities[entity].mentions[mention].range = place
                report.entities[entity].mentions[mention].text = text(place)
            }
        }
        for phrase in report.keyphrases.indices {
            for mention in report.keyphrases[phrase].mentions.indices {
                report.keyphrases[phrase].mentions[mention].range = range()
            }
        }
        return report
    }

    @Test("their pages show the text as it is, and their exports are written")
    func anything() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("strange reports: seed \(seed)")
        for round in UInt64(0)..<40 {
            var random = SeededRandom(seed: seed &+ round)
            let report = try report(using: &random)
            let comment = Comment(rawValue: "seed \(seed), round \(round)")
            let page = PageUnderTest(ReportPage(report).html)
            let text = report.article.text.replacing("\u{0}", with: "\u{FFFD}")
            #expect(page.articleText.unicodeScalars.elementsEqual(text.unicodeScalars), comment)
            #expect(page.isBalanced, comment)
            var table = CSVWriter(isForSpreadsheets: true)
            EntityTable.write(report, to: &table)
            MentionTable.write(report, to: &table)
            ThemeTable.write(report, to: &table)
            #expect(!table.take().isEmpty, comment)
            #expect(TokenLabels.lines(of: report).starts(with: "-DOCSTART-\tO\n\n".utf8), comment)
            let lines = String(decoding: BratDocument(report).annotations, as: UTF8.self)
            for line in lines.split(separator: "\n") { #expect("TN#*".contains(line.first ?? " "), comment) }
            let annotations = Data(WebAnnotations(report).json(pretty: round % 2 == 0))
            #expect(throws: Never.self, comment) { try JSONSerialization.jsonObject(with: annotations) }
        }
    }
}
