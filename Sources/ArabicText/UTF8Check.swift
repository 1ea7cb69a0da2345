internal import CText

/// Checks that bytes are UTF-8.
///
/// Arabic is nearly all letters of two bytes, so what is nothing but ASCII and such letters is checked 64 bytes at a time,
/// and sixteen where fewer are left: a byte goes on a letter just where the byte before it starts one. All else goes letter
/// by letter, as the Unicode standard's table 3-7 has it.
package enum UTF8Check {
    /// The index of the first byte of what is no UTF-8; `nil` if all is.
    package static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { firstInvalid($0) }.map { bytes.startIndex + $0 }
    }

    /// As ``firstInvalid(_:)-(ArraySlice<UInt8>)``, counted from the first of the bytes.
    package static func firstInvalid(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var offset = 0
        while offset < bytes.count {
            offset = skipBlocks(bytes, from: offset)
            // What stopped the blocks, and the letters around it.
            let end = min(offset + 16, bytes.count)
            while offset < end {
                let length = letterLength(bytes, at: offset)
                if length == 0 { return offset }
                offset += length
            }
        }
        return nil
    }

    /// The start of the letter at which it is no longer all ASCII and letters of two bytes.
    private static func skipBlocks(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard bytes[start] & 0xC0 != 0x80 else { return start }
        var offset = start + 1
        if let base = bytes.assumingMemoryBound(to: UInt8.self).baseAddress {
            offset += utf8_skip(base + offset, bytes.count - offset)
        }
        while offset + 16 <= bytes.count {
            let before = bytes.loadUnaligned(fromByteOffset: offset - 1, as: SIMD2<UInt64>.self)
            let block = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
            // The top bit of each byte that is 11xxxxxx, that is 110xxxxx but for 1100000x, and that is 10xxxxxx.
            let leads = before & (before &<< 1)
            let isLong = before &<< 3 | before &<< 4 | before &<< 5 | before &<< 6
            let starts = leads & ~(before &<< 2) & isLong
            let goesOn = block & ~(block &<< 1)
            let wrong = (leads ^ starts) | (starts ^ goesOn)
            guard (wrong[0] | wrong[1]) & 0x8080_8080_8080_8080 == 0 else { break }
            offset += 16
        }
        // The byte at `offset - 1` was seen as the start of a letter at most, or as the end of one.
        offset -= 1
        if offset > start, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }

    /// The length of the letter at `offset`, 0 if there is none.
    private static func letterLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        func isNext(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            offset + distance < bytes.count && range.contains(bytes[offset + distance])
        }
        switch bytes[offset] {
        case ..<0x80: return 1
        case 0xC2...0xDF: return isNext(1) ? 2 : 0
        case 0xE0: return isNext(1, 0xA0...0xBF) && isNext(2) ? 3 : 0
        case 0xED: return isNext(1, 0x80...0x9F) && isNext(2) ? 3 : 0
        case 0xE1...0xEF: return isNext(1) && isNext(2) ? 3 : 0
        case 0xF0: return isNext(1, 0x90...0xBF) && isNext(2) && isNext(3) ? 4 : 0
        case 0xF1...0xF3: return isNext(1) && isNext(2) && isNext(3) ? 4 : 0
        case 0xF4: return isNext(1, 0x80...0x8F) && isNext(2) && isNext(3) ? 4 : 0
        default: return 0
        }
    }
}

extension String {
    /// The text of `bytes`; `nil` if they are no UTF-8.
    package init?(checking bytes: UnsafeBufferPointer<UInt8>) {
        guard UTF8Check.firstInvalid(UnsafeRawBufferPointer(bytes)) == nil else { return nil }
        self.init(cut: bytes)
    }

    /// The text of `bytes` that are known to be UTF-8: cut between the letters of what has been a string.
    package init(cut bytes: UnsafeBufferPointer<UInt8>) {
        self.init(copying: UTF8Span(unchecked: Span(_unsafeElements: bytes)))
    }

    /// What `String(decoding:as:)` makes of the bytes, in an eighth of the time where they are UTF-8.
    package init(reading bytes: ArraySlice<UInt8>) {
        if UTF8Check.firstInvalid(bytes) == nil {
            self.init(copying: UTF8Span(unchecked: bytes.span))
        } else {
            self.init(decoding: bytes, as: UTF8.self)
        }
    }

    package init(reading bytes: [UInt8]) { self.init(reading: bytes[...]) }
}
