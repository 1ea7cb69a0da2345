/// Tables of words as they stand in code: folded, white space between them.
extension LetterTable {
    /// The words of a list, white space between them, which all have one value.
    public convenience init(list: String, as value: UInt32 = 1) { self.init(lists: [(list, value)]) }

    /// Lists of words, white space between them, each list with its value.
    public convenience init(lists: [(words: String, value: UInt32)]) {
        self.init(lists.flatMap { list, value in Self.words(of: list).map { ($0, value) } })
    }

    /// Names, of a word or more each, which all have one value.
    public convenience init(names: [String], as value: UInt32 = 1) {
        self.init(
            names.map { name in
                var name = name
                return (name.withUTF8(Self.folded), value)
            }
        )
    }

    /// The folded words of a list, white space between them.
    public static func words(of list: String) -> [[UInt16]] {
        // Bytes, not characters, whose edges cost ten times as much to find: each start reads a hundred lists.
        var list = list
        return list.withUTF8 { bytes in
            bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
                .map { folded(UnsafeBufferPointer(rebasing: $0)) }
        }
    }

    private static func folded(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt16] {
        var letters: [UInt16] = []
        FoldedText.fold(utf8: utf8, into: &letters)
        return letters
    }
}
