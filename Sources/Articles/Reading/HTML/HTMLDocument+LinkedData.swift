/// What a page says of itself in linked data, and a feed in its titles, is plain text or HTML, as the site's program has
/// it: what holds markup or references is read as HTML.
extension HTMLDocument {
    /// A title or a name in one line of plain text; `nil` if nothing is left of it.
    static func line(_ text: String, _ parser: HTMLParser) throws(TextDecoding.Failure) -> String? {
        guard holdsMarkup(text) else { return text }
        return HTMLMetadata.line(try HTMLDocument(text, parser).article(title: nil).text)
    }

    /// Puts an article's text in the place of `blocks`: the blocks of a piece of a page, or each line as a paragraph.
    static func replace(_ blocks: inout HTMLBlocks, with body: String, _ parser: HTMLParser) {
        guard holdsMarkup(body) else { return blocks.replace(with: body) }
        if let page = page(of: body, parser) { return blocks = page }
        let lines = body.utf8.split(separator: 0x0A).map { (try? line(String(Substring($0)), parser)) ?? "" }
        let text = lines.joined(separator: "\n")
        // Tags may have been escaped, too.
        if let page = page(of: text, parser) { blocks = page } else { blocks.replace(with: text) }
    }

    /// `nil` where nothing in the text is a block.
    private static func page(of text: String, _ parser: HTMLParser) -> HTMLBlocks? {
        guard holdsBlocks(text), let page = try? HTMLDocument(text, parser).allBlocks, page.length > 0 else {
            return nil
        }
        return page
    }

    private static func holdsMarkup(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }
    }

    private static func holdsBlocks(_ text: String) -> Bool {
        var rest = text.utf8[...]
        while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[tag...].dropFirst()
            let name = rest.prefix(longestName).prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
            let element = HTMLTagName(String(Substring(name)).lowercased()).tag
            if element.isBlock || element == .lineBreak { return true }
        }
        return false
    }

    /// Longer than any of a block.
    private static let longestName = 11
}
