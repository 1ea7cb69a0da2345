internal import ArabicText

extension DateRule {
    /// Dates that depend on the day of writing, as how far they are from it: «P-1D» for «أمس», «P1W» for
    /// «الأسبوع المقبل», «P0Y» for «هذا العام».
    func relative(at start: Int) -> RuleMatch? {
        yesterdayOrTomorrow(at: start) ?? today(at: start) ?? period(at: start) ?? distance(at: start)
    }

    /// «أمس», «أمس الخميس», «أول أمس», «غدا», «بعد غد».
    private func yesterdayOrTomorrow(at start: Int) -> RuleMatch? {
        var index = start
        var days = 1
        if reading.word(start).ordinal == 1 || reading.has(.before, start),
            reading.has(.yesterday, start + 1), !reading[start].hasArticle
        {
            days = 2
            index += 1
        } else if reading.has(.after, start), reading.has(.tomorrow, start + 1) {
            days = 2
            index += 1
        }
        let isPast = reading.has(.yesterday, index)
        guard isPast || reading.has(.tomorrow, index) else { return nil }
        return found(start..<endOfWeekday(index + 1), isPast ? "P-\(days)D" : "P\(days)D")
    }

    /// The end of a weekday that says again which day it is.
    private func endOfWeekday(_ index: Int) -> Int {
        let token = reading[index]
        return token.hasArticle && token.cut == 0 && reading.word(index).weekday > 0 ? index + 1 : index
    }

    /// «اليوم», «اليوم الخميس», «هذا اليوم», but not «اليوم العالمي», «اليوم التالي», «في اليوم نفسه».
    private func today(at start: Int) -> RuleMatch? {
        guard reading.has(.dayWord, start), reading[start].hasArticle, reading[start].cut == 0 else { return nil }
        let end = endOfWeekday(start + 1)
        if end > start + 1 { return found(start..<end, "P0D") }
        guard !reading.has(.in, start - 1), !reading.has(.fromOf, start - 1), !isQualified(start + 1) else {
            return nil
        }
        return found(start..<end, "P0D")
    }

    /// Whether a word tells which day is meant: one with the article, or «نفسه», «ذاته», «الذي».
    private func isQualified(_ index: Int) -> Bool {
        guard reading.sentence.contains(index) else { return false }
        let letters = reading.text.letters(of: reading.text.tokens[index])
        guard letters.count > 3 else { return false }
        if letters.starts(with: [0x627, 0x644]) { return true }
        return letters.elementsEqual("نفسه".utf16) || letters.elementsEqual("ذاته".utf16)
    }

    /// «الأسبوع الماضي», «العام المقبل», «هذا الشهر».
    func period(at start: Int) -> RuleMatch? {
        if reading.has(.this, start), reading[start + 1].hasArticle, reading[start + 1].cut == 0,
            reading.word(start + 1).count == 1, let period = datePeriod(start + 1), period != "D"
        {
            return found(start..<start + 2, "P0\(period)")
        }
        guard reading[start].hasArticle, reading.word(start).count == 1, let period = datePeriod(start),
            reading[start + 1].hasArticle, reading[start + 1].cut == 0, let shift = shift(reading.word(start + 1))
        else { return nil }
        return found(start..<start + 2, "P\(shift)\(period)")
    }

    private func datePeriod(_ index: Int) -> Character? {
        guard let period = reading.word(index).period, !"HNS".contains(period) else { return nil }
        return period
    }

    /// «قبل يومين», «قبل ثلاثة أشهر», «بعد أسبوع», where no «من» tells from when.
    private func distance(at start: Int) -> RuleMatch? {
        let isPast = reading.has(.before, start)
        guard isPast || reading.has(.after, start), !reading[start].hasArticle, reading[start].cut == 0 else {
            return nil
        }
        var number = "1"
        var index = start + 1
        if let match = numbers.match(at: index) {
            guard reading[index].cut == 0 || !reading.digits(index).isEmpty, !match.isFraction else { return nil }
            number = match.value.description
            index = match.next
        } else if reading.word(index).count == 2 {
            number = "2"
        } else if reading.word(index).count == 0 {
            return nil
        }
        guard reading[index].cut == 0, !reading[index].hasArticle, let period = datePeriod(index) else { return nil }
        guard reading.integer(index + 1, in: 100...2999) == nil, !reading.has(.fromOf, index + 1) else { return nil }
        // «قبل عام» is a year ago, «قبل يوم الجمعة» no day.
        guard reading.word(index + 1).weekday == 0, month(follows: index) == false else { return nil }
        return found(start..<index + 1, "P\(isPast ? "-" : "")\(number)\(period)")
    }

    private func month(follows index: Int) -> Bool {
        let word = reading.word(index + 1)
        return word.month > 0 || word.hijriMonth > 0 || word.splitMonth != .none
    }
}
