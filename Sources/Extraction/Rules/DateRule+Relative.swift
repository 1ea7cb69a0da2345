internal import ArabicText

extension DateRule {
    /// Dates that depend on the day of writing, as ``RelativeDate`` writes them.
    func relative(at start: Int) -> RuleMatch? {
        if let day = yesterdayOrTomorrow(at: start) ?? today(at: start) ?? partOfWeek(at: start) { return day }
        if let span = lastYears(at: start) ?? namedSpan(at: start) ?? firstOfPeriod(at: start) { return span }
        if let whole = wholePeriod(at: start) { return found(start..<whole.next, whole.value) }
        return quarter(at: start) ?? season(at: start) ?? fromNow(at: start) ?? distance(at: start)
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
        // «في أمس الحاجة» is no day.
        guard isPast || reading.has(.tomorrow, index), !reading.isWord("الحاجه", index + 1), !isTouch(index) else {
            return nil
        }
        var next = index + 1
        if isPast, days == 1, reading[next].hasArticle, reading[next].cut == 0, reading.word(next).ordinal == 1 {
            days = 2
            next += 1
        }
        return day(isPast ? "P-\(days)D" : "P\(days)D", start..<next)
    }

    /// Whether a word is «لامس», which prices do to a level; yesterday is hardly ever «لأمس» without the day of the week.
    private func isTouch(_ index: Int) -> Bool {
        guard reading[index].cut > 0,
            reading.isWord("لامس", index) || reading.isWord("ولامس", index) || reading.isWord("فلامس", index)
        else { return false }
        return reading.word(index + 1).weekday == 0
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
        guard !isOpened, !isQualified(start + 1), !isQuoted(start) else { return nil }
        return today
    }

    /// Whether a word stands alone in quotation marks: «اليوم» is a newspaper's name too.
    private func isQuoted(_ index: Int) -> Bool {
        let marks: [UInt16] = [0xAB, 0xBB, 0x22, 0x201C, 0x201D]
        return marks.contains(reading.mark(index - 1)) && marks.contains(reading.mark(index + 1))
            && reading.touches(index) && reading.touches(index + 1)
    }

    /// Whether a word tells which one is meant: one with the article, or «نفسه», «ذاته», «الذي».
    func isQualified(_ index: Int) -> Bool {
        reading.isDefinite(index) || reading.isWord("نفسه", index) || reading.isWord("ذاته", index)
    }

    // MARK: Weeks, months, years

    /// A calendar's week, month or year by its distance from the one of the day of writing.
    struct Period {
        var letter: Unicode.Scalar
        var shift: Int
        var next: Int
        /// The year in digits that says again which one it is.
        var year: String?
        var isHijri = false
        var value: String { year ?? "P\(shift)\(letter)\(isHijri ? " AH" : "")" }
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
        // «العام المالي الماضي»
        let behindKind = letter == "Y" && isYearOfBudgets(start + 1) ? start + 2 : start + 1
        guard let shift = shift(at: behindKind) else { return nil }
        return Period(letter: letter, shift: shift, next: behindKind + 1)
    }

    /// A period with its year: «العام الماضي 2014م», «هذا العام (1436هـ)».
    private func wholePeriod(at start: Int) -> Period? {
        guard var period = period(at: start) ?? hijriYear(at: start) else { return nil }
        if period.letter == "Y", let (year, next) = yearAgain(at: period.next) {
            (period.year, period.next) = (year, next)
        }
        return period
    }

    /// «العام الهجري الحالي», «مطلع السنة الهجرية القادمة».
    func hijriYear(at start: Int) -> Period? {
        guard reading.has(.hijriMark, start + 1), reading[start + 1].hasArticle, namedPeriod(start) == "Y",
            let shift = shift(at: start + 2)
        else { return nil }
        return Period(letter: "Y", shift: shift, next: start + 3, isHijri: true)
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

    /// «31 من هذا الشهر», «العشرين من الشهر المقبل», «15 الشهر الجاري», «في 25 الجاري»; «8 من الشهر نفسه», «29 منه», of a month that the
    /// text has named.
    func dayOfPeriod(at start: Int) -> RuleMatch? {
        guard let (day, next) = dayNumber(at: start), reading[next].cut == 0 else { return nil }
        // «في 25 الجاري»
        if reading.hasDigits(start), let shift = shift(at: next), reading.has(.numericDatePreposition, start - 1) {
            return found(start..<next + 1, "P\(shift)M-\(Self.padded(day, to: 2))")
        }
        return self.day(day, ofPeriodBehind: next, from: start) ?? dayOfNamedMonth(day, from: start, behind: next)
    }

    /// «31 من هذا الشهر», without those of a month that the text has named.
    func day(_ day: Int, ofPeriodBehind next: Int, from start: Int) -> RuleMatch? {
        let isJoined = isPlainOf(next) || (reading.has(.in, next) && reading[next].cut == 0)
        let index = isJoined ? next + 1 : next
        guard reading[index].cut == 0, let month = period(at: index), month.letter == "M" else { return nil }
        return found(start..<month.next, "\(month.value)-\(Self.padded(day, to: 2))")
    }

    /// «15 من الشهر», «8 من الشهر نفسه», «3 من نفس الشهر», «حتى 29 منه».
    private func dayOfNamedMonth(_ day: Int, from start: Int, behind next: Int) -> RuleMatch? {
        if isPlainOf(next), reading.isWord("نفس", next + 1), namedPeriod(next + 2) == "M" {
            return found(start..<next + 3, dayOfMonthBefore(start, day))
        }
        if isPlainOf(next), namedPeriod(next + 1) == "M" {
            let isSame = reading.isWord("نفسه", next + 2) || reading.isWord("ذاته", next + 2)
            guard isSame || !isQualified(next + 2) else { return nil }
            let value = isSame ? dayOfMonthBefore(start, day) : Self.openDay(day)
            return found(start..<next + (isSame ? 3 : 2), value)
        }
        // «المادة الثانية منه» is no day, nor is «البند الثاني منه».
        let isListed = reading.has(.and, start - 1) && reading.hasDigits(start) && reading.hasDigits(start - 2)
        guard reading.isWord("منه", next), reading.has(.in, start - 1) || reading.has(.until, start - 1) || isListed,
            reading[start].cut == 0 || reading.hasDigits(start),
            reading.text.letters(of: reading.text.tokens[next - 1]).last != 0x647
        else { return nil }
        return found(start..<next + 1, dayOfMonthBefore(start, day))
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
        if let whole = wholePeriod(at: start + 1) { return found(start..<whole.next, whole.value) }
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
                ?? bareMonth(at: start + 1) ?? decade(at: start + 1) ?? season(at: start + 1)
        else {
            return nil
        }
        return found(start..<whole.tokens.upperBound, whole.value)
    }

    /// «منتصف مارس»: a word for a part tells that an ambiguous name is a month.
    private func bareMonth(at start: Int) -> RuleMatch? {
        guard let month = month(at: start), !month.isHijri || !reading.isWord("طيب", month.next) else { return nil }
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
}
