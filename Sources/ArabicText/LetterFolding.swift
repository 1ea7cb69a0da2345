/// How one scalar is folded for analysis.
///
/// Alef forms become ا, alef maksura ي, teh marbuta ه (as in Lucene's `ArabicNormalizer`); Persian and Urdu look-alikes
/// become their Arabic letters, presentation forms and ligatures the letters that they stand for; Arabic-Indic and
/// extended digits and their separators become ASCII; Latin letters lose accents and case, Greek and Cyrillic ones
/// their case; diacritics, tatweel, joiners and bidi controls are dropped. A hamza or madda that follows its letter as
/// a mark of its own is dropped like any mark; that و and ي with it become ؤ and ئ is ``FoldedText``'s business.
package enum LetterFolding {
    /// Calls `emit` for each letter that `scalar` folds to: none, one or (for a ligature) several.
    @inline(__always)
    package static func fold(_ scalar: Unicode.Scalar, emit: (UInt16) -> Void) {
        table.fold(scalar, emit: emit)
    }

    /// The one table, for a loop to hold on to.
    static let table = FoldingTable()

    /// U+0654, hamza above.
    static let combiningHamza: UInt32 = 0x654
    /// That of the accusative, which stands with an alef.
    static let tanween: UInt32 = 0x64B

    /// The folded letter that `letter` is with a combining hamza behind it.
    static func withHamza(_ letter: UInt16) -> UInt16 {
        switch letter {
        case 0x648: 0x624
        case 0x64A: 0x626
        default: letter
        }
    }
}

/// What each scalar of the basic plane folds to.
struct FoldingTable: Sendable {
    /// For each scalar its letter, ``dropped``, or 0xD800 + the number of a run in ``ligatures``: surrogates are no
    /// scalars, so their values are free.
    private(set) var letters: [UInt16]
    private var ligatures: [[UInt16]] = []

    /// What ``letters`` has from here on, to 0xDFFF, is no letter.
    static let firstLigature: UInt16 = 0xD800
    private static let dropped: UInt16 = 0xDFFF
    private static let replacement: UInt16 = 0xFFFD

    @inline(__always)
    func fold(_ scalar: Unicode.Scalar, emit: (UInt16) -> Void) { fold(value: scalar.value, emit: emit) }

    /// Folds the scalar with this value, which must be one.
    @inline(__always)
    func fold(value: UInt32, emit: (UInt16) -> Void) {
        guard value < 0x10000 else { return emit(Self.replacement) }
        let letter = letters[Int(value)]
        if letter & 0xF800 != Self.firstLigature { return emit(letter) }
        for part in ligature(letter) { emit(part) }
    }

    /// The letters that one of ``letters`` stands for: none for what is dropped.
    func ligature(_ letter: UInt16) -> [UInt16] {
        if letter & 0xF800 != Self.firstLigature { return [letter] }
        return letter == Self.dropped ? [] : ligatures[Int(letter - Self.firstLigature)]
    }

    init() {
        letters = Array(0...UInt16.max)
        letters[0] = Self.replacement
        foldArabic()
        foldOtherScripts()
        foldDigits()
        dropMarks()
        // Last, because a form folds to what its letters fold to.
        foldPresentationForms()
    }

    private mutating func map(_ scalars: UInt16..., to letter: UInt16) {
        for scalar in scalars { letters[Int(scalar)] = letter }
    }

    private mutating func shift(_ scalars: ClosedRange<UInt16>, to first: UInt16) {
        for scalar in scalars { letters[Int(scalar)] = scalar - scalars.lowerBound + first }
    }

    private mutating func foldArabic() {
        map(0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675, to: 0x627)
        map(0x649, 0x6CC, 0x6CD, 0x6CE, 0x6D0, 0x6D2, to: 0x64A)
        map(0x678, 0x6D3, to: 0x626)
        map(0x676, 0x677, to: 0x624)
        map(0x629, 0x6BE, 0x6C0, 0x6C1, 0x6C2, 0x6C3, 0x6D5, to: 0x647)
        map(0x6A9, 0x6AA, to: 0x643)
        map(0x6BA, to: 0x646)
    }

    private mutating func foldOtherScripts() {
        shift(0x41...0x5A, to: 0x61)
        shift(0x391...0x3A1, to: 0x3B1)
        shift(0x3A3...0x3AB, to: 0x3C3)
        map(0x3C2, to: 0x3C3)
        shift(0x410...0x42F, to: 0x430)
        shift(0x400...0x40F, to: 0x450)
        for (index, letter) in Self.latin.utf16.enumerated() where letter != Self.unchanged {
            letters[0xC0 + index] = letter
        }
        shift(0xFF01...0xFF5E, to: 0x21)
        for wide in 0xFF21...0xFF3A { letters[wide] += 32 }
    }

    private mutating func foldDigits() {
        shift(0x660...0x669, to: 0x30)
        shift(0x6F0...0x6F9, to: 0x30)
        map(0x66B, to: 0x2E)
        map(0x66C, to: 0x2C)
    }

    /// Combining marks, tatweel, small letters over a word, and controls that are not seen.
    private mutating func dropMarks() {
        let marks: [ClosedRange<Int>] = [
            0x300...0x36F, 0x610...0x61A, 0x640...0x640, 0x64B...0x65F, 0x670...0x670, 0x6D6...0x6DC, 0x6DF...0x6E8,
            0x6EA...0x6ED, 0x898...0x89F, 0x8C9...0x8E1, 0x8E3...0x8FF, 0xAD...0xAD, 0x61C...0x61C, 0x180B...0x180E,
            0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF...0xFEFF,
            0xFFF9...0xFFFB,
        ]
        for mark in marks.joined() { letters[mark] = Self.dropped }
    }

    private mutating func foldPresentationForms() {
        PresentationForms.forEach { form, parts in
            let folded = parts.map { letters[Int($0)] }.filter { $0 & 0xF800 != Self.firstLigature }
            switch folded.count {
            case 0: letters[Int(form)] = Self.dropped
            case 1: letters[Int(form)] = folded[0]
            default:
                letters[Int(form)] = Self.firstLigature + UInt16(ligatures.count)
                ligatures.append(folded)
            }
        }
    }

    private static let unchanged: UInt16 = 0xB7

    /// The base letters, without case, of U+00C0–U+024F; `·` where a letter stays what it is.
    private static let latin = """
        aaaaaaæceeeeiiiiðnooooo·øuuuuyþßaaaaaaæceeeeiiiiðnooooo·øuuuuyþyaaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiii\
        iı··jjkkĸllllll··łłnnnnnn·ŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzz·ƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵ\
        ooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃ·········aaiioouuuuuuuuuuǝaaaaææǥǥggkkooooʒʒj···ggƕƿnnaaææøøaaaaeeeeiiiioooor\
        rrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ
        """
}
