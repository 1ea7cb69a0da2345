import ArabicText
import Articles
import TestSupport
import Testing

@Suite("HTML")
struct HTMLTests {
    private func article(_ html: String) throws -> Article {
        let folder = try TemporaryFolder()
        return try #require(try ArticleReader(inputs: [try folder.write("a.html", html.utf8)]).next()?.get())
    }

    @Test("a page with an article element gives its text, headings and metadata")
    func agency() throws {
        let article = try article(HTMLPages.agency)
        #expect(article.text == HTMLPages.agencyText)
        let text = CodePointIndex(article.text)
        #expect(article.markedHeadings?.map { text[$0] } == ["حركة المرور", "أرقام"])
        #expect(article.title == "انتهاء أعمال الجسر الجديد" && article.source == "وكالة المدى")
        #expect(article.url == "https://almada.example/a/17" && article.published == "2026-03-04T10:00:00+02:00")
        let sections = SectionSplitter.sections(of: article)
        #expect(sections.compactMap(\.heading).map { text[$0] } == ["حركة المرور", "أرقام"])
    }

    @Test("a page of divisions and classes")
    func blog() throws {
        let article = try article(HTMLPages.blog)
        #expect(article.text == HTMLPages.blogText)
        #expect(article.title == "مهرجان الفيلم يعلن ضيوفه" && article.published == "2026-05-01")
        #expect(article.source == "a.html" && article.markedHeadings == [])
    }

    @Test("a page laid out in tables, with line breaks for paragraphs")
    func tables() throws {
        let article = try article(HTMLPages.tables)
        #expect(article.text == HTMLPages.tablesText)
        #expect(article.title == "الجريدة: وصول السفينة")
    }

    /// As long as what is taken for a paragraph.
    private static let long = String(repeating: "قال المتحدث باسم الوزارة إن العمل مستمر. ", count: 3) + "نعم."

    @Test(
        "text is what a browser shows",
        arguments: [
            ("<p>قال <b>الر</b>ئيس</p>", "قال الرئيس"), ("<p>أ\n  ب\t ج</p><p>د</p>", "أ ب ج\n\nد"),
            ("نص بلا علامات", "نص بلا علامات"), ("<p>أ &lt; ب &amp;amp; &#x627;&#1576;</p>", "أ < ب &amp; اب"),
            ("<p>قبل<script>var x = '</p>';</script>بعد</p>", "قبلبعد"),
            ("<div>أ<div>ب</div>ج</div>", "أ\n\nب\n\nج"), ("<pre>أ\n  ب</pre>", "أ\n  ب"),
            ("<p>هذا ال\u{200C}بيان \u{202B}نص\u{202C} ـــ ﻻ ک</p>", "هذا ال\u{200C}بيان \u{202B}نص\u{202C} ـــ ﻻ ک"),
            ("<ol><li><p>أ</p></li><li>ب</li></ol><p>ج</p>", "أ\nب\n\nج"), ("<p>نص<p hidden>سر</p>", "نص"),
            ("<p>أ<!-- سر -->ب</p>", "أب"), ("<p>نص<div style=\"display : none\">سر</div>", "نص"),
            ("<p>نص</p><h2>عنوان لا يتبعه شيء</h2>", "نص"),
            ("<h1>أ</h1><p>ب</p><h1>ج</h1><p>د</p>", "أ\n\nب\n\nج\n\nد"),
            ("<p>نص</p><p>\u{A0}</p><p> </p>", "نص"), ("<p>أ</b></i></div>ب<p", "أب"),
            ("<p>أ</p><h2>ب <br>\n<br/> ج</h2><p>د<br>هـ</p>", "أ\n\nب ج\n\nد\nهـ"),
            ("<h1>أ<br>ب</h1><article><p>\(Self.long)</p></article>", "أ ب\n\n\(Self.long)"),
        ]
    )
    func plain(html: String, text: String) throws {
        #expect(try article(html).text == text)
    }

    @Test("a page that is put on the screen by a script gives the text of its metadata")
    func articleBody() throws {
        let html = """
            <html><head><script type="application/ld+json">[{"@type":"NewsArticle","headline":"عنوان","url":"https://a.example/1",
            "articleBody":"فقرة أولى من المقال.\\nفقرة ثانية منه."}]</script></head><body><div id="root">تحميل</div></body></html>
            """
        let article = try article(html)
        #expect(article.text == "فقرة أولى من المقال.\n\nفقرة ثانية منه." && article.url == "https://a.example/1")
    }

    @Test(
        "linked data is plain text or HTML",
        arguments: [
            ("أ ب\\nج", "أ ب\n\nج"), ("<p>أ &quot;ب&quot;</p>\\n<p>ج\\nد</p>", "أ \"ب\"\n\nج د"),
            ("أ &amp; ب\\r\\n\\nج", "أ & ب\n\nج"), ("<b>أ</b> ب\\nج", "أ ب\n\nج"), ("أ < ب & ج\\nد", "أ < ب & ج\n\nد"),
            ("أ<BR>ب", "أ\nب"), ("&lt;p&gt;أ&lt;/p&gt;&lt;p&gt;ب&lt;/p&gt;", "أ\n\nب"),
        ]
    )
    func linkedData(body: String, text: String) throws {
        let html = """
            <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"عنوان &quot;الخبر&quot; <i>مهم</i>",
            "publisher":{"name":"أ &amp; ب"},"articleBody":"\(body)"}</script></head><body><div id="root"></div></body></html>
            """
        let article = try article(html)
        #expect(article.text == text && article.title == "عنوان \"الخبر\" مهم" && article.source == "أ & ب")
    }

    @Test(
        "a tag with attributes without end is refused, and takes no time",
        // Each compared with each is hours.
        .timeLimit(.minutes(5)),
        arguments: ["", "\u{7F}"]
    )
    func attributes(mark: String) throws {
        func page(_ count: Int) -> String {
            "<html><body><p>نص\(mark)</p><p a=\"" + String(repeating: "x ", count: 5000) + "\" "
                + (1..<count).map { "a\($0)='>'" }.joined(separator: " ") + ">نص</p>"
        }
        #expect(try article(page(1000)).text == "نص\(mark)\n\nنص")
        let folder = try TemporaryFolder()
        for page in [page(1001), page(200_000), page(200_000).replacing("</p>", with: "")] {
            let path = try folder.write("a.html", page.utf8)
            guard case .failure(let problem) = ArticleReader(inputs: [path]).next() else {
                Issue.record("an article")
                return
            }
            #expect(problem.reason == "an element in it has more than 1000 attributes")
        }
    }

    @Test("an object of JSON Lines may bring its page along")
    func jsonLines() throws {
        let folder = try TemporaryFolder()
        let line =
            "{\"id\": 5, \"html\": \"<title>ت<\\/title><h1>عنوان</h1><p>نص</p>\", \"url\": \"https://b.example\"}"
        let article = try #require(try ArticleReader(inputs: [try folder.write("a.jsonl", line.utf8)]).next()?.get())
        #expect(article.text == "عنوان\n\nنص" && article.title == "عنوان" && article.externalID == "5")
        #expect(article.url == "https://b.example" && article.source == "a.jsonl" && article.markedHeadings == [])
    }

    @Test("elements nested without end are refused, and take no time")
    func deep() throws {
        let folder = try TemporaryFolder()
        for unit in ["<div>", "<b>", "<p><i>", "<table>"] {
            let path = try folder.write("a.html", String(repeating: unit, count: 200_000).utf8)
            #expect(throws: InputProblem.self) { _ = try ArticleReader(inputs: [path]).next()?.get() }
        }
    }

    @Test("broken pages give sections that tile their text, from a seed")
    func broken() throws {
        var random = SeededRandom(seed: 3)
        let pieces = [
            "<p>", "</p>", "<div class=share>", "</div>", "<h2>", "</h2>", "<li>", "<br>", "<a href=x>", "</a>",
            "<table>", "<td>",
            "<script>", "</script>", "<!--", "-->", "&nbsp;", "&#0;", "&bad;", "نص عربي، طويل بعض الشيء. ", "ﻻ",
            "\u{200F}", "😀",
            "<article>", "</article>", "<", ">", "\"", "<pre>", "\n", "<title>", "</title>", "<svg>", "</body>",
            "<html>",
        ]
        let folder = try TemporaryFolder()
        for _ in 0..<300 {
            let html = "<p>نص عربي" + (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let path = try folder.write("a.html", html.utf8)
            guard case .success(let article) = ArticleReader(inputs: [path]).next() else { continue }
            let text = CodePointIndex(article.text)
            let sections = SectionSplitter.sections(of: article)
            #expect(sections.map { text[$0.range] }.joined() == article.text, "\(html)")
            for heading in article.markedHeadings ?? [] {
                #expect(heading.upperBound <= text.count && !text[heading].contains("\n\n"), "\(html)")
            }
        }
    }
}
