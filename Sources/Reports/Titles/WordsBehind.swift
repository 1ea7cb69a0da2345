/// The words behind a place of a text.
enum WordsBehind {
    /// Where the Arabic word stands that begins at a byte; empty where none does.
    static func word(at start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var end = start
        while end + 1 < bytes.count, WordsBefore.isLetter(bytes[end], bytes[end + 1]) { end += 2 }
        return start..<end
    }
}
