import Articles
import Glibc
import Testing

@Suite("Feeds")
struct FeedTests {
    static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>وكالة المدى</title><link>https://almada.example</link><description>أخبار</description>
        <image><title>شعار</title></image>
        <item><title>بدء المحادثات &amp; استمرارها</title><link>https://almada.example/1</link><guid isPermaLink="false">n-1</guid>
        <pubDate>Wed, 04 Mar 2026 10:00:00 +0200</pubDate><description>موجز الخبر.</description>
        <content:encoded><![CDATA[<p>بدأت المحادثات <b>اليوم</b>.</p><h2>التفاصيل</h2><p>وتستمر يومين.</p><script>x()</script>
        <div class="share">شارك</div>]]></content:encoded></item>
        <item><title><![CDATA[خبر &quot;ثان&quot; <b>مهم</b>]]></title><description>&lt;p&gt;نص الخبر &lt;a href="x"&gt;الثاني&lt;/a&gt; هنا.&lt;/p&gt;</description>
        <guid>https://almada.example/2</guid><dc:date>2026-03-05</dc:date></item>
        <item><title>News in English only and nothing else</title></item>
        <item></item>
        </channel></rss>
        """

    static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title type="text">مدونة الشاشة</title><id>urn:x</id>
        <entry><title type="html">فيلم &amp;laquo;الظل&amp;raquo;</title><link rel="edit" href="https://s.example/edit"/>
        <link rel="alternate" href="https://s.example/film"/><id>urn:1</id><published>2026-05-01T00:00:00Z</published>
        <updated>2026-05-02T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>عرض الفيلم &lt;أمس&gt;.</p><p>وصفق له
        الجمهور.</p></div></content><source><title>أخرى</title></source></entry>
        <entry><title>موجز</title><link href="https://s.example/2"/><id>urn:2</id><updated>2026-05-03</updated><summary>ملخص قصير.</summary></entry>
        </feed>
        """

    private func read(_ bytes: [UInt8], _ name: String, encoding: InputEncoding? = nil) throws -> [Result<
        Article, InputProblem
    >] {
        let folder = try TemporaryFolder()
        return Array(ArticleReader(inputs: [try folder.write(name, bytes)], encoding: encoding))
    }

    @Test("each item of RSS is an article with its fields")
    func items() throws {
        let results = try read(Array(Self.rss.utf8), "a.rss")
        #expect(results.count == 4)
        #expect(
            try results[0].get()
                == Article(
                    title: "بدء المحادثات & استمرارها",
                    source: "وكالة المدى",
                    url: "https://almada.example/1",
                    published: "Wed, 04 Mar 2026 10:00:00 +0200",
                    externalID: "n-1",
                    text: "بدء المحادثات & استمرارها\n\nبدأت المحادثات اليوم.\n\nالتفاصيل\n\nوتستمر يومين.",
                    markedHeadings: [50..<58]
                )
        )
        let second = try results[1].get()
        #expect(second.text == "خبر \"ثان\" مهم\n\nنص الخبر الثاني هنا." && second.title == "خبر \"ثان\" مهم")
        #expect(second.url == "https://almada.example/2" && second.published == "2026-03-05")
        for (result, reason) in zip(results[2...], ["item 3: not Arabic but English (Latin script)", "item 4: empty"]) {
            guard case .failure(let problem) = result else {
                Issue.record("an article")
                continue
            }
            #expect(problem.reason == reason && problem.advice == "the other items were taken")
        }
    }

    @Test("each entry of Atom is an article with its fields")
    func entries() throws {
        let articles = try read(Array(Self.atom.utf8), "a.atom").map { try $0.get() }
        #expect(
            articles == [
                Article(
                    title: "فيلم «الظل»",
                    source: "أخرى",
                    url: "https://s.example/film",
                    published: "2026-05-01T00:00:00Z",
                    externalID: "urn:1",
                    text: "فيلم «الظل»\n\nعرض الفيلم <أمس>.\n\nوصفق له الجمهور.",
                    markedHeadings: []
                ),
                Article(
                    title: "موجز",
                    source: "مدونة الشاشة",
                    url: "https://s.example/2",
                    published: "2026-05-03",
                    externalID: "urn:2",
                    text: "موجز\n\nملخص قصير.",
                    markedHeadings: []
                ),
            ]
        )
    }

    @Test("feeds come in other encodings as well, named or not")
    func encodings() throws {
        let feed = Self.atom
        let texts = try read(Array(feed.utf8), "a.xml").map { try $0.get().text }
        #expect(try read(EncodingTests.utf16(feed, bigEndian: true), "a.xml").map { try $0.get().text } == texts)
        let windows = "<?xml version=\"1.0\" encoding=\"windows-1256\"?>" + feed
        #expect(try read(EncodingTests.windows1256(windows), "a.xml").map { try $0.get().text } == texts)
        #expect(try read(EncodingTests.windows1256(feed), "a.xml").map { try $0.get().text } == texts)
        #expect(
            try read(EncodingTests.windows1256(feed), "a.xml", encoding: .windows1256).map { try $0.get().text }
                == texts
        )
    }

    @Test(
        "UTF-16 is told without a mark",
        arguments: [false, true],
        ["<?xml version=\"1.0\" encoding=\"utf-16\"?>\n", ""]
    )
    func unmarkedUTF16(bigEndian: Bool, declaration: String) throws {
        let bytes = EncodingTests.utf16(declaration + Self.atom, bigEndian: bigEndian, mark: false)
        let texts = try read(Array(Self.atom.utf8), "a.xml").map { try $0.get().text }
        #expect(try read(bytes, "a.xml").map { try $0.get().text } == texts)
    }

    @Test("a tag with more attributes than anyone writes ends the feed, wherever a piece of it ends", arguments: 0..<40)
    func attributes(padding: Int) throws {
        // A parser would hold each against all others.
        for (count, isTaken) in [(1000, true), (1001, false), (100_000, false)] {
            let attributes = (0..<count).map { " a\($0)='>'" }.joined()
            let feed =
                "<rss><channel>" + String(repeating: " ", count: 65_000 + padding * 13)
                + "<item><title>أول</title></item><item\(attributes)><title>ثان</title></item>"
                + "<item a='=\"=\"'><title>ثالث</title></item></channel></rss>"
            let results = try read(Array(feed.utf8), "a.rss")
            let titles = results.compactMap { try? $0.get().title }
            #expect(titles == (isTaken ? ["أول", "ثان", "ثالث"] : ["أول"]), "\(count)")
            guard !isTaken, case .failure(let problem) = results.last else { continue }
            #expect(problem.reason == "an element in it has more than 1000 attributes")
        }
    }

    @Test("a hundred thousand sections of CDATA in one field are each read, and in their order")
    func manySections() throws {
        let words = (0..<100_000).map { String($0) }
        let feed =
            "<rss><channel><item><title>عنوان</title><description>"
            + words.map { "<![CDATA[\($0) ]]>" }.joined() + "</description></item></channel></rss>"
        let text = try #require(try read(Array(feed.utf8), "a.rss").first?.get().text)
        #expect(text == "عنوان\n\n" + words.joined(separator: " "))
    }

    @Test(
        "what a feed says of its encoding is believed where its bytes leave it open",
        arguments: [
            // As programs write what they hold in memory, and as converters leave the old name.
            ("encoding=\"utf-16\"", ""), ("encoding=\"windows-1256\"", ""), ("encoding='ISO-8859-6'", ""),
            ("encoding=\"utf-8\"", "<link>https://a.example/rss?charset=windows-1256</link>"),
        ]
    )
    func declared(declaration: String, link: String) throws {
        let feed =
            "<?xml version=\"1.0\" \(declaration)?><rss><channel>\(link)<item><title>عنوان</title></item></channel></rss>"
        #expect(try read(Array(feed.utf8), "a.rss").map { try $0.get().text } == ["عنوان"])
    }

    @Test(
        "a feed that says it is UTF-8 and is not is read as what it looks like; one that is ASCII at first, as it says",
        arguments: [("utf-8", 0), ("windows-1256", 300_000), ("windows-1256", 0)]
    )
    func codePages(declared: String, padding: Int) throws {
        let text = "وصل الوزير إلى العاصمة اليوم في زيارة رسمية"
        let feed =
            "<?xml version = \"1.0\" encoding = \"\(declared)\"?><rss><channel>"
            + String(repeating: " ", count: padding) + "<item><title>\(text)</title></item></channel></rss>"
        #expect(try read(EncodingTests.windows1256(feed), "a.rss").map { try $0.get().text } == [text])
    }

    @Test("one damaged letter does not make another code page of a feed")
    func damaged() throws {
        let feed = Array(
            "<?xml version=\"1.0\"?><rss><channel><item><title>عنوان الخبر</title></item></channel></rss>".utf8
        )
        let place = try #require(feed.firstRange(of: Array("الخبر".utf8))?.lowerBound)
        let texts = try read(feed[..<place] + [0xFF] + feed[place...], "a.rss").map { try $0.get().text }
        #expect(texts.count == 1 && texts[0].hasPrefix("عنوان"))
    }

    @Test("an item is refused as soon as it is too long, be it text or markup", arguments: ["نص", "<b/>"])
    func tooLong(unit: String) throws {
        // Its content is kept as markup, which is longer than the feed's own.
        let units = Limits.longestItem / 4
        let feed =
            "<feed><entry><title>طويل</title><content type=\"xhtml\"><div>" + String(repeating: unit, count: units)
            + "</div></content></entry><entry><title>عنوان</title></entry></feed>"
        let results = try read(Array(feed.utf8), "a.atom")
        #expect(results.count == 2)
        #expect(throws: InputProblem.self) { _ = try results.first?.get() }
        #expect(try results.last?.get().text == "عنوان")
    }

    @Test(
        "what is no feed says so",
        arguments: [
            ("<html><body>نص</body></html>", "no RSS or Atom feed"), ("", "no RSS or Atom feed"),
            ("نص", "no RSS or Atom feed"),
            ("<rss><channel><title>ت</title></channel></rss>", "holds no articles"),
        ]
    )
    func noFeed(text: String, reason: String) throws {
        let results = try read(Array(text.utf8), "a.xml")
        #expect(results.count == 1)
        if case .failure(let problem) = results.first { #expect(problem.reason == reason) }
    }

    /// 450 items of a few sections, comments and instructions each, `padding` bytes of white space before them.
    private static func sections(padding: Int) -> (feed: String, texts: [String]) {
        var feed = "<rss><channel>" + String(repeating: " ", count: padding) + "<title>وكالة</title>"
        var texts: [String] = []
        for number in 0..<450 {
            feed += """
                <item><!-- <![CDATA[ لا ]] --> <?x <![CDATA[ ?><title>خبر \(number) &lt;<![CDATA[ و]> ]] <!-- -->]]></title>\
                <description>قبل<![CDATA[]]><![CDATA[ نص [\(number)] ]]]><![CDATA[ وآخر]]> بعد</description></item>

                """
            texts.append("خبر \(number) < و]> ]]\n\nقبل نص [\(number)] ] وآخر بعد")
        }
        return (feed + "</channel></rss>", texts)
    }

    @Test("sections of CDATA are text wherever a piece of the feed ends, and nothing else is")
    func sectionsInPieces() throws {
        for padding in 0..<200 {
            let (feed, texts) = Self.sections(padding: padding)
            let articles = try read(Array(feed.utf8), "a.rss").map { try $0.get().text }
            #expect(articles == texts, "\(padding) spaces before the items")
        }
    }

    @Test("where a feed breaks off is told as the feed has its lines, sections with theirs")
    func lineOfBreak() throws {
        let feed =
            "<rss><channel>\n<item><title>عنوان</title><description><![CDATA[سطر\nآخر\n\nرابع]]></description>\n</item>"
        let results = try read(Array(feed.utf8), "a.rss")
        #expect(try results.first?.get().text.hasPrefix("عنوان") == true)
        guard case .failure(let problem) = results.last else {
            Issue.record("no problem")
            return
        }
        #expect(problem.reason == "the feed breaks off at line 6")
    }

    @Test("what stands before a break in a feed is taken, and entities do not multiply")
    func broken() throws {
        let cut = Array(Self.rss.utf8.prefix(Self.rss.utf8.count * 4 / 5))
        let results = try read(cut, "a.rss")
        #expect(try results.first?.get().externalID == "n-1")
        if case .failure(let problem) = results.last {
            #expect(problem.reason.hasPrefix("the feed breaks off at line"))
        }
        let entities = "<rss><channel><item><title>أ&nbsp;ب &amp; &laquo;ج&raquo; &nbsp;</title></item></channel></rss>"
        #expect(try read(Array(entities.utf8), "a.rss").first?.get().text == "أ\u{A0}ب & «ج» \u{A0}")
        var bomb = "<!DOCTYPE rss [<!ENTITY a0 \"نص\">"
        for level in 1...30 { bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
        bomb +=
            "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>عنوان</title>"
            + "<description>نص &a30; &f; آخر</description></item></channel></rss>"
        for case .success(let article) in try read(Array(bomb.utf8), "a.rss") {
            #expect(article.text.utf8.count < 200 && !article.text.contains("root"))
        }
    }

    @Test("a control character costs no item", arguments: [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1F] as [UInt8])
    func controls(control: UInt8) throws {
        let mark = Unicode.Scalar(control)
        for (start, end) in [("", ""), ("<![CDATA[", "]]>")] {
            let items = ["الأول", "الثا\(mark)ني", "الثالث"].map { title in
                "<item><title>\(start)\(title)\(end)</title><description>نص طويل</description></item>"
            }
            let feed = "<rss><channel>" + items.joined() + "</channel></rss>"
            let titles = try read(Array(feed.utf8), "a.rss").map { try $0.get().title }
            #expect(titles == ["الأول", "الثا ني", "الثالث"], "\(start)")
        }
    }

    @Test("standard input is told by its start", arguments: [(rss, 4), (atom, 2), (HTMLPages.agency, 1)])
    func standardInput(text: String, count: Int) throws {
        let folder = try TemporaryFolder()
        let descriptor = open(try folder.write("stdin", text.utf8), O_RDONLY)
        defer { close(descriptor) }
        let results = Array(ArticleReader(inputs: ["-"], standardInput: descriptor))
        #expect(results.count == count)
        #expect(throws: Never.self) { _ = try results[0].get() }
    }

    @Test("a long feed is read item by item")
    func long() throws {
        let item =
            "<item><title>عنوان</title><description>\(String(repeating: "نص طويل ", count: 200))</description></item>"
        let feed = "<rss><channel>" + String(repeating: item, count: 1000) + "</channel></rss>"
        #expect(try read(Array(feed.utf8), "a.rss").count { if case .success = $0 { true } else { false } } == 1000)
    }
}
