import Articles
import TestSupport
import Testing

/// What is well nested is read without the parser of HTML; what comes out must be what the parser would have made of it.
@Suite("Markup that is read without the parser of HTML")
struct PlainMarkupTests {
    /// A page with this character in it is left to the parser.
    private static let prevention = "<!-- \u{7F} -->"

    private func read(_ text: String, _ name: String = "a.html") throws -> [String] {
        let folder = try TemporaryFolder()
        return ArticleReader(inputs: [try folder.write(name, text.utf8)]).map { result in
            switch result {
            case .success(let article):
                [
                    article.title, article.source, article.url, article.published, article.text,
                    article.markedHeadings.map { "\($0)" },
                ].map { $0 ?? "-" }.joined(separator: "|")
            case .failure(let problem): "! \(problem.reason)"
            }
        }
    }

    private static let names = [
        "p", "div", "div class=\"share-bar\"", "div class=sidebar", "div id='comments'", "a href=\"/a?b=1&c=2\"",
        "span",
        "b", "ul", "ol", "li", "h1", "h2", "section", "nav", "aside", "footer", "table", "tbody", "tr", "td", "th",
        "blockquote", "article", "main", "header", "button", "figure", "figcaption", "font color=red", "center", "body",
        "div itemprop=\"articleBody\"", "div aria-hidden=\"true\"", "p style=\"display : none\"", "svg", "form",
        "iframe src=\"/a\"", "div role=\"navigation\"",
    ]
    private static let texts = [
        "قال المتحدث باسم الوزارة في بيان صدر اليوم إن العمل مستمر حتى نهاية العام", "وأضاف: «نعم»، ثم انتهى", "في",
        " ",
        "\n", "أكد 12 شاهدا", "&amp;", "&nbsp;", "&#1576;", "&#x628;", "<br>", "<br/>", "<hr>", "<img src=\"a.jpg\">",
        "<!-- x -->", "<script>a</script>", "<style>p {}</style>", "سطر\r\nآخر", "<input type=text>",
    ]
    /// What is read in several ways, or breaks what it stands in.
    private static let breaks = [
        "<p>", "</p>", "</div>", "</a>", "</li>", "<body>", "</body>", "<p><body>", "</html>", "<title>", "</title>",
        "<P>",
        "</DIV>", "<p/>", "<span/>", "<div class=a/>", "<div class=\"a\" class=\"share-bar\">",
        "<div style=\"display:n&#111;ne\">",
        "<div CLASS=\"share-bar\">", "<p \">", "<p a='", "<div a = \"b\">", "<div @click=\"a > b\">", "<!-->", "<!--->",
        "<!-- a --!> b -->", "<!--", "-->", "&", "&foo;", "&amp", "&#0;", "&#8;", "&#xFFFE;", "&#128;", "\u{FFFE}",
        "\u{1}",
        "<", ">", "\"", "<time datetime=\"2026-01-02\">", "<meta property=\"og:site_name\" content=\"المدى\">",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"خبر\"}</script>",
        "<script>\"<!--\"</script>",
        "<style></DIV>p {}</style>", "<!-<script>", "<?<script>", "</p<script>", "<p <script>", "<script><b></script>",
        "<script>", "</script>", "<textarea>", "</textarea>",
        "<pre>", "<dl><dt>", "<select><option>", "<noscript>",
        "<svg><title>صورة</title></svg>", "<o:p>", "<html>", "<head>", "<![CDATA[نص]]>",
    ]

    private static func content(_ depth: Int, _ random: inout SeededRandom) -> String {
        var content = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            if depth > 0, Int.random(in: 0..<5, using: &random) < 3, let name = names.randomElement(using: &random) {
                let ending = name.prefix { $0 != " " }
                content += "<\(name)>\(Self.content(depth - 1, &random))</\(ending)>"
            } else {
                content += texts.randomElement(using: &random) ?? ""
            }
        }
        return content
    }

    private static func broken(_ text: String, _ random: inout SeededRandom) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let place = Int.random(in: 0...scalars.count, using: &random)
            scalars.insert(contentsOf: (breaks.randomElement(using: &random) ?? "").unicodeScalars, at: place)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    @Test("the same articles of pages, well nested or broken")
    func pages() throws {
        let seed: UInt64 = 73
        var random = SeededRandom(seed: seed)
        let starts = [
            "", "<html><body>", "<!DOCTYPE html><html><head><title>عنوان</title></head><body class=\"page\">", "<div>",
            "نص ", "\n <p>", "head><script>a</script>",
        ]
        for round in 0..<1500 {
            let start = starts.randomElement(using: &random) ?? ""
            let html = start + Self.broken(Self.content(Int.random(in: 1...6, using: &random), &random), &random)
            let seen = try read(Self.prevention + html)
            #expect(try read(html) == seen, "seed \(seed), round \(round): \(html.debugDescription)")
        }
    }

    @Test("the same articles of pieces of pages in feeds")
    func pieces() throws {
        let seed: UInt64 = 74
        var random = SeededRandom(seed: seed)
        for round in 0..<1000 {
            let piece = Self.broken(Self.content(Int.random(in: 0...4, using: &random), &random), &random)
            func feed(_ start: String) -> String {
                let content = start + piece.split(separator: "]]>").joined()
                return
                    "<rss><channel><item><title>خبر</title><description><![CDATA[\(content)]]></description></item></channel></rss>"
            }
            let seen = try read(feed(Self.prevention), "a.rss")
            #expect(try read(feed(""), "a.rss") == seen, "seed \(seed), round \(round): \(piece.debugDescription)")
        }
    }

    @Test(
        "what stands in elements is taken, hidden or left out as they say",
        arguments: [
            ("<div class=\"a\"><p>نص أول</p><p hidden>نص ثان</p></div>", "نص أول"),
            ("<div><div class=\"share-bar\"><p>نص</p></div><p>نص أول طويل</p></div>", "نص أول طويل"),
            (
                "<div><p>نص &laquo;أول&raquo; &#1576;</p>\n<ul><li>بند</li><li>بند آخر</li></ul></div>",
                "نص «أول» ب\n\nبند\nبند آخر"
            ),
            ("<div><p>نص<br>أول</p><script>a < b</script><nav><p>قائمة</p></nav></div>", "نص\nأول"),
            ("<table><tr><td>خلية</td><td>أخرى</td></tr></table>", "خلية | أخرى"),
        ]
    )
    func elements(markup: String, text: String) throws {
        let all = ["-|a.html|-|-|\(text)|[]"]
        #expect(try read(markup) == all)
        #expect(try read("<html><body>\(markup)</body></html>") == all)
        #expect(try read(Self.prevention + markup) == all)
    }

    @Test("elements without end are read in time")
    func endless() throws {
        for piece in [
            "<div>", "<div><p>", "<div></p>", "<div><!-- -->", "<ul><li>", "<p><b></p>", "<div><script>a</script>",
        ] {
            let html = "<p>قال المتحدث باسم الحكومة في بيان</p>" + String(repeating: piece, count: 100_000)
            _ = try read(html)
        }
    }
}
