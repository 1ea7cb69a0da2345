internal import ArabicText

/// The paragraphs of a text: its lines, those of hard-wrapped paragraphs put together. Between two of them there is only
/// white space.
struct ArticleBlocks {
    /// Code points, in order, none empty.
    let paragraphs: [Range<Int>]

    init(_ text: String) {
        let lines = Self.lines(of: text)
        let joins = LineWrapping.joins(
            lines.enumerated().map { index, line in
                LineWrapping.Line(
                    length: line.range.count,
                    firstWord: line.firstWord,
                    indent: line.indent,
                    isClosed: line.isClosed,
                    isLast: index + 1 == lines.count || lines[index + 1].number > line.number + 1
                )
            }
        )
        var paragraphs: [Range<Int>] = []
        for (index, line) in lines.enumerated() {
            if index > 0, let joins, joins[index - 1], let last = paragraphs.last {
                paragraphs[paragraphs.count - 1] = last.lowerBound..<line.range.upperBound
            } else {
                paragraphs.append(line.range)
            }
        }
        self.paragraphs = paragraphs
    }

    private struct Line {
        /// Counted with blank lines.
        var number: Int
        /// Without the white space around it.
        var range: Range<Int>
        var indent: Int
        var firstWord: Int
        var isClosed: Bool
    }

    /// The lines that are not blank.
    private static func lines(of text: String) -> [Line] {
        var lines: [Line] = []
        var number = 0
        var position = 0
        var lineStart = 0
        var line: Line?
        var isInFirstWord = true
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if isLineEnd(scalar) {
                if let line { lines.append(line) }
                line = nil
                if !(scalar == "\n" && previous == "\r") { number += 1 }
                lineStart = position + 1
            } else if scalar.isWhiteSpace {
                isInFirstWord = false
            } else {
                if line == nil { isInFirstWord = true }
                var begun =
                    line
                    ?? Line(
                        number: number,
                        range: position..<position,
                        indent: position - lineStart,
                        firstWord: 0,
                        isClosed: false
                    )
                begun.range = begun.range.lowerBound..<position + 1
                if isInFirstWord { begun.firstWord += 1 }
                begun.isClosed = Self.closing.contains(scalar)
                line = begun
            }
            previous = scalar
            position += 1
        }
        if let line { lines.append(line) }
        return lines
    }

    private static let closing = Set(".!?:؟…»".unicodeScalars)

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// The paragraphs of `section`, in which `heading` is one of its own; what reaches beyond the section is cut.
    func blocks(of section: Range<Int>, heading: Range<Int>?) -> [(range: Range<Int>, isHeading: Bool)] {
        var blocks: [(range: Range<Int>, isHeading: Bool)] = []
        func add(_ range: Range<Int>, isHeading: Bool = false) {
            if !range.isEmpty { blocks.append((range, isHeading)) }
        }
        let first = paragraphs.partitioningIndex { $0.upperBound > section.lowerBound }
        for paragraph in paragraphs[first...].prefix(while: { $0.lowerBound < section.upperBound }) {
            let paragraph = paragraph.clamped(to: section)
            guard let heading, heading.overlaps(paragraph) else {
                add(paragraph)
                continue
            }
            add(paragraph.lowerBound..<max(heading.lowerBound, paragraph.lowerBound))
            if heading.lowerBound >= paragraph.lowerBound { add(heading.clamped(to: section), isHeading: true) }
            add(min(heading.upperBound, paragraph.upperBound)..<paragraph.upperBound)
        }
        return blocks
    }
}
