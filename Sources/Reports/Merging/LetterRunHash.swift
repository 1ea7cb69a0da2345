/// FNV-1a (Fowler, Noll and Vo), a letter for a byte.
struct LetterRunHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ letter: UInt16) { value = (value ^ UInt64(letter)) &* 0x100_0000_01B3 }

    /// The hash of a thing and of what tells two things with the same letters apart.
    @inline(__always)
    static func join(_ hash: UInt64, _ number: Int) -> UInt64 {
        hash ^ UInt64(truncatingIfNeeded: number + 1) &* 0x9E37_79B9_7F4A_7C15
    }
}
