/// All letters of a short word as one value, and whether it is marked: what a mark says is up to who asks.
package struct WordKey: Equatable, Sendable {
    package static let mostLetters = 15
    private static let bits = 16

    /// Four letters each, zeros behind the last one; the upper sixteen bits of the last one are the number of letters,
    /// and the mark.
    private let first, second, third, fourth: UInt64

    /// The key of no word.
    package static let none = WordKey(first: 0, second: 0, third: 0, fourth: .max)

    init(first: UInt64, second: UInt64, third: UInt64, fourth: UInt64) {
        self.first = first
        self.second = second
        self.third = third
        self.fourth = fourth
    }

    /// `nil` for a word of more than ``mostLetters`` letters.
    @inline(__always)
    package init?(_ token: Range<Int>, of letters: UnsafeBufferPointer<UInt16>, isMarked: Bool = false) {
        guard token.count <= Self.mostLetters else { return nil }
        let size = UInt64(truncatingIfNeeded: token.count) << 48 | (isMarked ? 1 << 63 : 0)
        guard token.lowerBound + Self.mostLetters < letters.count else {
            var words = SIMD4<UInt64>()
            for (place, index) in token.enumerated() {
                words[place / 4] |= UInt64(letters[index]) << UInt64(place % 4 * Self.bits)
            }
            self.init(first: words[0], second: words[1], third: words[2], fourth: words[3] | size)
            return
        }
        let bytes = UnsafeRawBufferPointer(letters)
        func word(_ number: Int) -> UInt64 {
            let count = token.count - 4 * number
            guard count > 0 else { return 0 }
            let word = UInt64(
                littleEndian: bytes.loadUnaligned(
                    fromByteOffset: (token.lowerBound + 4 * number) * 2,
                    as: UInt64.self
                )
            )
            return count >= 4 ? word : word & (1 << UInt64(truncatingIfNeeded: count * Self.bits) &- 1)
        }
        self.init(first: word(0), second: word(1), third: word(2), fourth: word(3) | size)
    }

    /// How many letters the word has; `nil` for what is the key of none.
    package var letterCount: Int? {
        let count = Int(fourth >> 48 & 0x7FFF)
        return count <= Self.mostLetters ? count : nil
    }

    package var isMarked: Bool { fourth >> 63 == 1 }

    /// The word's letters.
    package var letters: [UInt16] {
        let words = [first, second, third, fourth]
        return (0..<(letterCount ?? 0)).map {
            UInt16(truncatingIfNeeded: words[$0 / 4] >> UInt64($0 % 4 * Self.bits))
        }
    }

    /// Appends it as ``KnownWord`` has it: 32 bytes, little endian.
    func append(to bytes: inout [UInt8]) {
        for word in [first, second, third, fourth] { bytes.append(littleEndian: word) }
    }

    /// A number that differs for different words nearly always; the upper bits are spread best.
    @inline(__always)
    package var hash: UInt64 {
        let mixed =
            first &* 0x9E37_79B9_7F4A_7C15 ^ second &* 0xC2B2_AE3D_27D4_EB4F ^ third &* 0x1656_67B1_9E37_79F9
            ^ fourth &* 0x27D4_EB2F_1656_67C5
        return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
}
