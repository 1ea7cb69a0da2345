/// Durations that bear the article.
extension DurationRule {
    /// «الستة أشهر», «الستة أشهر الأولى», «الدقائق العشر الأولى»
    func definite(at start: Int) -> RuleMatch? {
        guard let periods = numbers.definitePeriods(at: start) else { return definiteDual(at: start) }
        let isFirst = reading.isWord("الاولي", periods.next)
        guard isFirst || reading.word(start).number != nil else { return nil }
        let end = isFirst ? periods.next + 1 : periods.next
        return found(start..<end, Self.value([(String(periods.count), periods.letter)]))
    }

    /// «[نحو] الساعتين», «[تجاوزت] الشهرين», «[قرابة] الساعة والنصف»: behind words that tell how long something lasts.
    private func definiteDual(at start: Int) -> RuleMatch? {
        guard reading[start].hasArticle, reading[start].cut == 0 else { return nil }
        let (word, next) = (reading.word(start), start + 1)
        guard let period = word.period, word.count > 0 else { return nil }
        guard reading[next].hasConjunction, !reading[next].hasPreposition,
            case .fraction(let numerator, let denominator) = reading.word(next).number,
            let part = DecimalNumber(numerator, over: denominator), let sum = DecimalNumber(word.count).plus(part)
        else { return word.count == 2 && isMeasured(start) ? found(start..<next, Self.value([("2", period)])) : nil }
        let isRepeated =
            reading.word(next + 1).period == period && reading.word(next + 1).count == 1
            && reading[next + 1].hasArticle && reading[next + 1].cut == 0
        guard isMeasured(start) else { return nil }
        return found(start..<(isRepeated ? next + 2 : next + 1), Self.value([(sum.description, period)]))
    }

    private func isMeasured(_ start: Int) -> Bool {
        if reading.endOfApproximation(start - 1) == start || reading.endOfApproximation(start - 2) == start {
            return true
        }
        if Self.measures.contains(where: { reading.isWord($0, start - 1) }) { return true }
        // «يزيد عن الشهرين», «تزيد على الساعتين»
        return Self.exceeding.contains { reading.isWord($0, start - 2) }
            && (reading.isWord("عن", start - 1) || reading.isWord("علي", start - 1))
    }

    // As they are folded.
    private static let measures: [StaticString] = [
        "يقارب", "تقارب", "يتجاوز", "تتجاوز", "تجاوز", "تجاوزت", "يتعدي", "تتعدي", "يناهز", "ناهز", "مده", "لمده",
        "استغرق", "استغرقت", "يستغرق", "تستغرق",
    ]
    private static let exceeding: [StaticString] = ["يزيد", "تزيد", "زاد", "زادت", "يقل", "تقل"]
}
