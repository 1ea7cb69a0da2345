/// A hash over folded letters, built letter by letter, so that the hash of a word's prefix or of the first words of a
/// name comes for free. The same on every machine: FNV-1a over 16-bit units, finished with MurmurHash3's mixer.
package struct LetterHash: Sendable, Equatable {
    package static let space: UInt16 = 0x20

    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    package init() {}

    @inline(__always)
    package mutating func append(_ letter: UInt16) {
        state = (state ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
    }

    /// The hash of what was appended; never 0.
    @inline(__always)
    package var value: UInt64 { Self.value(finishing: state) }

    /// MurmurHash3's 64-bit finaliser: each bit of `word` reaches each bit of the result.
    @inline(__always)
    package static func mix(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ word >> 33) &* 0xFF51_AFD7_ED55_8CCD
        word = (word ^ word >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return word ^ word >> 33
    }

    /// The hash of a name: its letters with one space for each run of white space between words.
    package static func name(_ letters: some Sequence<UInt16>) -> UInt64 { hash(ofName: letters) }

    /// As ``name(_:)-(Sequence)``; in other modules too as fast as it can be.
    package static func name(_ letters: [UInt16]) -> UInt64 { hash(ofName: letters) }

    /// As ``name(_:)-(Sequence)``; in other modules too as fast as it can be.
    package static func name(_ letters: ArraySlice<UInt16>) -> UInt64 { hash(ofName: letters) }

    /// The hash of letters of which FNV-1a, a letter for a byte, has made `state`.
    package static func value(finishing state: UInt64) -> UInt64 { mix(state) | 1 }

    @inline(__always)
    private static func hash(ofName letters: some Sequence<UInt16>) -> UInt64 {
        var hash = LetterHash()
        var isEmpty = true
        var spacePending = false
        for letter in letters {
            if letter == space || letter == 0xA0 || (0x09...0x0D).contains(letter) {
                spacePending = !isEmpty
                continue
            }
            if spacePending { hash.append(space) }
            spacePending = false
            isEmpty = false
            hash.append(letter)
        }
        return hash.value
    }
}
