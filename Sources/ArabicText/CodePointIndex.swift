/// A string with checkpoints, so that it can be cut by code-point offsets as Python's `text[start:end]` does.
///
/// One pass to build, 4 bytes for each 32 code points; an offset is found in constant time (32 code points of walking
/// at most, eight bytes at a time).
package struct CodePointIndex: Sendable {
    package let text: String
    /// The length of the text in code points.
    package let count: Int
    /// `checkpoints[i]` is the UTF-8 offset of code point `32 * i`.
    @usableFromInline
    let checkpoints: [UInt32]

    private static let stride = 32

    package init(_ text: String) {
        var text = text
        var checkpoints: [UInt32] = []
        var count = 0
        text.withUTF8 { bytes in
            checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
            let raw = UnsafeRawBufferPointer(bytes)
            var offset = 0
            // The code point of the next checkpoint.
            var next = 0
            while offset + 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let starts = Self.starts(in: word)
                if count + starts > next {
                    let place = offset + Self.place(ofStart: next - count, in: word)
                    checkpoints.append(UInt32(truncatingIfNeeded: place))
                    next += Self.stride
                }
                count += starts
                offset += 8
            }
            while offset < raw.count {
                if raw[offset] & 0xC0 != 0x80 {
                    if count == next {
                        checkpoints.append(UInt32(truncatingIfNeeded: offset))
                        next += Self.stride
                    }
                    count += 1
                }
                offset += 1
            }
        }
        self.text = text
        self.count = count
        self.checkpoints = checkpoints
    }

    /// How many code points begin in eight bytes: all but those whose highest bits are 10.
    @inline(__always)
    private static func starts(in word: UInt64) -> Int {
        let goesOn = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
        return 8 - Int(truncatingIfNeeded: (goesOn &* 0x0101_0101_0101_0101) >> 56)
    }

    /// Which of eight bytes begins code point number `number` of those that begin there, from 0 on.
    @inline(__always)
    private static func place(ofStart number: Int, in word: UInt64) -> Int {
        var starts = ~((word >> 7) & ~(word >> 6)) & 0x0101_0101_0101_0101
        for _ in 0..<number { starts &= starts &- 1 }
        return starts.trailingZeroBitCount / 8
    }

    /// The text of `range`, in code points, clamped to the text.
    package subscript(_ range: Range<Int>) -> String {
        let range = withUTF8 { $0.range(of: range) }
        // A part of a string is copied as it is; bytes would have to be looked over again.
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return String(text[start..<utf8.index(start, offsetBy: range.count)])
    }

    /// The UTF-8 offset of the code point at `offset`, clamped to the text.
    package func utf8Offset(of offset: Int) -> Int {
        withUTF8 { $0.place(of: offset) }
    }

    /// The text's bytes, to be cut by code points: pointers and a number, so that it is copied without counting
    /// references.
    package struct UTF8 {
        package let bytes: UnsafeBufferPointer<UInt8>
        private let checkpoints: UnsafeBufferPointer<UInt32>
        /// The length of the text in code points.
        package let count: Int

        @usableFromInline
        package init(bytes: UnsafeBufferPointer<UInt8>, checkpoints: UnsafeBufferPointer<UInt32>, count: Int) {
            self.bytes = bytes
            self.checkpoints = checkpoints
            self.count = count
        }

        /// Where the code points of `range`, clamped to the text, stand in ``bytes``.
        package func range(of range: Range<Int>) -> Range<Int> {
            let range = range.clamped(to: 0..<count)
            let start = place(of: range.lowerBound)
            return start..<place(of: range.upperBound, from: (range.lowerBound, start))
        }

        /// Where the code point at `offset`, clamped to the text, begins in ``bytes``.
        ///
        /// - Parameter known: a code point that is not behind it and where that begins: what is near to it is found sooner.
        package func place(of offset: Int, from known: (offset: Int, place: Int)? = nil) -> Int {
            guard offset < count else { return bytes.count }
            var rest = max(offset, 0) % CodePointIndex.stride
            var place = Int(checkpoints[max(offset, 0) / CodePointIndex.stride])
            if let known, offset - known.offset < rest { (rest, place) = (offset - known.offset, known.place) }
            guard rest > 0 else { return place }
            // The place where the code point begins that so many begin before, behind the one here.
            place += 1
            let raw = UnsafeRawBufferPointer(bytes)
            while place + 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                let starts = CodePointIndex.starts(in: word)
                if starts >= rest { return place + CodePointIndex.place(ofStart: rest - 1, in: word) }
                rest -= starts
                place += 8
            }
            while place < raw.count {
                if raw[place] & 0xC0 != 0x80 {
                    rest -= 1
                    if rest == 0 { break }
                }
                place += 1
            }
            return place
        }
    }

    /// Calls `body` with the text's bytes, which are there as long as it runs.
    @inlinable
    package func withUTF8<Value>(_ body: (UTF8) -> Value) -> Value {
        checkpoints.withUnsafeBufferPointer { checkpoints in
            let value = text.utf8.withContiguousStorageIfAvailable {
                body(UTF8(bytes: $0, checkpoints: checkpoints, count: count))
            }
            if let value { return value }
            var text = text
            return text.withUTF8 { body(UTF8(bytes: $0, checkpoints: checkpoints, count: count)) }
        }
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
