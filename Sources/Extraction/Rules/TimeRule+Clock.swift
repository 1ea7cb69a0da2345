/// Hours as they are written: in digits with or without minutes and seconds, as ordinals, as cardinals.
extension TimeRule {
    /// The hour: an ordinal, or digits with or without minutes and seconds.
    func clock(at index: Int) -> Clock? {
        if let ordinal = numbers.ordinal(at: index) {
            return ordinal.value <= 12 ? Clock(hour: ordinal.value, next: ordinal.next) : nil
        }
        // «ثامنة والربع»
        let ordinal = reading.bareWord(index).ordinal
        if ordinal > 1, reading[index + 1].hasConjunction, reading[index + 1].hasArticle,
            case .fraction = reading.word(index + 1).number
        {
            return Clock(hour: ordinal, next: index + 1)
        }
        if let clock = aroundReh(at: index) { return clock }
        guard let hour = reading.integer(index, in: 0...24) else {
            // «1140 صباحا»
            let isZoned = isZone(index + 1)
            let isNamed = (isBehindHourWord(index) || isZoned) && reading.digits(index).count == 4
            if let both = reading.integer(index, in: 0...2359), both % 100 < 60,
                isNamed || (both >= 100 && part(at: index + 1) != nil), isZoned || !isLetter(index + 1)
            {
                return Clock(hour: both / 100, minute: both % 100, next: index + 1)
            }
            return dottedClock(at: index)
        }
        var clock = Clock(hour: hour, next: index + 1)
        if let minute = colonAndNumber(at: clock.next) ?? commaAndNumber(behind: index) {
            clock.minute = minute
            clock.next += 2
            if let second = colonAndNumber(at: clock.next) {
                clock.second = second
                clock.next += 2
            }
        }
        return clock
    }

    /// «الساعة (11:59) مساء»
    func enclosedClock(at index: Int) -> Clock? {
        guard reading.mark(index) == 0x28, reading.hasDigits(index + 1), var clock = clock(at: index + 1),
            reading.mark(clock.next) == 0x29
        else { return nil }
        clock.next += 1
        return clock
    }

    /// «الساعة 13،00»
    private func commaAndNumber(behind index: Int) -> Int? {
        guard isBehindHourWord(index), reading.mark(index + 1) == 0x60C, reading.touches(index + 1),
            reading.touches(index + 2), reading.digits(index + 2).count == 2
        else { return nil }
        return reading.integer(index + 2, in: 0...59)
    }

    /// «الساعة 33ر06», «47ر09 بتوقيت جرينتش»: agencies' «ر», which has the hour behind it.
    private func aroundReh(at index: Int) -> Clock? {
        guard reading.isWord("ر", index + 1), reading.touches(index + 1), reading.touches(index + 2),
            reading.digits(index).count == 2, reading.digits(index + 2).count == 2,
            let minute = reading.integer(index, in: 0...59), let hour = reading.integer(index + 2, in: 0...24),
            isBehindHourWord(index) || isZone(index + 3)
        else { return nil }
        return Clock(hour: hour, minute: minute, next: index + 3)
    }

    private func isZone(_ index: Int) -> Bool { zone(at: index) != nil }

    /// «10.30», «16,00», which only the words around them make a time.
    private func dottedClock(at index: Int) -> Clock? {
        guard 4...5 ~= reading.digits(index).count else { return nil }
        let parts = reading.digits(index).split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
        guard parts.count == 2, parts[1].count == 2, (1...2).contains(parts[0].count),
            parts.joined().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        guard numbers[0] <= 24, numbers[1] < 60,
            isBehindHourWord(index) || isZone(index + 1)
                || (part(at: index + 1) != nil && (!reading.isWord("م", index + 1) || tellsOfHours(index)))
        else { return nil }
        return Clock(hour: numbers[0], minute: numbers[1], next: index + 1)
    }

    /// Whether a word near a place is one that hours stand with: without one «2.31 م» is how high somebody jumped.
    private func tellsOfHours(_ index: Int) -> Bool {
        isZone(index + 2) || reading.hasWord(among: Self.wordsOfHours, in: index - 12..<index + 13)
    }

    // As they are folded.
    private static let wordsOfHours: [StaticString] = [
        "ساعه", "الساعه", "بالساعه", "والساعه", "ص", "صباحا", "مساء", "ظهرا", "توقيت", "بتوقيت", "موعد", "موعدها",
    ]

    private func colonAndNumber(at index: Int) -> Int? {
        guard reading.mark(index) == 0x3A, reading.touches(index), reading.touches(index + 1),
            reading.digits(index + 1).count == 2
        else { return nil }
        return reading.integer(index + 1, in: 0...59)
    }

    /// Whether a cardinal can be an hour: «الساعة ثلاثة», «في خمسة مساء», but not «قتل خمسة مساء الخميس».
    func isCardinalHour(_ index: Int, hasHourWord: Bool) -> Bool {
        switch reading.bareWord(index).number {
        case .unit(let unit): guard unit > 0 else { return false }
        case .ten: break
        default: return false
        }
        if hasHourWord || isPreceded(index) { return true }
        // «ثلاثة ونصف عصرا»
        guard let hour = cardinalHour(at: index), let minutes = minutes(behind: hour) else { return false }
        return part(at: minutes.next) != nil && !isLetter(minutes.next)
    }

    func cardinalHour(at index: Int) -> Clock? {
        switch reading.bareWord(index).number {
        case .unit(let unit):
            guard unit > 0 else { return nil }
            guard reading.bareWord(index + 1).number == .ten, !reading[index + 1].hasConjunction else {
                return Clock(hour: unit, next: index + 1)
            }
            return unit < 3 ? Clock(hour: unit + 10, next: index + 2) : nil
        case .ten: return Clock(hour: 10, next: index + 1)
        default: return nil
        }
    }
}
