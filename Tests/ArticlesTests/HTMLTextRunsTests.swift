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
            "أكد 12 شاهدا",
        ]
        for round in 0..<700 {
            var html = "<html><body><article><p>قال المتحدث باسم الحكومة في بيان صدر اليوم إن الاجتماع غدا.</p>"
            for _ in 0..<Int.random(in: 1...25, using: &random) { html += pieces.randomElement(using: &random) ?? "" }
            let seen = try read(Self.prevention + html)
            #expect(try read(html) == seen, "seed \(seed), round \(round): \(html.debugDescription)")
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

    @Test("a long word behind an ampersand stays whole")
    func ampersand() throws {
        let word = String(repeating: "كلمة", count: 60)
        #expect(try read("<p>قال &\(word) ثم</p>") == "-|a.html|-|-|قال &\(word) ثم|[]")
    }
}
