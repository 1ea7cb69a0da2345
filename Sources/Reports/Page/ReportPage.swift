internal import ArabicText
internal import Articles

/// A report as a page that a person reads: the article with its entities marked in it, beside it what was found. One
/// file of HTML that asks nobody for anything; whatever comes from the article is escaped in it, and its Content
/// Security Policy lets no script run but the page's own.
///
/// The article is right to left and reads without a script too: its elements' text is the article's, code point for
/// code point. Its marks can be linked to: `#e3` selects entity 3, `#e3-0` goes to its first mention, and so with `n`
/// for adjectives of countries (by their place in the report), `k` for keyphrases and `t` for topics; `#s4` is
/// section 4.
package struct ReportPage {
    package let report: Report
    /// The language of the page's own words; `nil` for the reader's browser's. The reader can change it.
    package var language: PageLanguage?
    /// Where the page's link back goes, if it has one: an address relative to the page's own.
    package var back: String?

    let title: String
    let text: CodePointIndex
    let blocks: ArticleBlocks
    /// Where the article's text begins with its title, as a page's and a plain text's do: that heading is the page's then.
    let titleInText: Range<Int>?
    let annotations: [Annotation]

    package init(_ report: Report, language: PageLanguage? = nil, back: String? = nil) {
        self.report = report
        self.language = language
        self.back = back
        let (title, text) = (Self.title(of: report), CodePointIndex(report.article.text))
        self.title = title
        self.text = text
        blocks = ArticleBlocks(report.article.text)
        titleInText = blocks.paragraphs.first.flatMap { text[$0] == title ? $0 : nil }
        annotations = Annotation.all(in: report, language: language ?? .arabic)
    }

    /// The page, UTF-8. Equal reports give equal bytes.
    package var html: [UInt8] {
        var writer = HTMLWriter()
        PageFrame(
            title: title,
            language: language,
            styles: [PageFiles.commonStyle, PageFiles.reportStyle],
            scripts: [PageFiles.reportScript],
            back: back,
            hasKeys: true
        ).write(to: &writer) { writer in
            writer.element("div", [("class", "reader")]) { writer in
                writeCourse(to: &writer)
                writer.element("main", [("id", "main")]) { writer in
                    writeHeader(to: &writer)
                    writeLayers(to: &writer)
                    writeArticle(to: &writer)
                    writeFooter(to: &writer)
                    writeSheetButton(to: &writer)
                }
                writeFindings(to: &writer)
            }
            writeStepper(to: &writer)
            writeKeys(to: &writer)
        }
        return writer.bytes
    }

    /// The language that the page has before its script asks the browser.
    var firstLanguage: PageLanguage { language ?? .arabic }

    /// What a report's page is called: the article's title or headline, else where it came from.
    static func title(of report: Report) -> String {
        let article = report.article
        let title = ArticleOpening(of: article.text, title: article.title).title
        return [title, article.source, article.url].lazy.compactMap { $0 }.first { title in
            title.unicodeScalars.contains { !$0.isWhiteSpace }
        } ?? report.id.description
    }
}
