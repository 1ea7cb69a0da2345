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
    /// A competition's name may begin with it.
    static let competition = Self(rawValue: 1 << 4)
    /// It is a name, or tells one (``EntityFinder/telling``, ``StateBodies``, ``NationalBodies``).
    static let name = Self(rawValue: 1 << 5)
    /// It is a verb of reporting (``ReportedPersons``).
    static let reporting = Self(rawValue: 1 << 6)

    /// Whatever there is to tell: of a word that nobody knows yet.
    static let all = Self(rawValue: .max)
}
