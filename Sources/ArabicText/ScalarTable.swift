/// What is known of each scalar by looking it up: its folded letter and its class, in memory that is made once and never
/// freed, so that a loop over a text reads it without bounds checks and reference counts.
package struct ScalarTable: @unchecked Sendable {
    // Sound: the memory is written in `init`, before the only value is shared, and never again.

    /// For each scalar of the basic plane its letter, or ``none`` or a ligature: see ``FoldingTable``.
    private let letters: UnsafePointer<UInt16>
    private let classes: UnsafePointer<CharacterClass>
    private let classCount: UInt32

    /// The one table, for a loop to hold on to.
    package static let shared = ScalarTable()

    private init() {
        let letters = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: 0x10000)
        _ = letters.initialize(from: LetterFolding.table.letters)
        let classes = UnsafeMutableBufferPointer<CharacterClass>.allocate(capacity: CharacterClass.table.count)
        _ = classes.initialize(from: CharacterClass.table)
        self.letters = UnsafePointer(letters.baseAddress.unsafelyUnwrapped)
        self.classes = UnsafePointer(classes.baseAddress.unsafelyUnwrapped)
        classCount = UInt32(CharacterClass.table.count)
    }

    /// The folded letter of `scalar`; 0xD800 to 0xDFFF where it has none or folds to several.
    @inline(__always)
    package func letter(_ scalar: UInt32) -> UInt16 {
        scalar < 0x10000 ? letters[Int(scalar)] : 0xFFFD
    }

    @inline(__always)
    func characterClass(_ scalar: UInt32) -> CharacterClass {
        if scalar < classCount { return classes[Int(scalar)] }
        return Unicode.Scalar(scalar).map(CharacterClass.init) ?? .symbol
    }

    /// What a scalar is in a line, as far as ``kind(_:)`` tells.
    package enum Kind {
        case white, letter, digit, mark, punctuation
    }

    package func kind(_ scalar: UInt32) -> Kind {
        switch characterClass(scalar) {
        case .white, .newline: .white
        case .control, .mark: .mark
        case .arabic, .foreign: .letter
        case .digit: .digit
        case .punctuation, .symbol: .punctuation
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar at `index` of valid UTF-8, which is moved past it. At the end of text that is cut short, U+FFFD.
    @inline(__always)
    package func scalar(at index: inout Int) -> UInt32 {
        let first = UInt32(self[index])
        index += 1
        if first < 0x80 { return first }
        let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
        guard index + length <= count else {
            index = count
            return 0xFFFD
        }
        var scalar = first & (0x3F >> UInt32(length))
        for _ in 0..<length {
            scalar = scalar << 6 | UInt32(self[index] & 0x3F)
            index += 1
        }
        return scalar
    }

    /// How many code points start in `range`. Eight bytes at a time.
    package func codePoints(in range: Range<Int>) -> Int {
        guard let base = baseAddress, range.lowerBound >= 0, range.upperBound <= count else { return 0 }
        let bytes = UnsafeRawPointer(base)
        var index = range.lowerBound
        var continuations = 0
        while index + 8 <= range.upperBound {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let marks = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
            continuations += Int((marks &* 0x0101_0101_0101_0101) >> 56)
            index += 8
        }
        while index < range.upperBound {
            if self[index] & 0xC0 == 0x80 { continuations += 1 }
            index += 1
        }
        return range.count - continuations
    }
}
