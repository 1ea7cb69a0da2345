/// Weeks of a month or a year, of the Hijri calendar's too.
extension DateRule {
    /// «الأسبوع الأول من أكتوبر», «الأسبوع الثالث من محرم 1446هـ», «الأسبوع الأول من العام».
    func week(_ ordinal: (value: Int, next: Int), at start: Int) -> RuleMatch? {
        guard reading.word(start).period == "W", reading.word(start).count == 1, ordinal.value <= 53 else { return nil }
        let week = "W\(Self.padded(ordinal.value, to: 2))"
        let isOf = isPlainOf(ordinal.next)
        if let month = period(at: isOf ? ordinal.next + 1 : ordinal.next), month.letter == "M", ordinal.value <= 5 {
            return found(start..<month.next, "\(month.value)-\(week)")
        }
        if isOf, let month = month(at: ordinal.next + 1), ordinal.value <= 5 {
            let year = year(behind: month.next, isHijri: month.isHijri)
            return found(start..<(year?.next ?? month.next), Self.value(year, month: month, part: week))
        }
        // «الأسبوع الأول من العام»
        if isOf, reading.has(.yearWord, ordinal.next + 1), reading[ordinal.next + 1].hasArticle,
            endsClause(ordinal.next + 2)
        {
            return found(start..<ordinal.next + 2, "P0Y-\(week)")
        }
        // «الأسبوع الثالث الماضي» is of no year.
        guard let year = commonYear(behind: ordinal.next), !year.text.hasSuffix("XXXX") else { return nil }
        return found(start..<year.next, "\(year.text)-\(week)")
    }

    /// «الأسبوع الأخير من هذا الشهر», «الأسبوع الأخير من رمضان», «الأسبوع الأخير من عام 2016».
    func lastWeek(at start: Int) -> RuleMatch? {
        guard reading.word(start).period == "W", reading.word(start).count == 1, reading[start].hasArticle,
            reading.has(.latest, start + 1), reading[start + 1].hasArticle
        else { return nil }
        let isOf = isPlainOf(start + 2)
        if let month = period(at: isOf ? start + 3 : start + 2), month.letter == "M" {
            return found(start..<month.next, "\(month.value)-W05")
        }
        if isOf, let month = month(at: start + 3) {
            let year = year(behind: month.next, isHijri: month.isHijri)
            return found(start..<(year?.next ?? month.next), Self.value(year, month: month, part: "W05"))
        }
        guard let year = commonYear(behind: start + 2), let number = Int(year.text) else { return nil }
        // The week that has the year's 28th of December is its last one.
        let week = CalendarDay(year: number, month: 12, day: 28).week.number
        return found(start..<year.next, "\(year.text)-W\(week)")
    }
}
