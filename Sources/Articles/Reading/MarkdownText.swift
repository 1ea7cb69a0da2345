internal import ArabicText

/// The blocks of a Markdown document in plain text, one after the other, with a line end or an empty line between.
struct MarkdownText {
    struct Block {
        /// 1 to 6 for a heading, 0 for anything else.
        var level: Int
        /// In the text's bytes and code points.
        var range: Range<Int>
        var codePoints: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    private(set) var blocks: [Block] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    subscript(_ block: Block) -> String { String(reading: bytes[block.range]) }

    /// Writes the next block.
    /// - Parameter isTight: whether there is no empty line before it.
    /// - Returns: whether it is one: of white space there is none.
    mutating func append(level: Int, isTight: Bool, _ write: (inout [UInt8]) -> Void) -> Bool {
        let before = bytes.count
        if !blocks.isEmpty { bytes.append(contentsOf: isTight ? [0x0A] : [0x0A, 0x0A]) }
        let start = bytes.count
        write(&bytes)
        guard bytes[start...].contains(where: { $0 > 0x20 }) else {
            bytes.removeLast(bytes.count - before)
            return false
        }
        let first = (blocks.last?.codePoints.upperBound ?? 0) + start - before
        let count = bytes[start...].withUnsafeBytes { $0.codePointCount }
        blocks.append(Block(level: level, range: start..<bytes.count, codePoints: first..<first + count))
        return true
    }
}
