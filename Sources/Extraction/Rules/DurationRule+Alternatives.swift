/// One or two of a period, two or three of it.
extension DurationRule {
    /// «يوم أو يومين», «شهرين أو ثلاثة [أشهر]»: from the one to the other.
    func oneOrTwo(at start: Int) -> RuleMatch? {
        guard reading.isWord("او", start + 1), !reading[start].hasArticle else { return nil }
        let (word, second) = (reading.word(start), reading[start + 2])
        guard let period = word.period, 1...2 ~= word.count, second.cut == 0, !second.hasArticle else { return nil }
        let low = Self.value([("\(word.count)", period)])
        if word.count == 1 {
            let other = reading.word(start + 2)
            guard other.period == period, other.count == 2 else { return nil }
            return found(start..<start + 3, "\(low)/\(Self.value([("2", period)]))")
        }
        guard let number = numbers.match(at: start + 2), number.value.integer == 3 else { return nil }
        let isNamed = reading.word(number.next).period == period && reading[number.next].cut == 0
        guard isNamed || DateRule.endsClause(reading, number.next) else { return nil }
        return found(start..<(isNamed ? number.next + 1 : number.next), "\(low)/\(Self.value([("3", period)]))")
    }
}
