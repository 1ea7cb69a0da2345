extension DateRule {
    /// «23/11/2026», «2026-11-23», «23.11.2026»; «23/11» only where a word before it says that it is a date.
    func numericDate(at start: Int, isCertain: Bool = false) -> RuleMatch? {
        if let date = dotted(at: start) ?? dottedPair(at: start) ?? spaced(at: start) { return date }
        let mark = reading.mark(start + 1)
        guard mark == 0x2F || mark == 0x2D || mark == 0x2E, reading.touches(start + 1), reading.touches(start + 2),
            !isNumber(start), let first = reading.integer(start, in: 1...2999),
            let second = reading.integer(start + 2, in: 1...2999)
        else { return nil }
        if reading.mark(start + 3) == mark, reading.touches(start + 3), reading.touches(start + 4),
            let third = reading.integer(start + 4, in: 1...2999)
        {
            // «12-13-14-15» are numbers in a row.
            guard reading.mark(start + 5) != mark || !reading.hasDigits(start + 6) else { return nil }
            return date([first, second, third], in: start..<start + 5)
        }
        if mark == 0x2F, 1900...2099 ~= first, 1...12 ~= second {
            return found(start..<start + 3, "\(first)-\(Self.padded(second, to: 2))")
        }
        // «31/11/2016» is no day, and no month either.
        let isTorn = reading.mark(start - 1) == 0x2F && reading.touches(start)
        if mark == 0x2F, 1...12 ~= first, 1900...2099 ~= second, !isTorn {
            let end = calendarMark(start + 3) == .commonEra ? start + 4 : start + 3
            return found(start..<end, "\(second)-\(Self.padded(first, to: 2))")
        }
        // «08/12, 2015»
        if isComma(start + 3), let year = reading.integer(start + 4, in: 0...2099),
            reading.digits(start + 4).count % 2 == 0,
            year >= 1900 || (mark == 0x2F && year < 100 && endsClause(start + 5)), mark != 0x2E
        {
            return date([first, second, year], in: start..<start + 5)
        }
        let hasZeros = reading.digits(start).count == 2 && reading.digits(start + 2).count == 2
        // «في 22-4.»
        let isLast =
            mark == 0x2D && (first > 12 || second > 12) && reading.has(.in, start - 1) && endsClause(start + 3)
        let isDate =
            isCertain || isLast || (mark == 0x2F && second > 12 && endsClause(start + 3)) || (mark == 0x2F && hasZeros)
            || (mark == 0x2F && reading.has(.numericDatePreposition, start - 1))
        guard isDate else { return nil }
        if 1...12 ~= first, 13...31 ~= second {
            return found(start..<start + 3, "XXXX-\(Self.padded(first, to: 2))-\(Self.padded(second, to: 2))")
        }
        guard 1...31 ~= first, 1...12 ~= second else { return nil }
        return found(start..<start + 3, "XXXX-\(Self.padded(second, to: 2))-\(Self.padded(first, to: 2))")
    }

    /// Whether a number of something stands there, with its year: «عطاء رقم 7/2025», «القرار رقم (5/2020)».
    private func isNumber(_ start: Int) -> Bool {
        guard !isDash(start + 3), reading.mark(start + 3) != 0x2F else { return false }
        let isEnclosed = reading.mark(start - 1) == 0x28
        return reading.isWord("رقم", isEnclosed ? start - 2 : start - 1)
    }

    /// Three numbers with full stops between them are one token.
    private func dotted(at start: Int) -> RuleMatch? {
        guard reading.digits(start).count > 5 else { return nil }
        let parts = reading.digits(start).split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && !$0.contains(0x2C) }) else {
            return nil
        }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        guard parts[0].count == 4 || parts[2].count == 4 else { return nil }
        return date(numbers, in: start..<start + 1)
    }

    /// «14 / 10 / 1436هـ», «4 – 9 – 1436»: where spaces are between them, three numbers are a date if they can be nothing
    /// else, a day, a month and a year in four digits.
    private func spaced(at start: Int) -> RuleMatch? {
        let areSlashes = reading.mark(start + 1) == 0x2F && reading.mark(start + 3) == 0x2F
        guard areSlashes || (isDash(start + 1) && isDash(start + 3)),
            let day = reading.integer(start, in: 1...31), let month = reading.integer(start + 2, in: 1...12),
            let year = reading.integer(start + 4, in: 1300...2099), Self.hijriYears ~= year || year >= 1900
        else { return nil }
        return date([day, month, year], in: start..<start + 5)
    }

    /// «في 4.22.», «2015.3»: a month with its day or its year, where nothing follows that the number could count.
    private func dottedPair(at start: Int) -> RuleMatch? {
        guard 3...7 ~= reading.digits(start).count, endsClause(start + 1) else { return nil }
        let parts = reading.digits(start).split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.joined().allSatisfy({ 0x30...0x39 ~= $0 }), 1...4 ~= parts[0].count,
            1...2 ~= parts[1].count
        else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        if 1900...2099 ~= numbers[0], 1...12 ~= numbers[1], !reading.has(.preposition, start - 1) {
            return found(start..<start + 1, "\(numbers[0])-\(Self.padded(numbers[1], to: 2))")
        }
        guard 1...12 ~= numbers[0], 13...31 ~= numbers[1],
            reading.has(.in, start - 1) || reading.isWord("عند", start - 1)
        else { return nil }
        return found(start..<start + 1, "XXXX-\(Self.padded(numbers[0], to: 2))-\(Self.padded(numbers[1], to: 2))")
    }

    /// Three numbers in the order of day, month, year or year, month, day; month before day where nothing else fits. The
    /// calendar's mark behind them is part of the date.
    private func date(_ numbers: [Int], in tokens: Range<Int>) -> RuleMatch? {
        let (year, month, day): (Int, Int, Int)
        if numbers[0] > 999 {
            (year, month, day) = (numbers[0], numbers[1], numbers[2])
        } else {
            let isMonthFirst = numbers[1] > 12 && numbers[0] <= 12
            year = numbers[2]
            month = isMonthFirst ? numbers[0] : numbers[1]
            day = isMonthFirst ? numbers[1] : numbers[0]
        }
        // «4-4-2» and «(3/2/1)» are none: a short year has two digits.
        guard 1...12 ~= month, 1...31 ~= day, reading.digits(tokens.upperBound - 1).count > 1 || numbers[0] > 999 else {
            return nil
        }
        let mark = calendarMark(tokens.upperBound)
        guard let full = Self.fullYear(year, of: mark) else { return nil }
        let value = "\(full.year)-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
        let end = mark == nil ? tokens.upperBound : tokens.upperBound + 1
        return found(tokens.lowerBound..<end, full.isHijri ? value + " AH" : value)
    }

    /// A year in two or four digits, and its calendar, which the mark behind it tells or else its century.
    private static func fullYear(_ year: Int, of mark: CalendarMark?) -> (year: Int, isHijri: Bool)? {
        switch (year, mark) {
        case (0...49, .hijri): (1400 + year, true)
        case (50...99, .hijri): (1300 + year, true)
        case (0...49, _): (2000 + year, false)
        case (50...99, _): (1900 + year, false)
        case (1000...2999, .hijri): (year, true)
        case (1000...2999, .commonEra): (year, false)
        case (1000...2999, nil): (year, hijriYears ~= year)
        default: nil
        }
    }
}
