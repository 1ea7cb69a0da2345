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

    /// The format that the extension of a path says, in whatever case; `nil` if it has none that is known.
    package init?(extensionOf path: String) {
        let name = Self.fileName(path).utf8
        guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...]
        let known = Self.extensions.first { known in
            known.name.utf8.elementsEqual(ending) { $0 == ($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
        }
        guard let known else { return nil }
        self = known.format
    }

    /// What stands behind the last dot of a path's last part; `nil` where there is none, or nothing before it.
    static func fileExtension(_ path: String) -> Substring? {
        let name = fileName(path)
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
        return name[name.utf8.index(after: dot)...]
    }

    /// The last part of a path, slashes at its end left out; empty if there is none.
    static func fileName(_ path: String) -> Substring {
        let slash = UInt8(ascii: "/")
        guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return "" }
        let end = path.utf8.index(after: last)
        let start = path.utf8[..<last].lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
        return path[start..<end]
    }

    /// «.txt, .md, .html, .jsonl, .rss, .atom, .xml»
    static let extensionNames = ".txt, .md, .html, .jsonl, .rss, .atom, .xml"

    /// So many bytes of an input tell its format.
    static let lengthOfHead = 2048

    /// What an input that nobody named a format for starts like: an object, a page or a feed, else a text.
    static func sniffed(_ head: ArraySlice<UInt8>) -> InputFormat {
        // UTF-16 has a NUL beside each ASCII letter.
        let start = head.prefix(lengthOfHead).filter { $0 != 0 && $0 < 0x80 }.drop { $0 <= 0x20 }
        if start.first == UInt8(ascii: "{") { return .jsonLines }
        guard start.first == UInt8(ascii: "<") else { return .text }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.contains("<html") { return .html }
        if ["<rss", "<feed", "<rdf:rdf"].contains(where: text.contains) { return .feed }
        return text.hasPrefix("<!--") || text.hasPrefix("<head") || text.hasPrefix("<article") ? .html : .text
    }
}
