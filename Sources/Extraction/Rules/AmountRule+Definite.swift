/// Amounts whose number bears the article: «العشرة ملايين يورو», «الألف دولار», «المئة متر».
extension AmountRule {
    func definite(at start: Int) -> RuleMatch? {
        guard let number = definiteNumber(at: start), reading.word(number.next).period == nil else { return nil }
        return amount(number, from: start)
    }

    /// «الاثنين» is a day, «الواحد» no number.
    private func definiteNumber(at start: Int) -> NumberRule.Match? {
        guard reading[start].hasArticle else { return nil }
        var number: NumberRule.Match
        switch reading.word(start).number {
        case .unit(3...), .ten, .tens:
            guard let count = numbers.definiteCount(at: start, isFirst: true) else { return nil }
            number = NumberRule.Match(value: DecimalNumber(count.value), next: count.next)
        case .hundreds(let hundreds):
            number = NumberRule.Match(value: DecimalNumber(hundreds), next: start + 1, isLarge: true)
        case .scale(let scale, let count) where count > 0:
            guard let value = DecimalNumber(scale).times(count) else { return nil }
            number = NumberRule.Match(value: value, next: start + 1, isLarge: true, scale: scale)
        default: return nil
        }
        guard case .scale(let scale, let count) = reading.bareWord(number.next).number, count < 2,
            scale > number.scale, let value = number.value.times(scale)
        else { return number }
        return NumberRule.Match(value: value, next: number.next + 1, isLarge: true, scale: scale)
    }
}
