internal import ArabicText

/// A line of a text, or a paragraph of hard-wrapped lines, with offsets in UTF-8 (for reading it) and in code points
/// (for reporting it).
struct TextLine: Sendable, Hashable {
    /// With its line end.
    var bytes: Range<Int>
    var codePoints: Range<Int>
    /// Without its line end and the white space around it; empty at the line's start for a blank line.
    var contentBytes: Range<Int>
    var content: Range<Int>

    var isBlank: Bool { content.isEmpty }
    /// Code points of the content.
    var length: Int { content.count }
}

extension TextLine {
    /// The lines of `text`, which they tile. They end at LF, CR LF, CR, U+2028 or U+2029.
    static func lines(of text: UnsafeBufferPointer<UInt8>) -> [TextLine] {
        var lines: [TextLine] = []
        lines.reserveCapacity(text.count / 256 + 4)
        var byte = 0
        var codePoint = 0
        while byte < text.count {
            let (end, length) = line(in: text, from: byte)
            let content = trimmed(byte..<end, in: text)
            let contentStart = codePoint + codePoints(in: text, byte..<content.lowerBound)
            let contentLength =
                content.isEmpty
                ? 0
                : length - codePoints(in: text, byte..<content.lowerBound)
                    - codePoints(in: text, content.upperBound..<end)
            lines.append(
                TextLine(
                    bytes: byte..<end,
                    codePoints: codePoint..<codePoint + length,
                    contentBytes: content,
                    content: contentStart..<contentStart + contentLength
                )
            )
            byte = end
            codePoint += length
        }
        return lines
    }

    @inline(__always)
    static func codePoints(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        range.isEmpty ? 0 : text.codePoints(in: range)
    }

    /// Where the line that starts at `start` ends, and how many code points it holds with its line end. Eight bytes at
    /// a time: a word of the text is looked at closely only if one of its bytes can be part of a line end.
    private static func line(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, codePoints: Int) {
        guard let base = text.baseAddress else { return (start, 0) }
        let bytes = UnsafeRawPointer(base)
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = start
        var continuations = 0
        while index + 8 <= text.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let feed = word ^ 0x0A0A_0A0A_0A0A_0A0A
            let carriage = word ^ 0x0D0D_0D0D_0D0D_0D0D
            let separator = word ^ 0xE2E2_E2E2_E2E2_E2E2
            // A byte of one of them is 0 where the text has what is sought; false alarms only beside a real one.
            let found = ((feed &- ones) & ~feed | (carriage &- ones) & ~carriage | (separator &- ones) & ~separator)
            if found & (ones << 7) != 0, let end = lineEnd(in: text, index..<index + 8) {
                return (end, end - start - continuations - self.continuations(in: text, index..<end))
            }
            let marks = (word >> 7) & ~(word >> 6) & ones
            continuations += Int((marks &* ones) >> 56)
            index += 8
        }
        let end = lineEnd(in: text, index..<text.count) ?? text.count
        return (end, end - start - continuations - self.continuations(in: text, index..<end))
    }

    private static func continuations(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where text[index] & 0xC0 == 0x80 { count += 1 }
        return count
    }

    /// The end of the line end that starts in `range`, if one does.
    private static func lineEnd(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        for index in range {
            switch text[index] {
            case 0x0A: return index + 1
            case 0x0D: return index + 1 < text.count && text[index + 1] == 0x0A ? index + 2 : index + 1
            case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
                return index + 3
            default: continue
            }
        }
        return nil
    }

    private static func trimmed(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let width = whiteSpace(in: text, start..<range.upperBound)
            if width == 0 { break }
            start += width
        }
        if start == range.upperBound { return range.lowerBound..<range.lowerBound }
        var end = range.upperBound
        trimming: while end > start {
            for width in 1...3 where end - width >= start {
                if whiteSpace(in: text, end - width..<end) == width {
                    end -= width
                    continue trimming
                }
            }
            break
        }
        return start..<end
    }

    /// How many bytes of white space `range` starts with: one scalar's, or 0.
    private static func whiteSpace(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        let first = range.lowerBound
        switch text[first] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2 where range.count >= 2: return text[first + 1] == 0xA0 || text[first + 1] == 0x85 ? 2 : 0
        case 0xE2 where range.count >= 3 && text[first + 1] == 0x80:
            switch text[first + 2] {
            case 0x80...0x8B, 0xA8, 0xA9, 0xAF: return 3
            default: return 0
            }
        case 0xE2 where range.count >= 3 && text[first + 1] == 0x81: return text[first + 2] == 0x9F ? 3 : 0
        case 0xE3 where range.count >= 3: return text[first + 1] == 0x80 && text[first + 2] == 0x80 ? 3 : 0
        default: return 0
        }
    }
}
