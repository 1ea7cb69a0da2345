package import ArabicText

/// How an article's text begins: with its headline, as plain text files do, with lines that say who wrote it, where and
/// when, or with neither.
///
/// Of 8,000 articles of fourteen newspapers whose title was put before their text as a line of its own, 96 % are given it
/// back, also where the author's line stands between; of the same texts without a title 2 % are given their first line,
/// which mostly is a picture's caption.
package struct ArticleOpening: Sendable {
    /// The title that the article was given, or else the headline.
    package var title: String?
    /// The first line, in code points, where it is the headline.
    package var headline: Range<Int>?
    /// Lines and words before the first paragraph that say nothing of what the article is about: ``Byline``. In code points.
    package var byline: Range<Int>

    /// The title, if it stands in no section of the text.
    package var separateTitle: String? { headline == nil ? title : nil }

    /// So much of a text is looked at: a headline, what may stand behind it, and enough of a paragraph; …
    private static let reach = 700
    /// … and so much where it begins with a paragraph.
    private static let shortReach = Headline.longest + 20

    /// - Parameters:
    ///   - title: that was given, apart from the text; it may stand in the text as well. A blank one is none.
    ///   - headings: of the sections, in code points. None of these lines is a byline.
    package init(of text: CodePointIndex, title: String? = nil, headings: [Range<Int>] = []) {
        let title = title.flatMap { $0.unicodeScalars.allSatisfy(\.isWhiteSpace) ? nil : $0 }
        self.title = title
        byline = 0..<0
        let reach = Self.reach(into: text, title: title)
        guard reach > 0 else { return }
        let lines = OpeningLines(text[0..<min(text.count, reach)])
        guard !lines.isEmpty else { return }
        // A title that was given may stand in the text as well.
        let headlines = title.map { lines.isEqual(0, to: $0) ? 1 : 0 } ?? Headline.count(in: lines)
        if headlines > 0 { headline = lines[0] }
        if self.title == nil { self.title = headline.map(lines.string) }
        byline = Byline.range(in: lines, from: headlines, isTitled: self.title != nil, headings: headings)
        if byline.isEmpty, headline == nil, let title { byline = Byline.author(of: title, before: lines) }
    }

    /// As ``init(of:title:headings:)``, of a text that is not cut otherwise.
    package init(of text: String, title: String? = nil) {
        self.init(of: CodePointIndex(String(text.unicodeScalars.prefix(Self.reach))), title: title)
    }

    /// Most articles begin with a paragraph that is longer than any line that is looked for, and many have no mark there
    /// that a byline ends with. The author of a column stands before the colon of its title.
    private static func reach(into text: CodePointIndex, title: String?) -> Int {
        text.withUTF8 { utf8 in
            let start = utf8.bytes[utf8.range(of: 0..<min(text.count, shortReach))].drop { $0 <= 0x20 }
            if start.contains(where: { $0 == 0x0A || $0 == 0x0D }) { return reach }
            let mayEnd = start.contains { $0 == 0x3A || $0 == 0x2F } || title?.utf8.contains(0x3A) == true
            return mayEnd ? shortReach : 0
        }
    }
}
