/// A day of the tabular Hijri calendar: months of 30 and 29 days in turn, and a day more in 11 years of 30 (its civil
/// reckoning). Where the moon is watched it may be a day or two later or earlier.
struct HijriDay: Sendable, Equatable {
    var year: Int
    /// 1 to 12.
    var month: Int
    var day: Int

    /// The day with a number counted from 1970-01-01, as ``CalendarDay/number`` is.
    init(number: Int) {
        let days = number - Self.firstNumber
        year = (30 * days + 10_646) / 10_631
        let dayOfYear = days - Self.days(before: year)
        month = min(2 * dayOfYear / 59 + 1, 12)
        day = dayOfYear - (59 * (month - 1) + 1) / 2 + 1
    }

    /// Of 1 Muharram of the year 1, which is 622-07-19 in the proleptic Gregorian calendar.
    private static let firstNumber = -492_148

    private static func days(before year: Int) -> Int { 354 * (year - 1) + (11 * year + 3) / 30 }
}
