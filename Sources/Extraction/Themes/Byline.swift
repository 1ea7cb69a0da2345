internal import ArabicText

/// The line or the words before an article's text that say who wrote it and where: «أميرة المولد – عين اليوم», «واس-
/// الرياض:», «الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس». They say nothing of what it is about.
package enum Byline {
    /// Longer ones are none, in code points.
    private static let longest = 80
    /// Words between dashes: more of them are a sentence.
    private static let mostWords = 4

    /// Where the byline of `text` ends, in code points; 0 where there is none.
    static func end(in text: CodePointIndex) -> Int {
        let start = 0..<min(text.count, longest + 20)
        // Most articles begin with a sentence that is longer than any byline: nothing ends it where one could end.
        let mayEnd = text.withUTF8 { utf8 in
            utf8.bytes[utf8.range(of: start)].drop { $0 <= 0x20 }.contains { $0 == 0x3A || $0 == 0x0A || $0 == 0x0D }
        }
        return mayEnd ? end(in: text[start]) : 0
    }

    /// The same, or where the author of a column ends, who is named in its title and before its text: «عبير الدخيل: …».
    static func end(in text: CodePointIndex, title: String?) -> Int {
        guard let title, title.utf8.contains(0x3A) else { return end(in: text) }
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let author = title.unicodeScalars.drop(while: isBlank).prefix { $0 != ":" }
        let words = author.split(whereSeparator: isBlank)
        guard 2...mostWords ~= words.count, author.count <= longest else { return end(in: text) }
        let start = text[0..<min(text.count, longest * 2)].unicodeScalars
        let begin = start.prefix(while: isBlank).count
        var rest = start.dropFirst(begin)
        for word in words {
            rest = rest.drop(while: isBlank)
            guard rest.starts(with: word) else { return end(in: text) }
            rest = rest.dropFirst(word.count)
        }
        guard rest.first.map(isBlank) ?? true else { return end(in: text) }
        return start.count - rest.count
    }

    /// The same of the first part of a text.
    package static func end(in text: String) -> Int {
        var place = 0
        var line = ""
        var length = 0
        var dashes = 0
        var isDashed = false
        var previous: Unicode.Scalar = " "
        var wasDash = false
        for scalar in text.unicodeScalars {
            place += 1
            let isSpace = scalar.properties.isWhitespace
            if line.isEmpty, isSpace { continue }
            if length > longest { return 0 }
            if scalar == ":" || isLineEnd(scalar) {
                let isNews = isDashed && hasShortParts(line)
                return isNews || isLineEnd(scalar) && hasTwoDates(line) ? place : 0
            }
            // A dash between words has a space on one side, or there are several: «الجزيرة - الرياض», «سبق- نجران»,
            // «سبق-تبوك-القريات».
            let isDash = isDash(scalar)
            if isDash { dashes += 1 }
            if wasDash && isSpace || isDash && previous.properties.isWhitespace || dashes > 1 { isDashed = true }
            wasDash = isDash
            previous = scalar
            line.unicodeScalars.append(scalar)
            length += 1
        }
        return 0
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    /// Tatweel stands for a dash in some newspapers.
    static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "–" || scalar == "—" || scalar == "ـ"
    }

    /// Whether dashes part it into names: a few words each, and none that ends a sentence.
    private static func hasShortParts(_ line: String) -> Bool {
        guard !line.unicodeScalars.contains(where: { "؟!?،؛".unicodeScalars.contains($0) }) else { return false }
        return line.unicodeScalars.split(whereSeparator: isDash).allSatisfy { part in
            part.split(whereSeparator: { $0.properties.isWhitespace }).count <= mostWords
        }
    }

    /// A date by both calendars, as agencies put it before their news.
    private static func hasTwoDates(_ line: String) -> Bool { line.contains("الموافق") }
}
