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
    private let text: MarkdownText

    /// - Parameter bytes: UTF-8, already checked.
    init(_ bytes: ArraySlice<UInt8>) {
        var lines = ByteLines(bytes)
        metadata = Self.frontMatter(&lines)
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

    /// Takes YAML front matter off `lines`: its lines `key: value`, unquoted. Lists and nested keys are passed over.
    private static func frontMatter(_ lines: inout ByteLines) -> [String: String] {
        var rest = lines
        let fence = Array("---".utf8)
        guard rest.next()?.elementsEqual(fence) == true else { return [:] }
        var front: [ArraySlice<UInt8>] = []
        while let line = rest.next() {
            if line.elementsEqual(fence) || line.elementsEqual("...".utf8) {
                lines = rest
                return metadata(front)
            }
            front.append(line)
            if front.count == longestFrontMatter { break }
        }
        return [:]
    }

    /// In lines.
    private static let longestFrontMatter = 200

    private static func metadata(_ lines: [ArraySlice<UInt8>]) -> [String: String] {
        var metadata: [String: String] = [:]
        for line in lines {
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
        return metadata
    }
}
