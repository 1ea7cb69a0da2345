internal import ArabicText

/// Finds dates. An absolute one has its ISO 8601 value («2026-11-23», «2015-03», «2015»); what the text leaves open is
/// written as TIMEX3 does («XXXX-11-23», «XXXX-WXX-4» for a Thursday). Hijri dates keep their calendar
/// («1445-09-01 AH»): which day it was depends on who saw the moon.
///
/// What depends on the day of writing is written as its distance from it (``RelativeDate`` says how).
struct DateRule {
    let reading: RuleReading
    let numbers: NumberRule
    let durations: DurationRule

    init(_ reading: RuleReading) {
        self.reading = reading
        durations = DurationRule(reading)
        numbers = NumberRule(reading: reading)
    }

    /// The date that begins at a token, if it is one that exists.
    func match(at start: Int) -> RuleMatch? {
        date(at: start).flatMap { RealDates.exist(in: $0.value) ? $0 : nil }
    }

    private func date(at start: Int) -> RuleMatch? {
        if reading.hasDigits(start) {
            if let match = interval(at: start) ?? yearFirst(at: start) ?? numericDate(at: start) { return match }
            if let match = dayAndMonth(at: start, from: start) ?? dayOfPeriod(at: start) { return match }
            if let day = listedDay(at: start) { return day }
            return fromNow(at: start) ?? countedSpan(at: start) ?? bareYear(at: start) ?? bareDay(at: start)
        }
        guard reading[start].word != 0 else { return nil }
        if let match = namedDay(at: start) { return match }
        if let match = weekdayOfMonth(at: start) { return match }
        if let match = interval(at: start) ?? feast(at: start) ?? weekday(at: start) { return match }
        if let match = relative(at: start) ?? dayAndMonth(at: start, from: start) { return match }
        if let match = dayOfPeriod(at: start) ?? monthAndYear(at: start) ?? namedYear(at: start) { return match }
        if let match = decade(at: start) ?? partOfYear(at: start) ?? listedDay(at: start) { return match }
        if let match = partOfPeriod(at: start) ?? dayOfMonth(at: start) { return match }
        return bareOrdinalDay(at: start) ?? countedSpan(at: start) ?? bareYearInWords(at: start)
    }

    func found(_ tokens: Range<Int>, _ value: String) -> RuleMatch {
        RuleMatch(tokens: tokens, type: .date, value: value)
    }

    /// -1 for «الماضي», 0 for «الجاري», 1 for «المقبل», with the article.
    func shift(at index: Int) -> Int? {
        let token = reading[index]
        if token.word == 0 { return isPastOfMaghreb(index) ? -1 : nil }
        guard token.hasArticle, token.cut == 0 else { return nil }
        let traits = reading.word(index).traits
        if traits.contains(.last) { return -1 }
        if traits.contains(.next) { return 1 }
        return traits.contains(.current) ? 0 : nil
    }

    /// «الفارط», «الفارطة»
    private func isPastOfMaghreb(_ index: Int) -> Bool {
        guard reading.sentence.contains(index), 6...7 ~= reading.text.tokens[index].letters.count else { return false }
        return reading.isWord("الفارط", index) || reading.isWord("الفارطه", index)
    }

    func isComma(_ index: Int) -> Bool { reading.mark(index) == 0x2C || reading.mark(index) == 0x60C }

    func isDash(_ index: Int) -> Bool { reading.isDash(index) }

    /// Whether nothing stands at a place, or a mark that ends a clause.
    func endsClause(_ index: Int) -> Bool { Self.endsClause(reading, index) }

    static func endsClause(_ reading: RuleReading, _ index: Int) -> Bool {
        guard reading.sentence.contains(index) else { return true }
        guard case .punctuation = reading.text.tokens[index].kind else { return false }
        return [0x2E, 0x2C, 0x60C, 0x61B, 0x61F, 0x21, 0x3F, 0x3A, 0x3B, 0xBB, 0x22, 0x29].contains(reading.mark(index))
    }

    // MARK: Days, months, years

    /// «23 نوفمبر 2026», «الثالث من مارس».
    func dayAndMonth(at start: Int, from first: Int) -> RuleMatch? {
        let day: Int
        var next: Int
        if let number = reading.integer(start, in: 1...31) {
            day = number
            next = start + 1
        } else if let ordinal = dayOrdinal(at: start, isOpening: start == first) {
            (day, next) = ordinal
        } else if reading.bareWord(start).ordinal == 1, reading.isWord("اول", start) {
            // «أول مايو», «أول من مايو»
            (day, next) = (1, start + 1)
        } else if reading.has(.firstDay, start) {
            // «غرة شهر رمضان», «الفاتح من نوفمبر»
            (day, next) = (1, start + 1)
        } else {
            return nil
        }
        if reading.has(.fromOf, next), reading[next].cut == 0 {
            next += 1
        } else if isDash(next) || reading.mark(next) == 0x2F || (reading.mark(next) == 0x2E && reading.touches(next)) {
            // «2-أكتوبر-2016», «2.أكتوبر.2016»
            next += 1
        }
        guard let month = month(at: next), day <= Self.days(of: month) else { return nil }
        let year = year(behind: month.next, isHijri: month.isHijri)
        guard !isNil(next, year) else { return nil }
        return found(
            first..<(year?.next ?? month.next),
            Self.value(year, month: month, day: day)
        )
    }

    /// «نوفمبر 2026», «شهر رمضان», and a month alone where its name is no other word.
    func monthAndYear(at start: Int) -> RuleMatch? {
        let isThis = reading.has(.this, start)
        guard let month = month(at: isThis ? start + 1 : start) else { return nil }
        if isThis {
            guard !month.isHijri, reading[start + 1].cut == 0 else { return nil }
            return found(start..<month.next, "P0Y-\(Self.padded(month.number, to: 2))")
        }
        if let days = dayBehind(month, from: start) ?? daysBehind(month, from: start) { return days }
        let year = year(behind: month.next, isHijri: month.isHijri)
        guard !isNil(start, year) else { return nil }
        if year == nil, !month.isAmbiguous, let shared = yearOfNextMonth(behind: month) {
            return found(start..<month.next, Self.value(shared, month: month, day: nil))
        }
        if month.isAmbiguous, year == nil {
            let isLast = reading.has(.in, start - 1) && endsClause(month.next)
            guard reading.has(.monthWord, start) || reading.has(.datePreposition, start - 1),
                reading.has(.monthWord, start) || !reading.has(.veryAmbiguousMonth, start) || isLast
            else { return nil }
            // «من رمضان» may be a man.
            guard !month.isHijri || reading.has(.in, start - 1) || reading.has(.monthWord, start) else { return nil }
        }
        return found(start..<(year?.next ?? month.next), Self.value(year, month: month, day: nil))
    }

    /// Whether «صفر» is no month but how many goals a team had: «4 - صفر», «2/ صفر». Behind these marks only a year of
    /// its own calendar makes it the month.
    private func isNil(_ index: Int, _ year: Year?) -> Bool {
        reading.isWord("صفر", index) && (isDash(index - 1) || reading.mark(index - 1) == 0x2F)
            && year?.isOfHijriCentury != true
    }

    /// «سبتمبر الحادي والعشرين», «يناير 22, 2018»: the day behind its month.
    func dayBehind(_ month: Month, from start: Int) -> RuleMatch? {
        guard !month.isAmbiguous else { return nil }
        let (day, next): (Int, Int)
        if let ordinal = numbers.ordinal(at: month.next), reading[month.next].cut == 0, ordinal.value <= 31 {
            (day, next) = (ordinal.value, ordinal.next)
        } else if let number = reading.integer(month.next, in: 1...31), isComma(month.next + 1),
            year(behind: month.next + 1, isHijri: false) != nil
        {
            (day, next) = (number, month.next + 1)
        } else if isDash(month.next) || reading.mark(month.next) == 0x2F, reading.touches(month.next),
            reading.touches(month.next + 1), let number = reading.integer(month.next + 1, in: 1...31)
        {
            // «مايو-12»
            (day, next) = (number, month.next + 2)
        } else {
            return nil
        }
        guard day <= Self.days(of: month) else { return nil }
        let year = year(behind: next, isHijri: month.isHijri)
        return found(start..<(year?.next ?? next), Self.value(year, month: month, day: day))
    }

    /// «اليوم العاشر من مايو», «اليوم الأخير من يناير».
    private func namedDay(at start: Int) -> RuleMatch? {
        guard reading.has(.dayWord, start), reading[start].hasArticle, reading[start].cut == 0 else { return nil }
        if let date = dayAndMonth(at: start + 1, from: start) { return date }
        guard reading.has(.latest, start + 1), reading[start + 1].hasArticle, isPlainOf(start + 2),
            let month = month(at: start + 3), !month.isHijri
        else { return nil }
        let year = year(behind: month.next, isHijri: false)
        let value = Self.value(year, month: month, day: month.number == 2 ? 28 : Self.days(of: month))
        return found(start..<(year?.next ?? month.next), value)
    }

    struct Month {
        var number: Int
        var isHijri: Bool
        var isAmbiguous: Bool
        var next: Int
    }

    /// A month's name, with «شهر» before it and the name that other regions give it behind it.
    func month(at start: Int) -> Month? {
        var index = start
        if reading.has(.monthWord, index), !reading[index].hasArticle { index += 1 }
        guard var month = monthName(at: index) else { return nil }
        // «فبراير شباط»
        if reading[month.next].word != 0, reading[month.next].cut == 0, let other = monthName(at: month.next),
            other.number == month.number, !other.isHijri, !month.isHijri
        {
            month.next = other.next
            month.isAmbiguous = false
            return month
        }
        if reading.mark(month.next) == 0x2F || reading.mark(month.next) == 0x28 || isDash(month.next),
            let other = monthName(at: month.next + 1), other.number == month.number, !other.isHijri
        {
            let closes = reading.mark(month.next) == 0x28
            if closes, reading.mark(other.next) != 0x29 { return month }
            month.next = closes ? other.next + 1 : other.next
            month.isAmbiguous = false
        }
        return month
    }

    private func monthName(at index: Int) -> Month? {
        let token = reading[index]
        guard token.word != 0 else { return nil }
        let word = reading.word(index)
        if word.splitMonth != .none, !token.hasArticle { return splitMonth(word.splitMonth, at: index) }
        let isAmbiguous = word.traits.contains(.ambiguousMonth)
        // The months are names that bear no article, but «المحرم».
        if word.month > 0, !token.hasArticle {
            return Month(number: word.month, isHijri: false, isAmbiguous: isAmbiguous, next: index + 1)
        }
        guard word.hijriMonth > 0, !word.traits.contains(.duals), !token.hasArticle || word.hijriMonth == 1 else {
            return nil
        }
        return Month(number: word.hijriMonth, isHijri: true, isAmbiguous: true, next: index + 1)
    }

    /// «كانون الثاني», «ربيع الأول», «ذو الحجة».
    private func splitMonth(_ first: RuleWord.SplitMonth, at index: Int) -> Month? {
        let second = reading.word(index + 1)
        guard reading[index + 1].cut == 0 else { return nil }
        if first == .dhu {
            guard second.traits.contains(.duals) else { return nil }
            return Month(number: second.hijriMonth, isHijri: true, isAmbiguous: false, next: index + 2)
        }
        guard second.ordinal == 1 || second.ordinal == 2 else { return nil }
        let isFirst = second.ordinal == 1
        let number =
            switch first {
            case .kanun: isFirst ? 12 : 1
            case .tishrin: isFirst ? 10 : 11
            case .rabi: isFirst ? 3 : 4
            default: isFirst ? 5 : 6
            }
        let isHijri = first == .rabi || first == .jumada
        return Month(number: number, isHijri: isHijri, isAmbiguous: false, next: index + 2)
    }

    static func days(of month: Month) -> Int {
        if month.isHijri { return 30 }
        return [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month.number - 1]
    }

    static func value(_ year: Year?, month: Month, day: Int?) -> String {
        value(year, month: month, part: day.map { padded($0, to: 2) })
    }

    /// - Parameter part: a day in two digits, a week («W02»), a weekday by its number («WXX-5-#1»).
    static func value(_ year: Year?, month: Month, part: String?) -> String {
        let isHijri = year?.isHijri ?? month.isHijri
        var value = (year?.text ?? "XXXX") + "-" + padded(month.number, to: 2)
        if let part { value += "-" + part }
        return isHijri ? value + " AH" : value
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
