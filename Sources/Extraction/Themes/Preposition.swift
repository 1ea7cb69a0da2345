/// The preposition behind a word that needs one, by which the words that need it are found.
enum Preposition {
    /// Words by their preposition, in UTF-8.
    typealias Table = [(preposition: [UInt8], words: Set<String>)]

    /// Of pairs of a preposition and the words that need it, spaces between them.
    static func table(_ pairs: [(String, String)]) -> Table {
        pairs.map { (Array($0.0.utf8), Set($0.1.split { $0.isWhitespace }.map(String.init))) }
    }

    /// Of one letter, which is written with the next word.
    private static let prefix = 2

    /// The words of `table` whose preposition stands right `behind` a word, in UTF-8.
    static func words(of table: Table, before behind: Slice<UnsafeBufferPointer<UInt8>>) -> [Set<String>] {
        guard behind.first == UInt8(ascii: " ") else { return [] }
        let next = behind.drop { $0 == UInt8(ascii: " ") }
        return table.filter { preposition, _ in
            guard next.starts(with: preposition) else { return false }
            let isFollowed = next.dropFirst(preposition.count).first.map(isLetter) ?? false
            return isFollowed == (preposition.count == prefix)
        }
        .map(\.words)
    }

    /// Whether a byte begins an Arabic letter: from U+0600 on.
    private static func isLetter(_ byte: UInt8) -> Bool { 0xD8...0xDB ~= byte }
}
