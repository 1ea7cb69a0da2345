extension DateRule {
    /// «من 4 إلى 22 يناير 2017», «بين 15 و19 نوفمبر», «19-20 نوفمبر», «من 2014 حتى 2018», «اليوم حتى الغد»,
    /// «الجمعة حتى الأحد القادم»: an ISO 8601 interval.
    func interval(at start: Int) -> RuleMatch? {
        let isFrom = reading.has(.fromOf, start)
        let isBetween = reading.has(.between, start)
        let token = reading[start]
        guard isFrom || isBetween || token.word == 0 || canBegin(start) else { return nil }
        if isBetween, let ancient = betweenBeforeCommonEra(at: start) { return ancient }
        var index = start
        var isOfBoth = false
        if isFrom || isBetween {
            index += 1
            // «بين عامي 2014 و2018», «بين شهري مايو ويونيو»
            isOfBoth =
                reading.has(.ofBoth, index) || reading.isWord("سنتي", index) || reading.isWord("موسمي", index)
                || reading.word(index).period == "Y" && reading.word(index).count == 2
            if isOfBoth { index += 1 }
        }
        guard let first = end(at: index, isOfBoth: isOfBoth) else { return nil }
        guard let joint = joint(at: first.next, isFrom: isFrom, isBetween: isBetween, isYear: first.isYear) else {
            return nil
        }
        index = joint.next
        if joint.isWord == false, !isBetween, !isFrom, first.isOpen { return nil }
        if first.isYear {
            guard let second = end(at: index, isOfBoth: isOfBoth), second.isYear, second.value > first.value else {
                return nil
            }
            return found(start..<second.next, "\(first.value)/\(second.value)")
        }
        if let reversed = reversed(first, at: index, from: start) { return reversed }
        // «من يوم الجمعة»: as everywhere, the mention begins with the day's name.
        let behindDay = reading.has(.dayWord, index) && !reading[index].hasArticle ? index + 1 : index
        guard let second = fullDate(at: behindDay) ?? partOfMonth(at: behindDay),
            first.day == nil || second.value.hasDay
        else { return nil }
        let end = Self.completed(second.value, by: first)
        let value = Self.completed(first, by: end)
        return value.map { found(start..<second.tokens.upperBound, "\($0)/\(end)") }
    }

    /// «17-11 رمضان»: written from left to right, it begins with its end.
    private func reversed(_ last: End, at index: Int, from start: Int) -> RuleMatch? {
        guard isDash(index - 1), let day = last.day, reading.hasDigits(index), let (first, _) = dayNumber(at: index),
            first < day, let date = dayAndMonth(at: index, from: index), date.value.hasDay
        else { return nil }
        let end = Self.day(day, ofMonthOf: date.value)
        return found(start..<date.tokens.upperBound, "\(date.value)/\(end)")
    }

    /// «نوفمبر بين 15 و19», «مارس من 3 إلى 5»: the days behind their month.
    func daysBehind(_ month: Month, from start: Int) -> RuleMatch? {
        let isBetween = reading.has(.between, month.next)
        guard !month.isAmbiguous, isBetween || isPlainOf(month.next),
            let first = reading.integer(month.next + 1, in: 1...31),
            let joint = joint(at: month.next + 2, isFrom: !isBetween, isBetween: isBetween, isYear: false),
            let last = reading.integer(joint.next, in: first...31), last <= Self.days(of: month)
        else { return nil }
        let year = year(behind: joint.next + 1, isHijri: month.isHijri)
        let from = Self.value(year, month: month, day: first)
        return found(start..<(year?.next ?? joint.next + 1), "\(from)/\(Self.value(year, month: month, day: last))")
    }

    /// Whether a word can begin an interval that no preposition opens.
    private func canBegin(_ index: Int) -> Bool {
        let word = reading.word(index)
        return word.weekday > 0 || word.month > 0 || word.splitMonth != .none || word.ordinal > 0
            || !word.traits.isDisjoint(with: [.dayWord, .yesterday, .tomorrow])
    }

    /// What joins the ends: «إلى» behind «من», «و» behind «بين», a dash behind digits, «حتى» behind a whole date.
    private func joint(at index: Int, isFrom: Bool, isBetween: Bool, isYear: Bool) -> (next: Int, isWord: Bool)? {
        if isDash(index) { return (index + 1, false) }
        // «موسم 2015/2016»
        if isYear, reading.mark(index) == 0x2F, reading.touches(index), reading.touches(index + 1),
            let first = reading.integer(index - 1, in: 1900...2098),
            reading.integer(index + 1, in: first + 1...first + 1) != nil
        {
            return (index + 1, false)
        }
        if isBetween, !reading.has(.until, index) {
            if reading.has(.and, index) { return (index + 1, true) }
            return reading[index].hasConjunction ? (index, true) : nil
        }
        // «من 26 نوفمبر ولغاية 5 ديسمبر»
        if isFrom || isBetween || !isYear, reading.isWord("لغايه", index) || reading.isWord("ولغايه", index) {
            return (index + 1, true)
        }
        guard reading.has(.until, index), !reading[index].hasPreposition, isFrom || isBetween || !isYear else {
            return nil
        }
        // «من 15 إلى غاية 22 فيفري»
        return (reading.isWord("غايه", index + 1) ? index + 2 : index + 1, true)
    }

    /// Where an interval begins: a date, a year, or a day whose month stands with the interval's end.
    private struct End {
        var value: String
        var day: Int?
        var isYear = false
        /// Whether it is more than a day's number: one that alone would be no date.
        var isOpen = false
        var next: Int
    }

    private func end(at index: Int, isOfBoth: Bool = false) -> End? {
        if let date = fullDate(at: index) ?? partOfMonth(at: index) {
            return End(value: date.value, next: date.tokens.upperBound)
        }
        if let day = reading.integer(index, in: 1...31) { return End(value: "", day: day, next: index + 1) }
        if let ordinal = numbers.ordinal(at: index), ordinal.value <= 31 {
            return End(value: "", day: ordinal.value, isOpen: true, next: ordinal.next)
        }
        // «من عام 2012 إلى عام 2015»
        let digits = reading.has(.yearWord, index) && !reading[index].hasPreposition ? index + 1 : index
        guard let year = reading.integer(digits, in: (digits > index || isOfBoth ? 1000 : 1900)...2099) else {
            return nil
        }
        return End(value: String(year), isYear: true, next: digits + 1)
    }

    /// A date that stands for itself.
    private func fullDate(at start: Int) -> RuleMatch? {
        if let date = dayAndMonth(at: start, from: start) ?? numericDate(at: start) ?? dayOfPeriod(at: start) {
            return date
        }
        guard reading[start].word != 0 else { return nil }
        return weekday(at: start) ?? yesterdayOrTomorrow(at: start) ?? today(at: start, isEnd: true)
            ?? period(at: start).map { found(start..<$0.next, $0.value) } ?? unambiguousMonth(at: start)
    }

    /// «بداية يناير», «متم أكتوبر 2024»: as an interval's end the whole month.
    private func partOfMonth(at start: Int) -> RuleMatch? {
        guard reading.has(.partOf, start) || reading.isWord("متم", start), !reading[start].hasArticle,
            !reading[start].hasPreposition, reading[start + 1].cut == 0, let month = unambiguousMonth(at: start + 1)
        else { return nil }
        return found(start..<month.tokens.upperBound, month.value)
    }

    private func unambiguousMonth(at start: Int) -> RuleMatch? {
        guard let month = month(at: start), !month.isHijri else { return nil }
        let year = year(behind: month.next, isHijri: false)
        return found(start..<(year?.next ?? month.next), Self.value(year, month: month, day: nil))
    }

    /// The interval's beginning with the month and the year that only its end has.
    private static func completed(_ first: End, by second: String) -> String? {
        let parts = second.split(separator: " ")
        guard let date = parts.first else { return nil }
        let calendar = parts.count > 1 ? " \(parts[1])" : ""
        if let day = first.day {
            // «من 25 إلى 5 مايو» began in another month.
            guard let last = Int(date.suffix(2)), day <= last else { return nil }
            return "\(date.dropLast(2))\(padded(day, to: 2))\(calendar)"
        }
        return year(putIn: first.value, by: second)
    }

    /// «من 12 شوال حتى 24 منه»: the month and the year that only the interval's beginning has.
    private static func completed(_ end: String, by first: End) -> String {
        let parts = first.value.split(separator: " ")
        guard first.value.hasDay, end.hasPrefix("XXXX-XX-"), end.count == 10, let date = parts.first else { return end }
        return "\(date.dropLast(2))\(end.suffix(2))\(parts.count > 1 ? " \(parts[1])" : "")"
    }

    /// A date without its year as the last such one before an interval's end: «من 23 ديسمبر إلى 5 يناير 2016».
    static func year(putIn begin: String, by end: String) -> String {
        let (rest, behind) = (begin.dropFirst(5), end.dropFirst(5))
        guard begin.hasPrefix("XXXX-"), rest.first?.isNumber == true, behind.first?.isNumber == true,
            begin.hasSuffix("AH") == end.hasSuffix("AH"), let year = Int(end.prefix(4)), end.dropFirst(4).first == "-"
        else { return begin }
        let completed = "\(padded(rest <= behind ? year : year - 1, to: 4))-\(rest)"
        return RealDates.exist(in: completed) ? completed : begin
    }
}

extension String {
    /// Whether a date's value ends with the day of a month.
    var hasDay: Bool {
        let date = split(separator: " ").first ?? ""
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        return (parts.last?.count == 2) && parts.last?.allSatisfy(\.isNumber) == true && parts.count >= 3
            || (parts.count >= 2 && date.hasPrefix("P") && parts.last?.count == 2
                && date.contains("M-"))
    }
}
