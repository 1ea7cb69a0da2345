/// The preposition behind a word that needs one, by which the words that need it are found.
enum Preposition {
    /// Words by their preposition, in UTF-8.
    typealias Table = [(preposition: [UInt8], words: Set<String>)]

    /// Of pairs of a preposition and the words that need it, spaces between them.
    static func table(_ pairs: [(String, String)]) -> Table {
        assert(pairs.allSatisfy { pair in initials.contains { pair.0.hasPrefix($0) } }, "nobody looks for one of them")
        return pairs.map { (Array($0.0.utf8), Set($0.1.split { $0.isWhitespace }.map(String.init))) }
    }

    /// Of one letter, which is written with the next word.
    private static let prefix = 2

    /// Behind a preposition of several letters, in UTF-8: «عليها», «عنهم».
    private static let pronouns = ["", "ه", "ها", "هم", "هما", "هن", "نا"].map { Array($0.utf8) }
    /// The last letter of «على» and «إلى» alone and before a pronoun.
    private static let (alefMaqsura, yeh) = (Array("ى".utf8), Array("ي".utf8))

    /// Whether a preposition of a table may stand right `behind` a word, in UTF-8, by its first letter: most words are told so
    /// from those before which it is worth to look a word up.
    static func mayStand(_ behind: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard behind.first == UInt8(ascii: " ") else { return false }
        let next = behind.drop { $0 == UInt8(ascii: " ") }
        guard let first = next.first, isLetter(first), let second = next.dropFirst().first else { return false }
        return initialBits >> UInt64(second & 63) & 1 == 1
    }

    /// The first letters of all prepositions.
    private static let initials = ["ب", "ل", "إ", "ع", "ف", "م"]
    /// A bit for the lower six bits of the second byte of each.
    private static let initialBits = initials.reduce(UInt64(0)) { bits, letter in
        bits | letter.utf8.dropFirst().reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    /// The words of `table` whose preposition stands right `behind` a word, in UTF-8, alone or with a pronoun.
    static func words(of table: Table, before behind: Slice<UnsafeBufferPointer<UInt8>>) -> [Set<String>] {
        guard behind.first == UInt8(ascii: " ") else { return [] }
        let next = behind.drop { $0 == UInt8(ascii: " ") }
        let word = next.prefix { isLetter($0) || $0 & 0xC0 == 0x80 }
        return table.filter { preposition, _ in
            if preposition.count == prefix { return word.starts(with: preposition) && word.count > prefix }
            return isOne(word, preposition)
        }
        .map(\.words)
    }

    private static func isOne(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ preposition: [UInt8]) -> Bool {
        if word.elementsEqual(preposition) { return true }
        var stem = preposition
        if stem.suffix(2).elementsEqual(alefMaqsura) { stem.replaceSubrange(stem.count - 2..<stem.count, with: yeh) }
        return word.starts(with: stem) && pronouns.contains { word.dropFirst(stem.count).elementsEqual($0) }
    }

    /// Whether a byte begins an Arabic letter: from U+0600 on.
    private static func isLetter(_ byte: UInt8) -> Bool { 0xD8...0xDB ~= byte }
}
