/// From one duration to another behind «بين», where «و» is no part of the first.
extension DurationRule {
    /// «[بين] ستة أشهر وسنتين», «[بين] سنة و5 سنوات», «[بين] أسبوع وعشرة أيام»; «بين سنة وستة أشهر» has no longer end, and
    /// is read as all other durations are.
    func between(at start: Int) -> RuleMatch? {
        guard reading.has(.between, start - 1), !reading[start].hasArticle,
            let first = part(at: start, isFirst: false)
        else { return nil }
        let low = found(start..<first.next, Self.value([(first.number, first.period)]))
        return upTo(low, from: start)
    }
}
