/// Finds where sentences end: at a full stop, question or exclamation mark, ellipsis, and at every line end. A full
/// stop after a single letter («أ. ف. ب.», «د.»), an abbreviation, a number that opens a paragraph, or between two
/// foreign words ends none, and neither does a stop inside quotation marks that close later in the same line.
package enum SentenceBoundaries {
    /// The sentences as ranges of token indices that cover all of `tokens`. Linear.
    package static func sentences(of tokens: [Token], in folded: FoldedText) -> [Range<Int>] {
        let scan = SentenceScan(tokens: tokens, folded: folded)
        let quoted = scan.insideQuotations()
        var sentences: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < tokens.count {
            var end = index + 1
            if !quoted[index], scan.isStop(index, first: start) {
                while end < tokens.count, scan.touch(end), scan.isStopMark(end) || scan.isClosing(end) { end += 1 }
            } else if !scan.startsLine(end) {
                index = end
                continue
            }
            sentences.append(start..<end)
            start = end
            index = end
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }
}

private struct SentenceScan {
    let tokens: [Token]
    let folded: FoldedText

    /// A quotation of more tokens than this ends no sentence late: its closing mark is more likely a stray one.
    private static let longestQuotation = 150

    /// The single letter of a mark; 0 for words and for tokens without letters. A run of full stops is «…».
    private func mark(_ index: Int) -> UInt16 {
        let token = tokens[index]
        guard token.kind == .punctuation, token.firstLetter < token.endLetter else { return 0 }
        let first = folded.letters[Int(token.firstLetter)]
        return first == 0x2E && token.endLetter > token.firstLetter + 1 ? 0x2026 : first
    }

    func isStopMark(_ index: Int) -> Bool {
        switch mark(index) {
        case 0x2E, 0x21, 0x3F, 0x61F, 0x2026, 0x6D4, 0x203C, 0x2047...0x2049: true
        default: false
        }
    }

    func isClosing(_ index: Int) -> Bool {
        switch mark(index) {
        case 0xBB, 0x201D, 0x22, 0x29, 0x5D: true
        default: false
        }
    }

    /// Whether nothing, not even white space, is between the token and the one before it.
    func touch(_ index: Int) -> Bool {
        index > 0 && index < tokens.count && tokens[index].start == tokens[index - 1].end
    }

    /// Whether a line ends between the token and the one before it (or the text).
    func startsLine(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return true }
        return folded.letters[Int(tokens[index - 1].endLetter)..<Int(tokens[index].firstLetter)].contains {
            switch $0 {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
            default: false
            }
        }
    }

    /// Whether a sentence that began at token `first` ends with the mark at `index`.
    func isStop(_ index: Int, first: Int) -> Bool {
        guard isStopMark(index) else { return false }
        guard mark(index) == 0x2E, index > first, !startsLine(index + 1) else { return true }
        let before = tokens[index - 1]
        if touch(index) {
            if before.letters.count == 1, before.kind == .arabic || before.kind == .foreign { return false }
            if before.kind == .number, index - 1 == first, startsLine(first) { return false }
            if Self.abbreviations.contains(where: { $0.elementsEqual(folded.letters[before.letters]) }) { return false }
            if touch(index + 1), before.kind == .foreign || before.kind == .number,
                tokens[index + 1].kind == .foreign || tokens[index + 1].kind == .number
            {
                return false
            }
        }
        return true
    }

    /// What a full stop follows without ending a sentence.
    private static let abbreviations: [[UInt16]] = [
        "mr", "mrs", "ms", "dr", "st", "vs", "prof", "gen", "jr", "no", "هـ", "تلف", "أد",
    ].map { FoldedText(folding: $0).letters }

    /// For each token whether it stands inside quotation marks that open before it and close after it in its line.
    func insideQuotations() -> [Bool] {
        var inside = [Bool](repeating: false, count: tokens.count)
        // Marks that are open, a bounded number, so that nesting costs no more than a constant.
        var open: [(closing: UInt16, index: Int)] = []
        for index in tokens.indices {
            if startsLine(index) { open.removeAll(keepingCapacity: true) }
            let mark = mark(index)
            guard mark != 0 else { continue }
            if let match = open.lastIndex(where: { $0.closing == mark }) {
                // The stop right before the closing mark ends the quotation and, with it, the sentence.
                let end = self.mark(index - 1) == 0x2E ? index - 1 : index
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
