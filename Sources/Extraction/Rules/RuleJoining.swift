extension EntityMention {
    /// The model's mentions and the rules', both by position, as one list without overlap.
    ///
    /// Where two overlap, the longer stays: «كأس العالم 2018» is a name that a year is part of. Of two with the same
    /// range a person, place or organisation stays («شعبان»); otherwise the rule's. But a day of a month is no place and no
    /// organisation, nor does one begin at its month («3 نيسان بولاية وهران»), unless something is called after it («حي 6
    /// أكتوبر»).
    ///
    /// - Parameter mayBeName: whether a day that begins at a code point may be what something is called.
    package static func joining(
        _ named: [EntityMention],
        with ruled: [EntityMention],
        mayBeName: (Int) -> Bool = { _ in false }
    ) -> [EntityMention] {
        guard !ruled.isEmpty else { return named }
        var joined: [EntityMention] = []
        joined.reserveCapacity(named.count + ruled.count)
        var next = 0
        for rule in ruled {
            while next < named.count, named[next].range.upperBound <= rule.range.lowerBound {
                append(named[next], to: &joined)
                next += 1
            }
            var wins = true
            var end = next
            while end < named.count, named[end].range.lowerBound < rule.range.upperBound {
                if beats(named[end], rule, mayBeName) { wins = false }
                end += 1
            }
            if wins {
                append(rule, to: &joined)
                // The last may reach into the next rule's range, but has lost already.
                next = end
            }
        }
        for mention in named[next...] { append(mention, to: &joined) }
        return joined
    }

    private static func append(_ mention: EntityMention, to joined: inout [EntityMention]) {
        if let last = joined.last, last.range.upperBound > mention.range.lowerBound { return }
        joined.append(mention)
    }

    private static func beats(_ name: EntityMention, _ rule: EntityMention, _ mayBeName: (Int) -> Bool) -> Bool {
        if rule.type == .date, rule.value?.hasDay == true, name.type == .location || name.type == .organization {
            if name.range.lowerBound > rule.range.lowerBound { return false }
            if name.range == rule.range { return mayBeName(rule.range.lowerBound) }
        }
        if name.range == rule.range { return name.type != .miscellaneous }
        return name.range.count > rule.range.count
    }
}
