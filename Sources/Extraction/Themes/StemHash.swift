/// Hashes of words and stems, by which the theme tables of the model know them: FNV-1a over UTF-16 code units.
package enum StemHash {
    @inline(__always)
    package static func hash(_ letters: some Sequence<UInt16>) -> UInt32 {
        var hash = start
        for letter in letters { add(letter, to: &hash) }
        return end(hash)
    }

    /// The hash of `first` and then `letters`.
    @inline(__always)
    static func hash(_ first: UInt16, then letters: some Sequence<UInt16>) -> UInt32 {
        var hash = start
        add(first, to: &hash)
        for letter in letters { add(letter, to: &hash) }
        return end(hash)
    }

    /// The hash of `letters` and then `last`.
    @inline(__always)
    static func hash(_ letters: some Sequence<UInt16>, then last: UInt16) -> UInt32 {
        var hash = start
        for letter in letters { add(letter, to: &hash) }
        add(last, to: &hash)
        return end(hash)
    }

    private static let start: UInt32 = 0x811C_9DC5

    @inline(__always)
    private static func add(_ letter: UInt16, to hash: inout UInt32) {
        hash = (hash ^ UInt32(letter & 0xFF)) &* 0x0100_0193
        hash = (hash ^ UInt32(letter >> 8)) &* 0x0100_0193
    }

    /// Zero means an empty slot in a ``HashedTable``.
    @inline(__always)
    private static func end(_ hash: UInt32) -> UInt32 { hash == 0 ? 1 : hash }

    /// The hash of a phrase and one more word.
    @inline(__always)
    static func mix(_ phrase: UInt64, _ word: UInt32) -> UInt64 {
        let hash = (phrase ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
        return hash ^ hash >> 29
    }

    /// The hash of the phrase that continues the phrase hashed as `left` with the word hashed as `right`.
    @inline(__always)
    package static func join(_ left: UInt32, _ right: UInt32) -> UInt32 {
        var hash = (left ^ 0x9E37_79B9) &* 0x85EB_CA6B
        hash ^= hash >> 15
        hash = (hash ^ right) &* 0xC2B2_AE35
        hash ^= hash >> 13
        return hash == 0 ? 1 : hash
    }
}
