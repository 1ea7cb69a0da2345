/// Tells lines that were broken because they were full from lines that end because something ends there.
///
/// In hard-wrapped text a line is broken where the next word did not fit, so all lines but the last of a paragraph are
/// nearly as long as the longest, and few of them happen to end with a sentence. Where that holds for most of a text's
/// lines, those that the next word would have made too long are joined with the next.
package struct LineWrapping {
    /// A line that is not blank. Lengths in code points, without white space around.
    package struct Line {
        package var length: Int
        /// The length of its first word.
        package var firstWord: Int
        /// How much white space it starts with.
        package var indent: Int
        /// Whether it ends with a full stop or its like, or with a colon.
        package var isClosed: Bool
        /// Whether a blank line follows, or none.
        package var isLast: Bool

        package init(length: Int, firstWord: Int, indent: Int, isClosed: Bool, isLast: Bool) {
            self.length = length
            self.firstWord = firstWord
            self.indent = indent
            self.isClosed = isClosed
            self.isLast = isLast
        }
    }

    /// Nobody wraps Arabic wider; longer lines are paragraphs.
    package static let widest = 140
    /// Narrower columns look like verses and lists.
    private static let narrowest = 45

    /// For each line whether it goes on in the next; `nil` if the text is not hard-wrapped. O(n log n) in the lines.
    package static func joins(_ lines: [Line]) -> [Bool]? {
        var lengths: [Int] = []
        var longest = 0
        var tooLong = 0
        var isSetApart = false
        for (index, line) in lines.enumerated() {
            longest = max(longest, line.length)
            if line.length > widest { tooLong += 1 }
            if line.isLast {
                if index + 1 < lines.count { isSetApart = true }
            } else if line.length <= widest {
                lengths.append(line.length)
            }
        }
        guard !lengths.isEmpty, tooLong <= lines.count / 8 else { return nil }
        lengths.sort()
        let width = lengths[(lengths.count * 9 - 1) / 10]
        // Lines that nothing follows tell nothing, unless there are enough others, or none is longer than the width.
        guard width >= narrowest, lengths.count * 5 >= lines.count || longest <= width + 2 else { return nil }
        var joins = [Bool](repeating: false, count: lines.count)
        var full = 0
        var open = 0
        for index in lines.indices.dropLast() where !lines[index].isLast && lines[index].length <= widest {
            let next = lines[index + 1]
            guard lines[index].length + 1 + next.firstWord > width else { continue }
            full += 1
            if !lines[index].isClosed { open += 1 }
            // A full stop in a full line ends the paragraph only where the next one is indented.
            joins[index] = next.indent <= lines[index].indent || !lines[index].isClosed && next.indent < 2
        }
        // With blank lines between paragraphs one full line is evidence enough.
        guard open >= (isSetApart ? 1 : 2), full * 10 >= lengths.count * 5, open * 10 >= full * 6 else { return nil }
        return joins
    }
}
