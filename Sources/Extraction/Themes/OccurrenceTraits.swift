/// What an occurrence of a phrase is, a bit for each thing that is counted.
struct OccurrenceTraits: OptionSet {
    let rawValue: UInt32

    /// Only as the adjective of the word before.
    static let attribute = OccurrenceTraits(rawValue: 1 << 0)
    /// A piece of a longer name.
    static let piece = OccurrenceTraits(rawValue: 1 << 1)
    /// Cut off from what it belongs to.
    static let severed = OccurrenceTraits(rawValue: 1 << 2)
    /// Inside of, or the same as, a date, amount, address …
    static let value = OccurrenceTraits(rawValue: 1 << 3)
    /// A whole name.
    static let whole = OccurrenceTraits(rawValue: 1 << 4)
    /// No longer phrase has it.
    static let maximal = OccurrenceTraits(rawValue: 1 << 5)
    /// It belongs to a noun before it: «الاستخبارات» in «قنوات الاستخبارات».
    static let dependent = OccurrenceTraits(rawValue: 1 << 6)
    /// A word goes on with it, before it; behind it.
    static let leftExtended = OccurrenceTraits(rawValue: 1 << 7)
    static let rightExtended = OccurrenceTraits(rawValue: 1 << 8)
    static let inHeading = OccurrenceTraits(rawValue: 1 << 9)
    /// In the first words of a sentence.
    static let opening = OccurrenceTraits(rawValue: 1 << 10)
    /// With a clitic in front.
    static let proclitic = OccurrenceTraits(rawValue: 1 << 11)
    /// Its end is a noun that has neither article nor suffix nor tanween.
    static let bare = OccurrenceTraits(rawValue: 1 << 12)
    /// Inside of, or the same as, a name of a kind.
    static let place = OccurrenceTraits(rawValue: 1 << 13)
    static let person = OccurrenceTraits(rawValue: 1 << 14)
    static let organisation = OccurrenceTraits(rawValue: 1 << 15)
    static let otherName = OccurrenceTraits(rawValue: 1 << 16)
    /// Nothing but adjectives («الحساسة», «المصري»), or it begins with that of a noun before it: it names nothing.
    static let adjectival = OccurrenceTraits(rawValue: 1 << 17)

    /// These if it `holds`.
    @inline(__always)
    func when(_ holds: Bool) -> OccurrenceTraits { holds ? self : [] }
}
