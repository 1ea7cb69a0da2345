internal import ArabicText

extension DateRule {
    /// Dates that depend on the day of writing, as ``RelativeDate`` writes them.
    func relative(at start: Int) -> RuleMatch? {
        yesterdayOrTomorrow(at: start) ?? today(at: start) ?? partOfWeek(at: start) ?? lastYears(at: start)
            ?? namedSpan(at: start) ?? firstOfPeriod(at: start)
            ?? period(at: start).map { found(start..<$0.next, $0.value) } ?? fromNow(at: start) ?? distance(at: start)
    }

    // MARK: Days

    /// «أمس», «أمس الخميس», «أول أمس», «أول من أمس», «أمس الأول», «غدا», «بعد غد».
    func yesterdayOrTomorrow(at start: Int) -> RuleMatch? {
        var index = start
        var days = 1
        if reading.word(start).ordinal == 1 || reading.has(.before, start),
            reading.has(.yesterday, start + 1), !reading[start].hasArticle
        {
            days = 2
            index += 1
        } else if reading.bareWord(start).ordinal == 1, isPlainOf(start + 1), reading.has(.yesterday, start + 2) {
            days = 2
            index += 2
        } else if reading.has(.after, start), reading.has(.tomorrow, start + 1) {
            days = 2
            index += 1
        }
        let isPast = reading.has(.yesterday, index)
        guard isPast || reading.has(.tomorrow, index) else { return nil }
        var next = index + 1
        if isPast, days == 1, reading[next].hasArticle, reading[next].cut == 0, reading.word(next).ordinal == 1 {
            days = 2
            next += 1
        }
        return day(isPast ? "P-\(days)D" : "P\(days)D", start..<next)
    }

    /// A day with the weekday behind it that says again which one it is: «أمس الخميس», «اليوم (الاثنين)».
    private func day(_ value: String, _ tokens: Range<Int>) -> RuleMatch {
        let isEnclosed = reading.mark(tokens.upperBound) == 0x28
        let name = isEnclosed ? tokens.upperBound + 1 : tokens.upperBound
        let (token, weekday) = (reading[name], reading.word(name).weekday)
        guard token.hasArticle, token.cut == 0, weekday > 0, !isEnclosed || reading.mark(name + 1) == 0x29 else {
            return found(tokens, value)
        }
        return found(tokens.lowerBound..<(isEnclosed ? name + 2 : name + 1), "\(value)-\(weekday)")
    }

    /// «اليوم», «اليوم الخميس», «هذا اليوم», but not «اليوم العالمي», «في اليوم نفسه»; «اليوم التالي» is a day after
    /// one that the text tells of, which is taken for the day of writing.
    ///
    /// - Parameter isEnd: whether it is one of an interval's ends, which «من» may open.
    func today(at start: Int, isEnd: Bool = false) -> RuleMatch? {
        if reading.has(.this, start), reading.has(.dayWord, start + 1), reading[start + 1].hasArticle,
            reading[start + 1].cut == 0
        {
            return day("P0D", start..<start + 2)
        }
        // «سأعود آخر يوم.»
        if reading.has(.latest, start), !reading[start].hasArticle, reading.has(.dayWord, start + 1),
            !reading[start + 1].hasArticle, reading[start + 1].cut == 0, endsClause(start + 2)
        {
            return found(start..<start + 2, "P-1D")
        }
        guard reading.has(.dayWord, start), reading[start].hasArticle, reading[start].cut == 0 else { return nil }
        let today = day("P0D", start..<start + 1)
        if today.tokens.count > 1 { return today }
        if let shift = shift(at: start + 1), shift != 0 { return found(start..<start + 2, "P\(shift)D") }
        let isOpened = reading.has(.in, start - 1) || (reading.has(.fromOf, start - 1) && !isEnd)
        guard !isOpened, !isQualified(start + 1) else { return nil }
        return today
    }

    /// Whether a word tells which one is meant: one with the article, or «نفسه», «ذاته», «الذي».
    func isQualified(_ index: Int) -> Bool {
        guard reading.sentence.contains(index) else { return false }
        let letters = reading.text.letters(of: reading.text.tokens[index])
        guard letters.count > 3 else { return false }
        if letters.starts(with: [0x627, 0x644]) { return true }
        return letters.elementsEqual("نفسه".utf16) || letters.elementsEqual("ذاته".utf16)
    }

    // MARK: Weeks, months, years

    /// A calendar's week, month or year by its distance from the one of the day of writing.
    struct Period {
        var letter: Unicode.Scalar
        var shift: Int
        var next: Int
        var value: String { "P\(shift)\(letter)" }
    }

    /// «الأسبوع الماضي», «العام المقبل», «هذا الشهر».
    func period(at start: Int) -> Period? {
        if reading.has(.this, start), reading[start + 1].cut == 0, let letter = namedPeriod(start + 1) {
            return Period(letter: letter, shift: 0, next: start + 2)
        }
        guard let letter = namedPeriod(start) else { return nil }
        // «الأسبوع بعد القادم»
        if reading.has(.after, start + 1), reading[start + 1].cut == 0, shift(at: start + 2) == 1 {
            return Period(letter: letter, shift: 2, next: start + 3)
        }
        guard let shift = shift(at: start + 1) else { return nil }
        return Period(letter: letter, shift: shift, next: start + 2)
    }

    /// «الأسبوع», «الشهر», «العام».
    private func namedPeriod(_ index: Int) -> Unicode.Scalar? {
        guard reading[index].hasArticle, reading.word(index).count == 1, let period = datePeriod(index), period != "D",
            period != "Y" || !isGeneral(index)
        else { return nil }
        return period
    }

    func datePeriod(_ index: Int) -> Unicode.Scalar? {
        guard let period = reading.word(index).period, !period.isOfClock else { return nil }
        return period
    }

    /// «الأسبوع القادم يوم الجمعة», «الأسبوع الماضي من الأربعاء إلى الجمعة».
    private func partOfWeek(at start: Int) -> RuleMatch? {
        guard let week = period(at: start), week.letter == "W" else { return nil }
        var index = week.next
        if reading.has(.dayWord, index), !reading[index].hasArticle, reading[index].cut == 0 { index += 1 }
        if reading[index].cut == 0, let day = dayOfWeek(at: index) {
            return found(start..<index + 1, "\(week.value)-\(day)")
        }
        let isBetween = reading.has(.between, week.next)
        guard isBetween || isPlainOf(week.next), let first = dayOfWeek(at: week.next + 1) else { return nil }
        index = week.next + 2
        if isBetween {
            if reading.has(.and, index) { index += 1 } else if !reading[index].hasConjunction { return nil }
        } else {
            guard reading.has(.until, index) else { return nil }
            index += 1
        }
        guard let last = dayOfWeek(at: index) else { return nil }
        return found(start..<index + 1, "\(week.value)-\(first)/\(week.value)-\(last)")
    }

    /// «31 من هذا الشهر», «العشرين من الشهر المقبل», «15 الشهر الجاري».
    func dayOfPeriod(at start: Int) -> RuleMatch? {
        guard let (day, next) = dayNumber(at: start) else { return nil }
        let isJoined = isPlainOf(next) || (reading.has(.in, next) && reading[next].cut == 0)
        let index = isJoined ? next + 1 : next
        guard reading[index].cut == 0 else { return nil }
        guard let month = period(at: index), month.letter == "M" else {
            // «15 من الشهر»
            guard isPlainOf(next), namedPeriod(index) == "M", !isQualified(index + 1) else { return nil }
            return found(start..<index + 1, "XXXX-XX-\(Self.padded(day, to: 2))")
        }
        return found(start..<month.next, "\(month.value)-\(Self.padded(day, to: 2))")
    }

    /// A day of a month in digits or as an ordinal.
    func dayNumber(at index: Int) -> (day: Int, next: Int)? {
        if let number = reading.integer(index, in: 1...31) { return (number, index + 1) }
        guard let ordinal = numbers.ordinal(at: index), ordinal.value <= 31 else { return nil }
        return (ordinal.value, ordinal.next)
    }

    // MARK: Parts of periods

    /// «مطلع العام المقبل», «أواخر مايو 2015»: the value is that of the whole period. «نهاية الأسبوع» is its weekend,
    /// «بقية العام» lasts from the day of writing, «في وقت لاحق من هذا الشهر» is in that month.
    func partOfPeriod(at start: Int) -> RuleMatch? {
        if let weekend = weekend(at: start) { return weekend }
        if reading.has(.rest, start), !reading[start].hasArticle {
            if reading.bareWord(start + 1).traits.contains(.ownWeek) { return found(start..<start + 2, "P0D/P0W") }
            guard reading[start + 1].cut == 0 else { return nil }
            if let whole = period(at: start + 1) { return found(start..<whole.next, "P0D/\(whole.value)") }
            guard let letter = namedPeriod(start + 1), !isQualified(start + 2) else { return nil }
            return found(start..<start + 2, "P0D/P0\(letter)")
        }
        if reading.has(.in, start), reading.has(.timeWord, start + 1), reading.has(.early, start + 2),
            !reading.isWord("مبكر", start + 2), isPlainOf(start + 3), let whole = period(at: start + 4)
        {
            return found(start..<whole.next, whole.value)
        }
        if reading.isWord("وقت", start), reading.isWord("مبكر", start + 1), isPlainOf(start + 2),
            let whole = period(at: start + 3)
        {
            return found(start..<whole.next, whole.value)
        }
        guard reading.has(.partOf, start), !reading[start].hasArticle, reading[start + 1].cut == 0 else { return nil }
        if let whole = period(at: start + 1) { return found(start..<whole.next, whole.value) }
        // «لاحقا في هذا الأسبوع»
        if reading.has(.in, start + 1), let whole = period(at: start + 2), whole.shift == 0 {
            return found(start..<whole.next, whole.value)
        }
        // «منتصف 2015»
        if let year = reading.integer(start + 1, in: 1900...2099) { return found(start..<start + 2, String(year)) }
        // «نهاية العام»
        if let letter = namedPeriod(start + 1), !isQualified(start + 2), !reading.hasDigits(start + 2) {
            return found(start..<start + 2, "P0\(letter)")
        }
        guard
            let whole = monthAndYear(at: start + 1) ?? namedYear(at: start + 1) ?? partOfYear(at: start + 1)
                ?? bareMonth(at: start + 1) ?? decade(at: start + 1)
        else {
            return nil
        }
        return found(start..<whole.tokens.upperBound, whole.value)
    }

    /// «منتصف مارس»: a word for a part tells that an ambiguous name is a month.
    private func bareMonth(at start: Int) -> RuleMatch? {
        guard let month = month(at: start), !month.isHijri else { return nil }
        return found(start..<month.next, Self.value(nil, month: month, day: nil))
    }

    /// «نهاية الأسبوع», «عطلة نهاية الأسبوع الماضية», «نهاية هذا الأسبوع».
    private func weekend(at start: Int) -> RuleMatch? {
        let index = reading.has(.holiday, start) && !reading[start].hasArticle ? start + 1 : start
        guard reading.has(.partOf, index), reading[index].cut == 0 || index == start, isEnd(index) else { return nil }
        if reading.bareWord(index + 1).traits.contains(.ownWeek) { return found(start..<index + 2, "P0W-WE") }
        if let week = period(at: index + 1) {
            return week.letter == "W" ? found(start..<week.next, "\(week.value)-WE") : nil
        }
        guard reading[index + 1].cut == 0, namedPeriod(index + 1) == "W" else { return nil }
        if reading.has(.after, index + 2), shift(at: index + 3) == 1 { return found(start..<index + 4, "P2W-WE") }
        // «نهاية الأسبوع هذه»
        if reading.has(.this, index + 2), endsClause(index + 3) { return found(start..<index + 3, "P0W-WE") }
        return found(start..<index + 2, "P0W-WE")
    }

    private func isEnd(_ index: Int) -> Bool { reading.has(.endOf, index) && !reading[index].hasArticle }

    // MARK: Distances

    /// «قبل يومين», «قبل ثلاثة أشهر», «بعد أسبوع», where no «من» tells from when.
    private func distance(at start: Int) -> RuleMatch? {
        let isPast = reading.has(.before, start)
        guard isPast || reading.has(.after, start), !reading[start].hasArticle, reading[start].cut == 0 else {
            return nil
        }
        var number = "1"
        var index = start + 1
        if let match = numbers.match(at: index) {
            guard reading[index].cut == 0 || reading.hasDigits(index), !match.isFraction else { return nil }
            number = match.value.description
            index = match.next
        } else if reading.has(.few, index), !reading[index].hasArticle, reading[index].cut == 0 {
            number = "X"
            index += 1
        } else if reading.word(index).count == 2 {
            number = "2"
        } else if reading.word(index).count == 0 {
            return nil
        }
        guard reading[index].cut == 0, !reading[index].hasArticle, let period = datePeriod(index) else { return nil }
        // «بعد 1400 سنة ضوئية» is no time.
        guard !reading.isWord("ضوئيه", index + 1) else { return nil }
        // «قبل شهر من الآن»
        if isPlainOf(index + 1), reading.has(.now, index + 2), reading[index + 2].hasArticle {
            return found(start..<index + 3, Self.distance(isPast ? -1 : 1, number, period))
        }
        guard reading.integer(index + 1, in: 100...2999) == nil, !reading.has(.fromOf, index + 1) else { return nil }
        // «بعد عام ونصف»
        if reading[index + 1].hasConjunction, case .fraction(let part, let parts) = reading.word(index + 1).number {
            guard period == "Y", let years = Int(number), years < 1000, 12 * part % parts == 0 else { return nil }
            let months = 12 * years + 12 * part / parts
            return found(start..<index + 2, Self.distance(isPast ? -1 : 1, String(months), "M"))
        }
        // «قبل سنة واحدة»
        if number == "1", reading.bareWord(index + 1).number == .unit(1), !reading.has(.oneOf, index + 1) {
            return found(start..<index + 2, Self.distance(isPast ? -1 : 1, number, period))
        }
        // «قبل عام» is a year ago, «قبل يوم الجمعة» no day.
        guard reading.word(index + 1).weekday == 0, month(follows: index) == false else { return nil }
        return found(start..<index + 1, Self.distance(isPast ? -1 : 1, number, period))
    }

    /// Days are counted as periods are; «قبل ثلاثة أشهر» is a day three months before, not a month.
    static func distance(_ sign: Int, _ number: String, _ period: Unicode.Scalar) -> String {
        if period == "D" { return "P\(sign < 0 ? "-" : "")\(number)D" }
        return "\(sign < 0 ? "-" : "+")P\(number)\(period)"
    }

    private func month(follows index: Int) -> Bool {
        let word = reading.word(index + 1)
        return word.month > 0 || word.hijriMonth > 0 || word.splitMonth != .none
    }

    /// «[بعد] سنتين وشهر و21 يوما من الآن», «بعد يومين من الغد».
    func fromNow(at start: Int) -> RuleMatch? {
        let isAfter = reading.has(.after, start) && reading[start].cut == 0
        let first = isAfter ? start + 1 : start
        guard let lasting = durations.length(at: first), lasting.isOfDays, isPlainOf(lasting.next) else { return nil }
        let isYesterday = reading.has(.yesterday, lasting.next + 1)
        if isYesterday || reading.has(.tomorrow, lasting.next + 1), reading[lasting.next + 1].cut == 0,
            let days = Self.days(of: lasting.value)
        {
            return found(start..<lasting.next + 2, "P\(days + (isYesterday ? -1 : 1))D")
        }
        guard reading.has(.now, lasting.next + 1) || reading.has(.dayWord, lasting.next + 1),
            reading[lasting.next + 1].hasArticle, reading[lasting.next + 1].cut == 0
        else { return nil }
        let isPast = reading.has(.since, start - 1)
        return found(start..<lasting.next + 2, "\(isPast ? "-" : "+")\(lasting.value)")
    }

    /// How many days «P4D» and «P2W» are; `nil` for lengths of other kinds.
    private static func days(of length: String) -> Int? {
        guard let letter = length.last, let number = Int(length.dropFirst().dropLast()), number < 10_000 else {
            return nil
        }
        return letter == "D" ? number : letter == "W" ? 7 * number : nil
    }
}
