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
    private var metadata: [String: String] = [:]
    private var blocks: [MarkdownBlock] = []

    init(_ text: String) {
        var lines = Self.lines(text)[...]
        metadata = Self.frontMatter(&lines)
        var builder = MarkdownBlockBuilder()
        for line in lines { builder.add(line) }
        blocks = builder.finish()
    }

    func article() -> Article {
        var text: [UInt8] = []
        text.reserveCapacity(blocks.reduce(0) { $0 + $1.text.utf8.count + 2 })
        var length = 0
        var headings: [Range<Int>] = []
        let titleIsMarked = blocks.first?.level == 1 && blocks.count { $0.level == 1 } == 1
        for (index, block) in blocks.enumerated() {
            if index > 0 {
                text += (block.isTight ? "\n" : "\n\n").utf8
                length += block.isTight ? 1 : 2
            }
            text += block.text.utf8
            let count = block.text.codePointCount
            if block.level > 0, !(index == 0 && titleIsMarked) { headings.append(length..<length + count) }
            length += count
        }
        return Article(
            title: metadata["title"] ?? (titleIsMarked ? blocks.first?.text : nil),
            source: metadata["source"],
            url: metadata["url"],
            published: metadata["date"],
            text: String(decoding: text, as: UTF8.self),
            markedHeadings: headings
        )
    }

    private static func lines(_ text: String) -> [ArraySlice<UInt8>] {
        Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
    }

    /// Takes YAML front matter off `lines`: its lines `key: value`, unquoted. Lists and nested keys are passed over.
    private static func frontMatter(_ lines: inout ArraySlice<ArraySlice<UInt8>>) -> [String: String] {
        let fence = Array("---".utf8)
        guard lines.first.map({ $0.elementsEqual(fence) }) ?? false,
            let end = lines.dropFirst().prefix(200).firstIndex(where: {
                $0.elementsEqual(fence) || $0.elementsEqual("...".utf8)
            })
        else { return [:] }
        var metadata: [String: String] = [:]
        for line in lines[lines.startIndex + 1..<end] {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            var value = line[(colon + 1)...].drop { $0 == 0x20 }
            while value.last == 0x20 { value.removeLast() }
            if value.count >= 2, let quote = value.first, quote == 0x22 || quote == 0x27, value.last == quote {
                value = value.dropFirst().dropLast()
            }
            guard !value.isEmpty, metadata[key] == nil else { continue }
            metadata[key] = String(decoding: value, as: UTF8.self)
        }
        lines = lines[(end + 1)...]
        return metadata
    }
}
