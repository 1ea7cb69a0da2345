import Glibc

/// The formats that are measured, and how their files are made.
enum BenchmarkFormat: CaseIterable {
    /// A file an article.
    case files
    /// Articles of nearly the longest length.
    case longFiles
    case jsonLines
    /// JSON Lines with all letters escaped, as Python's `json.dumps` writes them.
    case escapedJSONLines
    case markdown, html, feed
    case windows1256

    var name: String {
        switch self {
        case .files: "text files"
        case .longFiles: "text, 2 MB"
        case .jsonLines: "JSON Lines"
        case .escapedJSONLines: "JSON \\uXXXX"
        case .markdown: "Markdown"
        case .html: "HTML"
        case .feed: "RSS"
        case .windows1256: "Windows-1256"
        }
    }

    var fileName: String {
        switch self {
        case .files, .longFiles, .markdown, .html, .windows1256: "articles"
        case .jsonLines, .escapedJSONLines: "articles.jsonl"
        case .feed: "articles.rss"
        }
    }

    func write(_ texts: [String], to path: String, folder: Scratch) {
        switch self {
        case .files: writeFiles(texts.lazy.map { Array($0.utf8) }, "txt", path, folder)
        case .longFiles:
            var long: [[UInt8]] = []
            for text in texts {
                if (long.last?.count ?? 2_000_000) >= 2_000_000 { long.append([]) }
                long[long.count - 1] += Array(text.utf8) + [0x0A, 0x0A]
            }
            writeFiles(long, "txt", path, folder)
        case .markdown: writeFiles(texts.lazy.map { Array("# عنوان\n\n\($0)".utf8) }, "md", path, folder)
        case .html: writeFiles(texts.lazy.map { Array(Self.page($0).utf8) }, "html", path, folder)
        case .windows1256: writeFiles(texts.lazy.map(Self.windows1256), "txt", path, folder)
        case .jsonLines, .escapedJSONLines:
            var lines: [UInt8] = []
            for text in texts {
                lines += Array("{\"id\": 17, \"title\": \"عنوان المقال\", \"text\": \"".utf8)
                Self.escape(text, all: self == .escapedJSONLines, to: &lines)
                lines += Array("\", \"tags\": [\"أ\", 1.5, null]}\n".utf8)
                flush(&lines, to: path, folder)
            }
            folder.write(lines, to: path)
        case .feed:
            var feed = Array("<rss><channel><title>وكالة</title>\n".utf8)
            for text in texts {
                feed += Array("<item><title>عنوان</title><description><![CDATA[<p>".utf8)
                feed += Array(Self.paragraphs(text).utf8)
                feed += Array("</p>]]></description></item>\n".utf8)
                flush(&feed, to: path, folder)
            }
            folder.write(feed + Array("</channel></rss>".utf8), to: path)
        }
    }

    private func flush(_ bytes: inout [UInt8], to path: String, _ folder: Scratch) {
        guard bytes.count > 1 << 20 else { return }
        folder.write(bytes, to: path)
        bytes.removeAll(keepingCapacity: true)
    }

    private func writeFiles(_ files: some Sequence<[UInt8]>, _ suffix: String, _ path: String, _ folder: Scratch) {
        mkdir(path, 0o700)
        for (number, bytes) in files.enumerated() { folder.write(bytes, to: "\(path)/\(number).\(suffix)") }
    }

    private static func paragraphs(_ text: String) -> String {
        text.unicodeScalars.map { $0 == "\n" ? "</p>\n<p>" : $0 == "<" ? "&lt;" : $0 == "&" ? "&amp;" : String($0) }
            .joined()
    }

    /// About as much around the text as pages have that are not made by a script.
    private static func page(_ text: String) -> String {
        let menu = (0..<40).map { "<li class=\"menu-item\"><a href=\"/section/\($0)\">قسم الأخبار \($0)</a></li>" }
            .joined()
        return """
            <!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>عنوان</title>
            <script>var config = {"a": [1, 2, 3], "b": "</p>"};</script></head><body><nav><ul>\(menu)</ul></nav>
            <article><h1>عنوان المقال</h1><div class="article-body"><p>\(paragraphs(text))</p></div></article>
            <footer>جميع الحقوق محفوظة</footer></body></html>
            """
    }

    private static func escape(_ text: String, all: Bool, to line: inout [UInt8]) {
        for unit in text.utf16 where all {
            if unit < 0x80, unit >= 0x20, unit != 0x22, unit != 0x5C {
                line.append(UInt8(unit))
            } else {
                let digits = String(unit, radix: 16)
                line += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            }
        }
        for byte in text.utf8 where !all {
            switch byte {
            case 0x22, 0x5C: line += [0x5C, byte]
            case 0x0A: line += [0x5C, 0x6E]
            case ..<0x20: line.append(0x20)
            default: line.append(byte)
            }
        }
    }

    /// Letters of the Arabic block; the rest as question marks.
    private static func windows1256(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case ..<0x80: UInt8(scalar.value)
            case 0x60C: 0xA1
            case 0x61F: 0xBF
            case 0x621...0x636: UInt8(scalar.value - 0x621 + 0xC1)
            case 0x637...0x63A: UInt8(scalar.value - 0x637 + 0xD8)
            case 0x641...0x643: UInt8(scalar.value - 0x641 + 0xDD)
            case 0x644: 0xE1
            case 0x645...0x648: UInt8(scalar.value - 0x645 + 0xE3)
            case 0x649, 0x64A: UInt8(scalar.value - 0x649 + 0xEC)
            default: 0x3F
            }
        }
    }
}
