/// Tells Arabic from the other languages in its script.
///
/// Each letter that only some of them have and each of their most frequent words is a point or several for those that
/// have it; Arabic's own points are its article, ة, إ and أ, and its function words. Another language has to beat
/// Arabic by ``margin``: Arabic that was typed with Persian ی and ک is still Arabic.
struct ArabicScriptEvidence {
    /// A word that is being read: its letters, a byte each (the low byte of U+06xx), ی as ي and ک as ك.
    struct Word {
        var length = 0
        /// The last eight letters.
        var key: UInt64 = 0
        /// The first four letters, when there are four.
        var start: UInt64 = 0
        /// Whether a letter was passed over, so that the word can't be looked up.
        var isPartial = false
    }

    /// How often zero-width non-joiners stand in words, as they do in Persian.
    var joiners = 0
    private var counts = InlineArray<256, Int32>(repeating: 0)
    /// For each of ``FrequentWords/languages``.
    private var points = InlineArray<7, Int>(repeating: 0)
    private var finalTehs = 0

    private static let margin = 3
    /// Arabic's points from which on, with a quarter of them or less for any other language, it is plainly Arabic: some
    /// five words with its article, or ten of its most frequent ones.
    private static let plain = 16

    /// Held here because each use of a table that is made at its first use asks whether it has been made.
    private let kinds = Self.kinds
    private let frequentWords = FrequentWords.table

    /// What U+06xx is: ``letter``, with the letter that stands for it in ``Word``; ``mark`` or ``other``.
    private static let kinds: [UInt16] = (UInt8.min...UInt8.max).map { low in
        switch low {
        case 0xCC: letter | 0x4A
        case 0xA9: letter | 0x43
        case 0x20...0x3F, 0x41...0x4A, 0x6E...0x6F, 0x71...0xD3, 0xD5, 0xEE, 0xEF, 0xFA...0xFF: letter | UInt16(low)
        case 0x10...0x1A, 0x40, 0x4B...0x5F, 0x70, 0xD6...0xDC, 0xDF...0xE8, 0xEA...0xED: mark
        default: other
        }
    }

    private static let letter: UInt16 = 0x100
    /// Belongs to the letter before it.
    private static let mark: UInt16 = 0x200
    private static let other: UInt16 = 0

    /// Takes the letters and marks U+06xx from `offset` on, up to what is none.
    /// - Parameters:
    ///   - passesSpaces: whether spaces are taken as well.
    ///   - words: is raised by the words that ended, with a space or with what is U+06xx and no letter.
    /// - Returns: how many letters they were.
    mutating func addRun(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from offset: inout Int,
        passesSpaces: Bool,
        to word: inout Word,
        words: inout Int
    ) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        return kinds.withUnsafeBufferPointer { kinds in
            var position = offset
            // As long as it is read, a word is in registers.
            var (length, key, start, isPartial) = (word.length, word.key, word.start, word.isPartial)
            // What was counted before, and goes into the length of the first word.
            var letters = -length
            reading: while position &+ 1 < raw.count {
                var pair = Self.pair(raw, at: position)
                while pair & 0xFC == 0xD8 {
                    let kind = kinds[Self.low(pair)]
                    guard kind & Self.letter != 0 else { break }
                    counts[Self.low(pair)] &+= 1
                    key = key << 8 | UInt64(kind & 0xFF)
                    length &+= 1
                    if length == 4 { start = key }
                    position &+= 2
                    guard position &+ 1 < raw.count else { break reading }
                    pair = Self.pair(raw, at: position)
                }
                if pair & 0xFC == 0xD8 {
                    position &+= 2
                    if kinds[Self.low(pair)] == Self.mark { continue }
                    counts[Self.low(pair)] &+= 1
                } else if pair & 0xFF == 0x20, passesSpaces {
                    position &+= 1
                } else {
                    break
                }
                guard length > 0 else { continue }
                words &+= 1
                letters &+= length
                if !isPartial { end(length: length, key: key, start: start) }
                (length, key, start, isPartial) = (0, 0, 0, false)
            }
            word = Word(length: length, key: key, start: start, isPartial: isPartial)
            offset = position
            return letters &+ length
        }
    }

    @inline(__always)
    private static func pair(_ bytes: UnsafeRawBufferPointer, at position: Int) -> UInt16 {
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt16.self))
    }

    /// The low byte of U+06xx.
    @inline(__always)
    private static func low(_ pair: UInt16) -> Int { Int(pair << 6 & 0xC0 | pair >> 8 & 0x3F) }

    mutating func addOtherForm(to word: inout Word) {
        word.length += 1
        word.isPartial = true
    }

    mutating func end(_ word: inout Word) {
        if !word.isPartial { end(length: word.length, key: word.key, start: word.start) }
        word = Word()
    }

    @inline(__always)
    private mutating func end(length: Int, key: UInt64, start: UInt64) {
        // Added without being asked for: which words end or start so, no processor foresees.
        finalTehs &+= key & 0xFF == 0x29 ? 1 : 0
        points[0] &+= length >= 5 ? 3 &* Self.articles(start) : 0
        guard length <= 8, let frequent = frequentWords[key] else { return }
        points[Int(frequent.language)] += Int(frequent.weight)
    }

    /// 1 for «ال…», «وال…», «بال…», «كال…», «فال…», «لل…»; else 0.
    @inline(__always)
    private static func articles(_ start: UInt64) -> Int {
        func isSame(_ letters: UInt64, _ others: UInt64) -> Int { letters == others ? 1 : 0 }
        // ب، ف، ك، و
        let first = start >> 24 &- 0x28
        let isPrefix = Int(truncatingIfNeeded: 0x1_0A00_0001 as UInt64 &>> first) & (first < 64 ? 1 : 0)
        return isSame(start >> 16, 0x2744) | isSame(start >> 16, 0x4444)
            | isPrefix & isSame(start >> 8 & 0xFFFF, 0x2744)
    }

    /// The language with the most points.
    var language: Language {
        let (arabic, others) = sums
        var best = 0
        for language in 1..<others.count where others[language] > others[best] { best = language }
        return others[best] >= arabic + Self.margin ? FrequentWords.languages[best + 1] : .arabic
    }

    /// Whether no other language comes near Arabic.
    var isPlainlyArabic: Bool {
        let (arabic, others) = sums
        return arabic >= Self.plain && others.indices.allSatisfy { others[$0] * 4 <= arabic }
    }

    /// The points of Arabic, and of each of the others in the order of ``FrequentWords/languages``.
    private var sums: (arabic: Int, others: InlineArray<6, Int>) {
        // پ چ ژ گ, which none of them lacks but Arabic.
        let shared = 2 * (count(0x7E) + count(0x86) + count(0x98) + count(0xAF))
        let farsi = count(0xCC) + count(0xA9)
        // ې and ۆ ە stand in two languages each.
        let e = count(0xD0)
        let kurdishVowels = count(0xC6) + count(0xD5)
        let urdu = count(0x79) + count(0x88) + count(0x91) + count(0xBA) + count(0xD2)
        let pashto =
            count(0x9A) + count(0xAB) + count(0xCD) + count(0x81) + count(0x85) + count(0x89) + count(0x93)
            + count(0x96) + count(0x7C) + count(0xBC)
        let sorani = count(0xCE) + count(0xB5) + count(0x95)
        let uyghur = count(0xC7) + count(0xC8) + count(0xCB) + count(0xAD)
        let sindhi =
            count(0x7B) + count(0x80) + count(0x7A) + count(0x7F) + count(0x84) + count(0xA6) + count(0x87)
            + count(0x8A) + count(0x8C) + count(0xB3) + count(0xB1) + count(0xBB) + count(0xFE) + count(0xFD)
        let arabic = points[0] + 2 * finalTehs + 2 * count(0x25) + count(0x23)
        let others: InlineArray<6, Int> = [
            points[1] + shared + farsi + 2 * joiners,
            points[2] + shared + farsi + 3 * urdu + count(0xC1) + count(0xBE) + count(0xD4),
            points[3] + shared + farsi + 3 * pashto + 2 * e,
            points[4] + shared + farsi + 3 * sorani + 2 * kurdishVowels,
            // ى is a vowel inside words there; in Arabic it stands alone, without the others.
            points[5] + shared + 3 * uyghur + 2 * e + kurdishVowels + min(2 * count(0x49), 2 * kurdishVowels),
            points[6] + shared + farsi + 4 * sindhi,
        ]
        return (arabic, others)
    }

    @inline(__always)
    private func count(_ low: Int) -> Int { Int(counts[low]) }
}
