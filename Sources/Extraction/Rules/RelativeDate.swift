/// What dates that depend on the day of writing become once that day is known.
///
/// A rule writes them as a distance:
///
/// | value | meaning | on 2016-11-07, a Monday |
/// | --- | --- | --- |
/// | `P-1D`, `P0D` | a day | `2016-11-06`, `2016-11-07` |
/// | `P-1D-6` | a day, and its weekday, which is right where the two differ | `2016-11-05` |
/// | `P1W`, `P0M`, `P-1Y` | a week, a month, a year of the calendar | `2016-W46`, `2016-11`, `2015` |
/// | `P0Q`, `P-1A` | a quarter, a year of schools and sports | `2016-Q4`, `2015/2016` |
/// | `P1E`, `P-1E` | a decade of the calendar | `202`, `200` |
/// | `P1W-5`, `P0M-31`, `P1Y-06`, `P0Y-Q3`, `P0W-WE` | a part of one | `2016-11-18`, `XXXX-XX-31`, `2017-06`, … |
/// | `XXXX-XX-11-5` | the nearest such day, here Friday the 11th | `2016-11-11` |
/// | `<XXXX-09`, `>XXXX-WXX-7` | the last, the next one of its kind | `2016-09`, `2016-11-13` |
/// | `<XXXX-09 AH` | the same, where the moon makes no difference | `1437-09 AH` |
/// | `-P3M`, `+P2Y1M` | a day at that distance | `2016-08-07`, `2018-12-07` |
/// | `A/B` | from one to the other | both resolved |
/// | `XXXX-04/<XXXX-06` | from the last such date before the end | `2016-04/2016-06` |
///
/// Everything else says the same on every day and stays as it is; so does what has an unknown number («-PXD») or lies
/// outside the years that ISO 8601 writes in four digits («-P2100Y»).
package struct RelativeDate: Sendable, Equatable {
    private let today: CalendarDay

    /// The day of writing, as it stands in ISO 8601 («2016-11-07T12:00:00Z») or in feeds («Mon, 07 Nov 2016 12:00:00
    /// GMT»); `nil` for any other text.
    package init?(writtenOn published: String) {
        guard let day = CalendarDay(iso8601: published) ?? CalendarDay(feed: published) else { return nil }
        today = day
    }

    /// `value` with the day of writing put in.
    package func resolved(_ value: String) -> String {
        guard value.contains(where: { "P<>".contains($0) }) || value.hasPrefix("XXXX-XX-") else { return value }
        let ends = value.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return resolvedDate(value[...]) ?? value }
        guard let begin = resolvedDate(ends[0]), let end = resolvedDate(ends[1]) else { return value }
        // «بقية العام» ends with the year's last day.
        if ends[0] == "P0D", let last = lastDay(ofPeriod: ends[1]) { return "\(begin)/\(last)" }
        return "\(Self.weekday(begin, before: end) ?? DateRule.year(putIn: begin, by: end))/\(end)"
    }

    /// «من الاثنين إلى الأربعاء المقبل»: the last such weekday before the end.
    private static func weekday(_ begin: String, before end: String) -> String? {
        guard begin.hasPrefix("XXXX-WXX-"), let weekday = Int(begin.dropFirst(9)), 1...7 ~= weekday,
            let last = CalendarDay(iso8601: end), end.count == 10
        else { return nil }
        return last.adding(days: -((last.weekday - weekday + 7) % 7)).description
    }

    /// A date with the day of writing put in; what that makes no day of, stays open.
    private func resolvedDate(_ value: Substring) -> String? {
        guard let date = anyDate(value) else { return nil }
        return RealDates.exist(in: date) ? date : dayOfMonthBefore(value) ?? Self.open(value)
    }

    /// «31 من هذا الشهر» in what was published on the first of November is October's: articles are often published a day or
    /// two after they were written.
    private func dayOfMonthBefore(_ value: Substring) -> String? {
        guard value.hasPrefix("P0M-"), today.day < 3, let day = Int(value.dropFirst(4)) else { return nil }
        let last = today.adding(days: -today.day)
        return last.day == day ? last.description : nil
    }

    /// «XXXX-XX-31» for «P0M-31», «XXXX-02-29» for «<XXXX-02-29».
    private static func open(_ value: Substring) -> String? {
        guard value.first == "P" else { return String(value.dropFirst()) }
        guard let letter = value.firstIndex(where: { $0 == "M" || $0 == "Y" }) else { return nil }
        let open = (value[letter] == "M" ? "XXXX-XX" : "XXXX") + value[letter...].dropFirst()
        return RealDates.exist(in: open) ? open : nil
    }

    private func anyDate(_ value: Substring) -> String? {
        switch value.first {
        case "P": return period(value.dropFirst())
        case "X": return numberedWeekday(value) ?? String(value)
        case "<": return nearest(value.dropFirst(), isPast: true)
        case ">": return nearest(value.dropFirst(), isPast: false)
        case "-", "+":
            guard value.dropFirst().first == "P" else { return nil }
            return distance(value.dropFirst(2), sign: value.first == "-" ? -1 : 1).flatMap(Self.written)
        default: return String(value)
        }
    }

    /// A count and a letter at the front of `text`, and what is behind them.
    private func count(_ text: Substring) -> (count: Int, letter: Character, rest: Substring)? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
        guard let count = Int(digits), -9999...9999 ~= count, let letter = text.dropFirst(digits.count).first else {
            return nil
        }
        return (count, letter, text.dropFirst(digits.count + 1))
    }

    private func period(_ text: Substring) -> String? {
        guard let (count, letter, rest) = count(text), rest.isEmpty || rest.first == "-" || rest == " AH" else {
            return nil
        }
        let part = rest.dropFirst()
        switch letter {
        case "D":
            let day = today.adding(days: count)
            return rest.isEmpty ? Self.written(day) : Int(part).flatMap { Self.day(near: day, weekday: $0) }
        case "W":
            let monday = today.adding(days: 7 * count + 1 - today.weekday)
            if let day = Int(part), 1...7 ~= day { return Self.written(monday.adding(days: day - 1)) }
            let (year, week) = monday.week
            return Self.written(year: year, "-W\(Self.padded(week, 2))\(rest)")
        case "M":
            let month = today.adding(months: count)
            return Self.written(year: month.year, "-\(Self.padded(month.month, 2))\(rest)")
        case "Y" where rest.hasSuffix(" AH"):
            // «رمضان الحالي», «العام الهجري المقبل»
            return hijriYear { $0.year + count }.map { "\($0)\(rest)" }
        case "Y": return Self.written(year: today.year + count, String(rest))
        case "Q":
            guard rest.isEmpty else { return nil }
            let quarter = today.year * 4 + (today.month - 1) / 3 + count
            guard quarter > 0 else { return nil }
            return Self.written(year: quarter / 4, "-Q\(quarter % 4 + 1)")
        case "A": return rest.isEmpty ? seasonYear(count) : nil
        case "E":
            let decade = today.year / 10 + count
            return rest.isEmpty && 0...999 ~= decade ? Self.padded(decade, 3) : nil
        default: return nil
        }
    }

    /// A year that begins in summer. From June to August the last one is over and the next one about to begin: which one is
    /// the current is open, but in August, when it has begun.
    private func seasonYear(_ shift: Int) -> String? {
        let first: Int
        switch (today.month, shift) {
        case (6...7, 0): return "XXXX"
        case (6...8, ..<0): first = today.year + shift
        case (6...8, 1...): first = today.year - 1 + shift
        case (8..., _): first = today.year + shift
        default: first = today.year - 1 + shift
        }
        return first < 9999 ? Self.written(year: first, "/\(Self.padded(first + 1, 4))") : nil
    }

    /// «أمس الخميس» in what was published on Saturday: articles are often published a day or two after they were written,
    /// so the weekday tells the day. One that is further from it leaves the day open.
    private static func day(near day: CalendarDay, weekday: Int) -> String? {
        guard 1...7 ~= weekday else { return nil }
        let distance = (weekday - day.weekday + 10) % 7 - 3
        return abs(distance) < 3 ? day.adding(days: distance).description : "XXXX-WXX-\(weekday)"
    }

    private func lastDay(ofPeriod text: Substring) -> CalendarDay? {
        guard text.first == "P", let (count, letter, rest) = count(text.dropFirst()), rest.isEmpty else { return nil }
        switch letter {
        case "W": return today.adding(days: 7 * count + 7 - today.weekday)
        case "M": return today.adding(months: count).lastOfMonth
        case "Y": return CalendarDay(year: today.year + count, month: 12, day: 31)
        default: return nil
        }
    }

    /// The nearest weekday, month, or day of a month, before or after today.
    private func nearest(_ text: Substring, isPast: Bool) -> String? {
        guard text.hasPrefix("XXXX-") else { return nil }
        if text.hasSuffix(" AH") { return nearestHijri(text.dropFirst(5).dropLast(3), isPast: isPast) }
        let rest = text.dropFirst(5)
        if rest.hasPrefix("WXX-") {
            guard let weekday = Int(rest.dropFirst(4)), 1...7 ~= weekday else { return nil }
            let ahead = (weekday - today.weekday + 7) % 7
            let days = isPast ? (ahead == 0 ? -7 : ahead - 7) : (ahead == 0 ? 7 : ahead)
            return today.adding(days: days).description
        }
        if let first = Self.firstMonths[rest] {
            return Self.written(year: yearOfSeason(from: first, isPast: isPast), "-\(rest)")
        }
        guard let (month, day) = Self.monthAndDay(rest) else { return nil }
        let isReached = Self.isReached((month, day), from: (today.month, today.day), isPast: isPast)
        let year = today.year + (isReached ? 0 : (isPast ? -1 : 1))
        return "\(Self.padded(year, 4))-\(rest)"
    }

    /// The nearest month or day of the Hijri calendar; `nil` where it depends on who saw the moon.
    private func nearestHijri(_ text: Substring, isPast: Bool) -> String? {
        guard let date = Self.monthAndDay(text) else { return nil }
        let year = hijriYear { today in
            let isReached = Self.isReached(date, from: (today.month, today.day), isPast: isPast)
            return today.year + (isReached ? 0 : (isPast ? -1 : 1))
        }
        return year.map { "\($0)-\(text) AH" }
    }

    /// What is the same for today and for the days that today may be where others watch the moon.
    private func hijriYear(_ year: (HijriDay) -> Int) -> Int? {
        let years = Set([-2, 0, 2].map { year(HijriDay(number: today.number + $0)) })
        return years.count == 1 ? years.first : nil
    }

    /// «09», «11-07»
    private static func monthAndDay(_ text: Substring) -> (month: Int, day: Int?)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let month = parts.first.flatMap({ Int($0) }), 1...12 ~= month else { return nil }
        return (month, parts.count == 2 ? Int(parts[1]) : nil)
    }

    /// Whether a month or a day of it lies in the same year as today, before it or behind it.
    private static func isReached(
        _ date: (month: Int, day: Int?),
        from today: (month: Int, day: Int),
        isPast: Bool
    ) -> Bool {
        if date.month == today.month, let day = date.day { return isPast ? day < today.day : day > today.day }
        return isPast ? date.month < today.month : date.month > today.month
    }

    /// The nearest month whose day of that number is that weekday: «الجمعة 22».
    private func numberedWeekday(_ value: Substring) -> String? {
        let parts = value.split(separator: "-")
        // «الثلاثاء الثالث», of this month.
        if parts.count == 5, parts[1] == "XX", parts[2] == "WXX", let weekday = Int(parts[3]),
            let number = Int(parts[4]), 1...5 ~= number
        {
            let first = CalendarDay(year: today.year, month: today.month, day: 1)
            let day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (number - 1))
            return day.month == today.month ? day.description : nil
        }
        guard parts.count == 4, parts[1] == "XX", let day = Int(parts[2]), 1...31 ~= day, let weekday = Int(parts[3])
        else { return nil }
        for distance in [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6] {
            let month = CalendarDay(year: today.year, month: today.month, day: 1).adding(months: distance)
            let candidate = month.adding(days: day - 1)
            if candidate.month == month.month, candidate.weekday == weekday { return candidate.description }
        }
        return nil
    }

    /// The months that seasons begin with. Each lasts three of them; a winter is that of the year that it begins in.
    private static let firstMonths: [Substring: Int] = ["SP": 3, "SU": 6, "FA": 9, "WI": 12]

    /// The year of the last season that is over, or of the next one that has not begun.
    private func yearOfSeason(from first: Int, isPast: Bool) -> Int {
        if isPast { return first + 2 < today.month ? today.year : today.year - (first + 2 - 12 < today.month ? 1 : 2) }
        return first > today.month ? today.year : today.year + 1
    }

    /// A day as ISO 8601 writes it; `nil` for one of a year that four digits do not hold.
    private static func written(_ day: CalendarDay) -> String? { 1...9999 ~= day.year ? day.description : nil }

    private static func written(year: Int, _ rest: String) -> String? {
        1...9999 ~= year ? padded(year, 4) + rest : nil
    }

    /// The day at a distance of years, months, weeks and days.
    private func distance(_ text: Substring, sign: Int) -> CalendarDay? {
        var rest = text
        var months = 0
        var days = 0
        while !rest.isEmpty {
            guard let (count, letter, behind) = count(rest), count >= 0 else { return nil }
            switch letter {
            case "Y": months += 12 * count
            case "M": months += count
            case "W": days += 7 * count
            case "D": days += count
            default: return nil
            }
            rest = behind
        }
        return today.adding(months: sign * months).adding(days: sign * days)
    }

    private static func padded(_ number: Int, _ width: Int) -> String { DateRule.padded(number, to: width) }
}
