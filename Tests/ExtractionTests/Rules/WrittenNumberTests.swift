import Extraction
import Testing

/// How newspapers write numbers and what lies between two of them, as «text = value».
@Suite("Numbers as they are written, and alternatives")
struct WrittenNumberTests {
    @Test(
        "the Arabic comma as a decimal point, and decimals behind its groups",
        arguments: [
            ("بلغ 12،5 مليون دولار", ["12،5 مليون دولار = 12500000 USD"]),
            ("بلغ 184،716.34 ريالا", ["184،716.34 ريالا = 184716.34 ريال"]),
            ("في 2015،20 دولارا", ["20 دولارا = 20 USD"]), ("أرقامها 1،2،3 دولارات", ["3 دولارات = 3 USD"]),
            ("دفع نصف المليون دولار", ["نصف المليون دولار = 500000 USD"]),
            ("دفع ثلاثة أرباع المليون دولار", ["ثلاثة أرباع المليون دولار = 750000 USD"]),
            ("أسعارها (50 – 500) ريال", ["(50 – 500) ريال = 50/500 ريال"]),
            ("من 200 لـ250 جنيها", ["من 200 لـ250 جنيها = 200/250 جنيه"]),
            ("بـ5 أو 6 آلاف ريال", ["5 أو 6 آلاف ريال = 5000/6000 ريال"]), ("3 أو 45 دولارا", ["45 دولارا = 45 USD"]),
            ("ثلاثة أو أربعة ملايين دولار", ["ثلاثة أو أربعة ملايين دولار = 3000000/4000000 USD"]),
        ] as [(String, [String])]
    )
    func money(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .money) == expected)
    }

    @Test(
        "per cent",
        arguments: [
            ("نما 3،5%", ["3،5% = 3.5"]), ("بلغ 54 فاصل 3 بالمائة", ["54 فاصل 3 بالمائة = 54.3"]),
            ("بلغ 60 أو 70 في المئة", ["60 أو 70 في المئة = 60/70"]), ("الوقت فاصل 3 بالمائة", ["3 بالمائة = 3"]),
        ] as [(String, [String])]
    )
    func percentages(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .percent) == expected)
    }

    @Test(
        "durations of which one or the other is meant, and those that a clock shows",
        arguments: [
            ("حكم عليه بـ5 أو 6 سنوات", ["5 أو 6 سنوات = P5Y/P6Y"]),
            ("يحتاج ثلاثة أو أربعة أشهر", ["ثلاثة أو أربعة أشهر = P3M/P4M"]),
            ("يحتاج خمسة إلى ستة أسابيع", ["خمسة إلى ستة أسابيع = P5W/P6W"]),
            ("منذ أكثر من 6 أو 7 أعوام", ["6 أو 7 أعوام = P6Y/P7Y"]),
            ("سيتأخر يوما أو يومين", ["يوما أو يومين = P1D/P2D"]),
            ("لمدة دقيقة أو دقيقتين", ["دقيقة أو دقيقتين = PT1M/PT2M"]),
            ("لمدة يومين أو ثلاثة أيام", ["يومين أو ثلاثة أيام = P2D/P3D"]),
            ("بقي شهرين أو ثلاثة.", ["شهرين أو ثلاثة = P2M/P3M"]),
            ("بقي يومين، شهر مر", ["يومين = P2D"]),
            ("قطعه في 3:28.12 دقيقة", ["3:28.12 دقيقة = PT3M28.12S"]), ("مدته 2:14 دقيقة", ["2:14 دقيقة = PT2M14S"]),
            ("أنهاه في 2:05:30 ساعة", ["2:05:30 ساعة = PT2H5M30S"]), ("وصل الساعة 3:28 دقيقة", []),
        ] as [(String, [String])]
    )
    func durations(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .quantity) == expected)
    }
}
