import Articles
import Extraction
import Foundation
import Reports
import Testing

@Suite("Reports of real findings")
struct RealFindingsTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "seeds/intelligence-contacts.txt")

    /// The sample article, cut at every `lines`th line break, with what the built-in model finds in it.
    private func article(lines: Int) throws -> (Outline, [Findings?]) {
        let text = try String(contentsOf: Self.sample, encoding: .utf8)
        let scalars = Array(text.unicodeScalars)
        let ends = scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
        let cuts = [0] + ends.enumerated().filter { ($0.offset + 1) % lines == 0 }.map(\.element) + [scalars.count]
        var sections: [Section] = []
        for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
            sections.append(Section(index: sections.count, kind: start == 0 ? .lead : .body, range: start..<end))
        }
        let article = Article(source: "intelligence-contacts.txt", text: text)
        var extractor = Extractor(model: try BuiltInModel.model())
        let findings: [Findings?] = sections.map { section in
            var piece = String.UnicodeScalarView()
            piece.append(contentsOf: scalars[section.range])
            return extractor.findings(in: SectionText(kind: section.kind, text: String(piece)))
        }
        return (Outline(id: article.id, article: article, sections: sections), findings)
    }

    @Test("the sample article, however it is cut, has a report that the outside validator finds right")
    func valid() throws {
        var merger = ReportMerger(model: try BuiltInModel.model())
        let reports = try [1, 2, 3, 7, 100].map { lines in
            let (outline, findings) = try article(lines: lines)
            return merger.report(outline: outline, findings: findings)
        }
        #expect(reports.allSatisfy { $0.problems.isEmpty && !$0.entities.isEmpty })
        #expect(try OutsideValidator.faults(in: reports) == nil)
    }

    @Test("findings that name what the model does not have harm nothing")
    func unknownConcept() throws {
        var (outline, findings) = try article(lines: 5)
        var merger = ReportMerger(model: try BuiltInModel.model())
        let whole = merger.report(outline: outline, findings: findings)
        findings[0]?.topics.append(TopicScore(concept: 1 << 39, score: 1 << 39, evidence: 1))
        outline.sections[0].part = 0
        let report = merger.report(outline: outline, findings: findings)
        #expect(report.entities == whole.entities && report.keyphrases == whole.keyphrases)
        #expect(report.sections[0].section.part == 1)
    }
}
