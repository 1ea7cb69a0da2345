internal import ArabicText

/// Durations whose number is in no word of its own.
extension DurationRule {
    /// «منذ سنوات», «منذ أشهر قليلة», «منذ عقود»: how long something has lasted.
    func sinceSome(at start: Int) -> RuleMatch? {
        guard reading.has(.since, start - 1), !reading[start].hasArticle, reading[start].cut == 0 else { return nil }
        let word = reading.word(start)
        let isLong = !word.traits.isDisjoint(with: [.decadeWord, .centuriesWord])
        guard word.count == 0, let period = isLong ? "Y" : word.period else { return nil }
        let next = endOfFew(start + 1)
        guard next > start + 1 || !reading.isDefinite(next) else { return nil }
        return found(start..<next, Self.value([("X", period)]))
    }

    /// What is behind «قليلة», «معدودة»; the place itself where there is no such word.
    func endOfFew(_ index: Int) -> Int {
        reading.isWord("قليله", index) || reading.isWord("معدوده", index) ? index + 1 : index
    }

    /// «نصف قرن», «ربع قرن», «قرن ونصف القرن»
    func centuries(at start: Int) -> RuleMatch? {
        if let fraction = numbers.fraction(at: start), isCentury(fraction.next),
            100 * fraction.numerator % fraction.denominator == 0
        {
            let years = 100 * fraction.numerator / fraction.denominator
            return found(start..<endOfTime(fraction.next + 1), "P\(years)Y")
        }
        guard isCentury(start), reading[start + 1].hasConjunction, !reading[start + 1].hasPreposition,
            case .fraction(let part, let parts) = reading.word(start + 1).number, 100 * part % parts == 0
        else { return nil }
        let next = reading.isWord("القرن", start + 2) ? start + 3 : start + 2
        return found(start..<endOfTime(next), "P\(100 + 100 * part / parts)Y")
    }

    private func isCentury(_ index: Int) -> Bool {
        reading.has(.century, index) && !reading[index].hasArticle && reading[index].cut == 0
    }

    /// «… من الزمان»
    private func endOfTime(_ index: Int) -> Int {
        guard reading.has(.fromOf, index), reading.isWord("الزمن", index + 1) || reading.isWord("الزمان", index + 1)
        else { return index }
        return index + 2
    }
}
