internal import CPrefetch

/// What is computed of frequent words, once, when a model is made. Read in place from the model file, so that it is there
/// at once and all processes of a machine share it; what it does not have is computed and kept in a ``WordMemory``.
///
/// Layout of the table, little endian: version, number of words, binary logarithm of the number of choices (UInt32 each),
/// zeros up to 64 bytes; the choices of 16 bytes; the words, ``KnownWord``, from the most frequent on, so that those stand
/// side by side. A choice holds up to four words: sixteen bits of the hash of each (UInt64), and the places of each, sixteen
/// bits (UInt64). Where it holds fewer, the place is 0, the most frequent word's: all letters are compared.
package struct KnownWords: Sendable {
    package static let tableName = "words.known"
    /// So many words at most have places of sixteen bits.
    package static let most = 1 << 16
    static let ways = 4
    static let width: UInt64 = 16
    static let version: UInt32 = 5
    static let headerSize = 64
    static let choiceSize = 16
    private static let mostBits = 20

    package let count: Int
    /// Part of a model file, which is immutable and lives as long as the process. `nil` for no words.
    nonisolated(unsafe) private let choices: UnsafeRawPointer?
    nonisolated(unsafe) private let words: UnsafeRawPointer?
    private let bits: Int

    /// Knows no word.
    package init() {
        count = 0
        choices = nil
        words = nil
        bits = 1
    }

    /// Reads the table `bytes`, which must stay as they are for the life of the process.
    package init(bytes: UnsafeRawBufferPointer) throws(ModelError) {
        guard bytes.count >= Self.headerSize, let base = bytes.baseAddress else {
            throw ModelError("the model's known words are cut off")
        }
        func number(_ index: Int) -> UInt32 {
            UInt32(littleEndian: base.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        guard number(0) == Self.version else {
            throw ModelError(
                """
                the model's known words have version \(number(0)), this program reads \(Self.version): make them anew \
                with `warraq train words`
                """
            )
        }
        count = Int(number(1))
        bits = Int(number(2))
        guard (1...Self.most).contains(count), (1...Self.mostBits).contains(bits),
            bytes.count == Self.headerSize + Self.choiceSize << bits + KnownWord.size * count
        else { throw ModelError("the model's known words are cut off") }
        choices = base + Self.headerSize
        words = base + Self.headerSize + Self.choiceSize << bits
        // What is read in place later is taken as it stands.
        for choice in 0..<1 << bits {
            let places = places(choice)
            for way in 0..<UInt64(Self.ways) where Int(places >> (way * Self.width) & 0xFFFF) >= count {
                throw ModelError("the model's known words are broken: there is no word at a place")
            }
        }
        for place in 0..<count where !(word(at: place)?.isSound ?? false) {
            throw ModelError("the model's known words are broken: word \(place) can't be one")
        }
    }

    /// The word at a place that ``place(mayHold:)`` or ``place(of:)`` has given; `nil` for another.
    @inline(__always)
    package func word(at place: Int) -> KnownWord? {
        guard let words, place >= 0, place < count else { return nil }
        return KnownWord(bytes: words + place &* KnownWord.size)
    }

    /// The place of a word; `nil` if it is not known.
    package func place(of query: WordQuery<WordKey>) -> Int? {
        let place = place(mayHold: query)
        return holds(query, at: place) ? place : nil
    }

    /// Has the processor fetch where it stands which place a word may have, and does not wait for it.
    @inline(__always)
    func fetchChoice(_ query: WordQuery<WordKey>) {
        if let choices { prefetch(choices + number(of: query.hash) &* Self.choiceSize) }
    }

    /// The only place that a word may have, by a part of its hash; -1 for a word that is not known.
    @inline(__always)
    package func place(mayHold query: WordQuery<WordKey>) -> Int {
        guard let choices else { return -1 }
        let choice = number(of: query.hash)
        let tags = UInt64(
            littleEndian: choices.loadUnaligned(fromByteOffset: choice &* Self.choiceSize, as: UInt64.self)
        )
        let each: UInt64 = 0x0001_0001_0001_0001
        // The lowest upper bit that is set is that of the first way whose tag differs in no bit.
        let difference = tags ^ Self.tag(query.hash) &* each
        let equal = (difference &- each) & ~difference & each << 15
        guard equal != 0 else { return -1 }
        let way = UInt64(truncatingIfNeeded: equal.trailingZeroBitCount) / Self.width
        return Int(truncatingIfNeeded: places(choice) >> (way &* Self.width) & 0xFFFF)
    }

    /// Has the processor fetch these lines of its caches of the word at a place that ``place(mayHold:)`` has given.
    @inline(__always)
    func fetch(_ place: Int, lines: Range<Int>) {
        guard let words else { return }
        for line in lines { prefetch(words + (place &* KnownWord.size &+ line &* 64)) }
    }

    /// Whether the word at a place that ``place(mayHold:)`` has given, or -1, is this one.
    @inline(__always)
    func holds(_ query: WordQuery<WordKey>, at place: Int) -> Bool {
        guard place >= 0, let words else { return false }
        return KnownWord(bytes: words + place &* KnownWord.size).key == query.key
    }

    /// The word at a place that ``holds(_:at:)``.
    @inline(__always)
    subscript(place: Int) -> KnownWord? {
        words.map { KnownWord(bytes: $0 + place &* KnownWord.size) }
    }

    @inline(__always)
    private func number(of hash: UInt64) -> Int { Self.choice(of: hash, bits: bits) }

    @inline(__always)
    private func places(_ choice: Int) -> UInt64 {
        guard let choices else { return 0 }
        return UInt64(
            littleEndian: choices.loadUnaligned(fromByteOffset: choice &* Self.choiceSize &+ 8, as: UInt64.self)
        )
    }

    /// The number of a word's choice, of 2 to the power of `bits`.
    @inline(__always)
    static func choice(of hash: UInt64, bits: Int) -> Int { Int(truncatingIfNeeded: hash >> UInt64(64 &- bits)) }

    @inline(__always)
    static func tag(_ hash: UInt64) -> UInt64 { hash >> 16 & 0xFFFF }
}
