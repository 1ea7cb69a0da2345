/// The words before a place of a text.
enum WordsBefore {
    /// Calls `body` with the place and length of each word of Arabic letters and marks that ends at byte `end` or before it,
    /// the nearest first, as long as it says so: up to a mark, the end of the line, or `reach` code points. Where the
    /// reach cuts the text off (`isCut`), the word that it cuts through is left out. A word that ends at `end` itself is
    /// one only where `end` is a mark's place (`isMark`).
    @inline(__always)
    static func forEach(
        before end: Int,
        of bytes: UnsafeBufferPointer<UInt8>,
        reach: Int,
        isCut: Bool,
        isMark: Bool = false,
        _ body: (Range<Int>, Int) -> Bool
    ) {
        var (place, wordEnd, length, rest) = (end, end, 0, reach)
        while rest > 0 {
            rest -= 1
            if place >= 2, isLetter(bytes[place - 2], bytes[place - 1]) {
                // The name stands behind white space, or this is no word before it.
                if place == end, !isMark { return }
                place -= 2
                length += 1
                continue
            }
            if length > 0, !body(place..<wordEnd, length) { return }
            if place >= 1, bytes[place - 1] == 0x20 {
                place -= 1
            } else if place >= 2, bytes[place - 2] == 0xC2, bytes[place - 1] == 0xA0 {
                place -= 2
            } else {
                return
            }
            (wordEnd, length) = (place, 0)
        }
        if length > 0, !isCut { _ = body(place..<wordEnd, length) }
    }

    @inline(__always)
    static func isLetter(_ lead: UInt8, _ byte: UInt8) -> Bool {
        // U+0610 to 061A, 0620 to 063F; 0640 to 065F.
        lead == 0xD8 ? 0x90...0x9A ~= byte || 0xA0...0xBF ~= byte : lead == 0xD9 && 0x80...0x9F ~= byte
    }
}
