/// Whether the days and weeks exist that a date's value names: «31 نوفمبر» and «29 فبراير 2015» are slips of the pen, and a
/// value would make days of them.
enum RealDates {
    /// Of a value as ``DateRule`` writes it or as ``RelativeDate`` resolves it: a month has no more days than in its year,
    /// in a leap year where the text leaves the year open, and the Hijri calendar's have 30.
    static func exist(in value: String) -> Bool {
        value.utf8.split(separator: 0x2F).allSatisfy { exists($0) }
    }

    private static func exists(_ value: Substring.UTF8View) -> Bool {
        let isHijri = value.last == 0x48
        var date = isHijri ? value.dropLast(3) : value
        // «<XXXX-09-11»
        if date.first == 0x3C || date.first == 0x3E { date = date.dropFirst() }
        // «P-1Y-09-11» is of a year that is not known here.
        if date.first == 0x50 {
            guard let year = date.firstIndex(of: 0x59) else { return true }
            return exists(("XXXX" + Substring(date[year...].dropFirst()) + (isHijri ? " AH" : ""))[...].utf8)
        }
        let isNegative = date.first == 0x2D
        let parts = date.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard !isNegative, parts.count > 1, parts[0].count == 4 else { return true }
        let year = number(parts[0])
        if parts[1].first == 0x57, let week = number(parts[1].dropFirst()), parts[1].count == 3, !isHijri {
            return 1...weeks(of: year) ~= week
        }
        guard parts[1].count == 2, let month = number(parts[1]) else { return true }
        guard 1...12 ~= month else { return false }
        guard parts.count == 3, parts[2].count == 2, let day = number(parts[2]) else { return true }
        // 2000 is a leap year.
        return 1...(isHijri ? 30 : CalendarDay.length(ofMonth: month, in: year ?? 2000)) ~= day
    }

    /// The week that has the year's 28th of December is its last one.
    private static func weeks(of year: Int?) -> Int {
        year.map { CalendarDay(year: $0, month: 12, day: 28).week.number } ?? 53
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? { Int(Substring(digits)) }
}
