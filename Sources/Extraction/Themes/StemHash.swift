/// Hashes of words and stems, by which the theme tables of the model know them: FNV-1a over UTF-16 code units.
package enum StemHash {
    @inline(__always)
    package static func hash(_ letters: some Sequence<UInt16>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for letter in letters {
            hash = (hash ^ UInt32(letter & 0xFF)) &* 0x0100_0193
            hash = (hash ^ UInt32(letter >> 8)) &* 0x0100_0193
        }
        return hash == 0 ? 1 : hash
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
