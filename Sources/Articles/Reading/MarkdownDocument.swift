internal import ArabicText

/// A Markdown document as an article in plain text.
///
/// Blocks are told apart as CommonMark has them: ATX and Setext headings, paragraphs, lists, block quotes, fenced code,
/// tables, thematic breaks, link definitions; YAML front matter (`title`, `date`, `url`, `source`) is read. In the
/// article's text each block stands by itself, with an empty line after it; the lines of a paragraph are joined, because
/// a line end in it means nothing; list items are lines of their own; quotation and list marks, images and definitions
/// are left out, and ``MarkdownInline`` takes the marks out of the lines. The article's offsets are those of this text.
///
/// The only first-level heading, when it opens the document, is the article's title. It stays in the text, as the first
/// line of the lead, because it is worth mining, but it is no heading, so that it makes no empty section.
struct MarkdownDocument {
    private let metadata: MarkdownFrontMatter
    private let text: MarkdownText

    /// - Parameter bytes: UTF-8, already checked.
    init(_ bytes: ArraySlice<UInt8>) {
        var lines = ByteLines(bytes)
        metadata = MarkdownFrontMatter(takenFrom: &lines)
        var builder = MarkdownBlockBuilder(capacity: bytes.count)
        for line in lines { builder.add(line) }
        text = builder.finish()
    }

    func article() -> Article {
        let blocks = text.blocks
        let titleIsMarked = blocks.first?.level == 1 && blocks.count { $0.level == 1 } == 1
        let headings = blocks.indices.filter { blocks[$0].level > 0 && !($0 == 0 && titleIsMarked) }
        return Article(
            title: metadata["title"] ?? (titleIsMarked ? blocks.first.map { text[$0] } : nil),
            source: metadata["source"],
            url: metadata["url"],
            published: metadata["date"],
            text: String(reading: text.bytes),
            markedHeadings: headings.map { blocks[$0].codePoints }
        )
    }
}
