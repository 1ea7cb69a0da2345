/// The letters behind a word's stem, as a number: they tell words apart that share a stem by chance.
///
/// The light stem of «نيسان» is that of no other form of April, and «تعدين» (mining) has the stem of «تعد» (counts as). A
/// term of one word is therefore matched by its stem and one of the endings that its own forms have: possessives, dual,
/// plural, the adjective of relation.
package struct WordEnding: Sendable, Hashable {
    /// 0 for none, 31 for one that is not in ``known``.
    package let rawValue: UInt8

    private init(_ rawValue: Int) { self.rawValue = UInt8(rawValue) }

    /// - Parameter rawValue: below 32.
    @inline(__always)
    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// That of a word which is its stem.
    static let none = WordEnding(0)

    /// Folded: ة is ه.
    private static let known: [String] = [
        "", "ه", "ها", "هم", "ي", "يه", "ين", "ون", "ان", "ات", "ا", "نا", "ته", "تها", "تهم", "تنا", "تي", "تين",
        "تان", "اته", "اتها", "اتهم", "يون", "يين", "يات", "يا", "يان", "يته", "يتها", "يتهم",
    ]
    private static let other = 31
    private static let longest = 4

    /// The ending's letters, four to a number, by which it is found.
    private static let packed: [UInt64] = known.map { pack($0.utf16) }

    private static func pack(_ letters: some Sequence<UInt16>) -> UInt64 {
        letters.reduce(0) { $0 << 16 | UInt64($1) }
    }

    /// The ending with these folded letters.
    package init(_ letters: some Collection<UInt16>) {
        guard !letters.isEmpty else {
            self.init(0)
            return
        }
        guard letters.count <= Self.longest else {
            self.init(Self.other)
            return
        }
        let packed = Self.pack(letters)
        self.init(Self.packed.firstIndex(of: packed) ?? Self.other)
    }

    /// A set that has every ending, those that are not known among them.
    package static let all = UInt32.max

    /// Whether a set of endings, a bit for each, has this one.
    @inline(__always)
    package func isIn(_ endings: UInt32) -> Bool { endings >> UInt32(rawValue) & 1 == 1 }

    /// The set of this ending alone; of an unknown one, that of all unknown ones.
    package var bit: UInt32 { 1 << UInt32(rawValue) }

    /// The set of endings that forms of a word have which is listed with this one.
    package var ofForms: UInt32 {
        guard Int(rawValue) != Self.other else { return bit }
        let own = Self.known[Int(rawValue)]
        let forms: [String] =
            switch own {
            case "": ["ه", "ها", "هم", "نا", "ي", "يه", "ين", "ون", "ان", "ات", "ا", "يون", "يين", "يات", "يا"]
            case "ه": ["ته", "تها", "تهم", "تنا", "تي", "تين", "تان", "ات", "اته", "اتها", "اتهم"]
            case "ات": ["اته", "اتها", "اتهم"]
            case "ي": ["", "يه", "يين", "يون", "ين", "ون", "يات", "يا", "يان"]
            case "يه": ["يات", "يته", "يتها", "يتهم"]
            default: []
            }
        return forms.reduce(bit) { $0 | (Self.known.firstIndex(of: $1).map { 1 << UInt32($0) } ?? 0) }
    }
}
