import Articles
import Extraction
import Reports
import Testing

@Suite("Dates in reports")
struct RelativeDateMergingTests {
    private static func dates(_ text: String, published: String?) throws -> [String] {
        var extractor = Extractor(model: try Model.embedded())
        let section = Section(index: 0, kind: .body, range: 0..<text.unicodeScalars.count)
        let findings = extractor.findings(in: SectionText(kind: .body, text: text))
        let article = Article(source: "a.txt", published: published, text: text)
        var merger = ReportMerger(model: extractor.model)
        let outline = Outline(id: article.id, article: article, sections: [section])
        return merger.report(outline: outline, findings: [findings]).entities.filter { $0.type == .date }
            .sorted { ($0.mentions.first?.range.lowerBound ?? 0) < ($1.mentions.first?.range.lowerBound ?? 0) }
            .map { "\($0.value ?? "") ×\($0.mentions.count)" }
    }

    @Test("an article's date makes «yesterday» a day, and one entity with that day")
    func resolved() throws {
        let text = "أعلن أمس في 6 نوفمبر 2016 أن العام المقبل سيكون أفضل."
        #expect(try Self.dates(text, published: "2016-11-07T08:00:00Z") == ["2016-11-06 ×2", "2017 ×1"])
        #expect(try Self.dates(text, published: nil) == ["P-1D ×1", "2016-11-06 ×1", "P1Y ×1"])
    }

    @Test("dates of which nothing is known but that they are some are not one")
    func unknown() throws {
        let text = "هذا الموسم كان جيدا، والموسم الماضي كان سيئا، وعيد الاستقلال قريب، وعيد الاستقلال مهم."
        #expect(try Self.dates(text, published: nil) == ["XXXX ×1", "XXXX ×1", "XXXX ×2"])
    }
}
