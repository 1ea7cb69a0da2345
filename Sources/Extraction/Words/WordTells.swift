/// What a word tells by itself to those who would look it up: whether to ask at all.
struct WordTells: OptionSet, Sendable {
    let rawValue: UInt8

    /// Longer names of the lexicon begin with it.
    static let longerNames = Self(rawValue: 1 << 0)
    /// It means something to the rules for dates, times and amounts.
    static let rule = Self(rawValue: 1 << 1)
    /// It may be the adjective of a country.
    static let nisba = Self(rawValue: 1 << 2)
    /// It is a place behind ب.
    static let prefixedPlace = Self(rawValue: 1 << 3)

    /// One more than the greatest value.
    static let end: UInt8 = 1 << 4
}
