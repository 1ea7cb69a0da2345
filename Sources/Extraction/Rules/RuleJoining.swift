extension EntityMention {
    /// The model's mentions and the rules', both by position, as one list without overlap.
    ///
    /// Where two overlap, the longer stays: «كأس العالم 2018» is a name that a year is part of. Of two with the same
    /// range a person, place or organisation stays («شعبان»); otherwise the rule's.
    package static func joining(_ named: [EntityMention], with ruled: [EntityMention]) -> [EntityMention] {
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
                if beats(named[end], rule) { wins = false }
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

    private static func beats(_ name: EntityMention, _ rule: EntityMention) -> Bool {
        if name.range == rule.range { return name.type != .miscellaneous }
        return name.range.count > rule.range.count
    }
}
