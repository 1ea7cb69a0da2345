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
        return withBytes { bytes in
            let start = place(of: range.lowerBound, in: bytes)
            let end = place(of: range.upperBound, in: bytes, from: (range.lowerBound, start))
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        }
    }

    /// The UTF-8 offset of the code point at `offset`, clamped to the text.
    package func utf8Offset(of offset: Int) -> Int {
        withBytes { place(of: offset, in: $0) }
    }

    private func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        if let value = text.utf8.withContiguousStorageIfAvailable(body) { return value }
        var text = text
        return text.withUTF8(body)
    }

    private func place(
        of offset: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        from known: (offset: Int, place: Int)? = nil
    ) -> Int {
        guard offset < count else { return bytes.count }
        var rest = max(offset, 0) % Self.stride
        var place = Int(checkpoints[max(offset, 0) / Self.stride])
        if let known, offset - known.offset < rest { (rest, place) = (offset - known.offset, known.place) }
        while rest > 0 {
            place += 1
            while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
            rest -= 1
        }
        return place
    }
}

extension String {
    /// The length in code points, counted in UTF-8.
    package var codePointCount: Int {
        utf8.withContiguousStorageIfAvailable { UnsafeRawBufferPointer($0).codePointCount }
            ?? utf8.count { $0 & 0xC0 != 0x80 }
    }
}

extension UnsafeRawBufferPointer {
    /// The length of UTF-8 in code points: its bytes that start one, counted eight at a time.
    package var codePointCount: Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var total = 0
        var offset = 0
        while offset + 8 <= count {
            // A count for each of the eight places, which takes 255 at most.
            var counts: UInt64 = 0
            let end = Swift.min(offset + 8 * 255, count - 7)
            while offset < end {
                let word = loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                counts &+= (~word | word << 1) >> 7 & ones
                offset += 8
            }
            let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts >> 8 & 0x00FF_00FF_00FF_00FF)
            total += Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
        }
        while offset < count {
            if self[offset] & 0xC0 != 0x80 { total += 1 }
            offset += 1
        }
        return total
    }
}
