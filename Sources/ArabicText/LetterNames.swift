/// The names of Latin letters in Arabic, of which foreign abbreviations and initials are spelled: «بي. بي. سي», «جيه. كيه.».
enum LetterNames {
    /// Whether a word, folded, is one or has one behind its clitics: «بي», «لبي», «السي».
    static func contain(_ word: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
        let count = word.count
        guard 2...8 ~= count else { return false }
        if names.contains(packed(word)) { return true }
        var rest = word
        if let first = rest.first, count > 3, prefixes.contains(first) { rest = rest.dropFirst() }
        if rest.count > 3, rest.starts(with: [0x627, 0x644]) { rest = rest.dropFirst(2) }
        return rest.count < count && names.contains(packed(rest))
    }

    /// Whether a letter's name is an everyday word too, which a sentence may begin with: «إن», «في».
    static func areWords(_ word: Slice<UnsafeBufferPointer<UInt16>>) -> Bool { everyday.contains(packed(word)) }

    /// Whether it is nothing else than a letter: behind it a full stop is an initial's.
    static func areInitials(_ word: Slice<UnsafeBufferPointer<UInt16>>) -> Bool { initials.contains(packed(word)) }

    private static func packed(_ word: Slice<UnsafeBufferPointer<UInt16>>) -> UInt64 {
        // A name has at most six letters of the Arabic block, whose codes differ in their lower eight bits.
        word.reduce(0) { $0 << 8 | UInt64($1 & 0xFF) }
    }

    private static func set(_ words: String) -> Set<UInt64> {
        Set(
            words.split(separator: " ").map { word in
                FoldedText(folding: String(word)).letters.withUnsafeBufferPointer { packed($0[...]) }
            }
        )
    }

    /// «و», «ف», «ب», «ل»
    private static let prefixes: Set<UInt16> = [0x648, 0x641, 0x628, 0x644]
    private static let initials = set("جيه كيه")
    private static let everyday = set("إن إم أو في آر إل")
    private static let names = set(
        "إيه أيه بي سي دي إي أي إف جي إتش آي جيه كيه كي إل إم إن أو كيو آر إس تي يو في دبليو دبلو إكس واي زد زي"
    )
}
