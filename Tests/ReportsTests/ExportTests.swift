import Articles
import Extraction
import Foundation
import Reports
import Testing

@Suite("Exports")
struct ExportTests {
    /// A report of one entity, whose mentions are in brackets.
    private func report(_ marked: String, _ type: EntityType = .organization, name: String = "اسم") -> Report {
        var text: [Unicode.Scalar] = []
        var ranges: [Range<Int>] = []
        var start = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "[": start = text.count
            case "]": ranges.append(start..<text.count)
            default: text.append(scalar)
            }
        }
        func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
        var report = Report.bare(string(text.indices))
        report.entities = [
            .init(
                id: 0,
                type: type,
                name: name,
                variants: [name],
                links: [:],
                salience: 500,
                mentions: ranges.map { .init(section: 0, range: $0, text: string($0), confidence: 500) }
            )
        ]
        return report
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(
        "a name's first token in CoNLL begins with B, and a sentence does not end within a name",
        arguments: [
            (["قال [حزب العمال] ذلك"], ["قال O", "حزب B", "العمال I", "ذلك O", ""]),
            (["قال [حزب\nالعمال] ذلك.\n\nثم"], ["قال O", "حزب B", "العمال I", "ذلك O", ". O", "", "ثم O", ""]),
            (["قال [حزب\r\n\r\nالعمال]"], ["قال O", "حزب B", "العمال I", ""]),
            (["قال [حزب\n][العمال]"], ["قال O", "حزب B", "", "العمال B", ""]),
            (["قال [حزب\n", "العمال] ذلك"], ["قال O", "حزب B", "العمال I", "ذلك O", ""]),
            (["و[واشنطن]\nهنا"], ["و O", "واشنطن B", "", "هنا O", ""]),
            ([" \n"], []),
        ] as [([String], [String])]
    )
    func sentences(parts: [String], expected: [String]) {
        var report = report(parts.joined())
        if parts.count > 1 {
            let cut = parts[0].unicodeScalars.count { $0 != "[" && $0 != "]" }
            report.cut(at: cut)
        }
        let wanted = expected.map { line in
            line.replacing(" ", with: "\t").replacing("\tB", with: "\tB-ORG").replacing("\tI", with: "\tI-ORG")
        }
        #expect(lines(TokenLabels.lines(of: report)) == ["-DOCSTART-\tO", ""] + wanted + [""])
    }

    @Test("what is left of a name that begins in boilerplate begins with B")
    func boilerplate() {
        var report = report("[حزب\nالعمال]")
        report.cut(at: 4)
        report.sections[0].section.kind = .boilerplate
        #expect(lines(TokenLabels.lines(of: report)) == ["-DOCSTART-\tO", "", "العمال\tB-ORG", "", ""])
    }

    @Test("a mention's words are one column of brat, and what stands in the text")
    func tab() {
        let document = BratDocument(report("أعلن [حزب\tالعمال]\tذلك\r\n"))
        #expect(lines(document.text) == ["أعلن حزب العمال ذلك ", ""])
        #expect(lines(document.annotations) == ["T1\tORG 5 15\tحزب العمال", ""])
    }

    @Test("a bar in an address is escaped in a table's list, one in another name is not")
    func list() {
        for (type, name, expected) in [
            (EntityType.url, "https://a.example/?q=1|2", "https://a.example/?q=1%7C2"), (.miscellaneous, "a|b", "a|b"),
        ] {
            var table = CSVWriter()
            EntityTable.write(report("[x]", type, name: name), to: &table)
            #expect(String(decoding: table.take(), as: UTF8.self).contains(",\(name),\(expected),"))
        }
    }

    @Test(
        "the source of a Web Annotation is an IRI",
        arguments: [
            ("https://a.example/قال?q=%D8#x", "https://a.example/قال?q=%D8#x"),
            ("https://a.example/a|b{c}\"d\"<e>\\f^g`h", "https://a.example/a%7Cb%7Bc%7D%22d%22%3Ce%3E%5Cf%5Eg%60h"),
            ("javascript:1", nil), ("https://a.example/a b", nil),
        ] as [(String, String?)]
    )
    func source(url: String, iri: String?) throws {
        var report = report("[x]")
        report.article.url = url
        let json = try JSONSerialization.jsonObject(with: Data(WebAnnotations(report).json(pretty: false)))
        let page = try #require((json as? [String: Any])?["first"] as? [String: Any])
        let items = try #require(page["items"] as? [[String: Any]])
        let target = try #require((items.first?["target"] as? [[String: Any]])?.first)
        #expect(target["source"] as? String == iri ?? "urn:warraq:article:\(report.id)")
    }
}
