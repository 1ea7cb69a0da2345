import ArabicText
import Extraction
import TestSupport
import Testing

/// What rules find in sentences of our own, as «TYPE text = value».
@Suite("Finding dates, times and amounts by rules")
struct RuleFindingTests {
    private static func found(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return RuleFinder.mentions(in: TokenizedText(text)).map { mention in
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[mention.range])
            return "\(mention.type.label) \(String(part))" + (mention.value.map { " = \($0)" } ?? "")
        }
    }

    @Test(
        "dates have ISO 8601 values, as far as the text tells them",
        arguments: [
            ("وقع الاتفاق في 23 نوفمبر 2026 بالقاهرة.", ["DATE 23 نوفمبر 2026 = 2026-11-23"]),
            ("في ٢٣ تشرين الثاني/نوفمبر ٢٠٢٦", ["DATE ٢٣ تشرين الثاني/نوفمبر ٢٠٢٦ = 2026-11-23"]),
            ("يوم 3 كانون الثاني (يناير) 2020", ["DATE 3 كانون الثاني (يناير) 2020 = 2020-01-03"]),
            ("الخميس 5 جانفي 2017", ["DATE الخميس 5 جانفي 2017 = 2017-01-05"]),
            ("في الثالث والعشرين من يوليو عام 1952", ["DATE الثالث والعشرين من يوليو عام 1952 = 1952-07-23"]),
            ("منذ الحادي عشر من سبتمبر", ["DATE الحادي عشر من سبتمبر = XXXX-09-11"]),
            (
                "في 2026-11-23 و23/11/2026 و23.11.2026",
                [
                    "DATE 2026-11-23 = 2026-11-23", "DATE 23/11/2026 = 2026-11-23", "DATE 23.11.2026 = 2026-11-23",
                ]
            ),
            ("في مارس 2015", ["DATE مارس 2015 = 2015-03"]),
            ("مارس الوزير ضغوطا", []),
            ("التقى تيريزا ماي ورجب أردوغان", []),
            ("لعام 2015", ["DATE عام 2015 = 2015"]),
            ("في 2015", ["DATE 2015 = 2015"]),
            ("سنة 1445 هـ", ["DATE سنة 1445 هـ = 1445 AH"]),
            ("9 رمضان 1445 هـ", ["DATE 9 رمضان 1445 هـ = 1445-09-09 AH"]),
            ("في شهر رمضان", ["DATE شهر رمضان = XXXX-09 AH"]),
            ("عام ألفين وخمسة عشر", ["DATE عام ألفين وخمسة عشر = 2015"]),
            ("في ثمانينيات القرن الماضي", ["DATE ثمانينيات القرن الماضي = 198"]),
            ("القرن الحادي والعشرين", ["DATE القرن الحادي والعشرين = 20"]),
            ("من 4 إلى 22 يناير 2017", ["DATE من 4 إلى 22 يناير 2017 = 2017-01-04/2017-01-22"]),
            ("بين 15 و19 تشرين الثاني", ["DATE بين 15 و19 تشرين الثاني = XXXX-11-15/XXXX-11-19"]),
            ("19-20 نوفمبر", ["DATE 19-20 نوفمبر = XXXX-11-19/XXXX-11-20"]),
            ("من 2014 حتى 2018", ["DATE من 2014 حتى 2018 = 2014/2018"]),
            ("بين 3 و5 أشخاص", []),
            ("صيف 2016", ["DATE صيف 2016 = 2016-SU"]),
            ("في الربع الأول من عام 2020", ["DATE الربع الأول من عام 2020 = 2020-Q1"]),
            ("يوم 27 من دون تأخير", ["DATE يوم 27 = XXXX-XX-27"]),
            ("جاء من اب وأم", []),
            ("31 فبراير", ["DATE فبراير = XXXX-02"]),
        ] as [(String, [String])]
    )
    func dates(text: String, expected: [String]) {
        #expect(Self.found(text) == expected)
    }

    @Test(
        "relative dates say how far they are from the day of writing",
        arguments: [
            ("قال أمس الخميس", ["DATE أمس الخميس = P-1D"]),
            ("وأول أمس", ["DATE أول أمس = P-2D"]),
            ("يصل غدا", ["DATE غدا = P1D"]),
            ("خلال الأسبوع الماضي", ["DATE الأسبوع الماضي = P-1W"]),
            ("للعام المقبل", ["DATE لعام المقبل = P1Y"]),
            ("في هذا الشهر", ["DATE هذا الشهر = P0M"]),
            ("قبل ثلاثة أشهر", ["DATE قبل ثلاثة أشهر = P-3M"]),
            ("مطلع العام المقبل", ["DATE مطلع العام المقبل = P1Y"]),
            ("في أواخر مايو 2015", ["DATE أواخر مايو 2015 = 2015-05"]),
            ("قبل يومين", ["DATE قبل يومين = P-2D"]),
            ("اليوم العالمي للمرأة", []),
            ("أعلن اليوم الأحد", ["DATE اليوم الأحد = P0D"]),
            ("يوم الاثنين", ["DATE الاثنين = XXXX-WXX-1"]),
            ("رجلان اثنين", []),
        ] as [(String, [String])]
    )
    func relativeDates(text: String, expected: [String]) {
        #expect(Self.found(text) == expected)
    }

    @Test(
        "times have the hour of the day where the text tells its part",
        arguments: [
            ("الساعة الثالثة والنصف", ["TIME الساعة الثالثة والنصف = T03:30"]),
            ("عند الساعة 10:30 صباحا", ["TIME الساعة 10:30 صباحا = T10:30"]),
            ("في السابعة والنصف مساءً", ["TIME السابعة والنصف مساءً = T19:30"]),
            ("الساعة الثامنة إلا ربعا مساء", ["TIME الساعة الثامنة إلا ربعا مساء = T19:45"]),
            ("الساعة الحادية عشرة وعشر دقائق", ["TIME الساعة الحادية عشرة وعشر دقائق = T11:10"]),
            ("7:56:30 مساء", ["TIME 7:56:30 مساء = T19:56:30"]),
            ("8 في المساء", ["TIME 8 في المساء = T20"]),
            ("الحادية عشرة وعشرين دقيقة مساء", ["TIME الحادية عشرة وعشرين دقيقة مساء = T23:20"]),
            ("سباق 1500 م و800 م", []),
            ("1140 صباحا", ["TIME 1140 صباحا = T11:40"]),
            ("حتى منتصف الليل", ["TIME منتصف الليل = T00:00"]),
            ("في المرة الثالثة", []),
        ] as [(String, [String])]
    )
    func times(text: String, expected: [String]) {
        #expect(Self.found(text) == expected)
    }

    @Test(
        "money has its amount and its currency's code",
        arguments: [
            ("بقيمة ثلاثة ملايين دولار", ["MONEY ثلاثة ملايين دولار = 3000000 USD"]),
            ("بـ 5 ملايين يورو", ["MONEY 5 ملايين يورو = 5000000 EUR"]),
            ("نحو 5.2 مليار يورو", ["MONEY 5.2 مليار يورو = 5200000000 EUR"]),
            ("١٢٫٥ مليون دولار أميركي", ["MONEY ١٢٫٥ مليون دولار أميركي = 12500000 USD"]),
            ("$20 و€5 مليارات", ["MONEY $20 = 20 USD", "MONEY €5 مليارات = 5000000000 EUR"]),
            ("بمليون ونصف المليون جنيه إسترليني", ["MONEY مليون ونصف المليون جنيه إسترليني = 1500000 GBP"]),
            ("1,500 ريال سعودي", ["MONEY 1,500 ريال سعودي = 1500 SAR"]),
            ("200 ليرة تركية", ["MONEY 200 ليرة تركية = 200 TRY"]),
            ("مئة وخمسة وعشرون ألفا وثلاثمئة دينار", ["MONEY مئة وخمسة وعشرون ألفا وثلاثمئة دينار = 125300 دينار"]),
            ("ملايين الدولارات", []),
        ] as [(String, [String])]
    )
    func money(text: String, expected: [String]) {
        #expect(Self.found(text) == expected)
    }

    @Test(
        "percentages and quantities",
        arguments: [
            ("بنسبة 25 في المئة", ["PERCENT 25 في المئة = 25"]),
            ("٢٥٪ منهم", ["PERCENT ٢٥٪ = 25"]),
            ("خمسة بالمئة", ["PERCENT خمسة بالمئة = 5"]),
            ("سالب خمسة بالمئة", ["PERCENT سالب خمسة بالمئة = -5"]),
            ("30 000 سنة", ["QUANTITY 30 000 سنة = P30000Y"]),
            ("3,5% فقط", ["PERCENT 3,5% = 3.5"]),
            ("على بعد 12 كيلومترا", ["QUANTITY 12 كيلومترا = 12 km"]),
            ("مئتي ألف طن", ["QUANTITY مئتي ألف طن = 200000 t"]),
            ("1.5 مليون برميل", ["QUANTITY 1.5 مليون برميل = 1500000 bbl"]),
            ("35 درجة مئوية", ["QUANTITY 35 درجة مئوية = 35 °C"]),
            ("300 كيلومتر مربع", ["QUANTITY 300 كيلومتر مربع = 300 km2"]),
            ("لمدة ثلاث ساعات", ["QUANTITY ثلاث ساعات = PT3H"]),
            ("ساعة ونصف", ["QUANTITY ساعة ونصف = PT1.5H"]),
            ("لمدة عام كامل", ["QUANTITY عام كامل = P1Y"]),
            ("نصف ساعة", ["QUANTITY نصف ساعة = PT0.5H"]),
            ("واحد من ثلاثة", []),
            ("أحد الأيام", []),
            ("فاز 3-2 على 11 لاعبا", []),
        ] as [(String, [String])]
    )
    func amounts(text: String, expected: [String]) {
        #expect(Self.found(text) == expected)
    }

    @Test("addresses are mentions of their own")
    func addresses() {
        #expect(
            Self.found("زوروا https://example.org/a أو اكتبوا إلى desk@example.org اليوم") == [
                "URL https://example.org/a", "EMAIL desk@example.org", "DATE اليوم = P0D",
            ]
        )
    }

    @Test(
        "numbers in words and digits",
        arguments: [
            ("ثلاثة وعشرون", "23"), ("مئة وخمسة", "105"), ("ثلاث مائة وواحد", "301"), ("أربعمئة", "400"),
            ("ألفان وثمانية عشر", "2018"), ("اثنا عشر ألفا وخمسمئة", "12500"), ("مليونان وستة آلاف", "2006000"),
            ("ألف مليار", "1000000000000"), ("٤ آلاف و٣٢١", "4321"), ("نصف مليون", "500000"),
            ("ثلاثة ونصف", "3.5"), ("1.234.567", "1234567"), ("0,125", "0.125"), ("واحد وستون", "61"),
        ]
    )
    func numbers(text: String, expected: String) {
        let found = RuleFinder.numbers(in: TokenizedText(text))
        #expect(found.map(\.value.description) == [expected])
        #expect(found.first?.range == 0..<text.unicodeScalars.count)
    }

    @Test("a number that no integer holds is none, and the text is read on")
    func overflow() {
        let text = String(repeating: "تسعمئة تريليون مليار ", count: 40) + String(repeating: "9", count: 400) + " 5%"
        #expect(Self.found(text) == ["PERCENT 5% = 5"])
        #expect(Self.found(String(repeating: "ثلاثة و", count: 5000)).isEmpty)
    }

    @Test("ranges are in order, inside the text and without overlap, whatever the words")
    func anyWords() {
        let words = [
            "و", "ثلاثة", "مئة", "ألف", "مليون", "نصف", "3", "2015", "1.5", ":", "/", "30", "نوفمبر", "كانون", "الثاني",
            "عام", "الماضي", "الساعة", "إلا", "صباحا", "دولار", "%", "في", "المئة", "قبل", "يومين", "من", "(", ")", "،",
            "الخميس", "ذو", "الحجة", "هـ", "$", "ال", "وعشرون", "لل", "القرن", ".",
        ]
        var generator = SeededRandom(seed: 20)
        for _ in 0..<3000 {
            let text = (0..<12).map { _ in words[Int(generator.next() % UInt64(words.count))] }
                .joined(separator: generator.next() % 4 == 0 ? "" : " ")
            var end = 0
            for mention in RuleFinder.mentions(in: TokenizedText(text)) {
                #expect(mention.range.lowerBound >= end && !mention.range.isEmpty, "seed 20: \(text)")
                end = mention.range.upperBound
            }
            #expect(end <= text.unicodeScalars.count, "seed 20: \(text)")
        }
    }
}

/// SeededRandom.
private struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
