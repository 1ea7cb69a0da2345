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

    /// «3400 قبل الميلاد», «2500 سنة قبل الميلاد», «عام 650 ق.م»: TIMEX3 writes such years with «BC» before them.
    func beforeCommonEra(at index: Int, from start: Int) -> RuleMatch? {
        // «[35] [ألف] سنة قبل الميلاد»
        guard (index + 1...index + 3).contains(where: { reading.has(.before, $0) || isLetterOfEra($0) }),
            reading.hasDigits(index) || reading.word(index).number != nil, let number = numbers.match(at: index),
            let year = number.value.integer, 1...99_999 ~= year
        else { return nil }
        let isCounted = reading.word(number.next).period == "Y" && reading[number.next].cut == 0
        guard let end = endBeforeCommonEra(isCounted ? number.next + 1 : number.next) else { return nil }
        return found(start..<end, "BC\(Self.padded(year, to: 4))")
    }

    /// «ق», «ق.م»
    private func isLetterOfEra(_ index: Int) -> Bool {
        guard reading.sentence.contains(index), reading.text.tokens[index].letters.count < 5 else { return false }
        return reading.text.letters(of: reading.text.tokens[index]).first == 0x642
    }

    /// «بين عامي 1798 و1790 قبل الميلاد»: the first is the larger.
    func betweenBeforeCommonEra(at start: Int) -> RuleMatch? {
        let first = reading.has(.ofBoth, start + 1) || reading.isWord("سنتي", start + 1) ? start + 2 : start + 1
        guard let from = reading.integer(first, in: 1...9999), reading.has(.and, first + 1),
            let to = reading.integer(first + 2, in: 1...from), let end = endBeforeCommonEra(first + 3)
        else { return nil }
        return found(start..<end, "BC\(Self.padded(from, to: 4))/BC\(Self.padded(to, to: 4))")
    }

    /// The token behind «قبل الميلاد», «ق.م», «ق. م.».
    func endBeforeCommonEra(_ index: Int) -> Int? {
        if reading.has(.before, index), reading.isWord("الميلاد", index + 1) { return index + 2 }
        if reading.isWord("ق.م", index) || reading.isWord("ق.م.", index) { return index + 1 }
        guard reading.isWord("ق", index) else { return nil }
        let behind = reading.mark(index + 1) == 0x2E ? index + 2 : index + 1
        return reading.isWord("م", behind) ? behind + 1 : nil
    }

    /// Whether what numbers count stands at a place.
    func counts(_ index: Int) -> Bool {
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
