import Extraction
import Testing

/// From one to another, with a unit at one of the ends or at both, as «TYPE text = value».
@Suite("Ranges in words")
struct RangeWordTests {
    @Test(
        "amounts",
        arguments: [
            ("طوله متر إلى مترين", ["QUANTITY متر إلى مترين = 1/2 m"]),
            ("طوله ثلاثة إلى أربعة أمتار", ["QUANTITY ثلاثة إلى أربعة أمتار = 3/4 m"]),
            ("بلغ 3 إلى 5 بالمئة", ["PERCENT 3 إلى 5 بالمئة = 3/5"]),
            ("بلغ 2.5 إلى 3 بالمئة", ["PERCENT 2.5 إلى 3 بالمئة = 2.5/3"]),
            ("بلغ 2.5 مليون إلى 3 ملايين دولار", ["MONEY 2.5 مليون إلى 3 ملايين دولار = 2500000/3000000 USD"]),
            ("بلغ 1.5 أو 2 مليون دولار", ["MONEY 1.5 أو 2 مليون دولار = 1500000/2000000 USD"]),
            ("تقلص 3 إلى 45 بالمئة", ["PERCENT 45 بالمئة = 45"]),
            ("ارتفع 3% إلى 5%", ["PERCENT 3% = 3", "PERCENT 5% = 5"]),
            ("بين قدمين و6 أقدام", ["QUANTITY بين قدمين و6 أقدام = 2/6 ft"]),
        ] as [(String, [String])]
    )
    func amounts(text: String, expected: [String]) {
        #expect(RuleMentions.found(text) == expected)
    }

    @Test(
        "dates",
        arguments: [
            (
                "من 26 تشرين الثاني ولغاية 5 كانون الأول 2025",
                ["DATE من 26 تشرين الثاني ولغاية 5 كانون الأول 2025 = 2025-11-26/2025-12-05"]
            ),
            ("من 3 لغاية 5 مايو", ["DATE من 3 لغاية 5 مايو = XXXX-05-03/XXXX-05-05"]),
            ("من 1 إلى 3 من نفس الشهر", ["DATE من 1 إلى 3 من نفس الشهر = XXXX-XX-01/XXXX-XX-03"]),
            ("في 20 مايو و25 من نفس الشهر", ["DATE 20 مايو = XXXX-05-20", "DATE 25 من نفس الشهر = XXXX-05-25"]),
            ("العام 2009-2010", ["DATE العام 2009-2010 = 2009/2010"]),
            ("عام 2009/2010", ["DATE عام 2009/2010 = 2009/2010"]),
            ("مدينة سوق الأربعاء", []), ("السوق يوم الأربعاء", ["DATE الأربعاء = XXXX-WXX-3"]),
        ] as [(String, [String])]
    )
    func dates(text: String, expected: [String]) {
        #expect(RuleMentions.found(text) == expected)
    }

    @Test(
        "times, and metres that look like them",
        arguments: [
            ("وصل الساعة 24:30", []), ("وصل الساعة 24:00", ["TIME الساعة 24:00 = T24:00"]),
            ("وصل الساعة التاسعة ظهرا", ["TIME الساعة التاسعة ظهرا = T09"]),
            ("وصل الساعة الثانية ظهرا", ["TIME الساعة الثانية ظهرا = T14"]),
            ("قفز بـ2.31 م في الوثب العالي", ["QUANTITY 2.31 م = 2.31 m"]),
            ("بلغ طوله 4.95م", ["QUANTITY 4.95م = 4.95 m"]),
            ("في تمام الساعة 7.30م", ["TIME الساعة 7.30م = T19:30"]),
            ("من 9.00 ص إلى 5.30 م", ["TIME من 9.00 ص إلى 5.30 م = T09:00/T17:30"]),
            ("بلغت 50.3 درجة، وهي أعلى حرارة في البلاد", ["QUANTITY 50.3 درجة = 50.3 °C"]),
            ("استدار 90 درجة نحو اليمين", []),
        ] as [(String, [String])]
    )
    func times(text: String, expected: [String]) {
        #expect(RuleMentions.found(text) == expected)
    }
}
