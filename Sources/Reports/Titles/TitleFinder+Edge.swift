extension TitleFinder {
    /// What titles stand before: a name, or the comma before it.
    struct Edge {
        /// Where it begins, in code points and in bytes.
        var codePoint: Int
        var byte: Int
        /// Whether it is a comma, which words touch.
        var isMark = false

        /// The edge that begins at a byte before it.
        func moved(to place: Int, isMark: Bool = false, in text: UnsafeBufferPointer<UInt8>) -> Edge {
            let length = text[place..<byte].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
            return Edge(codePoint: codePoint - length, byte: place, isMark: isMark)
        }
    }

    /// The byte at which a word ends that stands right before a place, with a space between or without.
    static func end(before place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        place > 0 && text[place - 1] == UInt8(ascii: " ") ? place - 1 : place
    }
}
