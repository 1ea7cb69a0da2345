/// All letters of a short word as one value, and whether it is marked: what a mark says is up to who asks.
///
/// A letter takes one byte, in the ``Alphabet`` that all letters of the word are in. The last of the sixteen bytes has the
/// number of letters (four bits), the alphabet (three) and the mark (the uppermost).
package struct WordKey: Equatable, Sendable {
    package static let mostLetters = 15
    private static let bits = 16
    private static let lettersInWord = 4

    /// The first eight letters, and the others below the last byte; zeros behind the last letter.
    private let first, second: UInt64

    /// The key of no word.
    package static let none = WordKey(first: 0, second: .max)

    /// How letters of sixteen bits become bytes.
    private enum Alphabet: UInt64, CaseIterable {
        /// Arabic up to U+067F and ASCII, which words may mix.
        case arabic
        /// All of one block each: Latin-1, Arabic, general punctuation.
        case latin, arabicBlock, punctuation

        static func block(of letter: UInt64) -> Alphabet? {
            switch letter >> 8 {
            case 0x00: .latin
            case 0x06: .arabicBlock
            case 0x20: .punctuation
            default: nil
            }
        }

        func letter(_ byte: UInt16) -> UInt16 {
            switch self {
            case .arabic: byte < 0x80 ? byte : 0x600 | byte & 0x7F
            case .latin: byte
            case .arabicBlock: 0x600 | byte
            case .punctuation: 0x2000 | byte
            }
        }
    }

    private init(first: UInt64, second: UInt64) {
        self.first = first
        self.second = second
    }

    /// - Parameter bytes: sixteen, as ``append(to:)`` writes them.
    @inline(__always)
    init(_ bytes: UnsafeRawPointer) {
        first = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        second = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    /// `nil` for a word of more than ``mostLetters`` letters, and for one that no alphabet has all letters of: there are
    /// few, and these are other scripts.
    @inline(__always)
    package init?(_ token: Range<Int>, of letters: UnsafeBufferPointer<UInt16>, isMarked: Bool = false) {
        guard token.count <= Self.mostLetters else { return nil }
        let words = Self.words(token, of: letters)
        var size = UInt64(truncatingIfNeeded: token.count) | (isMarked ? 0x80 : 0)
        let bytes: SIMD4<UInt64>
        // Arabic is 0000 0110 0xxx xxxx, ASCII 0000 0000 0xxx xxxx: the bit above the letter's seven is the script's.
        let isOther = words & 0xF980_F980_F980_F980 | (words ^ words &>> 1) & 0x0200_0200_0200_0200
        if isOther == SIMD4() {
            bytes = words & 0x007F_007F_007F_007F | (words &>> 2) & 0x0080_0080_0080_0080
        } else {
            let letter = words[0] & 0xFFFF
            guard let alphabet = Alphabet.block(of: letter) else { return nil }
            // The block of every letter, and of none behind the last.
            let block = Self.mask(token.count) & (letter >> 8 &* 0x0100_0100_0100_0100)
            guard words & 0xFF00_FF00_FF00_FF00 == block else { return nil }
            bytes = words & 0x00FF_00FF_00FF_00FF
            size |= alphabet.rawValue << 4
        }
        // Each word's four bytes are moved together.
        let pairs = (bytes | bytes &>> 8) & 0x0000_FFFF_0000_FFFF
        let fours = (pairs | pairs &>> 16) & 0x0000_0000_FFFF_FFFF
        self.init(first: fours[0] | fours[1] << 32, second: fours[2] | fours[3] << 32 | size << 56)
    }

    /// Four letters each, zeros behind the last one.
    @inline(__always)
    private static func words(_ token: Range<Int>, of letters: UnsafeBufferPointer<UInt16>) -> SIMD4<UInt64> {
        guard token.lowerBound + mostLetters < letters.count else {
            var words = SIMD4<UInt64>()
            for (place, index) in token.enumerated() {
                words[place / 4] |= UInt64(letters[index]) << UInt64(place % 4 * bits)
            }
            return words
        }
        let bytes = UnsafeRawBufferPointer(letters)
        func word(_ number: Int) -> UInt64 {
            UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: (token.lowerBound + 4 * number) * 2, as: UInt64.self)
            )
        }
        return SIMD4(word(0), word(1), word(2), word(3)) & mask(token.count)
    }

    /// Ones for so many letters, four in each word.
    @inline(__always)
    private static func mask(_ count: Int) -> SIMD4<UInt64> {
        SIMD4(
            ones(count),
            ones(count &- lettersInWord),
            ones(count &- 2 &* lettersInWord),
            ones(count &- 3 &* lettersInWord)
        )
    }

    /// Ones for so many letters, of which a word has four.
    @inline(__always)
    private static func ones(_ count: Int) -> UInt64 {
        let count = min(max(count, 0), lettersInWord)
        // A shift by all bits leaves zero.
        return ~(UInt64.max << UInt64(truncatingIfNeeded: count &* bits))
    }

    /// How many letters the word has; `nil` for what is the key of none.
    package var letterCount: Int? { alphabet == nil ? nil : Int(second >> 56 & 0x0F) }

    private var alphabet: Alphabet? { Alphabet(rawValue: second >> 60 & 0x07) }

    package var isMarked: Bool { second >> 63 == 1 }

    /// The word's letters.
    package var letters: [UInt16] {
        guard let alphabet, let letterCount else { return [] }
        return (0..<min(letterCount, Self.mostLetters)).map { place in
            let word = place < 8 ? first : second
            return alphabet.letter(UInt16(truncatingIfNeeded: word >> UInt64(place % 8 * 8) & 0xFF))
        }
    }

    /// Appends it as ``KnownWord`` has it: sixteen bytes, little endian.
    func append(to bytes: inout [UInt8]) {
        bytes.append(littleEndian: first)
        bytes.append(littleEndian: second)
    }

    /// A number that differs for different words nearly always; the upper bits are spread best.
    @inline(__always)
    package var hash: UInt64 {
        let mixed = first &* 0x9E37_79B9_7F4A_7C15 ^ second &* 0xC2B2_AE3D_27D4_EB4F
        return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
}
