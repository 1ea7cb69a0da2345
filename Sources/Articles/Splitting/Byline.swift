internal import ArabicText

/// The lines or the words before an article's text that say who wrote it, where and when: «أميرة المولد – عين اليوم», «واس-
/// الرياض:», «أبها: الوطن», «الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس». They say nothing of what it is about.
enum Byline {
    /// Longer ones are none, in code points.
    private static let longest = 80
    /// Words between dashes, colons and brackets: more of them are a sentence.
    private static let mostWords = 4
    /// Lines of them.
    private static let most = 3
    /// Of a place and who reports from there: more of them are a headline («تعليم القصيم: لا مجاملة للمقاولين»).
    private static let mostOfPlace = 4
    /// Of a date, with what stands beside it.
    private static let mostOfDate = 10
    /// Of a paragraph before which a name alone is its author, in code points, where it does not end as a sentence does.
    private static let leastParagraph = 100
    private static let credits = Set(LineVocabulary.credits.split(separator: " "))
    /// Behind a title, where these three begin no heading.
    private static let otherCredits = Set((LineVocabulary.otherCredits + " عرض رسالة تغطية").split(separator: " "))

    /// Where bylines stand from line `first` on, as lines and as the first words of the paragraph behind them.
    ///
    /// - Parameter isTitled: whether the article's title is known, so that no line from there on is it.
    static func range(in lines: OpeningLines, from first: Int, isTitled: Bool, headings: [Range<Int>]) -> Range<Int> {
        guard first < lines.count else { return 0..<0 }
        let body = end(in: lines, from: first, isTitled: isTitled, headings: headings)
        guard body < lines.count else { return 0..<0 }
        return lines[first].lowerBound..<(lead(of: lines.scalars(body)) ?? lines[body].lowerBound)
    }

    /// The first line from `first` on that is no byline.
    static func end(in lines: OpeningLines, from first: Int, isTitled: Bool, headings: [Range<Int>]) -> Int {
        let plain = end(in: lines, from: first) { line in
            isLine(lines.scalars(line))
                || isTitled && isBehindTitle(lines.scalars(line))
                    && !headings.contains { $0.overlaps(lines[line]) }
        }
        if plain < lines.count, isParagraph(lines.scalars(plain)) { return plain }
        return end(in: lines, from: first) { isLine(lines.scalars($0)) }
    }

    private static func end(in lines: OpeningLines, from first: Int, while isByline: (Int) -> Bool) -> Int {
        let last = min(lines.count, first + most)
        return (first..<max(first, last)).first { !isByline($0) } ?? max(first, last)
    }

    /// Where the author of a column stands, who is named in its title and before its text: «عبير الدخيل: …».
    static func author(of title: String, before lines: OpeningLines) -> Range<Int> {
        guard title.unicodeScalars.contains(":") else { return 0..<0 }
        let author = title.unicodeScalars.prefix { $0 != ":" }.split { $0.isWhiteSpace }
        let words = lines.words(0).prefix(author.count)
        guard 2...mostWords ~= author.count, let end = words.last?.endIndex,
            words.elementsEqual(author, by: { $0.elementsEqual($1) })
        else { return 0..<0 }
        return lines[0].lowerBound..<end
    }

    /// Whether a line is a byline wherever it stands.
    static func isLine(_ line: OpeningLines.Line) -> Bool {
        guard line.count <= longest else { return false }
        let line = line.last == ":" ? line.dropLast() : line
        return isDashed(line) && hasShortParts(line, at: isDash) || hasTwoDates(line) || isCredit(line, credits)
            || isPlace(line) || lead(of: line) == line.endIndex
    }

    /// Whether one is that could be a headline if there were none above it: a name, several with marks between them, a date.
    private static func isBehindTitle(_ line: OpeningLines.Line) -> Bool {
        guard line.count <= longest, line.last != "." else { return false }
        let isMark = { (scalar: Unicode.Scalar) in isDash(scalar) || ":()/|،,".unicodeScalars.contains(scalar) }
        return hasShortParts(line, at: isMark) || isCredit(line, otherCredits)
            || hasDate(line) && OpeningLines.words(line).count <= mostOfDate
    }

    /// Whether a year or an hour stands in it: «18 نوفمبر 2025», «10:30».
    private static func hasDate(_ line: OpeningLines.Line) -> Bool {
        let isDigit = { (scalar: Unicode.Scalar) in scalar.properties.numericType == .decimal }
        if line.split(whereSeparator: { !isDigit($0) }).contains(where: { $0.count == 4 }) { return true }
        return line.indices.dropFirst().dropLast().contains { place in
            line[place] == ":" && isDigit(line[place - 1]) && isDigit(line[place + 1])
        }
    }

    /// Where the words end with which a paragraph begins: «سبق- جدة: …», «العين في 4 مايو / وام / …». `nil` where it begins
    /// with none.
    private static func lead(of paragraph: OpeningLines.Line) -> Int? {
        let start = paragraph.prefix(longest + 1)
        if let colon = start.firstIndex(of: ":") {
            let words = start[..<colon]
            if isDashed(words), hasShortParts(words, at: isDash) { return colon + 1 }
            if isSlashed(words) { return colon + 1 }
        }
        let parts = start.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, isAgency(parts[1]), 1...mostOfDate ~= OpeningLines.words(parts[0]).count,
            !endsSentence(parts[0])
        else { return nil }
        return parts[2].startIndex
    }

    /// A place and who reports from there, with a slash and a space between: «بغداد/ ريما الخوري», «غزة / سما».
    private static func isSlashed(_ words: OpeningLines.Line) -> Bool {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !endsSentence(words) else { return false }
        guard parts[0].last?.isWhiteSpace == true || parts[1].first?.isWhiteSpace == true else { return false }
        let counts = parts.map { OpeningLines.words($0).count }
        return !counts.contains(0) && counts[0] <= 2 && counts[0] + counts[1] <= mostOfPlace
    }

    /// Between slashes, with spaces around it; so are no numbers of a date.
    private static func isAgency(_ part: OpeningLines.Line) -> Bool {
        guard let first = part.first, let last = part.last else { return false }
        return first.isWhiteSpace && last.isWhiteSpace && 1...3 ~= OpeningLines.words(part).count
    }

    private static func isParagraph(_ line: OpeningLines.Line) -> Bool {
        line.count >= leastParagraph || OpeningLines.isSentence(line)
    }

    /// A place and who reports from there: «أبها: الوطن», «فيينا: ريما بولس الخوري».
    private static func isPlace(_ line: OpeningLines.Line) -> Bool {
        let parts = line.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !endsSentence(line) else { return false }
        let counts = parts.map { OpeningLines.words($0).count }
        return !counts.contains(0) && counts[0] <= 2 && counts[0] + counts[1] <= mostOfPlace
    }

    private static func isCredit(_ line: OpeningLines.Line, _ credits: Set<Substring>) -> Bool {
        let words = OpeningLines.words(line)
        guard let first = words.first, !endsSentence(line) else { return false }
        guard credits.contains(credit(first)) else { return false }
        // «كتب علي حسن وتصوير منى عطية»: the second of two does not count. Behind a colon the date may stand, too.
        let isSecond = { (word: OpeningLines.Line) in
            word.first == "و" && self.credits.union(otherCredits).contains(credit(word.dropFirst()))
        }
        let second = words.dropFirst().firstIndex(where: isSecond)
        guard 2...mostWords + (first.last == ":" ? mostOfDate : 1) ~= second ?? words.count else { return false }
        return second.map { 2...mostWords + 1 ~= words.count - $0 } ?? true
    }

    /// A word without its colon.
    private static func credit(_ word: OpeningLines.Line) -> Substring {
        var letters = String.UnicodeScalarView()
        letters.append(contentsOf: word.prefix { $0 != ":" })
        return Substring(String(letters))
    }

    /// Whether a dash stands in it as between names, with a space on one side, or there are several: «الجزيرة - الرياض»,
    /// «سبق- نجران», «سبق-تبوك-القريات».
    private static func isDashed(_ line: OpeningLines.Line) -> Bool {
        var dashes = 0
        for (index, scalar) in zip(line.indices, line) where isDash(scalar) {
            let isBehindSpace = index > line.startIndex && line[index - 1].isWhiteSpace
            let isBeforeSpace = index + 1 < line.endIndex && line[index + 1].isWhiteSpace
            // Tatweel is a dash alone: «لـ «الشرق الأوسط»» has a letter before it.
            if isBehindSpace || isBeforeSpace && scalar != "ـ" { return true }
            if scalar != "ـ" { dashes += 1 }
        }
        return dashes > 1
    }

    /// Tatweel stands for a dash in some newspapers.
    static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "–" || scalar == "—" || scalar == "ـ"
    }

    /// Whether marks part it into names: a few words each, and none that ends a sentence.
    private static func hasShortParts(_ line: OpeningLines.Line, at isMark: (Unicode.Scalar) -> Bool) -> Bool {
        guard !endsSentence(line) else { return false }
        let parts = line.split(whereSeparator: isMark)
        return !parts.isEmpty
            && parts.allSatisfy { part in OpeningLines.words(part).count { !isAbbreviation($0) } <= mostWords }
    }

    /// «د.», «م.» before a name.
    private static func isAbbreviation(_ word: OpeningLines.Line) -> Bool { word.count <= 3 && word.last == "." }

    private static func endsSentence(_ line: OpeningLines.Line) -> Bool {
        line.contains { "؟!?؛".unicodeScalars.contains($0) }
    }

    /// A date by both calendars, as agencies put it before their news.
    private static func hasTwoDates(_ line: OpeningLines.Line) -> Bool {
        OpeningLines.words(line).contains { $0.elementsEqual("الموافق".unicodeScalars) }
    }
}
