internal import Extraction

/// Days counted from 1970-01-01, of days as the index writes them.
enum DayNumber {
    static func of(_ day: String) -> Int? { CalendarDay(iso8601: day)?.number }
}
