/// A day of the proleptic Gregorian calendar.
package struct CalendarDay: Sendable, Hashable, CustomStringConvertible {
    package var year: Int
    /// 1 to 12.
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads «2016-11-07» at the front of a text; `nil` where there is none, or no such day.
    package init?(iso8601 text: String) {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2]), year > 0, 1...12 ~= month,
            1...Self.length(ofMonth: month, in: year) ~= day
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads «Mon, 07 Nov 2016 12:00:00 GMT» (RFC 5322), with or without the weekday.
    package init?(feed text: String) {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," })
        let first = words.first?.first?.isNumber == true ? 0 : 1
        guard words.count >= first + 3, let day = Int(words[first]),
            let month = months.firstIndex(of: words[first + 1].lowercased()), let year = Int(words[first + 2]),
            1...9999 ~= year, 1...Self.length(ofMonth: month + 1, in: year) ~= day
        else { return nil }
        self.init(year: year, month: month + 1, day: day)
    }

    /// The day with a number counted from 1970-01-01 (Hinnant, «chrono-Compatible Low-Level Date Algorithms»,
    /// `civil_from_days`).
    package init(number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days from 1970-01-01 (`days_from_civil`).
    package var number: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// ISO 8601: Monday is 1.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// ISO 8601's year and week: the ones that the week's Thursday is in.
    var week: (year: Int, number: Int) {
        let thursday = adding(days: 4 - weekday)
        let first = CalendarDay(year: thursday.year, month: 1, day: 1)
        return (thursday.year, (thursday.number - first.number) / 7 + 1)
    }

    var lastOfMonth: CalendarDay {
        CalendarDay(year: year, month: month, day: Self.length(ofMonth: month, in: year))
    }

    package func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// The same day of another month, or that month's last.
    func adding(months: Int) -> CalendarDay {
        let total = year * 12 + month - 1 + months
        let newYear = (total >= 0 ? total : total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        return CalendarDay(year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear)))
    }

    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package var description: String {
        "\(DateRule.padded(year, to: 4))-\(DateRule.padded(month, to: 2))-\(DateRule.padded(day, to: 2))"
    }
}
