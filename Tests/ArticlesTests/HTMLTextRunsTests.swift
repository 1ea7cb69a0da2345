import Articles
import TestSupport
import Testing

/// Long runs of text are kept from the parser of markup; what comes out must be what it would have made of them.
@Suite("Text that the parser of HTML does not see")
struct HTMLTextRunsTests {
    /// A page with this character in it is parsed as it is.
    private static let prevention = "<!-- \u{7F} -->"

    private func read(_ html: String) throws -> String {
        let folder = try TemporaryFolder()
        switch ArticleReader(inputs: [try folder.write("a.html", html.utf8)]).next() {
        case .success(let article):
            return [
                article.title, article.source, article.url, article.published, article.text,
                article.markedHeadings.map { "\($0)" },
            ].map { $0 ?? "-" }.joined(separator: "|")
        case .failure(let problem): return "! \(problem.reason)"
        case nil: return "nothing"
        }
    }

    @Test("the same articles, whatever the markup around it")
    func same() throws {
        let seed: UInt64 = 71
        var random = SeededRandom(seed: seed)
        let pieces = [
            "<p>", "</p>", "<div>", "</div>", "<div class=\"share-bar\">", "<a href=\"/a\">", "</a>", "<h1>", "</h1>",
            "<h2>", "</h2>", "<br>", "<li>", "<ul>", "</ul>", "<table><tr><td>", "</table>", "<pre>", "</pre>",
            "<!-- > ",
            " -->", "<script>", "</script>", "<title>", "</title>", "<textarea>", "<style>", "</style>", "&amp;", "&",
            ";",
            "<", ">", "\"", "'", "=", "\u{FFFE}", "\u{1}", "😀", " ", "\n", "\n\n", "\t", "<b>", "</b>", "<span x='>",
            "<meta property=\"og:title\" content=\"عنوان > المقال الكبير في الصحيفة\">",
            "<img alt=\"صورة > كبيرة جدا من هناك\">",
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"عنوان المقال في البيانات\"}",
            "قال المتحدث باسم الوزارة في بيان صدر اليوم إن العمل مستمر", "وأضاف: «نعم»، ثم انتهى", "في", "ﻻ",
            "أكد 12 شاهدا", "<div class=\"related posts-list col-md-6\">", "<p id='comments-x' class=\"share-bar\">",
            "<div x=\"y z=\"hidden-x hidden\">", "<div x=\"y class=\"share-bar\" hidden>",
            "<p x=class=\"share-bar b\">", "<p x= class=\"share-bar b\">", "<a href=\"/section/name/12\">",
            "<img src='https://a.example/b/c'/>",
            "<div x=\"y z=\"/hidden/a hidden\">", "<link rel=\"canonical\" href=\"https://a.example/news/1\">",
            "=\"/a/b/c/d/>", "=\"share-bar-->", "<script>var a = \"<b>\";", "<style>",
            "</style x>", "<script><b>", "<SCRIPT src=/a>",
            "</Script>", "<noscript>", "<body>", "</body>", "</html>",
            "<img alt=\"صورة كبيرة، من هناك (2020)!\" hidden>", "<p title='عنوان id المقال' id=\"x\">",
            "<p x=\"y title=\"عنوان hidden المقال\">", "<p x=\"y title=\"عنوان الhidden المقال\">",
            "<meta property=\"og:site_name\" content=\"صحيفة المدى - أخبار ليبيا\">",
            "<p x=\"y title=\"عنوان hidden=1 المقال\">", "<p x=\"y title=\"عنوان المقال/>",
        ]
        for round in 0..<700 {
            var html = "<html><body><article><p>قال المتحدث باسم الحكومة في بيان صدر اليوم إن الاجتماع غدا.</p>"
            for _ in 0..<Int.random(in: 1...25, using: &random) { html += pieces.randomElement(using: &random) ?? "" }
            let seen = try read(Self.prevention + html)
            #expect(try read(html) == seen, "seed \(seed), round \(round): \(html.debugDescription)")
        }
    }

    @Test("menus and footers that the parser does not see leave the same article, however they are written")
    func menus() throws {
        let seed: UInt64 = 72
        var random = SeededRandom(seed: seed)
        let pieces = [
            "<nav>", "</nav>", "<footer class=\"a\">", "</footer>", "<aside>", "</aside>", "<ul>", "</ul>", "<li>",
            "</li>",
            "<a href=\"/a?b=1&c=2\">", "</a>", "<div>", "</div>", "<p>", "</p>", "<h2>", "</h2>", "<span x='>'>",
            "</span>",
            "<img alt=\"صورة > من هناك\">", "<svg><path d=\"M0 0\"/></svg>", "<br/>", "<NAV>", "</Nav>", "<nav/>",
            "<nav id=/a/>", "<div class=a/>",
            "<!-- <nav> -->", "<!-- </nav> ", "-->", "<script>\"<nav>\"</script>", "</script>", "<script>", "<form>",
            "</form>", "<time datetime=\"2026-01-02\">", "</time>",
            "<meta property=\"og:site_name\" content=\"المدى\">",
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"<nav>خبر</nav>\"}</script>",
            "<script>if (a<b) { x=\"", "<script>a<b && c==\"d\" </script>", "<p x=\"><nav>", "\">", "<p x='", "<p \">",
            "< nav>", "<", "&amp;",
            "<nav><ul><li><a href=\"/1\">سياسة</a></li><li><a href='/2'>رياضة</a> </li></ul></nav>",
            "<footer><div><p>جميع الحقوق محفوظة</p><!-- x --></div></footer>", "<aside><p>الأكثر قراءة</p></aside>",
            "<table><tr><td>", "</table>", "<article>", "</article>", "قال المتحدث باسم الوزارة في بيان", "أكد",
            "<h1>خبر</h1>",
        ]
        for round in 0..<1500 {
            var html = "<html><body><article><p>قال المتحدث باسم الحكومة في بيان صدر اليوم إن الاجتماع غدا.</p>"
            if round % 3 == 0 { html = "<div>" + html.dropFirst(21) }
            for _ in 0..<Int.random(in: 1...30, using: &random) { html += pieces.randomElement(using: &random) ?? "" }
            let seen = try read(Self.prevention + html)
            #expect(try read(html) == seen, "seed \(seed), round \(round): \(html.debugDescription)")
        }
    }

    @Test("what a footer says of the page is taken")
    func footer() throws {
        let html = """
            <body><article><p>قال المتحدث باسم الحكومة في بيان صدر اليوم إن الاجتماع غدا.</p></article><footer><ul><li>سياسة</li>
            </ul><script type="application/ld+json">{"@type":"NewsArticle","headline":"عنوان"}</script></footer>
            """
        #expect(try read(html).hasPrefix("عنوان|"))
    }

    @Test("menus without end are read in time")
    func endless() throws {
        for piece in ["<nav>", "<nav><!--", "<footer><a x='", "<nav><ul><li>", "<aside><p>نص</p>", "<nav a=\"<nav>"] {
            let html = "<p>قال المتحدث باسم الحكومة في بيان</p>" + String(repeating: piece, count: 100_000)
            _ = try read(html)
        }
    }

    @Test("text is put back wherever it stood")
    func everywhere() throws {
        let long = "المتحدث باسم وزارة الخارجية في العاصمة"
        let html = """
            <html><head><title>\(long) ١</title><meta property="og:site_name" content="> \(long) ٢">
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "> \(long) ٣"}</script></head>
            <body><article><p title="> \(long) ٤">\(long) ٥ &amp; \(long) ٦<!-- > \(long) ٧ --></p>
            <p>\(String(repeating: long + " ", count: 400))</p></article></body></html>
            """
        let text = "\(long) ٥ & \(long) ٦\n\n" + Array(repeating: long, count: 400).joined(separator: " ")
        #expect(try read(html) == "> \(long) ٣|> \(long) ٢|-|-|\(text)|[]")
    }

    @Test("pages that are read one after the other are what each is by itself")
    func oneAfterTheOther() throws {
        let folder = try TemporaryFolder()
        let deep = String(repeating: "<div>", count: 600) + "نص"
        let pages = [
            HTMLPages.agency, deep, "", "<p>نص قصير", "<body><p>نص</body></html>نص <article>آخر", HTMLPages.agency,
            (0..<3000).map { "<x\($0) y\($0)=1>" }.joined() + "<p>نص طويل", "<frameset><title>عنوان", HTMLPages.agency,
        ]
        var names: [String] = []
        for (number, page) in pages.enumerated() { names.append(try folder.write("\(number).html", page.utf8)) }
        let together = Array(ArticleReader(inputs: names))
        for (name, result) in zip(names, together) {
            let alone = Array(ArticleReader(inputs: [name]))
            #expect("\(alone)" == "\([result])")
        }
    }

    @Test(
        "a script ends where its end tag is, and takes nothing with it",
        arguments: [
            ("<script>a</script>", ""), ("<script>a</b></script >", ""), ("<script>a < b</SCRIPT>", ""),
            ("<style>a{}</style>", ""), ("<script src=x />", ""), ("<script></b>a</script>", ""),
            ("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"خبر\"}</script>", "خبر"),
        ]
    )
    func script(markup: String, title: String) throws {
        let read = try read("<body><p>نص قبله</p>\(markup)<p>نص بعده</p>")
        #expect(read == "\(title.isEmpty ? "-" : title)|a.html|-|-|نص قبله\n\nنص بعده|[]")
    }

    @Test(
        "a reference to the mark's character is that character",
        arguments: ["&#127;", "&#x7f;", "&#X007F;", "&#00127;", "&#127"]
    )
    func reference(reference: String) throws {
        let text = "قال المتحدث باسم الوزارة في بيان"
        #expect(try read("<p>\(text) \(reference)@A</p>") == "-|a.html|-|-|\(text) \u{7F}@A|[]")
        // Another one is what it says.
        #expect(try read("<p>\(text) &#126;@A &#12;</p>") == "-|a.html|-|-|\(text) ~@A|[]")
    }

    @Test("a long word behind an ampersand stays whole")
    func ampersand() throws {
        let word = String(repeating: "كلمة", count: 60)
        #expect(try read("<p>قال &\(word) ثم</p>") == "-|a.html|-|-|قال &\(word) ثم|[]")
    }
}
