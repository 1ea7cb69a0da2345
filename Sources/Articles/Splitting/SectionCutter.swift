/// Cuts long sections into pieces of a bounded size, so that one long article keeps many workers busy.
struct SectionCutter {
    /// A piece holds at most this many bytes of UTF-8.
    static let longestPiece = 4096

    let text: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]

    /// Where the pieces of a section end, in bytes; the last one is `section.upperBound`.
    /// - Parameter firstCut: no piece ends before it, so that a heading stays with what follows.
    func ends(ofSection section: Range<Int>, lines lineRange: Range<Int>, firstCut: Int) -> [Int] {
        let pieces = (section.count + Self.longestPiece - 1) / Self.longestPiece
        guard pieces > 1 else { return [section.upperBound] }
        let target = (section.count + pieces - 1) / pieces
        var ends: [Int] = []
        var start = section.lowerBound
        var last = start
        for line in lines[lineRange] {
            // The line does not fit: close the piece before it, or cut the line itself.
            if line.bytes.upperBound - start > Self.longestPiece {
                if last > start, last >= firstCut {
                    ends.append(last)
                    start = last
                }
                while line.bytes.upperBound - start > Self.longestPiece {
                    start = cut(start..<line.bytes.upperBound)
                    ends.append(start)
                }
            }
            last = line.bytes.upperBound
            if last - start >= target, last >= firstCut, last < section.upperBound {
                ends.append(last)
                start = last
            }
        }
        if ends.last != section.upperBound { ends.append(section.upperBound) }
        return ends
    }

    /// Where a run that is too long is cut: after the last sentence that fits, else after the last white space, else
    /// between code points; in the second half of what fits, so that the number of pieces is bounded too.
    private func cut(_ range: Range<Int>) -> Int {
        let limit = range.lowerBound + Self.longestPiece
        let half = range.lowerBound + Self.longestPiece / 2
        var space: Int?
        var index = limit
        while index > half {
            if text[index - 1] == 0x20 || text[index - 1] == 0x0A {
                if space == nil { space = index }
                if endsSentence(before: index - 1) { return index }
            }
            index -= 1
        }
        if let space { return space }
        var end = limit
        while end > half, text[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    /// Whether the byte before `end` closes a full stop, `!`, `?`, `؟` or `…`.
    private func endsSentence(before end: Int) -> Bool {
        guard end > 2 else { return false }
        switch text[end - 1] {
        case 0x2E, 0x21, 0x3F: return true
        case 0x9F: return text[end - 2] == 0xD8
        case 0xA6: return text[end - 2] == 0x80 && text[end - 3] == 0xE2
        default: return false
        }
    }
}
