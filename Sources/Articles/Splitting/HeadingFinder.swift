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
    private static let mostWords = 12

    /// For each line whether it is a heading.
    func headings() -> [Bool] {
        var headings = [Bool](repeating: false, count: lines.count)
        guard lines.count > 2, profiles.contains(where: { $0 != nil }) else { return headings }
        let isProse = lines.indices.map(isProse)
        let setApart = areSetApart(isProse)
        let firstProse = isProse.firstIndex(of: true) ?? lines.count
        let lastLine = isBoilerplate.lastIndex(of: false) ?? 0
        let lines = InterviewLines(profiles: profiles, isBoilerplate: isBoilerplate)
        // From the end, because a heading may stand before another heading.
        for index in headings.indices.reversed() where index > 0 && index < lastLine && hasForm(index) {
            if setApart, !blankBefore[index] { continue }
            // Before the first paragraph stand the title, bylines and datelines.
            guard index > firstProse, !follows(list: index, isProse), !lines.contains(index) else { continue }
            let next = index + 1
            if isBoilerplate[next] { continue }
            let isFollowed = isParagraph(next, after: index)
            let isFirstOfTwo = headings[next] && next + 1 < headings.count && !headings[next + 1]
            headings[index] = isFollowed || isFirstOfTwo
        }
        return headings
    }

    /// What a line can tell about itself.
    private func hasForm(_ index: Int) -> Bool {
        guard !isBoilerplate[index], lines[index].length <= Self.longestHeading, let line = profiles[index],
            line.wordCount > 0, line.wordCount <= Self.mostWords
        else { return false }
        if line.isMarkedHeading { return true }
        if line.endsQuotation || line.begins(with: .connective) || line.commas > 0 && line.wordCount > 8 {
            return false
        }
        if line.goesOn, !(line.lastMark == 0x61F && line.wordCount <= 3 && line.begins(with: .question)) {
            return false
        }
        guard hasMarksOfHeading(line) else { return false }
        // «اليوم - الدمام»: a paper and a place, or a place and a name, after the summary.
        if index <= 2, line.hasSeparator, line.wordCount <= 4 { return false }
        return !isByline(line) && !isDateline(line, index) && !isCaption(line) && !isFigures(line) && !line.hasAddress
    }

    private func hasMarksOfHeading(_ line: LineProfile) -> Bool {
        switch line.lastMark {
        case 0x2E, 0x2026, 0x60C, 0x2C, 0x61B, 0x3B, 0x2D, 0x6D4: return false
        // «وأضاف البيان:» announces a quotation, «لسببين هما ما يلي:» a list.
        case 0x3A where line.contains([.speech, .follows]) || line.wordCount > 6: return false
        default: break
        }
        switch line.firstMark {
        case 0x2D, 0x2013, 0x2014, 0x2022, 0x2A, 0xB7, 0x25CF, 0x25AA, 0x25A0, 0x25E6, 0x2043, 0x2B, 0x23, 0x2E, 0x2026:
            return false
        case 0xAB where line.lastMark == 0xBB, 0x22 where line.lastMark == 0x22, 0x201C where line.lastMark == 0x201D,
            0x201D where line.lastMark == 0x201C, 0x201D where line.lastMark == 0x201D,
            0x28 where line.lastMark == 0x29:
            return false
        default: break
        }
        // «قال الوزير» goes on, «ماذا قالت الوزارة؟» does not.
        return !line.begins(with: .speech) || line.lastMark == 0x61F
    }

    /// «القاهرة - رويترز», «واشنطن (أ ف ب)»
    private func isDateline(_ line: LineProfile, _ index: Int) -> Bool {
        guard line.wordCount <= 8, line.lastMark != 0x61F else { return false }
        if line.later.contains(.agency), line.hasSeparator || line.lastMark == 0x29 || line.lastMark == 0x3A {
            return true
        }
        if line.hasSeparator, index <= 3, line.wordCount <= 6 { return true }
        return (line.lastMark == 0x29 || line.hasSeparator && line.wordCount <= 5)
            && line.agencyWords >= 2 && line.contains([.agency, .agencyPart], inLast: 1)
    }

    private func isByline(_ line: LineProfile) -> Bool {
        line.begins(with: .byline) && line.wordCount <= 8
            && (line.wordCount <= 5 && (line.label != 0 || line.hasSeparator || !line.contains(.question))
                || line.hasSeparator || line.begins(with: .pen))
    }

    private func isCaption(_ line: LineProfile) -> Bool {
        if line.lastMark == 0x61F || line.lastMark == 0x3A { return false }
        return line.begins(with: .caption)
            || line.lastMark == 0x29 && line.contains([.agency, .agencyPart, .caption], inLast: 3)
            || line.later.contains(.during) && line.wordCount >= 4 && line.label == 0
    }

    /// Dates, times, results, prices: «12 مارس 2026», «البلاتين: 910.5 دولارات».
    private func isFigures(_ line: LineProfile) -> Bool {
        if line.isNumbered { return line.numbers > line.wordCount }
        if line.numbers >= max(2, line.wordCount) || line.numbers > 0 && line.timeWords == line.wordCount {
            return true
        }
        return line.numbers >= 1 && line.endsInFigures && line.labelWords > 0
    }

    /// The line is the last of a list: two short lines or more, none of them prose, are right before it.
    private func follows(list index: Int, _ isProse: [Bool]) -> Bool {
        guard index >= 3, !blankBefore[index] || blankBefore[index - 1] else { return false }
        return !isProse[index - 1] && !isProse[index - 2] && !isBoilerplate[index - 1] && !isBoilerplate[index - 2]
    }

    /// A paragraph of the text, as against a line that stands for itself.
    private func isProse(_ index: Int) -> Bool {
        guard !isBoilerplate[index] else { return false }
        if lines[index].length > Self.longestHeading { return true }
        guard let line = profiles[index] else { return true }
        return line.lastMark == 0x2E && line.wordCount >= 5
    }

    private func isParagraph(_ index: Int, after heading: Int) -> Bool {
        let length = lines[index].length
        guard length * 2 >= lines[heading].length * 3 else { return false }
        guard let line = profiles[index] else { return length >= 60 }
        if length > Self.longestHeading { return true }
        return line.lastMark == 0x2E && line.wordCount >= 6 || line.lastMark == 0x61F && length >= 60
    }

    /// Whether the text has blank lines between its paragraphs, so that a heading has one before it as well.
    private func areSetApart(_ isProse: [Bool]) -> Bool {
        var prose = 0
        var apart = 0
        for index in lines.indices.dropFirst() where isProse[index] {
            prose += 1
            if blankBefore[index] { apart += 1 }
        }
        return apart > 0 && apart * 2 >= prose
    }
}
