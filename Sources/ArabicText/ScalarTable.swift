/// What is known of each scalar by looking it up: its folded letter and its class, in memory that is made once and never
/// freed, so that a loop over a text reads it without bounds checks and reference counts.
public struct ScalarTable: @unchecked Sendable {
    // Sound: the memory is written in `init`, before the only value is shared, and never again.

    /// For each scalar of the basic plane its letter, or what stands for none or a ligature: see ``FoldingTable``.
    @usableFromInline let letters: UnsafePointer<UInt16>
    /// For each scalar below U+2100 its kind.
    @usableFromInline let kinds: UnsafePointer<Kind>
    @usableFromInline let kindCount: UInt32
    /// For each scalar below U+2100 its class.
    private let classes: UnsafePointer<CharacterClass>

    /// What a scalar is in a line.
    public enum Kind: UInt8 {
        case white, letter, digit, mark, punctuation

        fileprivate init(_ characterClass: CharacterClass) {
            switch characterClass {
            case .white, .newline: self = .white
            case .control, .mark: self = .mark
            case .arabic, .foreign: self = .letter
            case .digit: self = .digit
            case .punctuation, .symbol: self = .punctuation
            }
        }
    }

    /// The one table, for a loop to hold on to.
    public static let shared = ScalarTable()

    private init() {
        let folded = LetterFolding.table.letters
        let letters = UnsafeMutablePointer<UInt16>.allocate(capacity: folded.count)
        letters.initialize(repeating: 0, count: folded.count)
        for (scalar, letter) in folded.enumerated() { letters[scalar] = letter }
        let classes = CharacterClass.table
        let kinds = UnsafeMutablePointer<Kind>.allocate(capacity: classes.count)
        kinds.initialize(repeating: .white, count: classes.count)
        let ownClasses = UnsafeMutablePointer<CharacterClass>.allocate(capacity: classes.count)
        ownClasses.initialize(repeating: .white, count: classes.count)
        for (scalar, characterClass) in classes.enumerated() {
            kinds[scalar] = Kind(characterClass)
            ownClasses[scalar] = characterClass
        }
        self.letters = UnsafePointer(letters)
        self.kinds = UnsafePointer(kinds)
        self.classes = UnsafePointer(ownClasses)
        kindCount = UInt32(classes.count)
    }

    /// The folded letter of `scalar`; 0xD800 to 0xDFFF where it has none or folds to several.
    @inlinable @inline(__always)
    public func letter(_ scalar: UInt32) -> UInt16 {
        scalar < 0x10000 ? letters[Int(scalar)] : 0xFFFD
    }

    /// What `scalar` is in a line.
    @inlinable @inline(__always)
    public func kind(_ scalar: UInt32) -> Kind {
        scalar < kindCount ? kinds[Int(scalar)] : rareKind(scalar)
    }

    @inline(__always)
    func characterClass(_ scalar: UInt32) -> CharacterClass {
        scalar < kindCount ? classes[Int(scalar)] : Unicode.Scalar(scalar).map(CharacterClass.init) ?? .symbol
    }

    @usableFromInline
    func rareKind(_ scalar: UInt32) -> Kind {
        Unicode.Scalar(scalar).map { Kind(CharacterClass($0)) } ?? .punctuation
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar at `index` of valid UTF-8, which is moved past it. At the end of text that is cut short, U+FFFD.
    @inlinable @inline(__always)
    public func scalar(at index: inout Int) -> UInt32 {
        let first = UInt32(self[index])
        let next = index &+ 1
        if first < 0x80 {
            index = next
            return first
        }
        // Arabic, and all else below U+0800.
        if first < 0xE0, next < count {
            index = next &+ 1
            return (first & 0x1F) << 6 | UInt32(self[next] & 0x3F)
        }
        return longScalar(at: &index)
    }

    /// As ``scalar(at:)``, of three bytes or four, and of one that is cut short.
    @usableFromInline
    func longScalar(at index: inout Int) -> UInt32 {
        let first = UInt32(self[index])
        index += 1
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
        // Half a surrogate pair is no scalar, though bytes may say so.
        return 0xD800...0xDFFF ~= scalar ? 0xFFFD : scalar
    }

    /// How many code points start in `range`. Eight bytes at a time.
    @inlinable
    public func codePoints(in range: Range<Int>) -> Int {
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
