/// The title that an article was not given and that stands as the first line of its text, as in plain text files.
enum Headline {
    /// In code points.
    static let longest = 140
    /// Of words; with a byline behind it two will do.
    private static let counts = 3...20
    /// So many times as long is the paragraph behind it at least, if it is not a sentence.
    private static let leastBehind = 2
    /// Words between which a dash stands in a list of names.
    private static let mostNames = 10

    /// How many of the first lines are headlines: one, or one with a second below it. The first is some words that end no
    /// sentence, are no byline, and stand before a paragraph, or before bylines and a paragraph.
    static func count(in lines: OpeningLines) -> Int {
        let line = lines.scalars(0)
        let words = lines.words(0)
        guard lines.count > 1, line.count <= longest, counts.lowerBound - 1...counts.upperBound ~= words.count,
            !endsSentence(line), !Byline.isLine(line), !isListOfNames(words)
        else { return 0 }
        let body = Byline.end(in: lines, from: 1, isTitled: true, headings: [])
        guard body < lines.count, counts ~= words.count || body > 1 else { return 0 }
        if isParagraph(lines.scalars(body), behind: line) { return 1 }
        guard body == 1, lines.scalars(1).count <= longest, counts ~= lines.words(1).count else { return 0 }
        let next = Byline.end(in: lines, from: 2, isTitled: true, headings: [])
        return next < lines.count && isParagraph(lines.scalars(next), behind: line) ? 2 : 0
    }

    private static func isParagraph(_ paragraph: OpeningLines.Line, behind line: OpeningLines.Line) -> Bool {
        paragraph.count >= leastBehind * line.count || OpeningLines.isSentence(paragraph)
    }

    /// A question and an exclamation may be titles, and so may what breaks off.
    private static func endsSentence(_ line: OpeningLines.Line) -> Bool {
        guard let last = line.last else { return true }
        if last == ".", line.count > 1 { return line[line.endIndex - 2] != "." }
        return ".:،؛,;".unicodeScalars.contains(last)
    }

    /// More names than a byline has: «… سلطان الغنامي عبدالكريم الحارثي – جدة».
    private static func isListOfNames(_ words: [OpeningLines.Word]) -> Bool {
        words.count <= mostNames && words.contains { $0.count == 1 && $0.allSatisfy(Byline.isDash) }
    }
}
