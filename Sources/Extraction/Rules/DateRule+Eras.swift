internal import ArabicText

/// Years that the mark of their calendar or another year makes years.
extension DateRule {
    /// A year in digits behind words for it: «(2015)», «2014م», «1436 هـ», and «2014» where nothing follows that it could
    /// count.
    func yearAgain(at index: Int) -> (value: String, next: Int)? {
        let isEnclosed = reading.mark(index) == 0x28
        let digits = isEnclosed ? index + 1 : index
        guard let number = reading.integer(digits, in: 1390...2099), number <= 1450 || number >= 1900 else {
            return nil
        }
        let mark = calendarMark(digits + 1)
        let next = mark == nil ? digits + 1 : digits + 2
        let isHijri = number <= 1450
        guard mark != (isHijri ? .commonEra : .hijri), mark != nil || !isHijri else { return nil }
        if isEnclosed {
            guard reading.mark(next) == 0x29 else { return nil }
        } else if mark == nil {
            guard endsClause(next) || !reading[next].traits.isDisjoint(with: [.in, .preposition, .datePreposition])
            else { return nil }
        }
        return (isHijri ? "\(number) AH" : String(number), isEnclosed ? next + 1 : next)
    }

    /// «645 ميلادي», «2007م»: a year that only the mark behind it makes one. Round numbers before «م» are metres as well.
    func commonEraYear(at start: Int) -> RuleMatch? {
        guard let number = reading.integer(start, in: 1...2999), calendarMark(start + 1) == .commonEra else {
            return nil
        }
        if isLetter(start + 1) {
            let isPlaced = reading.has(.numericDatePreposition, start - 1) && 1500...2099 ~= number
            guard isPlaced || (1900...2099 ~= number && number % 100 != 0) else { return nil }
        }
        return found(start..<start + 2, Self.padded(number, to: 4))
    }

    /// A year in digits alone, which only a preposition of time or a mark of the calendar makes one.
    func bareYear(at start: Int) -> RuleMatch? {
        if let years = hijriYears(at: start, isCertain: false) { return found(start..<years.next, years.value) }
        if let number = reading.integer(start, in: 1000...2999), reading.has(.hijriMark, start + 1) {
            return RuleMatch(tokens: start..<start + 2, type: .date, value: "\(number) AH")
        }
        if let year = commonEraYear(at: start) ?? enclosedYear(at: start) ?? enclosedYears(at: start) { return year }
        guard let number = reading.integer(start, in: 1900...2099) else { return nil }
        let before = reading[start - 1]
        let isAfterPreposition =
            reading.has(.numericDatePreposition, start - 1) && !before.hasArticle && !reading.has(.dayWord, start - 1)
        let isAfterYears = reading.word(start - 1).period == "Y" && !before.hasArticle
        let isSecondYear =
            (reading.has(.and, start - 1) && reading.integer(start - 2, in: 1900...2099) != nil
                && reading.word(start - 3).period == "Y")
        // «انتخابات 2009»
        let isAfterEvent = reading.has(.yearlyEvent, start - 1) && !before.hasArticle
        guard isAfterPreposition || isAfterYears || isSecondYear || isAfterEvent else { return nil }
        return RuleMatch(tokens: start..<start + 1, type: .date, value: String(number))
    }

    /// «1969» of «الأرض» (1969)», «(1980)» behind a Hijri year, «1701 (2006)», and each of a list of works with their
    /// years: one alone may be the number of anything.
    private func enclosedYear(at start: Int) -> RuleMatch? {
        guard let year = enclosedNumber(at: start) else { return nil }
        let before = reading.mark(start - 2)
        let isBehindTitle = [0xBB, 0x201D, 0x22, 0x29].contains(before)
        let isBehindYear = reading.has(.hijriMark, start - 2) || reading.integer(start - 2, in: 1...2999) != nil
        guard isBehindTitle || isBehindYear || isListed(start) else { return nil }
        return found(start..<start + 1, String(year))
    }

    private func enclosedNumber(at index: Int) -> Int? {
        guard reading.mark(index - 1) == 0x28, reading.mark(index + 1) == 0x29 else { return nil }
        return reading.integer(index, in: 1900...2099)
    }

    /// Whether two more of a sentence's brackets near a place have years in them.
    private func isListed(_ start: Int) -> Bool {
        var others = 0
        for index in max(start - 40, reading.sentence.lowerBound)..<min(start + 40, reading.sentence.upperBound)
        where index != start && enclosedNumber(at: index) != nil {
            others += 1
            if others == 2 { return true }
        }
        return false
    }

    /// «(1875 - 1945)», but not «(1000-1500) ريال»: from when to when somebody lived or something lasted.
    private func enclosedYears(at start: Int) -> RuleMatch? {
        guard reading.mark(start - 1) == 0x28, isDash(start + 1), reading.mark(start + 3) == 0x29,
            let first = reading.integer(start, in: 1500...2099),
            let last = reading.integer(start + 2, in: first + 1...first + 120),
            last >= 1900 || first % 50 != 0 || last % 50 != 0, !counts(start + 4)
        else { return nil }
        return found(start..<start + 3, "\(first)/\(last)")
    }

    /// Whether what numbers count stands at a place.
    private func counts(_ index: Int) -> Bool {
        let word = reading.bareWord(index)
        return !word.unit.isEmpty || word.number != nil || word.period != nil
            || numbers.endOfPercent(at: index) != nil
    }

    /// «المالي», «الميلادي»: a year of the calendar, which those of schools are not.
    func isYearOfBudgets(_ index: Int) -> Bool {
        reading.isWord("المالي", index) || reading.isWord("الماليه", index) || reading.isWord("الميلادي", index)
            || reading.isWord("الميلاديه", index)
    }
}
