/// Finds dates. An absolute one has its ISO 8601 value («2026-11-23», «2015-03», «2015»); what the text leaves open is
/// written as TIMEX3 does («XXXX-11-23», «XXXX-WXX-4» for a Thursday). Hijri dates keep their calendar
/// («1445-09-01 AH»): which day it was depends on who saw the moon.
struct DateRule {
    let reading: RuleReading
    let numbers: NumberRule

    init(_ reading: RuleReading) {
        self.reading = reading
        numbers = NumberRule(reading: reading)
    }

    func match(at start: Int) -> RuleMatch? {
        if !reading.digits(start).isEmpty {
            return interval(at: start) ?? numericDate(at: start) ?? dayAndMonth(at: start, from: start)
                ?? bareYear(at: start)
        }
        guard reading[start].word != 0 else { return nil }
        return interval(at: start) ?? weekday(at: start) ?? relative(at: start) ?? dayAndMonth(at: start, from: start)
            ?? monthAndYear(at: start) ?? namedYear(at: start) ?? decade(at: start) ?? partOfYear(at: start)
            ?? partOfPeriod(at: start)
            ?? dayOfMonth(at: start)
    }

    func found(_ tokens: Range<Int>, _ value: String) -> RuleMatch {
        RuleMatch(tokens: tokens, type: .date, value: value)
    }

    // MARK: Weekdays

    /// «الخميس», «الأحد الماضي», «الاثنين 23 نوفمبر 2026».
    private func weekday(at start: Int) -> RuleMatch? {
        let token = reading[start]
        let day = reading.word(start).weekday
        let isNamed = token.hasArticle || reading.has(.dayWord, start - 1)
        guard day > 0, isNamed else { return nil }
        var next = start + 1
        if isComma(next) { next += 1 }
        if let date = dayAndMonth(at: next, from: start) ?? numericDate(at: next, isCertain: true) {
            return found(start..<date.tokens.upperBound, date.value)
        }
        let end = reading[start + 1].hasArticle && shift(reading.word(start + 1)) != nil ? start + 2 : start + 1
        return found(start..<end, "XXXX-WXX-\(day)")
    }

    private func isComma(_ index: Int) -> Bool { reading.mark(index) == 0x2C || reading.mark(index) == 0x60C }

    /// -1 for «الماضي», 0 for «الجاري», 1 for «المقبل».
    func shift(_ word: RuleWord) -> Int? {
        if word.traits.contains(.last) { return -1 }
        if word.traits.contains(.next) { return 1 }
        return word.traits.contains(.current) ? 0 : nil
    }

    /// «مطلع العام المقبل», «أواخر مايو 2015»: the value is that of the whole period.
    private func partOfPeriod(at start: Int) -> RuleMatch? {
        guard reading.has(.partOf, start), !reading[start].hasArticle,
            let whole = period(at: start + 1) ?? monthAndYear(at: start + 1) ?? namedYear(at: start + 1),
            reading[start + 1].cut == 0
        else { return nil }
        return found(start..<whole.tokens.upperBound, whole.value)
    }

    // MARK: Days, months, years

    /// «23 نوفمبر 2026», «الثالث من مارس».
    func dayAndMonth(at start: Int, from first: Int) -> RuleMatch? {
        let day: Int
        var next: Int
        if let number = reading.integer(start, in: 1...31) {
            day = number
            next = start + 1
        } else if let ordinal = numbers.ordinal(at: start), ordinal.value <= 31 {
            day = ordinal.value
            next = ordinal.next
        } else {
            return nil
        }
        if reading.has(.fromOf, next), reading[next].cut == 0 { next += 1 }
        guard let month = month(at: next), day <= Self.days(of: month) else { return nil }
        let year = year(behind: month.next, isHijri: month.isHijri)
        return found(
            first..<(year?.next ?? month.next),
            Self.value(year, month: month, day: day)
        )
    }

    /// «نوفمبر 2026», «شهر رمضان», and a month alone where its name is no other word.
    private func monthAndYear(at start: Int) -> RuleMatch? {
        guard let month = month(at: start) else { return nil }
        let year = year(behind: month.next, isHijri: month.isHijri)
        if month.isAmbiguous, year == nil {
            guard reading.has(.monthWord, start) || reading.has(.datePreposition, start - 1),
                reading.has(.monthWord, start) || !reading.has(.veryAmbiguousMonth, start)
            else { return nil }
            // «من رمضان» may be a man.
            guard !month.isHijri || reading.has(.in, start - 1) || reading.has(.monthWord, start) else { return nil }
        }
        return found(start..<(year?.next ?? month.next), Self.value(year, month: month, day: nil))
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
        if reading.mark(month.next) == 0x2F || reading.mark(month.next) == 0x28,
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

    private static func days(of month: Month) -> Int {
        if month.isHijri { return 30 }
        return [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month.number - 1]
    }

    static func value(_ year: Year?, month: Month, day: Int?) -> String {
        let isHijri = year?.isHijri ?? month.isHijri
        var value = (year.map { padded($0.number, to: 4) } ?? "XXXX") + "-" + padded(month.number, to: 2)
        if let day { value += "-" + padded(day, to: 2) }
        return isHijri ? value + " AH" : value
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
