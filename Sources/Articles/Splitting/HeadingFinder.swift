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
        if line.endsQuotation || line.goesOn || line.begins(with: .connective) || line.hasComma && line.words.count > 8
        {
            return false
        }
        switch line.lastMark {
        case 0x2E, 0x2026, 0x60C, 0x2C, 0x61B, 0x3B, 0x2D, 0x6D4: return false
        // «وأضاف البيان:» announces a quotation, «لسببين هما ما يلي:» a list.
        case 0x3A where line.contains([.speech, .follows]) || line.words.count > 6: return false
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
        // «اليوم - الدمام»: a paper and a place, or a place and a name, after the summary.
        if index <= 2, line.hasSeparator, line.words.count <= 4 { return false }
        return !isByline(line) && !isDateline(line) && !isCaption(line) && line.numbers < max(2, line.words.count)
            && !line.hasAddress
    }

    /// «القاهرة - رويترز», «واشنطن (أ ف ب)»
    private func isDateline(_ line: LineProfile) -> Bool {
        guard line.words.count <= 8 else { return false }
        let ends = line.words.dropFirst()
        if line.hasSeparator || line.lastMark == 0x29 || line.lastMark == 0x3A,
            ends.contains(where: { $0.contains(.agency) })
        {
            return true
        }
        let names = ends.suffix(line.lastMark == 0x29 ? 3 : 2)
        return names.count >= 2 && (line.lastMark == 0x29 || line.hasSeparator && line.words.count <= 5)
            && names.allSatisfy { !$0.isDisjoint(with: [.agency, .agencyPart]) }
    }

    private func isByline(_ line: LineProfile) -> Bool {
        line.begins(with: .byline) && line.words.count <= 8
            && (line.words.count <= 5 || line.hasSeparator || line.begins(with: .pen))
    }

    private func isCaption(_ line: LineProfile) -> Bool {
        line.begins(with: .caption)
            || line.lastMark == 0x29
                && line.words.suffix(2).contains { !$0.isDisjoint(with: [.agency, .agencyPart, .caption]) }
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
}
