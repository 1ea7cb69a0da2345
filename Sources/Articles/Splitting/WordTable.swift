internal import ArabicText

/// A folded word as it is read, letter by letter: hashes by which it is looked up.
struct WordReader {
    private(set) var length = 0
    private(set) var first: UInt16 = 0
    private(set) var second: UInt16 = 0
    private(set) var third: UInt16 = 0
    /// FNV-1a over the letters, and over all but the first.
    private(set) var hash = Self.basis
    private(set) var hashOfRest = Self.basis
    private var ascii = 0

    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// - Parameter letter: a folded letter; what ``ScalarTable`` has for scalars without one is passed over.
    @inline(__always)
    mutating func append(_ letter: UInt16) {
        guard letter & 0xF800 != 0xD800 else { return }
        hash = (hash ^ UInt64(letter)) &* Self.prime
        if length > 0 { hashOfRest = (hashOfRest ^ UInt64(letter)) &* Self.prime }
        switch length {
        case 0: first = letter
        case 1: second = letter
        case 2: third = letter
        default: break
        }
        length += 1
    }

    @inline(__always)
    mutating func countASCII() { ascii += 1 }

    var isASCII: Bool { ascii == length }

    /// - Parameter word: folded letters.
    static func hash(_ word: [UInt16]) -> UInt64 {
        var reader = WordReader()
        for letter in word { reader.append(letter) }
        return reader.hash
    }
}

/// The words of ``LineVocabulary`` by their hashes. A hash of 64 bits stands for its word: of the few million words of
/// a language one in a million million is taken for another.
struct WordTable: Sendable {
    /// Open addressing; an empty slot has the hash 0. At most half full.
    private var hashes: [UInt64]
    private var kinds: [LineWord]

    static let shared = WordTable(LineVocabulary.lists)

    init(_ lists: [(LineWord, String)]) {
        var known: [UInt64: LineWord] = [:]
        for (kind, words) in lists {
            for word in LetterTable.words(of: words) { known[WordReader.hash(word), default: []].formUnion(kind) }
        }
        var size = 16
        while size < known.count * 3 { size *= 2 }
        hashes = Array(repeating: 0, count: size)
        kinds = Array(repeating: [], count: size)
        for (hash, kind) in known {
            let slot = slot(of: hash)
            hashes[slot] = hash
            kinds[slot] = kind
        }
    }

    /// What is known of the word, or of what follows the conjunction or preposition that is its first letter.
    func kinds(of word: WordReader) -> LineWord {
        let known = kinds[slot(of: word.hash)]
        if !known.isEmpty || word.length < 4 { return known }
        switch word.first {
        // و ف ب ل
        case 0x648, 0x641, 0x628, 0x644: return kinds[slot(of: word.hashOfRest)].intersection(.withClitics)
        default: return []
        }
    }

    /// Whether a line that begins with the word goes on with what was said: «و» or «ف» before a particle, an article
    /// («والقرار»), or a verb («ويقول», «وأعلن»).
    func goesOn(_ word: WordReader) -> Bool {
        guard word.first == 0x648 || word.first == 0x641, word.length >= 3 else { return false }
        if kinds[slot(of: word.hash)].contains(.beginsWithWaw) { return false }
        if kinds[slot(of: word.hashOfRest)].contains(.particle) { return true }
        if kinds[slot(of: word.hashOfRest)].contains(.speech) { return true }
        guard word.first == 0x648, word.length >= 4 else { return word.second == 0x627 && word.third == 0x644 }
        switch word.second {
        // The article, and verbs in أ ي ت ن س.
        case 0x627, 0x64A, 0x62A, 0x646: return true
        default: return false
        }
    }

    private func slot(of hash: UInt64) -> Int {
        let mask = hashes.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }
}
