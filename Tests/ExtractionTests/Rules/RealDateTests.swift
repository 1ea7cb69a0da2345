import Extraction
import TestSupport
import Testing

/// No value names a day that is not there, whatever a text says and whenever it was written.
@Suite("Values name real days")
struct RealDateTests {
    private static let months = [
        "يناير", "فبراير", "شباط", "مارس", "أبريل", "نيسان", "ماي", "يونيو", "حزيران", "جويلية", "غشت", "سبتمبر",
        "تشرين الأول", "نوفمبر", "كانون الأول", "محرم", "صفر", "ربيع الأول", "رجب", "شعبان", "رمضان", "ذي الحجة",
    ]
    private static let ordinals = [
        "الأول", "الثامن والعشرين", "التاسع والعشرين", "الثلاثين", "الحادي والثلاثين", "الثاني عشر",
    ]
    private static let years = [
        "", " 2015", " 2016", " 1900", " 2000م", " 1437هـ", " المقبل", " الماضي", " الجاري", " من العام الماضي",
        " من العام المقبل", "، 2015", " عام 2017",
    ]

    /// A sentence about a day, or some, that may not exist.
    private static func sentence(_ random: inout SeededRandom) -> String {
        func number(_ random: inout SeededRandom, _ bounds: ClosedRange<Int>) -> Int {
            .random(in: bounds, using: &random)
        }
        func one(_ words: [String], _ random: inout SeededRandom) -> String {
            words[number(&random, 0...words.count - 1)]
        }
        let (day, other) = (number(&random, 1...32), number(&random, 26...32))
        let (month, year) = (one(months, &random), one(years, &random))
        let mark = one(["/", "-", ".", " / "], &random)
        switch number(&random, 0...10) {
        case 0: return "وصل في \(other) \(month)\(year)"
        case 1: return "وصل في \(one(ordinals, &random)) من \(month)\(year)"
        case 2: return "من \(day) إلى \(other) \(month)\(year)"
        case 3: return "في \(day) و\(other) \(month)\(year)"
        case 4: return "في \(other)\(mark)\(number(&random, 1...13))\(mark)\(number(&random, 2014...2017))"
        case 5: return "في \(other)\(mark)\(number(&random, 1...13))\(mark)\(number(&random, 1430...1440))هـ"
        case 6: return "في \(other) من \(one(["هذا الشهر", "الشهر الماضي", "الشهر المقبل"], &random))"
        case 7: return "من \(day) \(month) حتى \(other) \(one(months, &random))\(year)"
        case 8: return "بدأ في \(day) \(month)\(year) وينتهي في \(other) منه"
        case 9: return "في \(number(&random, 2014...2017))\(mark)\(number(&random, 1...13))\(mark)\(other)"
        default: return "السبت \(day) والأحد \(other) من \(month)\(year)"
        }
    }

    @Test("of random days, months and calendars, on random days")
    func randomDays() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        var days = 0
        for _ in 0..<6000 {
            let text = Self.sentence(&random)
            let written = CalendarDay(number: .random(in: 9000...24000, using: &random))
            let writing = try #require(RelativeDate(writtenOn: written.description))
            for found in RuleMentions.found(text, .date) {
                let value = String(try #require(found.split(separator: "=").last)).trimmingPrefix { $0 == " " }
                for end in "\(writing.resolved(String(value)))".split(separator: "/") {
                    #expect(Self.isReal(end), "seed \(seed): \(text) is \(value), \(end) on \(written)")
                    if end.count >= 10, end.allSatisfy({ $0 != "X" }) { days += 1 }
                }
            }
        }
        #expect(days > 1000, "seed \(seed)")
    }

    /// Whether a day in a date's value is in its month, of a year that has it.
    private static func isReal(_ value: Substring) -> Bool {
        let isHijri = value.hasSuffix(" AH")
        let parts = value.split(separator: " ")[0].split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) else { return true }
        let year = Int(parts[0]) ?? 2000
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return 1...12 ~= month && 1...(isHijri ? 30 : lengths[month - 1]) ~= day
    }
}
