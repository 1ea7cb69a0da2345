/// What the lexicon says of a token, in coarser steps than its classes: those are so many together that most rows of
/// them are met too seldom to be learnt.
extension TokenTraits {
    private var allClasses: GazetteerClasses { alone.union(opening).union(inner) }

    /// Sets ``classes``, ``senses`` and ``verdict`` by what the lexicon says, ``kind`` by the profile.
    mutating func weigh() {
        combineClasses()
        kind = UInt8(profile.kind.rawValue)
        senses = currentSenses
        verdict = currentVerdict
    }

    /// Sets ``classes``.
    @inline(__always)
    mutating func combineClasses() {
        classes = LetterHash.mix(
            UInt64(alone.rawValue) << 32 ^ UInt64(opening.rawValue) << 16 ^ UInt64(inner.rawValue)
        )
    }

    private var currentSenses: UInt16 {
        let classes = allClasses
        if classes.isEmpty { return 0 }
        var senses: UInt16 = 0
        for kind in Self.kinds { senses = senses << 1 | (classes.isDisjoint(with: kind) ? 0 : 1) }
        return senses
    }

    private static let kinds: [GazetteerClasses] = [
        .locations, .givenName, [.familyName, .person], .organizations, [.event, .product], .title,
        .organizationTrigger, [.locationTrigger, .eventTrigger], [.nameParticle, .kinship], .commonWord, .nisba,
        .listed,
    ]

    private var currentVerdict: UInt8 {
        let classes = allClasses
        if classes.isDisjoint(with: .names) { return 0 }
        guard let type = classes.entityType else { return 1 }
        let isNothingElse = classes.isDisjoint(with: Self.words)
        let isLong = openingLength > 1 || !inner.isEmpty
        return (type.rawValue + 1) << 3 | (isNothingElse ? 1 : 0) | (classes.contains(.listed) ? 2 : 0)
            | (isLong ? 4 : 0)
    }

    private static let words: GazetteerClasses = [
        .commonWord, .title, .organizationTrigger, .locationTrigger, .eventTrigger, .kinship, .calendar, .speech,
        .sport,
    ]
}
