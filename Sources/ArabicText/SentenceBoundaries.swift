/// Finds where sentences end: at a full stop, question or exclamation mark, ellipsis, and at every line end but those of
/// hard-wrapped paragraphs (``LineWrapping``). A full stop after a single letter («أ. ف. ب.», «د.»), an abbreviation, a
/// number that opens a paragraph, or between two foreign words ends none, and neither does a stop inside quotation marks
/// that close later in the same line.
package enum SentenceBoundaries {
    /// The sentences as ranges of token indices that cover all of `tokens`. Linear, but for the sorting of the lengths
    /// of lines.
    package static func sentences(of tokens: [Token], in folded: FoldedText) -> [Range<Int>] {
        tokens.withUnsafeBufferPointer { tokens in
            folded.letters.withUnsafeBufferPointer { letters in
                sentences(SentenceScan(tokens: tokens, letters: letters))
            }
        }
    }

    private static func sentences(_ scan: SentenceScan) -> [Range<Int>] {
        let count = scan.tokens.count
        let quoted = scan.insideQuotations()
        var sentences: [Range<Int>] = []
        sentences.reserveCapacity(count / 16 + 1)
        var start = 0
        var index = 0
        while index < count {
            var end = index + 1
            // Most tokens are neither marks nor the last of their lines.
            guard scan.mayEnd(index) else {
                index = end
                continue
            }
            if scan.isStop(index, first: start), !quoted[index] {
                while end < count, scan.touch(end), scan.isStopMark(end) || scan.isClosing(end) { end += 1 }
            } else if !scan.startsLine(end) {
                index = end
                continue
            }
            sentences.append(start..<end)
            start = end
            index = end
        }
        if start < count { sentences.append(start..<count) }
        return sentences
    }
}

private struct SentenceScan {
    let tokens: UnsafeBufferPointer<Token>
    let letters: UnsafeBufferPointer<UInt16>
    /// The single letter of each mark; 0 for words and for tokens without letters. A run of full stops is «…».
    private var marks: [UInt16]
    /// Whether a line ends between each token and the one before it (or the text).
    private var lineStarts: [Bool]

    /// A quotation of more tokens than this ends no sentence late: its closing mark is more likely a stray one.
    private static let longestQuotation = 150

    init(tokens: UnsafeBufferPointer<Token>, letters: UnsafeBufferPointer<UInt16>) {
        self.tokens = tokens
        self.letters = letters
        marks = []
        lineStarts = []
        marks.reserveCapacity(tokens.count)
        lineStarts.reserveCapacity(tokens.count)
        var end = 0
        var lines: [Int] = []
        for (index, token) in tokens.enumerated() {
            var mark: UInt16 = 0
            if token.kind == .punctuation, token.firstLetter < token.endLetter {
                mark = letters[Int(token.firstLetter)]
                if mark == 0x2E, token.endLetter > token.firstLetter + 1 { mark = 0x2026 }
            }
            marks.append(mark)
            var startsLine = index == 0
            var letter = end
            while letter < Int(token.firstLetter) {
                if Self.endsLine(letters[letter]) { startsLine = true }
                letter += 1
            }
            end = Int(token.endLetter)
            lineStarts.append(startsLine)
            if startsLine { lines.append(index) }
        }
        if lines.count > 1 { joinWrappedLines(lines) }
    }

    private static func endsLine(_ letter: UInt16) -> Bool {
        switch letter {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// - Parameter starts: the tokens that lines begin with.
    private mutating func joinWrappedLines(_ starts: [Int]) {
        var lines: [LineWrapping.Line] = []
        lines.reserveCapacity(starts.count)
        for (number, start) in starts.enumerated() {
            let next = number + 1 < starts.count ? starts[number + 1] : tokens.count
            let before = start == 0 ? (ends: 0, indent: 0) : white(before: start)
            if number > 0, before.ends > 1 { lines[number - 1].isLast = true }
            var word = start + 1
            while word < next, touch(word) { word += 1 }
            lines.append(
                LineWrapping.Line(
                    length: Int(tokens[next - 1].end - tokens[start].start),
                    firstWord: Int(tokens[word - 1].end - tokens[start].start),
                    indent: before.indent,
                    isClosed: isStopMark(next - 1) || marks[next - 1] == 0x3A,
                    isLast: next == tokens.count
                )
            )
        }
        guard let joins = LineWrapping.joins(lines) else { return }
        for (number, start) in starts.enumerated().dropFirst() where joins[number - 1] { lineStarts[start] = false }
    }

    /// How many line ends stand between a token and the one before it, and how much white space behind the last.
    private func white(before token: Int) -> (ends: Int, indent: Int) {
        var ends = 0
        var indent = 0
        var previous: UInt16 = 0
        for letter in Int(tokens[token - 1].endLetter)..<Int(tokens[token].firstLetter) {
            let white = letters[letter]
            if Self.endsLine(white) {
                if !(white == 0x0A && previous == 0x0D) { ends += 1 }
                indent = 0
            } else {
                indent += 1
            }
            previous = white
        }
        return (ends, indent)
    }

    /// Whether a token is a mark, or the last of a line.
    @inline(__always)
    func mayEnd(_ index: Int) -> Bool { marks[index] != 0 || startsLine(index + 1) }

    func isStopMark(_ index: Int) -> Bool {
        switch marks[index] {
        case 0x2E, 0x21, 0x3F, 0x61F, 0x2026, 0x6D4, 0x203C, 0x2047...0x2049: true
        default: false
        }
    }

    func isClosing(_ index: Int) -> Bool {
        switch marks[index] {
        case 0xBB, 0x201D, 0x22, 0x29, 0x5D: true
        default: false
        }
    }

    /// Whether nothing, not even white space, is between the token and the one before it.
    func touch(_ index: Int) -> Bool {
        index > 0 && index < tokens.count && tokens[index].start == tokens[index - 1].end
    }

    /// Whether a paragraph, or a line that stands for itself, starts with the token.
    func startsLine(_ index: Int) -> Bool {
        index <= 0 || index >= tokens.count || lineStarts[index]
    }

    /// Whether a sentence that began at token `first` ends with the mark at `index`.
    func isStop(_ index: Int, first: Int) -> Bool {
        guard marks[index] != 0, isStopMark(index) else { return false }
        guard marks[index] == 0x2E, index > first, !startsLine(index + 1) else { return true }
        let before = tokens[index - 1]
        if touch(index) {
            if before.letters.count == 1, before.kind == .arabic || before.kind == .foreign { return false }
            if before.kind == .number, index - 1 == first, startsLine(first) { return false }
            if before.letters.count <= 4,
                Self.abbreviations.contains(where: { $0.elementsEqual(letters[before.letters]) })
            {
                return false
            }
            if before.kind == .arabic, index + 1 < tokens.count, partsLetters(index) { return false }
            if touch(index + 1), before.kind == .foreign || before.kind == .number,
                tokens[index + 1].kind == .foreign || tokens[index + 1].kind == .number
            {
                return false
            }
        }
        return true
    }

    /// Whether a full stop stands between the names of two foreign letters: «بي. بي. سي», «إف.بي.آي», «جاكوب جيه. ليو».
    private func partsLetters(_ index: Int) -> Bool {
        guard LetterNames.contain(letters[tokens[index - 1].letters]) else { return false }
        let next = letters[tokens[index + 1].letters]
        guard LetterNames.contain(next) else { return LetterNames.areInitials(letters[tokens[index - 1].letters]) }
        // «كوان يو. إن …» goes on with a sentence.
        return touch(index + 1) || !LetterNames.areWords(next)
            || (marks.count > index + 2 && touch(index + 2) && marks[index + 2] == 0x2E)
    }

    /// What a full stop follows without ending a sentence: at most four letters each.
    private static let abbreviations: [[UInt16]] = [
        "mr", "mrs", "ms", "dr", "st", "vs", "prof", "gen", "jr", "no", "هـ", "تلف", "أد",
    ].map { FoldedText(folding: $0).letters }

    /// For each token whether it stands inside quotation marks that open before it and close after it in its line.
    func insideQuotations() -> [Bool] {
        var inside = [Bool](repeating: false, count: tokens.count)
        // Marks that are open, a bounded number, so that nesting costs no more than a constant.
        var open: [(closing: UInt16, index: Int)] = []
        for index in tokens.indices {
            if !open.isEmpty, lineStarts[index] { open.removeAll(keepingCapacity: true) }
            let mark = marks[index]
            guard mark != 0 else { continue }
            if let match = open.lastIndex(where: { $0.closing == mark }) {
                // The stop right before the closing mark ends the quotation and, with it, the sentence.
                let end = marks[index - 1] == 0x2E ? index - 1 : index
                let start = open[match].index
                open.removeSubrange(match...)
                guard end > start, end - start <= Self.longestQuotation else { continue }
                for token in start..<end { inside[token] = true }
            } else if let closing = Self.closing(mark), open.count < 8 {
                open.append((closing, index))
            }
        }
        return inside
    }

    private static func closing(_ mark: UInt16) -> UInt16? {
        switch mark {
        case 0xAB: 0xBB
        case 0x201C, 0x201E: 0x201D
        case 0x22: 0x22
        case 0x28: 0x29
        case 0x5B: 0x5D
        default: nil
        }
    }
}
