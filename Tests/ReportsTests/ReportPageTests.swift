import Articles
import Extraction
import Reports
import TestSupport
import Testing

@Suite("Report page")
struct ReportPageTests {
    private func page(_ report: Report) -> PageUnderTest { PageUnderTest(ReportPage(report).html) }

    @Test("the article element's text is the article's, to the code point; each mention's element holds its words")
    func exactness() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("report page: seed \(seed)")
        for round in UInt64(0)..<60 {
            var random = SeededRandom(seed: seed &+ round)
            let report = try RandomArticle(sections: 1 + Int(round % 9), using: &random).merged()
            let page = page(report)
            // HTML has no U+0000.
            let text = report.article.text.replacing("\u{0}", with: "\u{FFFD}")
            #expect(page.articleText.unicodeScalars.elementsEqual(text.unicodeScalars), "seed \(seed), round \(round)")
            for entity in report.entities {
                for (number, mention) in entity.mentions.enumerated() {
                    let words = mention.text.replacing("\u{0}", with: "\u{FFFD}")
                    #expect(visible(page.text(of: "e\(entity.id)", number)) == visible(words))
                }
            }
            for (index, phrase) in report.keyphrases.enumerated() {
                for (number, mention) in phrase.mentions.enumerated() {
                    let words = String(String.UnicodeScalarView(Array(text.unicodeScalars)[mention.range]))
                    #expect(visible(page.text(of: "k\(index)", number)) == visible(words))
                }
            }
        }
    }

    /// What is left without white space: that between paragraphs is in no mark.
    private func visible(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    @Test("no element is left open, whatever overlaps what")
    func nesting() throws {
        var article = MarkedArticle([.lead("قال [PER وزير الخارجية الروسي سيرغي لافروف] أمس في [LOC موسكو]")])
        article.findings[0]?.mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
        var report = try article.report()
        // Around, inside, across, and the same place twice.
        for (index, range) in [0..<30, 8..<12, 2..<9, 30..<40, 4..<33, 4..<33].enumerated() {
            report.keyphrases.append(
                .init(
                    id: "k\(index)",
                    text: "عبارة",
                    score: 500,
                    sections: [0],
                    mentions: [.init(section: 0, range: range)]
                )
            )
        }
        let page = page(report)
        #expect(page.isBalanced)
        #expect(page.articleText == report.article.text)
        let scalars = Array(report.article.text.unicodeScalars)
        for (index, phrase) in report.keyphrases.enumerated() {
            let words = String(String.UnicodeScalarView(scalars[phrase.mentions[0].range]))
            #expect(page.text(of: "k\(index)", 0) == words)
        }
        // An entity's mark is never cut.
        #expect(page.pieces(of: "e0", 0) == 1)
    }

    @Test("whatever stands in a report is shown, never run or taken for markup")
    func escaping() throws {
        let hostile = "</script><script>alert(1)</script><img src=x onerror=\"alert(2)\">'&amp;<!--"
        var report = try MarkedArticle(title: hostile, [.body(hostile, "[PER \(hostile)] \(hostile)")]).report()
        report.article.source = hostile
        report.article.published = hostile
        report.article.url = "javascript:alert(3)"
        report.model.name = hostile
        report.problems = [.init(section: nil, message: hostile)]
        for index in report.entities.indices {
            report.entities[index].name = hostile
            report.entities[index].titles = [hostile]
            report.entities[index].variants = [hostile, "x"]
            report.entities[index].value = hostile
            report.entities[index].links = ["wikidata": hostile, hostile: hostile, "iso3166": hostile]
        }
        report.nisbas = [.init(name: hostile, links: [:], entity: nil, mentions: [])]
        report.topics = [
            .init(
                id: "t0",
                scheme: Report.topicScheme,
                code: hostile,
                arabicLabel: hostile,
                englishLabel: hostile,
                score: 1,
                sections: [0]
            )
        ]
        report.keyphrases = [.init(id: "k0", text: hostile, score: 1, sections: [0], mentions: [])]
        let page = page(report)
        #expect(page.isBalanced)
        #expect(page.elements["img"] == nil)
        // The page's own: the labels, the settings, what the page does.
        #expect(page.elements["script"] == 3)
        #expect(page.articleText == report.article.text)
        for (name, value) in page.attributes {
            #expect(!name.hasPrefix("on"), "\(name)")
            if name == "href" || name == "src" {
                #expect(
                    value.hasPrefix("#") || value.hasPrefix("http://") || value.hasPrefix("https://")
                        || value == "data:,"
                )
            }
        }
    }

    @Test("equal reports give equal pages, in the language that is asked for")
    func language() throws {
        let report = try MarkedArticle(title: "خبر", [.lead("في [LOC روسيا]")]).report()
        #expect(ReportPage(report).html == ReportPage(report).html)
        let english = String(decoding: ReportPage(report, language: .english).html, as: UTF8.self)
        #expect(english.contains("<html lang=\"en\" dir=\"ltr\" data-language=\"given\">"))
        #expect(english.contains(">Entities<"))
        let arabic = String(decoding: ReportPage(report, language: .arabic).html, as: UTF8.self)
        #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\" data-language=\"given\">"))
        #expect(arabic.contains(">الكيانات<"))
    }

    @Test("a report without anything in it gives a page too")
    func empty() throws {
        let report = try MarkedArticle([]).report()
        let page = page(report)
        #expect(page.isBalanced)
        #expect(page.articleText.isEmpty)
    }

    @Test("lines of hard-wrapped paragraphs are one paragraph, other lines one each")
    func paragraphs() throws {
        let wrapped = """
            أعلنت وزارة الخارجية في بيان لها اليوم أن المحادثات التي جرت في العاصمة
            كانت إيجابية وأن الطرفين اتفقا على مواصلة الحوار خلال الأسابيع المقبلة في
            إطار من الاحترام المتبادل والحرص على مصالح الشعبين وفق ما ذكر المتحدث
            باسمها.

            وأضاف المتحدث أن الجولة القادمة ستعقد في جنيف بحضور ممثلين عن المنظمات
            الدولية المعنية.
            """
        let cases = [(wrapped, 2), ("سطر\nسطر\r\nسطر\u{2028}سطر\n\n\nسطر", 5)]
        for (text, count) in cases {
            #expect(page(try MarkedArticle(text).report()).elements["article p"] == count)
        }
    }
}
