/// How an input is written.
package enum InputFormat: String, Sendable, Hashable, CaseIterable {
    case text
    case markdown
    case html
    /// One JSON object a line.
    case jsonLines = "jsonl"
    /// An RSS 2.0, RSS 1.0 or Atom feed: each of its items is an article.
    case feed = "rss"

    /// The extensions by which files are known, in the order in which help texts name them.
    package static let extensions: [(name: String, format: InputFormat)] = [
        ("txt", .text), ("md", .markdown), ("markdown", .markdown), ("html", .html), ("htm", .html),
        ("xhtml", .html), ("jsonl", .jsonLines), ("ndjson", .jsonLines), ("rss", .feed), ("atom", .feed),
        ("xml", .feed),
    ]

    /// The extension of a path in lower case, without its full stop; `nil` if it has none.
    package static func pathExtension(_ path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.utf8.lastIndex(of: 0x2E), dot > name.startIndex else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }

    /// Whether the extension is one by which an article's file is known.
    static func isKnown(_ path: String) -> Bool {
        guard let name = pathExtension(path) else { return false }
        return extensions.contains { $0.name == name }
    }

    /// «.txt, .md, .html, .jsonl, .rss, .atom, .xml»
    static let extensionNames = ".txt, .md, .html, .jsonl, .rss, .atom, .xml"

    /// What an input that nobody named a format for starts like: an object, a page or a feed, else a text.
    static func sniffed(_ head: ArraySlice<UInt8>) -> InputFormat {
        // UTF-16 has a NUL beside each ASCII letter.
        let start = head.prefix(2048).filter { $0 != 0 && $0 < 0x80 }.drop { $0 <= 0x20 }
        if start.first == UInt8(ascii: "{") { return .jsonLines }
        guard start.first == UInt8(ascii: "<") else { return .text }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.contains("<html") { return .html }
        if ["<rss", "<feed", "<rdf:rdf"].contains(where: text.contains) { return .feed }
        return text.hasPrefix("<!--") || text.hasPrefix("<head") || text.hasPrefix("<article") ? .html : .text
    }
}
