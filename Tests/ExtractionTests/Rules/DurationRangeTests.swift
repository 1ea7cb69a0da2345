import ArabicText
import Extraction
import Testing

/// Durations from one to another, and those that «خلال» tells, as «text = value».
@Suite("Ranges of durations")
struct DurationRangeTests {
    @Test(
        "a duration and a longer one, each with its unit",
        arguments: [
            ("يستغرق ثلاثة أيام إلى أسبوع", ["ثلاثة أيام إلى أسبوع = P3D/P1W"]),
            ("يستغرق أسبوعا إلى عشرة أيام", ["أسبوعا إلى عشرة أيام = P1W/P10D"]),
            ("يستغرق العلاج شهرا إلى شهرين", ["شهرا إلى شهرين = P1M/P2M"]),
            ("السجن ستة أشهر أو سنة", ["ستة أشهر أو سنة = P6M/P1Y"]),
            ("يعاقب بالحبس من 6 أشهر إلى 3 سنوات", ["6 أشهر إلى 3 سنوات = P6M/P3Y"]),
            ("يتراوح الانتظار بين ثماني ساعات و11 ساعة", ["ثماني ساعات و11 ساعة = PT8H/PT11H"]),
            ("يدوم ربع ساعة إلى نصف ساعة", ["ربع ساعة إلى نصف ساعة = PT0.25H/PT0.5H"]),
            // What grows shorter, what is of other things, and dates.
            ("قلصت الانتظار من 11 ساعة إلى ثلاث ساعات", ["11 ساعة = PT11H", "ثلاث ساعات = PT3H"]),
            ("ارتفعت بشكل عام إلى ثلاث سنوات", ["ثلاث سنوات = P3Y"]),
            ("امتد خمس سنوات إلى عام 2015", ["خمس سنوات = P5Y"]),
            ("مدد العرض ثلاثة أيام إلى يوم الجمعة", ["ثلاثة أيام = P3D"]),
            ("خصص لها يومين أو 199 ريالا", ["يومين = P2D"]),
        ] as [(String, [String])]
    )
    func ranges(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .quantity) == expected)
    }

    @Test(
        "in how long something comes",
        arguments: [
            ("يصل الوفد خلال ساعات.", ["ساعات = PTXH"]),
            ("ينجز المشروع خلال سنوات قليلة، وفق الوزير", ["سنوات قليلة = PXY"]),
            ("تغيرت المدينة خلال سنوات الحرب", []),
            ("ازدحم المطعم خلال ساعات عمله", []),
        ] as [(String, [String])]
    )
    func within(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .quantity) == expected)
    }
}
