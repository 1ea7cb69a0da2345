/// Durations in decades and centuries.
extension DurationRule {
    /// «عقدين من الزمن», «منذ ثلاثة عقود», «أكثر من عقدين», «ثلاثة عقود ونصف»: alone they may be contracts. «ثلاثة قرون»
    /// are centuries.
    func decades(at start: Int) -> RuleMatch? {
        var index = start
        var count = reading.word(start).count
        if let number = numbers.match(at: start), let integer = number.value.integer {
            (index, count) = (number.next, integer)
            guard reading[index].cut == 0, reading.word(index).count == 0 else { return nil }
        }
        if reading.has(.centuriesWord, index), !reading[index].hasArticle, 2...99 ~= count {
            return found(start..<index + 1, "P\(count * 100)Y")
        }
        guard reading.has(.decadeWord, index), !reading[index].hasArticle, count > 0, count < 100 else { return nil }
        let (half, next) = count > 1 ? halfDecade(at: index + 1) : (0, index + 1)
        let value = "P\(count * 10 + half)Y"
        if let end = endOfTime(next) { return found(start..<end, value) }
        // «منذ أكثر من عقد», but not «من أكثر من عقد»
        if count == 1, let first = startOfApproximation(before: start) {
            let isPeriod = reading.has(.since, first - 1) || reading.has(.before, first - 1)
            return isPeriod ? found(start..<next, value) : nil
        }
        guard count > 1, lasts(start) || half > 0 else { return nil }
        return found(start..<next, value)
    }

    /// «ونصف», «ونصف العقد»: five years.
    private func halfDecade(at index: Int) -> (years: Int, next: Int) {
        guard reading[index].hasConjunction, reading.word(index).number == .fraction(1, over: 2),
            !reading[index].hasPreposition
        else { return (0, index) }
        return (5, reading.isWord("العقد", index + 1) ? index + 2 : index + 1)
    }

    /// Whether the words before a number of decades tell that they are time: «منذ», «خلال», «على مدار», «لأكثر من», «نحو».
    func lasts(_ start: Int) -> Bool {
        guard reading[start - 1].traits.isDisjoint(with: [.since, .before, .after, .during]) else { return true }
        if reading.has(.fromOf, start - 1) { return !reading[start - 2].traits.isDisjoint(with: [.more, .less]) }
        return Self.wordsOfLength.contains { reading.isWord($0, start - 1) }
    }

    // As they are folded.
    private static let wordsOfLength: [StaticString] = [
        "خلال", "مدار", "نحو", "حوالي", "قرابه", "زهاء", "طوال", "مرور",
    ]

    /// What is behind «من الزمن»; `nil` where it isn't there.
    private func endOfTime(_ index: Int) -> Int? {
        guard reading.has(.fromOf, index), reading.isWord("الزمن", index + 1) || reading.isWord("الزمان", index + 1)
        else { return nil }
        return index + 2
    }

    /// «نصف قرن», «ربع قرن», «قرن ونصف القرن»
    func centuries(at start: Int) -> RuleMatch? {
        if let fraction = numbers.fraction(at: start), isCentury(fraction.next),
            100 * fraction.numerator % fraction.denominator == 0
        {
            let years = 100 * fraction.numerator / fraction.denominator
            let next = fraction.next + 1
            return found(start..<(endOfTime(next) ?? next), "P\(years)Y")
        }
        guard isCentury(start), reading[start + 1].hasConjunction, !reading[start + 1].hasPreposition,
            case .fraction(let part, let parts) = reading.word(start + 1).number, 100 * part % parts == 0
        else { return nil }
        let next = reading.isWord("القرن", start + 2) ? start + 3 : start + 2
        return found(start..<(endOfTime(next) ?? next), "P\(100 + 100 * part / parts)Y")
    }

    private func isCentury(_ index: Int) -> Bool {
        reading.has(.century, index) && !reading[index].hasArticle && reading[index].cut == 0
    }
}
