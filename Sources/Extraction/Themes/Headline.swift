internal import ArabicText

/// The title that an article was not given and that stands as the first line of its text, as in plain text files.
package enum Headline {
    /// In code points.
    private static let longest = 140
    /// Of words.
    private static let counts = 3...20
    /// So many times as long is the line behind it at least: a title is followed by a paragraph.
    private static let leastBehind = 2

    /// The first line of `text` if it is a title: some words that end no sentence, are no byline, and stand before a
    /// paragraph.
    static func line(of text: CodePointIndex) -> String? {
        let start = 0..<min(text.count, (leastBehind + 2) * longest)
        // Most articles begin with a paragraph.
        let mayBe = text.withUTF8 { utf8 in
            let begin = utf8.bytes[utf8.range(of: 0..<min(text.count, longest + 20))].drop { $0 <= 0x20 }
            return begin.contains { $0 == 0x0A || $0 == 0x0D }
        }
        return mayBe ? line(of: text[start]) : nil
    }

    /// The same of the first part of a text.
    package static func line(of text: String) -> String? {
        let lines = text.unicodeScalars.split(maxSplits: 8) { $0 == "\n" || $0 == "\r" }.compactMap { line in
            let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
            let content = line.drop(while: isBlank)
            return content.lastIndex { !isBlank($0) }.map { Substring(content[...$0]) }
        }
        guard lines.count > 1, let last = lines[0].unicodeScalars.last, !"…؟?!.:،؛,;".unicodeScalars.contains(last),
            lines[0].unicodeScalars.count <= longest,
            lines[1].unicodeScalars.count >= leastBehind * lines[0].unicodeScalars.count
        else { return nil }
        let words = lines[0].unicodeScalars.split { $0.properties.isWhitespace }
        // More names than a byline has: «… سلطان الغنامي عبدالكريم الحارثي – جدة».
        let hasDash = words.contains { $0.count == 1 && $0.allSatisfy(Byline.isDash) }
        guard counts.contains(words.count), !hasDash, Byline.end(in: String(lines[0]) + "\n") == 0 else { return nil }
        return String(lines[0])
    }
}
