import ArabicText
import Articles
import Testing

@Suite("Markdown")
struct MarkdownTests {
    private func article(_ markdown: String) throws -> Article {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.md", markdown.utf8)
        return try #require(try ArticleReader(inputs: [path]).next()?.get())
    }

    @Test(
        "marks go, text stays",
        arguments: [
            ("قال **الرئيس** _أمس_", "قال الرئيس أمس"), ("***كل*** ~~شيء~~ ~قليل~", "كل شيء ~قليل~"),
            ("[رويترز](https://reuters.com \"x\") و[أ][1]", "رويترز وأ"), ("![صورة](a.png)نص", "نص"),
            ("[![شعار](a.png) نص](b)", " نص"), ("snake_case_name و5 * 3 * 2", "snake_case_name و5 * 3 * 2"),
            ("نص `code *x*` و``a`b``", "نص code *x* وa`b"), ("\\*نجمة\\* و*وحيدة", "*نجمة* و*وحيدة"),
            ("أ < ب &amp; ج > د", "أ < ب & ج > د"),
            ("<https://a.org> <b>عريض</b> س<br>ص", "https://a.org عريض س\nص"), ("[نص] (قوس)", "[نص] (قوس)"),
            ("سطر\nيتبعه آخر  \nثم فاصل\\\nانتهى", "سطر يتبعه آخر\nثم فاصل\nانتهى"), ("أ\n\n\n\nب", "أ\n\nب"),
            ("- أ\n- ب\n  تتمة\n\nنص", "أ\nب تتمة\n\nنص"), ("1. أ\n2. ب", "1. أ\n2. ب"),
            ("وقع في عام\n2023. ثم", "وقع في عام 2023. ثم"),
            ("> اقتباس\n> طويل", "اقتباس طويل"), ("```\nif *x*\n  y\n```\nنص", "if *x*\n  y\n\nنص"),
            ("أ\n\n---\n\nب", "أ\n\nب"),
            ("| أ | ب |\n|---|---|\n| 1 | 2 |", "أ | ب\n1 | 2"), ("<!-- سر\nسر -->\nنص", "نص"),
            ("نص\n\n[1]: https://a.org", "نص"),
            ("#وسم ليس عنوانا", "#وسم ليس عنوانا"), ("سطر\r\nآخر\r\n", "سطر آخر"), ("*أ **ب* ج**", "أ ب ج"),
            ("&#1603;&#x643;&bad;", "كك&bad;"),
            ("<!-- more --> نص", "نص"), ("<!-- سر\nسر --> نص\nيتبعه", "نص يتبعه"), ("<!---->نص<!-- سر -->", "نص"),
            ("أ\n<!-- سر --><!-- سر\nسر --> ب", "أ\n\nب"), ("<!-->نص", "نص"), ("<!--@أ@-->نص<!--ب:ج--> آخر", "نص آخر"),
            ("> <!-- سر --> نص", "نص"),
            ("أ [ب](c) ![د [هـ](f) *و*](g) [ز ![ح](i) ط](j)", "أ ب  ز  ط"),
            ("سطر\rآخر\r\rفقرة\r\n\r\nأخرى\r", "سطر آخر\n\nفقرة\n\nأخرى"),
            ("نص\n\n## عنوان <br> فرعي<br>\n\nنص", "نص\n\nعنوان فرعي\n\nنص"),
            ("نص\n\nعنوان  \nفرعي\n---\nنص", "نص\n\nعنوان فرعي\n\nنص"),
        ]
    )
    func plain(markdown: String, text: String) throws {
        #expect(try article(markdown).text == text)
    }

    @Test("headings are marked where they stand in the text")
    func headings() throws {
        let article = try article(
            "# العنوان **الرئيس**\n\nمقدمة.\n\n## الأول ##\nنص.\n\nالثاني\n---\nنص.\n### \n\n#### الثالث\n\nنص أخير."
        )
        let text = CodePointIndex(article.text)
        #expect(article.title == "العنوان الرئيس" && article.source == "a.md")
        #expect(article.text == "العنوان الرئيس\n\nمقدمة.\n\nالأول\n\nنص.\n\nالثاني\n\nنص.\n\nالثالث\n\nنص أخير.")
        #expect(article.markedHeadings?.map { text[$0] } == ["الأول", "الثاني", "الثالث"])
        let sections = SectionSplitter.sections(of: article)
        #expect(sections.map(\.kind) == [.lead, .body, .body, .body])
        #expect(sections.map { $0.heading.map { text[$0] } } == [nil, "الأول", "الثاني", "الثالث"])
    }

    @Test("front matter gives what is known of the article")
    func frontMatter() throws {
        let article = try article(
            "---\ntitle: \"عنوان: فرعي\"\ndate: 2026-11-23\ntags:\n  - a\nurl: https://a.org\nsource: وكالة\n---\nنص.\n"
        )
        #expect(
            article
                == Article(
                    title: "عنوان: فرعي",
                    source: "وكالة",
                    url: "https://a.org",
                    published: "2026-11-23",
                    text: "نص.",
                    markedHeadings: []
                )
        )
        #expect(try self.article("---\nنص بلا نهاية").text == "نص بلا نهاية")
    }

    @Test(
        "a block of text in front matter is read as one line",
        arguments: [
            ("title: >-\n  عنوان: طويل\n\n  فرعي  \nsource: وكالة", "عنوان: طويل فرعي"),
            ("title: |2+\n  سطر\n  آخر\nsource: وكالة", "سطر آخر"), ("title: >\nsource: وكالة", nil),
            ("title: > أكبر\nsource: وكالة", "> أكبر"),
        ]
    )
    func blockOfFrontMatter(front: String, title: String?) throws {
        let article = try article("---\n\(front)\n---\nنص.\n")
        #expect(article.title == title && article.source == "وكالة" && article.text == "نص.")
    }

    @Test("a document with Mac line ends has its title and headings")
    func carriageReturns() throws {
        let article = try article("# العنوان\r\rمقدمة.\r\r## الأول\r\rنص.\r")
        #expect(article.title == "العنوان" && article.markedHeadings?.count == 1)
    }

    @Test("images behind links take one pass", .timeLimit(.minutes(5)))
    func images() throws {
        let count = (4 << 20) / 10
        let markdown = "نص " + String(repeating: "[]()", count: count) + String(repeating: "![]()", count: count)
        #expect(try article(markdown).text == "نص ")
    }

    @Test("several first-level headings are sections, not titles")
    func manyTitles() throws {
        let article = try article("# أ\n\nنص.\n\n# ب\n\nنص.")
        #expect(article.title == nil && article.markedHeadings?.count == 2)
    }

    @Test(
        "hostile Markdown takes one pass",
        arguments: [
            "[", "](", "*", "_ب", "`", "``` ", "<ب", "&", "![", "|", "> ", "- ", "\\", "**ب", "[ب](", "<!--", "ب\n",
            "#", "~~",
        ]
    )
    func hostile(unit: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.md", ("نص " + String(repeating: unit, count: 20_000)).utf8)
        for result in ArticleReader(inputs: [path]) {
            let article = try result.get()
            let sections = SectionSplitter.sections(of: article)
            #expect(sections.last?.range.upperBound == article.text.codePointCount)
        }
    }
}
