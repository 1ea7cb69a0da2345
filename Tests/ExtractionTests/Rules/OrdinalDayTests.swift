import Extraction
import Testing

/// Ordinals before a month: days, and attributes of what stands before them.
@Suite("Ordinals before months")
struct OrdinalDayTests {
    @Test(
        "a feminine one, or one behind a noun with the article, is no day",
        arguments: [
            ("الأيام الأولى من رمضان", []), ("عرضت الحلقة الأولى من رمضان", []),
            ("في العشر الأولى من ذي الحجة", ["ذي الحجة = XXXX-12 AH"]),
            ("انتهى الشوط الثاني من أبريل", ["أبريل = XXXX-04"]), ("خلال الربع الأول من يناير", ["يناير = XXXX-01"]),
            ("والثالثة من نوفمبر", ["نوفمبر = XXXX-11"]),
        ] as [(String, [String])]
    )
    func attributes(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }

    @Test(
        "all others are days",
        arguments: [
            ("في الثالث من مارس", ["الثالث من مارس = XXXX-03-03"]),
            ("الخميس الأول من مايو", ["الخميس الأول من مايو = XXXX-05-01"]),
            ("اليوم الأول من رمضان", ["اليوم الأول من رمضان = XXXX-09-01 AH"]),
            ("وصل إلى القاهرة الثاني من مارس", ["الثاني من مارس = XXXX-03-02"]),
            ("الجلسة المقررة الأول من يونيو", ["الأول من يونيو = XXXX-06-01"]),
            ("يصادف الأحد الموافق الثالث من مارس", ["الأحد الموافق الثالث من مارس = XXXX-03-03"]),
            ("من الأول إلى الثالث من مارس", ["من الأول إلى الثالث من مارس = XXXX-03-01/XXXX-03-03"]),
            ("في الثاني والثالث من ديسمبر", ["الثاني = XXXX-12-02", "الثالث من ديسمبر = XXXX-12-03"]),
        ] as [(String, [String])]
    )
    func days(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }

    @Test(
        "weeks and weekdays of Hijri months",
        arguments: [
            ("يبدأ الأسبوع الأول من شوال المقبل", ["الأسبوع الأول من شوال المقبل = >XXXX-10-W01 AH"]),
            ("الأسبوع الثالث من محرم 1446هـ", ["الأسبوع الثالث من محرم 1446هـ = 1446-01-W03 AH"]),
            ("الأسبوع الأخير من رمضان", ["الأسبوع الأخير من رمضان = XXXX-09-W05 AH"]),
            ("الأسبوع الأول من أكتوبر 2015", ["الأسبوع الأول من أكتوبر 2015 = 2015-10-W01"]),
            ("أول جمعة من رمضان 1445 هـ", ["أول جمعة من رمضان 1445 هـ = 1445-09-WXX-5-#1 AH"]),
            ("أول جمعة من يوليو 2016", ["أول جمعة من يوليو 2016 = 2016-07-WXX-5-#1"]),
            ("في الأسبوع الثالث الماضي", []),
        ] as [(String, [String])]
    )
    func weeks(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }

    @Test("the day of writing puts the year into a Hijri month's week")
    func resolution() throws {
        let writing = try #require(RelativeDate(writtenOn: "2016-11-07"))
        #expect(writing.resolved(">XXXX-10-W01 AH") == "1438-10-W01 AH")
    }
}
