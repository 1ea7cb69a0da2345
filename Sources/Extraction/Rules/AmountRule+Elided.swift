internal import ArabicText

/// Money whose currency stands with the amount before it alone: «ثلاثة ملايين دولار مقابل مليونين», «من 4 مليارات ريال
/// إلى 5 مليارات».
extension AmountRule {
    /// - Parameter number: one that nothing is counted by.
    func elided(_ number: NumberRule.Match, from start: Int) -> RuleMatch? {
        // «من 2.07 عام 2014»: what has neither thousands nor decimals may count anything.
        guard number.scale >= 1000 || number.value.integer == nil, isAlone(number.next), let place = moneyBefore(start)
        else { return nil }
        let (unit, _) = unit(reading.word(place), at: place)
        return RuleMatch(tokens: start..<number.next, type: .money, value: "\(number.value) \(unit)")
    }

    /// Whether what follows a number is nothing that it could count.
    func isAlone(_ index: Int) -> Bool {
        if DateRule.endsClause(reading, index) { return true }
        if reading[index].hasArticle, reading.word(index).period != nil { return true }
        if reading.has(.yearWord, index), reading[index].cut == 0, reading.hasDigits(index + 1) { return true }
        return reading[index].cut == 0
            && !reading[index].traits.isDisjoint(with: [.in, .preposition, .before, .after, .since])
    }

    /// The currency of the amount that a number is compared with.
    private func moneyBefore(_ start: Int) -> Int? {
        var index = start - 1
        if reading.endOfApproximation(index) == start {
            index -= 1
        } else if reading.endOfApproximation(index - 1) == start {
            index -= 2
        }
        var isComparison = true
        if reading.isWord("مقابل", index) {
            index -= 1
        } else if reading.isWord("مقارنه", index - 1), reading.isWord("مع", index) || isBehindBeh(index) {
            index -= 2
        } else if reading.has(.fromOf, index) || reading.has(.until, index) {
            isComparison = reading.isWord("بدلا", index - 1) || reading.isWord("عوضا", index - 1)
            index -= isComparison || Self.directions.contains { reading.isWord($0, index - 1) } ? 2 : 1
        } else {
            return nil
        }
        if reading.mark(index) == 0x2C || reading.mark(index) == 0x60C { index -= 1 }
        if let place = money(endingAt: index) { return place }
        return isComparison ? lastMoney(before: index) : nil
    }

    // As they are folded.
    private static let directions: [StaticString] = ["نزولا", "صعودا", "ارتفاعا", "انخفاضا", "هبوطا", "تراجعا"]

    /// «مقارنة بنحو 6 ملايين», «مقارنة بـ6 ملايين»
    private func isBehindBeh(_ index: Int) -> Bool {
        reading.isWord("ب", index) || reading.isWord("بنحو", index) || reading.isWord("بحوالي", index)
    }

    /// «ريال», «ريال سعودي», «دولار للبرميل», «دينار سنويا».
    private func money(endingAt index: Int) -> Int? {
        var index = index
        if isOfUnit(index) { index -= 1 }
        if isMoney(index) { return index }
        return reading.countryOfMoney(index)?.isEmpty == false && isMoney(index - 1) ? index - 1 : nil
    }

    private func isMoney(_ index: Int) -> Bool {
        reading.word(index).isCurrency && !reading[index].hasArticle
    }

    /// «للبرميل», «سنويا»
    private func isOfUnit(_ index: Int) -> Bool {
        guard reading.sentence.contains(index) else { return false }
        return reading.text.letters(of: reading.text.tokens[index]).starts(with: [0x644, 0x644])
            || ["سنويا", "شهريا", "يوميا"].contains { reading.isWord($0, index) }
    }

    /// The currency of the last amount, where no other number stands between: «2.3 مليار دولار في الربع الثالث مقابل 3.1
    /// مليار».
    private func lastMoney(before index: Int) -> Int? {
        for place in stride(from: index, to: max(index - 10, reading.sentence.lowerBound), by: -1) {
            if isMoney(place) { return place }
            let isNumber = reading.word(place).number != nil && !reading[place].hasArticle
            if reading.hasDigits(place) || isNumber { return nil }
        }
        return nil
    }
}
