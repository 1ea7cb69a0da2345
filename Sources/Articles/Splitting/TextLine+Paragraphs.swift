internal import ArabicText

extension TextLine {
    /// The lines with those of each hard-wrapped paragraph put together; `nil` if the text is not hard-wrapped.
    /// - Parameter filled: the indices of the lines that are not blank.
    static func paragraphs(
        of lines: [TextLine],
        filled: [Int],
        in text: UnsafeBufferPointer<UInt8>
    ) -> [TextLine]? {
        guard filled.count > 1, filled.count(where: { lines[$0].length > LineWrapping.widest }) <= filled.count / 8,
            let joins = LineWrapping.joins(
                filled.map { number in
                    let line = lines[number]
                    return LineWrapping.Line(
                        length: line.length,
                        firstWord: firstWord(of: line, in: text),
                        indent: line.content.lowerBound - line.codePoints.lowerBound,
                        isClosed: isClosed(line, in: text),
                        isLast: number + 1 >= lines.count || lines[number + 1].isBlank
                    )
                }
            )
        else { return nil }
        var paragraphs: [TextLine] = []
        var goesOn = [Bool](repeating: false, count: lines.count)
        for (index, number) in filled.enumerated() { goesOn[number] = joins[index] }
        for (number, line) in lines.enumerated() {
            guard number > 0, goesOn[number - 1], let first = paragraphs.popLast() else {
                paragraphs.append(line)
                continue
            }
            paragraphs.append(
                TextLine(
                    bytes: first.bytes.lowerBound..<line.bytes.upperBound,
                    codePoints: first.codePoints.lowerBound..<line.codePoints.upperBound,
                    contentBytes: first.contentBytes.lowerBound..<line.contentBytes.upperBound,
                    content: first.content.lowerBound..<line.content.upperBound
                )
            )
        }
        return paragraphs
    }

    private static func firstWord(of line: TextLine, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var end = line.contentBytes.lowerBound
        while end < line.contentBytes.upperBound, text[end] > 0x20 { end += 1 }
        return codePoints(in: text, line.contentBytes.lowerBound..<end)
    }

    /// Whether the line ends with `.`, `!`, `?`, `:`, `؟`, `…` or `»`.
    private static func isClosed(_ line: TextLine, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = line.contentBytes.upperBound
        guard line.contentBytes.count >= 3 else { return false }
        switch text[end - 1] {
        case 0x2E, 0x21, 0x3F, 0x3A: return true
        case 0x9F: return text[end - 2] == 0xD8
        case 0xA6: return text[end - 2] == 0x80 && text[end - 3] == 0xE2
        default: return false
        }
    }
}
