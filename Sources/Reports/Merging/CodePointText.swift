/// A text that is sliced by code points: what Python's `text[start:end]` is.
///
/// Keeps the UTF-8 and the place of each 64th code point, so a slice costs its own length and at most 64 code points
/// of walking, and the index is a small part of the text.
package struct CodePointText: Sendable {
    private static let stride = 64

    private let bytes: [UInt8]
    /// The UTF-8 offset of each code point whose number is a multiple of ``stride``.
    private let marks: [Int]
    /// The text's length in code points.
    package let count: Int

    package init(_ text: String) {
        let bytes = Array(text.utf8)
        var marks: [Int] = []
        marks.reserveCapacity(bytes.count / Self.stride + 1)
        var count = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if count % Self.stride == 0 { marks.append(offset) }
            count += 1
        }
        self.bytes = bytes
        self.marks = marks
        self.count = count
    }

    /// The code points of `range`; what of it lies outside the text is left out.
    package subscript(range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        guard !range.isEmpty else { return "" }
        let start = offset(of: range.lowerBound)
        var end = start
        if range.count > 2 * Self.stride {
            end = offset(of: range.upperBound)
        } else {
            for _ in range { end = next(after: end) }
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The UTF-8 offset of code point `index`, which is at most ``count``.
    private func offset(of index: Int) -> Int {
        guard index < count else { return bytes.count }
        var offset = marks[index / Self.stride]
        for _ in 0..<index % Self.stride { offset = next(after: offset) }
        return offset
    }

    private func next(after offset: Int) -> Int {
        var next = offset + 1
        while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
