internal import ArabicText

/// Finds times of day; the value is ISO 8601's, to what the text tells: «T15», «T15:30», «T03:30:05».
///
/// Without a word for the part of the day the hour is taken as it stands.
struct TimeRule {
    private let reading: RuleReading
    private let numbers: NumberRule

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberRule(reading: reading)
    }

    private struct Clock {
        var hour: Int
        var minute: Int?
        var second: Int?
        var next: Int
    }

    func match(at start: Int) -> RuleMatch? {
        if let middle = middle(at: start) { return middle }
        var index = start
        let hasHourWord =
            reading.has(.hourWord, start) && reading.word(start).count == 1
            && (reading[start].hasArticle || !reading.digits(start + 1).isEmpty)
        if hasHourWord { index += 1 }
        guard var clock = clock(at: index) else { return nil }
        var part = part(at: clock.next)
        let isDigital = clock.minute != nil
        if clock.minute == nil, let minutes = minutes(behind: clock) {
            clock = minutes
            part = self.part(at: clock.next)
        } else if let behindPart = part, clock.minute == nil {
            // «9 مساء وربع»
            var shifted = clock
            shifted.next = behindPart.next
            if let minutes = minutes(behind: shifted) {
                clock = minutes
                part = (behindPart.time, minutes.next)
            }
        }
        // «8 م» is as well eight metres.
        guard isDigital || hasHourWord || clock.minute != nil || !isLetter(clock.next) else { return nil }
        // «السابعة والنصف» is a time without more words, «السابعة» none.
        let isHalved =
            !isDigital && clock.minute != nil && reading[clock.next - 1].hasArticle
        guard part != nil || hasHourWord || isDigital || isHalved else { return nil }
        guard let hour = Self.hour(clock.hour, part?.time ?? .none) else { return nil }
        var value = "T" + DateRule.padded(hour, to: 2)
        if let minute = clock.minute { value += ":" + DateRule.padded(minute, to: 2) }
        if let second = clock.second { value += ":" + DateRule.padded(second, to: 2) }
        return RuleMatch(tokens: start..<(part?.next ?? clock.next), type: .time, value: value)
    }

    /// «منتصف الليل», «منتصف النهار».
    private func middle(at start: Int) -> RuleMatch? {
        guard reading.has(.middle, start), !reading[start].hasArticle, reading[start + 1].hasArticle else { return nil }
        switch reading.word(start + 1).time {
        case .night: return RuleMatch(tokens: start..<start + 2, type: .time, value: "T00:00")
        case .noon: return RuleMatch(tokens: start..<start + 2, type: .time, value: "T12:00")
        default: return nil
        }
    }

    /// The hour: an ordinal, or digits with or without minutes and seconds.
    private func clock(at index: Int) -> Clock? {
        if let ordinal = numbers.ordinal(at: index) {
            return ordinal.value <= 12 ? Clock(hour: ordinal.value, next: ordinal.next) : nil
        }
        guard let hour = reading.integer(index, in: 0...24) else {
            // «1140 صباحا»
            if let both = reading.integer(index, in: 100...2359), both % 100 < 60, part(at: index + 1) != nil,
                !isLetter(index + 1)
            {
                return Clock(hour: both / 100, minute: both % 100, next: index + 1)
            }
            return dottedClock(at: index)
        }
        var clock = Clock(hour: hour, next: index + 1)
        if let minute = colonAndNumber(at: clock.next) {
            clock.minute = minute
            clock.next += 2
            if let second = colonAndNumber(at: clock.next) {
                clock.second = second
                clock.next += 2
            }
        }
        return clock
    }

    /// «10.30», which only the words around it make a time.
    private func dottedClock(at index: Int) -> Clock? {
        let parts = reading.digits(index).split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, (1...2).contains(parts[0].count),
            parts.joined().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        guard numbers[0] <= 24, numbers[1] < 60, reading.has(.hourWord, index - 1) || part(at: index + 1) != nil else {
            return nil
        }
        return Clock(hour: numbers[0], minute: numbers[1], next: index + 1)
    }

    private func colonAndNumber(at index: Int) -> Int? {
        guard reading.mark(index) == 0x3A, reading.touches(index), reading.touches(index + 1),
            reading.digits(index + 1).count == 2
        else { return nil }
        return reading.integer(index + 1, in: 0...59)
    }

    /// «والنصف», «وعشر دقائق», «إلا ربعا».
    private func minutes(behind clock: Clock) -> Clock? {
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
        } else if let number = numbers.match(at: index), let value = number.value.integer, 1...59 ~= value,
            reading.word(number.next).period == "N" || part(at: number.next) != nil
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

    /// «صباحا», «مساء», «بعد الظهر», «من صباح» is none.
    private func part(at index: Int) -> (time: RuleWord.Time, next: Int)? {
        if reading.has(.after, index), reading[index + 1].hasArticle, reading.word(index + 1).time == .noon {
            return (.afternoon, index + 2)
        }
        if reading.has(.before, index), reading[index + 1].hasArticle, reading.word(index + 1).time == .noon {
            return (.morning, index + 2)
        }
        if reading.has(.in, index), reading[index].cut == 0, reading[index + 1].hasArticle,
            reading[index + 1].cut == 0, reading.word(index + 1).time != .none
        {
            return (reading.word(index + 1).time, index + 2)
        }
        let word = reading.bareWord(index)
        if word.time != .none { return (word.time, index + 1) }
        let single = reading.bareWord(index).traits
        return single.contains(.commonEraMark) ? (.afternoon, index + 1) : nil
    }

    /// «ص», «م», which are no words.
    private func isLetter(_ index: Int) -> Bool {
        reading.sentence.contains(index) && reading.text.tokens[index].letters.count == 1
    }

    /// The hour of the day.
    private static func hour(_ hour: Int, _ part: RuleWord.Time) -> Int? {
        guard hour <= 12 else { return part == .morning || hour > 24 ? nil : hour }
        switch part {
        case .none: return hour
        case .morning: return hour == 12 ? 0 : hour
        case .afternoon: return hour == 12 ? 12 : hour + 12
        case .noon: return hour >= 10 ? hour : hour + 12
        case .night: return hour == 12 ? 0 : hour < 6 ? hour : hour + 12
        }
    }
}
