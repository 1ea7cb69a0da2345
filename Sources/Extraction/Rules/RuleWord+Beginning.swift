/// Which words a mention can begin with, and of what kinds: so that most are rejected at once.
extension RuleWord {
    enum Beginning: UInt8, Sendable {
        case never
        /// Only where the next word means something too: «من», «في», «قبل».
        case beforeMeaning
        /// Only before digits: brackets and quotation marks.
        case beforeDigits
        /// Only without the article: «ذي», but not «الذي».
        case bare
        case always
    }

    /// What rules find.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8
        static let date = Kinds(rawValue: 1 << 0)
        static let time = Kinds(rawValue: 1 << 1)
        static let amount = Kinds(rawValue: 1 << 2)
        static let age = Kinds(rawValue: 1 << 3)
        static let all: Kinds = [.date, .time, .amount, .age]
    }

    var beginning: Beginning {
        let means =
            number != nil || ordinal > 0 || month > 0 || hijriMonth > 0 || weekday > 0 || period != nil || decade != nil
            || !season.isEmpty || time != .none || (!unit.isEmpty && count == 2)
            || !traits.isDisjoint(with: Self.beginningTraits)
        if means || (isCurrency && isSign) { return .always }
        if splitMonth != .none { return .bare }
        // «متر ونصف»
        return unit.isEmpty && traits.isDisjoint(with: Self.openingTraits) ? .never : .beforeMeaning
    }

    private static let openingTraits: Traits = [
        .fromOf, .in, .between, .before, .after, .this, .minus, .firstDay, .yearPart,
    ]

    private static let beginningTraits: Traits = [
        .yesterday, .tomorrow, .percent, .middle, .rest, .holiday, .timeWord, .few, .latest, .feast, .throughout,
        .century, .partOf, .decadeWord, .centuriesWord, .season, .share,
    ]

    /// What the rules ask of a mention's first word, each of ``DateRule``, ``TimeRule``, ``AmountRule`` and ``AgeRule``.
    var kinds: Kinds {
        var kinds: Kinds = []
        if number != nil || ordinal > 0 || month > 0 || hijriMonth > 0 || splitMonth != .none || weekday > 0
            || period != nil || decade != nil || !season.isEmpty || !traits.isDisjoint(with: Self.dateTraits)
        {
            kinds.insert(.date)
        }
        if number != nil || ordinal > 0 || time != .none || !traits.isDisjoint(with: Self.timeTraits) {
            kinds.insert(.time)
        }
        if number != nil || period != nil || (isCurrency && isSign) || (!unit.isEmpty && count > 0)
            || !traits.isDisjoint(with: Self.amountTraits)
        {
            kinds.insert(.amount)
        }
        if number != nil || ordinal > 0 || decade != nil || traits.contains(.decadeWord) { kinds.insert(.age) }
        return kinds
    }

    private static let dateTraits: Traits = [
        .in, .fromOf, .between, .before, .after, .this, .latest, .yesterday, .tomorrow, .dayWord, .monthWord, .yearWord,
        .century, .centuriesWord, .decadeWord, .feast, .firstDay, .holiday, .partOf, .rest, .season, .timeWord,
        .yearPart,
    ]

    private static let timeTraits: Traits = [
        .in, .fromOf, .between, .before, .after, .this, .middle, .timeWord, .hourWord, .commonEraMark,
    ]

    private static let amountTraits: Traits = [
        .fromOf, .between, .percent, .share, .minus, .few, .throughout, .century, .decadeWord, .centuriesWord,
    ]
}
