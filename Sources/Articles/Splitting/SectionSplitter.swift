/// Cuts an article into the sections that an editor would see.
///
/// A section starts at each heading: the marked ones where the format has any, else the lines that ``HeadingFinder``
/// takes for headings. Lines of ``Boilerplate`` are sections of their own; what goes on after one in the middle of a
/// section is a further part of it. A title at the top of the text belongs to the lead. Long sections are cut by
/// ``SectionCutter``. Where more sections start than a reader could want, as in lists that are marked up as headings,
/// the rest of the text is one. Linear in the length of the text, and the same for the same text everywhere.
package enum SectionSplitter {
    /// The article's sections, which tile its text. Empty for an empty text.
    package static func sections(of article: Article) -> [Section] {
        var text = article.text
        return text.withUTF8 { bytes in
            Splitter(text: bytes, markedHeadings: article.markedHeadings).sections()
        }
    }

    /// The article, its id and its sections.
    package static func outline(of article: Article) -> Outline {
        Outline(id: article.id, article: article, sections: sections(of: article))
    }
}

private struct Splitter {
    let text: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    /// Indices of the lines that are not blank.
    let filled: [Int]
    let markedHeadings: [Range<Int>]

    /// What is longer, in code points, was marked up by mistake.
    private static let longestMarkedHeading = 400
    /// So many sections start by what is in the text; a book has hundreds.
    private static let mostStarts = 4096

    init(text: UnsafeBufferPointer<UInt8>, markedHeadings: [Range<Int>]?) {
        self.text = text
        var lines = TextLine.lines(of: text)
        var filled = lines.indices.filter { !lines[$0].isBlank }
        // Where the format has markup, it has paragraphs too.
        if markedHeadings == nil, let paragraphs = TextLine.paragraphs(of: lines, filled: filled, in: text) {
            lines = paragraphs
            filled = lines.indices.filter { !lines[$0].isBlank }
        }
        self.lines = lines
        self.filled = filled
        self.markedHeadings = markedHeadings ?? []
    }

    /// A section before it is cut: from `line` to the next start.
    private struct Start {
        var line: Int
        var kind: Section.Kind
        var hasHeading: Bool
        /// Goes on with the section that boilerplate interrupted.
        var continues = false
    }

    func sections() -> [Section] {
        guard !lines.isEmpty else { return [] }
        let starts = starts()
        let cutter = SectionCutter(text: text, lines: lines)
        var sections: [Section] = []
        var part = 1
        for (index, start) in starts.enumerated() {
            // White space before the first line belongs to the first section.
            let first = index == 0 ? 0 : start.line
            let end = index + 1 < starts.count ? starts[index + 1].line : lines.count
            let bytes = lines[first].bytes.lowerBound..<lines[end - 1].bytes.upperBound
            let heading = start.hasHeading ? lines[start.line].content : nil
            if start.kind != .boilerplate, !start.continues { part = 1 }
            var number = start.kind == .boilerplate ? 1 : part
            var byte = bytes.lowerBound
            var codePoint = lines[first].codePoints.lowerBound
            let body = start.hasHeading ? firstFilled(after: start.line, before: end) : start.line
            for pieceEnd in cutter.ends(ofSection: bytes, lines: first..<end, firstCut: lines[body].bytes.upperBound) {
                let range = codePoint..<codePoint + TextLine.codePoints(in: text, byte..<pieceEnd)
                sections.append(
                    Section(
                        index: sections.count,
                        kind: start.kind,
                        heading: heading.flatMap {
                            range.contains($0.lowerBound) && $0.upperBound <= range.upperBound ? $0 : nil
                        },
                        range: range,
                        part: number
                    )
                )
                number += 1
                byte = pieceEnd
                codePoint = range.upperBound
            }
            if start.kind != .boilerplate { part = number }
        }
        return sections
    }

    private func firstFilled(after line: Int, before end: Int) -> Int {
        (line + 1..<max(end, line + 1)).first { !lines[$0].isBlank } ?? line
    }

    private func starts() -> [Start] {
        let profiles = profiles()
        let isMarked = markedLines()
        let boilerplate = boilerplate(profiles, isMarked: isMarked)
        let headings =
            isMarked
            ?? HeadingFinder(
                lines: filled.map { lines[$0] },
                profiles: profiles,
                blankBefore: filled.map { $0 > 0 && lines[$0 - 1].isBlank },
                isBoilerplate: boilerplate
            ).headings()
        var starts: [Start] = []
        var current = Section.Kind.lead
        var hasBody = false
        for (index, line) in filled.enumerated() {
            if boilerplate[index] {
                if starts.last?.kind != .boilerplate || headings[index] {
                    starts.append(Start(line: line, kind: .boilerplate, hasHeading: headings[index]))
                }
            } else if headings[index] {
                current = .body
                hasBody = true
                starts.append(Start(line: line, kind: .body, hasHeading: true))
            } else if starts.last?.kind == .boilerplate || starts.isEmpty {
                starts.append(Start(line: line, kind: current, hasHeading: false, continues: hasBody))
                hasBody = true
            }
        }
        if starts.count > Self.mostStarts {
            starts.removeSubrange(Self.mostStarts...)
            // What is joined is read, whatever it starts with.
            starts[Self.mostStarts - 1].kind = .body
        }
        return starts.isEmpty ? [Start(line: 0, kind: .lead, hasHeading: false)] : starts
    }

    /// Profiles of the lines that can be headings or boilerplate: the short ones, and the less short ones at the
    /// head and the foot. The others are not looked at any closer.
    private func profiles() -> [LineProfile?] {
        let table = WordTable.shared
        return filled.enumerated().map { index, number in
            let line = lines[number]
            let isAtEdge = index < 3 || index >= filled.count - 6
            guard line.length <= (isAtEdge ? Boilerplate.longestLine : 120) else { return nil }
            return LineProfile(UnsafeBufferPointer(rebasing: text[line.contentBytes]), known: table)
        }
    }

    /// For each filled line whether it is a marked heading; `nil` where nothing is marked.
    private func markedLines() -> [Bool]? {
        guard !markedHeadings.isEmpty else { return nil }
        let marks = markedHeadings.map(\.lowerBound).sorted()
        var next = 0
        var isMarked: [Bool] = []
        for number in filled {
            let line = lines[number].codePoints
            while next < marks.count, marks[next] < line.lowerBound { next += 1 }
            let isHeading = next < marks.count && line.contains(marks[next])
            isMarked.append(isHeading && line.count <= Self.longestMarkedHeading)
        }
        return isMarked.contains(true) ? isMarked : nil
    }

    private func boilerplate(_ profiles: [LineProfile?], isMarked: [Bool]?) -> [Bool] {
        var boilerplate = filled.indices.map { index in
            profiles[index].map { Boilerplate.holds($0, length: lines[filled[index]].length) } ?? false
        }
        var announced = 0
        for index in filled.indices {
            if let profile = profiles[index], boilerplate[index], Boilerplate.announces(profile) {
                // Under a marked heading all is announced, else a few lines that are no sentences.
                announced = isMarked?[index] == true ? Int.max : Self.mostLinks
            } else if announced > 0, isMarked?[index] != true,
                announced == Int.max || isLink(index, of: announced, profiles)
            {
                boilerplate[index] = true
                if announced < Int.max { announced -= 1 }
            } else if !boilerplate[index] {
                announced = 0
            }
        }
        return boilerplate
    }

    /// Whether a line can be the title of another article: short, no sentence, and, but for the first one, not right
    /// before a paragraph, whose heading it would be.
    private func isLink(_ index: Int, of announced: Int, _ profiles: [LineProfile?]) -> Bool {
        guard let profile = profiles[index], lines[filled[index]].length <= 120, profile.lastMark != 0x2E else {
            return false
        }
        return announced == Self.mostLinks || index + 1 == filled.count
            || lines[filled[index + 1]].length <= HeadingFinder.longestHeading
    }

    private static let mostLinks = 6
}
