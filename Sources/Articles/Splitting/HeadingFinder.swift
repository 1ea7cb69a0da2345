/// Finds the headings of a text without markup by what a heading is: a short line without a closing full stop, before
/// longer paragraphs, set apart like its siblings.
struct HeadingFinder {
    /// The lines that are not blank, and what is known of the short ones.
    let lines: [TextLine]
    let profiles: [LineProfile?]
    /// Whether a blank line stands before line `i`.
    let blankBefore: [Bool]
    let isBoilerplate: [Bool]

    /// In code points and words: news headings rarely reach either.
    static let longestHeading = 90
    private static let mostWords = 14

    /// For each line whether it is a heading.
    func headings() -> [Bool] {
        let setApart = paragraphsAreSetApart
        let firstProse = lines.indices.first(where: isProse) ?? lines.count
        let lastLine = isBoilerplate.lastIndex(of: false) ?? 0
        var headings = [Bool](repeating: false, count: lines.count)
        // From the end, because a heading may stand before another heading.
        for index in lines.indices.reversed() where index > 0 && index < lastLine && hasForm(index) {
            if setApart, !blankBefore[index] { continue }
            // Before the first paragraph stand the title, bylines and datelines.
            guard index > firstProse, !follows(list: index) else { continue }
            let next = index + 1
            if isBoilerplate[next] { continue }
            let isFollowed = isParagraph(next, after: index)
            let isFirstOfTwo = headings[next] && next + 1 < lines.count && !headings[next + 1]
            headings[index] = isFollowed || isFirstOfTwo
        }
        return headings
    }

    /// What a line can tell about itself.
    private func hasForm(_ index: Int) -> Bool {
        guard !isBoilerplate[index], lines[index].length <= Self.longestHeading, let line = profiles[index],
            !line.words.isEmpty, line.words.count <= Self.mostWords
        else { return false }
        switch line.lastMark {
        case 0x2E, 0x2026, 0x60C, 0x2C, 0x61B, 0x3B, 0x2D, 0x6D4: return false
        case 0x3A where line.words.contains { Self.speech.contains($0) || Self.speech.contains(String($0.dropFirst())) }:
            // «وأضاف البيان:» announces a quotation.
            return false
        default: break
        }
        switch line.firstMark {
        case 0x2D, 0x2013, 0x2014, 0x2022, 0x2A, 0xB7, 0x25CF, 0x25AA, 0x25A0, 0x25E6, 0x2043, 0x2B, 0x23: return false
        case 0xAB where line.lastMark == 0xBB, 0x22 where line.lastMark == 0x22, 0x201C where line.lastMark == 0x201D,
            0x201D where line.lastMark == 0x201C, 0x201D where line.lastMark == 0x201D,
            0x28 where line.lastMark == 0x29:
            return false
        default: break
        }
        return !isByline(line) && !isDateline(line) && !isCaption(line) && line.numbers < max(2, line.words.count)
            && !line.hasAddress
    }

    /// «القاهرة - رويترز», «واشنطن (أ ف ب)»
    private func isDateline(_ line: LineProfile) -> Bool {
        guard line.words.count <= 8 else { return false }
        let ends = line.words.dropFirst()
        return (line.hasSeparator || line.lastMark == 0x29 || line.lastMark == 0x3A)
            && ends.contains { Agencies.known.contains($0) }
            || ends.suffix(3).count == 3 && line.lastMark == 0x29
                && ends.suffix(3).allSatisfy { Agencies.words.contains($0) }
            || line.hasSeparator && line.words.count <= 5 && ends.suffix(2).allSatisfy { Agencies.words.contains($0) }
    }

    private func isByline(_ line: LineProfile) -> Bool {
        guard let first = line.words.first, line.words.count <= 8 else { return false }
        return Self.bylines.contains(first) && (line.words.count <= 5 || line.hasSeparator || first == "بقلم")
    }

    private func isCaption(_ line: LineProfile) -> Bool {
        guard let first = line.words.first else { return true }
        return Self.captions.contains(first)
            || line.lastMark == 0x29
                && line.words.suffix(2).contains { Agencies.words.contains($0) || Self.captions.contains($0) }
    }

    /// The line is the last of a list: two short lines or more, none of them prose, are right before it.
    private func follows(list index: Int) -> Bool {
        guard index >= 2, !blankBefore[index] || blankBefore[index - 1] else { return false }
        return !isProse(index - 1) && !isProse(index - 2) && !isBoilerplate[index - 1] && !isBoilerplate[index - 2]
            && index - 2 > 0
    }

    /// A paragraph of the text, as against a line that stands for itself.
    private func isProse(_ index: Int) -> Bool {
        guard !isBoilerplate[index] else { return false }
        if lines[index].length > Self.longestHeading { return true }
        guard let line = profiles[index] else { return true }
        return line.lastMark == 0x2E && line.words.count >= 5
    }

    private func isParagraph(_ index: Int, after heading: Int) -> Bool {
        let length = lines[index].length
        guard length >= 60, length * 2 >= lines[heading].length * 3 else { return false }
        guard let line = profiles[index] else { return true }
        return line.lastMark == 0x2E || line.lastMark == 0x61F || length > Self.longestHeading
    }

    /// Whether the text has blank lines between its paragraphs, so that a heading has one before it as well.
    private var paragraphsAreSetApart: Bool {
        let prose = lines.indices.dropFirst().filter(isProse)
        let apart = prose.count { blankBefore[$0] }
        return apart > 0 && apart * 2 >= prose.count
    }

    private static func folded(_ words: String) -> Set<String> {
        Set(LineProfile(words).words)
    }

    private static let speech = folded(
        """
        قال قالت قالوا قائلا أضاف أضافت تابع تابعت أوضح أوضحت أكد أكدت كتب كتبت جاء ورد ذكر ذكرت صرح شدد أشار يقول تقول
        مضيفا متابعا
        """
    )
    private static let bylines = folded(
        "بقلم كتب كتبت كتبه إعداد تحرير ترجمة تصوير مراسل مراسلنا متابعة متابعات تقرير حوار أجرى المصدر تاريخ نشر آخر"
    )
    private static let captions = folded("صورة الصورة أرشيفية أرشيف تصوير غيتي جيتي الأرشيف getty photo")
}
