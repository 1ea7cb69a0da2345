internal import ArabicText

/// Finds where a heading stands: the report has its text alone.
enum HeadingPlace {
    /// The first line of `text`, which begins at code point `start`, that is `heading` but for white space around it;
    /// without such a line the first place that reads so. In linear time: the report may be a stranger's.
    static func range(of heading: String, in text: String, at start: Int) -> Range<Int>? {
        let heading = Array(heading.unicodeScalars)
        let text = Array(text.unicodeScalars)
        guard !heading.isEmpty, heading.count <= text.count else { return nil }
        var lines = LineEdges(text)
        var first: Range<Int>?
        // Knuth, Morris and Pratt (1977).
        let borders = borders(of: heading)
        var matched = 0
        for position in text.indices {
            while matched > 0, matched == heading.count || text[position] != heading[matched] {
                matched = borders[matched - 1]
            }
            if text[position] == heading[matched] { matched += 1 }
            guard matched == heading.count else { continue }
            let end = position + 1
            let range = start + end - heading.count..<start + end
            if lines.isStart(end - heading.count), lines.isEnd(end) { return range }
            first = first ?? range
        }
        return first
    }

    /// For each beginning of `pattern` the length of the longest shorter one that it ends with.
    private static func borders(of pattern: [Unicode.Scalar]) -> [Int] {
        var borders = [0]
        borders.reserveCapacity(pattern.count)
        var matched = 0
        for index in pattern.indices.dropFirst() {
            while matched > 0, pattern[index] != pattern[matched] { matched = borders[matched - 1] }
            if pattern[index] == pattern[matched] { matched += 1 }
            borders.append(matched)
        }
        return borders
    }

    /// Says where lines begin and end but for white space, of places that are asked for in order.
    private struct LineEdges {
        private let text: [Unicode.Scalar]
        /// Up to here it is known whether the line is blank.
        private var known = 0
        private var isBlank = true
        /// No visible scalar stands between the last place that was asked for and this one.
        private var visible = 0

        init(_ text: [Unicode.Scalar]) { self.text = text }

        /// Whether only white space stands before `place` in its line.
        mutating func isStart(_ place: Int) -> Bool {
            while known < place {
                isBlank = Self.isBreak(text[known]) || isBlank && text[known].isWhiteSpace
                known += 1
            }
            return isBlank
        }

        /// Whether only white space stands behind `place` in its line.
        mutating func isEnd(_ place: Int) -> Bool {
            visible = max(visible, place)
            while visible < text.count, text[visible].isWhiteSpace, !Self.isBreak(text[visible]) { visible += 1 }
            return visible == text.count || Self.isBreak(text[visible])
        }

        private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
    }
}
