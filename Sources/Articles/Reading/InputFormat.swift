/// How an input is written.
package enum InputFormat: String, Sendable, Hashable, CaseIterable {
    case text
    case markdown
    /// One JSON object a line.
    case jsonLines = "jsonl"

    /// The extensions by which files are known, in the order in which help texts name them.
    package static let extensions: [(name: String, format: InputFormat?)] = [
        ("txt", .text), ("md", .markdown), ("markdown", .markdown), ("html", nil), ("htm", nil), ("jsonl", .jsonLines),
        ("ndjson", .jsonLines),
    ]

    /// The extension of a path in lower case, without its full stop; `nil` if it has none.
    static func pathExtension(_ path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.utf8.lastIndex(of: 0x2E), dot > name.startIndex else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }

    /// Whether the extension is one by which an article's file is known, read or not.
    static func isKnown(_ path: String) -> Bool {
        guard let name = pathExtension(path) else { return false }
        return extensions.contains { $0.name == name }
    }

    /// «.txt, .md, .html, .jsonl»
    static let extensionNames = ".txt, .md, .html, .jsonl"
}
