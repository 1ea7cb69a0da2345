/// A string with checkpoints, so that it can be cut by code-point offsets as Python's `text[start:end]` does.
///
/// One pass to build, 4 bytes for each 64 code points; an offset is found in constant time (64 code points of walking
/// at most).
package struct CodePointIndex: Sendable {
    package let text: String
    /// The length of the text in code points.
    package let count: Int
    /// `checkpoints[i]` is the UTF-8 offset of code point `64 * i`.
    private let checkpoints: [UInt32]

    private static let stride = 64

    package init(_ text: String) {
        var text = text
        var checkpoints: [UInt32] = []
        var count = 0
        text.withUTF8 { bytes in
            checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
            for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
                if count % Self.stride == 0 { checkpoints.append(UInt32(truncatingIfNeeded: offset)) }
                count += 1
            }
        }
        self.text = text
        self.count = count
        self.checkpoints = checkpoints
    }

    /// The text of `range`, in code points, clamped to the text.
    package subscript(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        let start = index(of: range.lowerBound)
        return String(text.unicodeScalars[start..<index(of: range.upperBound, from: (range.lowerBound, start))])
    }

    /// The UTF-8 offset of the code point at `offset`, clamped to the text.
    package func utf8Offset(of offset: Int) -> Int {
        text.utf8.distance(from: text.startIndex, to: index(of: offset))
    }

    private func index(of offset: Int, from known: (offset: Int, index: String.Index)? = nil) -> String.Index {
        guard offset < count else { return text.endIndex }
        let offset = max(offset, 0)
        if let known, offset - known.offset < Self.stride {
            return text.unicodeScalars.index(known.index, offsetBy: offset - known.offset)
        }
        let checkpoint = text.utf8.index(text.startIndex, offsetBy: Int(checkpoints[offset / Self.stride]))
        return text.unicodeScalars.index(checkpoint, offsetBy: offset % Self.stride)
    }
}

extension String {
    /// The length in code points, counted in UTF-8.
    package var codePointCount: Int {
        utf8.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
    }
}
