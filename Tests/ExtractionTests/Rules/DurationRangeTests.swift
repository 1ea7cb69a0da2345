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
            ("يتراوح الانتظار بين ثماني ساعات و11 ساعة", ["بين ثماني ساعات و11 ساعة = PT8H/PT11H"]),
            ("تراوحت الأحكام بين عشرة أشهر و20 عاما", ["بين عشرة أشهر و20 عاما = P10M/P20Y"]),
            ("لمدة تتراوح بين سنة و5 سنوات", ["بين سنة و5 سنوات = P1Y/P5Y"]),
            ("لمدة تتراوح بين أسبوع وعشرة أيام", ["بين أسبوع وعشرة أيام = P1W/P10D"]),
            ("يقع بين ستة أشهر وسنتين", ["بين ستة أشهر وسنتين = P6M/P2Y"]),
            ("أعمارهم بين 9 سنوات و27 سنة", ["بين 9 سنوات و27 سنة = P9Y/P27Y"]),
            ("لا يتم بين يوم وليلة", []),
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

    @Test(
        "one of a period behind words for about how long",
        arguments: [
            ("يمكث هناك منذ نحو شهر حسب الموقع", ["شهر = P1M"]),
            ("أدنى مستوى في أكثر من عام", ["عام = P1Y"]),
            ("خسروا أعمالهم خلال أقل من أسبوع", ["أسبوع = P1W"]),
            ("منذ أكثر من عقد", ["عقد = P10Y"]),
            ("منذ نحو عام 1990", []),
            ("وقع أكثر من عقد", []),
        ] as [(String, [String])]
    )
    func about(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .quantity) == expected)
    }

    @Test(
        "two of a period with the article, and how long something has gone on",
        arguments: [
            ("استغرقت الرحلة قرابة الساعتين", ["الساعتين = PT2H"]),
            ("منذ ما يزيد عن الشهرين", ["الشهرين = P2M"]),
            ("لمدة تجاوزت الأسبوعين", ["الأسبوعين = P2W"]),
            ("أمضى قرابة الساعة والنصف", ["الساعة والنصف = PT1.5H"]),
            ("يبعد نحو الساعتين ونصف الساعة", ["الساعتين ونصف الساعة = PT2.5H"]),
            ("المديرين العامين", []), ("هدوء هذين اليومين", []),
            ("على مدى عقود، وهو", ["عقود = PXY"]),
            ("على مدار سنوات من مسيرته", ["سنوات = PXY"]),
            ("على مدى سنوات الخطة", []), ("على مدار سنوات عملهم", []),
        ] as [(String, [String])]
    )
    func definite(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .quantity) == expected)
    }
}
