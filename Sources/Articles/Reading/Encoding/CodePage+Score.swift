extension CodePage {
    /// How much bytes look like Arabic text of this code page.
    package struct Score: Hashable {
        /// Bytes from 0x80 on.
        var count = 0
        /// The sum of their weights.
        var weight = 0
        /// Arabic letters and common punctuation among them, and diacritics where one can stand.
        var letters = 0

        /// At least 19 of 20 bytes are Arabic letters or common punctuation, and the common letters are the common
        /// ones: the mean weight of Arabic text is 5 to 7, of other text taken for it below 2. A word or two have to
        /// be there: a stray byte is damage.
        var looksArabic: Bool { count >= 6 && letters * 20 >= count * 19 && weight >= count * 3 }
    }

    /// `nil` if a byte has no letter in this code page.
    package func score(of bytes: some Sequence<UInt8>) -> Score? {
        bytes.withContiguousStorageIfAvailable { score(of: $0) }
            ?? Array(bytes).withUnsafeBufferPointer { score(of: $0) }
    }

    /// Adds up what ``Score/tallies(of:)`` has for each byte, and looks at what stands before it for diacritics alone.
    private func score(of bytes: UnsafeBufferPointer<UInt8>) -> Score? {
        var score = Score()
        var start = 0
        while start < bytes.count {
            let part = start..<min(start + Score.longestRun, bytes.count)
            let sums = vectors?.sums(of: bytes[part]) ?? sums(of: bytes, part)
            guard !sums.hasMissing else { return nil }
            score.add(sums)
            // Most texts have no diacritics.
            if sums.hasMarks { score.addMarks(standingMarks(in: bytes, part)) }
            start = part.upperBound
        }
        return score
    }

    /// As ``CodePageVectors/sums(of:)``, byte by byte.
    private func sums(of bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> CodePageVectors.Sums {
        tallies.withUnsafeBufferPointer { tallies in
            var (sum, seen): (UInt64, UInt64) = (0, 0)
            var index = part.lowerBound
            while index &+ 4 <= part.upperBound {
                let (first, second) = (tallies[Int(bytes[index])], tallies[Int(bytes[index &+ 1])])
                let (third, fourth) = (tallies[Int(bytes[index &+ 2])], tallies[Int(bytes[index &+ 3])])
                sum &+= first &+ second &+ third &+ fourth
                seen |= first | second | third | fourth
                index &+= 4
            }
            while index < part.upperBound {
                sum &+= tallies[Int(bytes[index])]
                seen |= tallies[Int(bytes[index])]
                index &+= 1
            }
            return Score.sums(sum, seen: seen)
        }
    }

    /// How many diacritics in a part of `bytes` can stand there.
    private func standingMarks(in bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int {
        part.count { index in
            tallies[Int(bytes[index])] & Score.mark != 0 && index > 0 && stands(bytes[index], after: bytes[index - 1])
        }
    }

    /// Words that start with «ال».
    func articles(in bytes: some Sequence<UInt8>) -> Int {
        var count = 0
        var isInWord = false
        var isSecond = false
        for byte in bytes {
            let scalar = scalar(of: byte)
            if isSecond, scalar == 0x644 { count += 1 }
            isSecond = scalar == 0x627 && !isInWord
            isInWord = byte >= 0x80
        }
        return count
    }

    private func scalar(of byte: UInt8) -> UInt16 { byte < 0x80 ? UInt16(byte) : scalars[Int(byte) - 0x80] }

    /// Whether a diacritic can stand there: after a letter, or as one of a pair.
    private func stands(_ mark: UInt8, after byte: UInt8) -> Bool {
        let last = scalar(of: byte)
        return Self.isLetter(last) || Self.isPair(last, scalar(of: mark))
    }

    fileprivate static func isMark(_ scalar: UInt16) -> Bool { (0x64B...0x652).contains(scalar) }

    private static func isLetter(_ scalar: UInt16) -> Bool { (0x621...0x64A).contains(scalar) }

    /// A shadda and a vowel, in either order: no other marks stand together. Cyrillic letters taken for marks do.
    private static func isPair(_ first: UInt16, _ second: UInt16) -> Bool {
        first == 0x651 && second < 0x651 || second == 0x651 && (0x64B...0x650).contains(first)
    }

    /// About the logarithm of how often the letter stands in Arabic news: ا is 10, the rarest letters 1, punctuation
    /// 0, diacritics -1, letters of Persian and Urdu -4, other letters and signs -8.
    fileprivate static func weight(of scalar: UInt16) -> Int8 {
        switch scalar {
        case 0x627, 0x644: 10
        case 0x64A, 0x645, 0x648, 0x646, 0x631, 0x62A: 8
        case 0x628, 0x629, 0x639, 0x62F, 0x647, 0x641, 0x633, 0x623, 0x642, 0x643, 0x62D: 6
        case 0x62C, 0x634, 0x637, 0x635, 0x649, 0x62E, 0x630, 0x625: 4
        case 0x632, 0x636, 0x626, 0x63A, 0x62B, 0x638, 0x621, 0x622, 0x624: 1
        case 0x64B...0x652: -1
        case 0x60C, 0x61B, 0x61F, 0x640, 0xA0, 0xAB, 0xBB, 0xAD, 0x200C...0x200F, 0x2013, 0x2014,
            0x2018, 0x2019, 0x201C...0x201E, 0x2022, 0x2026, 0x2039, 0x203A:
            0
        case 0x67E, 0x686, 0x6AF, 0x6A9, 0x698: -4
        default: -8
        }
    }
}

extension CodePage.Score {
    /// How many tallies are summed up: a field has 16 bits, and no tally more than 18 in it. Fewer than could be, because
    /// what is no text of the code page is known by then.
    fileprivate static let longestRun = 256
    /// A byte without a letter, and the bits of a sum that count them.
    fileprivate static let missing: UInt64 = 1 << 48
    fileprivate static let anyMissing: UInt64 = 0x7FFF << 48
    /// The bit of a diacritic, which counts as a letter only where it can stand. In a sum it says nothing.
    fileprivate static let mark: UInt64 = 1 << 63

    /// For each byte its part of a sum: from the lowest bits on, 16 bits each, 1 for a byte from 0x80 on, 1 for a letter,
    /// and the weight plus 8, so that it is not negative.
    static func tallies(of scalars: [UInt16]) -> [UInt64] {
        [UInt64](repeating: 0, count: 0x80)
            + scalars.map { scalar in
                guard scalar != 0 else { return missing }
                guard !CodePage.isMark(scalar) else { return 1 | mark }
                let weight = CodePage.weight(of: scalar)
                return 1 | (weight > -8 ? 1 << 16 : 0) | UInt64(weight + 8) << 32
            }
    }

    /// The same for `codepage_sum`.
    static func kinds(of scalars: [UInt16]) -> [UInt8] {
        tallies(of: scalars).suffix(scalars.count).map { tally in
            CodePageVectors.kind(
                number: UInt8(tally >> 32 & 0xFF),
                isLetter: tally & 1 << 16 != 0,
                isMark: tally & mark != 0,
                isMissing: tally & missing != 0
            )
        }
    }

    fileprivate static func sums(_ sum: UInt64, seen: UInt64) -> CodePageVectors.Sums {
        CodePageVectors.Sums(
            count: Int(sum & 0xFFFF),
            letters: Int(sum >> 16 & 0xFFFF),
            numbers: Int(sum >> 32 & 0xFFFF),
            hasMarks: seen & mark != 0,
            hasMissing: sum & anyMissing != 0
        )
    }

    fileprivate mutating func add(_ sums: CodePageVectors.Sums) {
        count += sums.count
        letters += sums.letters
        weight += sums.numbers - 8 * sums.count
    }

    /// Diacritics that can stand where they do: letters, and none of weight -8 as they were taken for.
    fileprivate mutating func addMarks(_ marks: Int) {
        letters += marks
        weight += 7 * marks
    }
}
