/// One of the two encodings with a byte a letter that Arabic text was written in before UTF-8.
struct CodePage: Sendable {
    let encoding: InputEncoding
    /// The scalar of each byte from 0x80 on; 0 where there is none.
    let scalars: [UInt16]
    /// How likely each byte from 0x80 on is in Arabic text: see ``CodePage/weight(of:)``.
    private let weights: [Int8]

    private init(_ encoding: InputEncoding, _ scalars: [UInt16]) {
        self.encoding = encoding
        self.scalars = scalars
        weights = scalars.map(Self.weight)
    }

    /// Microsoft's code page, whole: Arabic, the letters of Persian and Urdu, French, typographic punctuation.
    /// Source: unicode.org, VENDORS/MICSFT/WINDOWS/CP1256.TXT.
    static let windows1256 = CodePage(
        .windows1256,
        [
            0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0679, 0x2039, 0x0152,
            0x0686, 0x0698, 0x0688, 0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x06A9, 0x2122,
            0x0691, 0x203A, 0x0153, 0x200C, 0x200D, 0x06BA, 0x00A0, 0x060C, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
            0x00A7, 0x00A8, 0x00A9, 0x06BE, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
            0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x061B, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x061F, 0x06C1,
            0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627, 0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D,
            0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x00D7, 0x0637, 0x0638, 0x0639,
            0x063A, 0x0640, 0x0641, 0x0642, 0x0643, 0x00E0, 0x0644, 0x00E2, 0x0645, 0x0646, 0x0647, 0x0648, 0x00E7,
            0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x0649, 0x064A, 0x00EE, 0x00EF, 0x064B, 0x064C, 0x064D, 0x064E, 0x00F4,
            0x064F, 0x0650, 0x00F7, 0x0651, 0x00F9, 0x0652, 0x00FB, 0x00FC, 0x200E, 0x200F, 0x06D2,
        ]
    )

    /// ISO 8859-6, which is ASMO 708 and ECMA-114. Its C1 controls (0x80…0x9F) are left out: no text holds them, and
    /// text of Windows-1256 taken for it would. Source: unicode.org, ISO8859/8859-6.TXT.
    static let iso8859_6 = CodePage(
        .iso8859_6,
        (UInt16(0x80)...0xFF).map { byte in
            switch byte {
            case 0xA0, 0xA4, 0xAD: byte
            case 0xAC, 0xBB, 0xBF, 0xC1...0xDA, 0xE0...0xF2: byte - 0xA0 + 0x600
            default: 0
            }
        }
    )

    /// Appends the UTF-8 of `bytes` to `text`; for a byte that the code page has nothing for, `invalid`.
    ///
    /// - Returns: the first such byte's index.
    func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8], invalid: UInt8) -> Int? {
        var firstInvalid: Int?
        let converted = [UInt8](unsafeUninitializedCapacity: 3 * bytes.count) { buffer, count in
            guard var next = buffer.baseAddress else { return }
            scalars.withUnsafeBufferPointer { scalars in
                for (index, byte) in bytes.enumerated() {
                    guard byte >= 0x80 else {
                        next.initialize(to: byte)
                        next += 1
                        continue
                    }
                    let scalar = scalars[Int(byte) - 0x80]
                    if scalar < 0x800 {
                        guard scalar != 0 else {
                            if firstInvalid == nil { firstInvalid = index }
                            next.initialize(to: invalid)
                            next += 1
                            continue
                        }
                        next.initialize(to: 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
                    } else {
                        next.initialize(to: 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
                        next += 1
                        next.initialize(to: 0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0xBF)
                    }
                    (next + 1).initialize(to: 0x80 | UInt8(truncatingIfNeeded: scalar) & 0xBF)
                    next += 2
                }
            }
            count = next - buffer.baseAddress.unsafelyUnwrapped
        }
        if text.isEmpty { text = converted } else { text += converted }
        return firstInvalid
    }
}

extension CodePage {
    /// How much bytes look like Arabic text of this code page.
    struct Score {
        /// Bytes from 0x80 on.
        var count = 0
        /// The sum of their weights.
        var weight = 0
        /// Arabic letters and common punctuation among them, and diacritics where one can stand.
        var letters = 0
        /// Words that start with «ال».
        var articles = 0

        /// At least 19 of 20 bytes are Arabic letters or common punctuation, and the common letters are the common
        /// ones: the mean weight of Arabic text is 5 to 7, of other text taken for it below 2. A word or two have to
        /// be there: a stray byte is damage.
        var looksArabic: Bool { count >= 6 && letters * 20 >= count * 19 && weight >= count * 3 }
    }

    /// `nil` if a byte has no letter in this code page.
    func score(of bytes: some Sequence<UInt8>) -> Score? {
        bytes.withContiguousStorageIfAvailable { score(of: $0) }
            ?? Array(bytes).withUnsafeBufferPointer { score(of: $0) }
    }

    private func score(of bytes: UnsafeBufferPointer<UInt8>) -> Score? {
        scalars.withUnsafeBufferPointer { scalars in
            weights.withUnsafeBufferPointer { weights in
                var score = Score()
                var last: UInt16 = 0x20
                var isSecond = false
                for byte in bytes {
                    guard byte >= 0x80 else {
                        last = UInt16(byte)
                        isSecond = false
                        continue
                    }
                    let place = Int(byte) - 0x80
                    let scalar = scalars[place]
                    guard scalar != 0 else { return nil }
                    score.count += 1
                    if isSecond, scalar == 0x644 { score.articles += 1 }
                    isSecond = scalar == 0x627 && last < 0x80
                    if weights[place] > -8, !Self.isMark(scalar) || Self.isLetter(last) || Self.isPair(last, scalar) {
                        score.letters += 1
                        score.weight += Int(weights[place])
                    } else {
                        score.weight -= 8
                    }
                    last = scalar
                }
                return score
            }
        }
    }

    private static func isMark(_ scalar: UInt16) -> Bool { (0x64B...0x652).contains(scalar) }

    private static func isLetter(_ scalar: UInt16) -> Bool { (0x621...0x64A).contains(scalar) }

    /// A shadda and a vowel, in either order: no other marks stand together. Cyrillic letters taken for marks do.
    private static func isPair(_ first: UInt16, _ second: UInt16) -> Bool {
        first == 0x651 && second < 0x651 || second == 0x651 && (0x64B...0x650).contains(first)
    }

    /// About the logarithm of how often the letter stands in Arabic news: ا is 10, the rarest letters 1, punctuation
    /// 0, diacritics -1, letters of Persian and Urdu -4, other letters and signs -8.
    private static func weight(of scalar: UInt16) -> Int8 {
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
