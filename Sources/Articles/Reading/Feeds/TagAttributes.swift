/// Counts the attributes of a tag of XML that comes in pieces, as ``AttributeCount`` does those of HTML.
///
/// A value stands in quotation marks, and a tag ends at a sign of greater outside them, or at one of less anywhere:
/// where that is not as libxml2 sees it, it reads less of the tag than this.
struct TagAttributes {
    /// What a value that is open ends with.
    private var quote: UInt8?
    private var count = 0

    var isExceeded: Bool { count > AttributeCount.most }

    enum Stop {
        /// The tag is over.
        case tag
        /// The rest of it is in the next piece, or nobody wants it: it has too many.
        case piece
    }

    /// Goes on to the end of the tag, of the piece, or before the first value that is too much.
    mutating func pass(_ source: UnsafeRawBufferPointer, from start: Int) -> (offset: Int, stop: Stop) {
        var offset = start
        while offset < source.count, !isExceeded {
            let byte = source[offset]
            if byte == UInt8(ascii: "<") { return (offset, .tag) }
            if let quote {
                if byte == quote { self.quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return (offset + 1, .tag)
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                count += 1
                if isExceeded { break }
            }
            offset += 1
        }
        return (offset, .piece)
    }
}
