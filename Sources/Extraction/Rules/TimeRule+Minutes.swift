/// Minutes in words, behind their hour or before it.
extension TimeRule {
    /// «والنصف», «وعشر دقائق», «إلا ربعا».
    func minutes(behind clock: Clock) -> Clock? {
        var index = clock.next
        var isBefore = false
        if reading.has(.except, index), reading[index].cut == 0 {
            isBefore = true
            index += 1
        } else if reading.has(.and, index) {
            index += 1
        } else if !reading[index].hasConjunction {
            return nil
        }
        var result = clock
        let minutes: Int
        if case .fraction(let numerator, let denominator) = reading.word(index).number {
            minutes = 60 * numerator / denominator
            result.next = index + 1
        } else if case .unit(let count) = reading.word(index).number,
            case .fractions(let denominator) = reading.bareWord(index + 1).number, count > 0, count < denominator
        {
            minutes = 60 * count / denominator
            result.next = index + 2
        } else if let number = numbers.match(at: index), let value = number.value.integer, 1...59 ~= value,
            reading.word(number.next).period == "N" || part(at: number.next) != nil
                || (isBefore && reading[clock.next - 1].hasArticle)
        {
            minutes = value
            result.next = reading.word(number.next).period == "N" ? number.next + 1 : number.next
        } else {
            return nil
        }
        result.minute = isBefore ? 60 - minutes : minutes
        if isBefore { result.hour = clock.hour == 1 ? 12 : clock.hour - 1 }
        return result.hour >= 0 ? result : nil
    }

    /// «ثلاث دقائق قبل الثامنة والنصف», «خمس دقائق حتى الثامنة», «عشر دقائق بعد السابعة».
    func beforeHour(at start: Int) -> RuleMatch? {
        guard let (minutes, joint) = minutesAlone(at: start) else { return nil }
        let isAfter = reading.has(.after, joint)
        guard isAfter || reading.has(.before, joint) || reading.has(.until, joint), reading[joint].cut == 0,
            var point = point(at: joint + 1), point.isCertain || reading[joint + 1].hasArticle
        else { return nil }
        let total = (point.clock.hour * 60 + (point.clock.minute ?? 0) + (isAfter ? minutes : 720 - minutes)) % 720
        let isNight = point.clock.hour > 12
        point.clock.hour = total / 60 + (isNight ? 12 : 0)
        if point.clock.hour == 0 { point.clock.hour = 12 }
        point.clock.minute = total % 60
        return Self.value(of: point).map { found(start..<point.next, $0) }
    }

    /// «ثلاث دقائق», «ربع ساعة», and the token behind them.
    private func minutesAlone(at start: Int) -> (minutes: Int, next: Int)? {
        if let fraction = numbers.fraction(at: start), reading.word(fraction.next).period == "H",
            reading.word(fraction.next).count == 1, reading[fraction.next].cut == 0
        {
            return (60 * fraction.numerator / fraction.denominator, fraction.next + 1)
        }
        guard let number = numbers.match(at: start), let minutes = number.value.integer, 1...59 ~= minutes,
            reading.word(number.next).period == "N", reading[number.next].cut == 0
        else { return nil }
        return (minutes, number.next + 1)
    }
}
