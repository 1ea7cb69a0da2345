import ArabicText
import Extraction
import TestSupport
import Testing

/// Numbers near the ends of what an integer holds, wherever a rule takes one: no text may end a worker.
@Suite("Hostile numbers")
struct HostileNumberTests {
    /// Digits, near 2^63, its thousandths and what a fraction of six digits fits behind, and near fifteen digits.
    private static let digits = [
        "0", "00", "1", "7", "9", "10", "31", "59", "60", "99", "100", "999", "1000", "2999", "9999", "10000", "32768",
        "65536", "775807", "775808", "999999", "1000000", "9223372", "9223373", "9223372036", "9223372037",
        "922337203685", "9223372036854", "9223372036855", "922337203685477", "922337203685478", "999999999999999",
        "9999999999999999", "9223372036854775807", "9223372036854775808", "18446744073709551615",
        "99999999999999999999999999", "999,999,999,999,999", "9,223,372,036,854,775,807", "9.223372036854775807",
        "922337203685477.5807", "0.000000000000001", "00000000000000000000.5", "9223372036854,775807", "1.2.3.4.5",
        "9223372036854 فاصلة 999999", "9223372036854 نقطة 775807", "9223372036854 نقطة 775808", "999 999 999 999 999",
    ]
    private static let words = [
        "مليون", "مليار", "تريليون", "ألف تريليون", "مليون تريليون", "مليار تريليون", "تريليون تريليون", "آلاف", "مئة",
        "مليارا و999999999", "تريليونا ونصف التريليون", "ونصف", "وثلاثة أرباع", "فاصلة 999999", "نقطة تسعة", "دزينة",
        "وتسعمئة وتسعة وتسعين ألف مليار", "فاصلة تسعة تسعة تسعة تسعة تسعة تسعة", "على 3", "^18", "^-18", "e18", "",
    ]
    /// A frame of each rule; `#` is a number.
    private static let frames = [
        "بلغ المبلغ # دولار في مصر.", "$#", "سعره # جنيه و# قرشا", "بين # و# ريال", "من # إلى # ملايين دولار",
        "(# - #) ريالا", "(#) ألف دينار", "# مليار دولار مقابل # مليارا", "نسبة #.", "#%", "نحو # في المئة", "-#%",
        "بين #% و#%", "بلغ # نقطة مئوية", "# كيلومترا ونصف", "# م", "# م2", "# درجة مئوية تحت الصفر",
        "سالب # درجة مئوية",
        "# أو # مترا", "# كيلو متر", "لمدة # سنوات وأشهر", "# ساعات ونصف الساعة", "# أيام إلى # أسابيع",
        "منذ # عقود ونصف",
        "# قرون", "#:#:# ساعة", "#:#.# دقيقة", "قبل # سنة", "قبل # عاما ونصف", "بعد # يوما", "قبل # شهرا من الآن",
        "بعد # أسبوعا من الغد", "قبل # عقود", "السنوات الـ# الماضية", "الـ# ساعة المقبلة", "آخر # سنوات",
        "# أيام القادمة", "الأيام # الأولى من رمضان", "في # رمضان # هـ", "في #/#/#", "في # مايو #", "#-#-#", "#.#.#",
        "عام #", "عام #/#هـ", "(# - #)", "عامي # و#", "# قبل الميلاد", "بين عامي # و# قبل الميلاد", "القرن الـ#",
        "الجمعة #", "يوم #", "# من هذا الشهر", "حتى # منه", "من # إلى # يناير", "الساعة #:#:#", "الساعة #", "# مساء",
        "الساعة #ر#", "# دقيقة قبل الثامنة", "السابعة و# دقيقة", "السابعة إلا # دقيقة", "بتوقيت غرينتش+#",
        "في الـ# من عمره",
        "أقل من #", "بين # و#", "# على #", "#/#", "# #/#", "#^#", "#e+#", "#ر#ر#", "#،#،#", "واحد من #",
        "# نقطة # نقطة #",
    ]

    /// Reads a text with all readers of numbers, and puts a day of writing into what they find.
    private static func read(_ text: String) throws {
        let tokens = TokenizedText(text)
        let writing = try #require(RelativeDate(writtenOn: "2016-11-07"))
        var end = 0
        for mention in RuleFinder.mentions(in: tokens) {
            #expect(mention.range.lowerBound >= end && mention.range.upperBound <= text.unicodeScalars.count, "\(text)")
            end = mention.range.upperBound
            if let value = mention.value { _ = writing.resolved(value) }
        }
        _ = NumberReading.numbers(in: tokens)
        _ = NumberReading.ordinals(in: tokens, relative: true)
        _ = NumberReading.comparisons(in: tokens)
    }

    private static func filled(_ frame: String, _ number: () -> String) -> String {
        frame.reduce(into: "") { text, letter in text += letter == "#" ? number() : String(letter) }
    }

    @Test("each number in each frame, in all of its places")
    func everywhere() throws {
        for frame in Self.frames {
            for number in Self.digits { try Self.read(Self.filled(frame) { number }) }
        }
    }

    @Test("random ones, with words of numbers behind them")
    func random() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<20_000 {
            let frame = Self.frames.randomElement(using: &random) ?? ""
            let text = Self.filled(frame) {
                let digits = Self.digits.randomElement(using: &random) ?? ""
                guard Bool.random(using: &random) else { return digits }
                return "\(digits) \(Self.words.randomElement(using: &random) ?? "")"
            }
            try Self.read(text)
        }
    }

    @Test(
        "a fraction that a number has no room for is no part of it",
        arguments: [
            ("9223372036854 نقطة 775807", ["9223372036854.775807"]),
            ("9223372036854 نقطة 775808", ["9223372036854", "775808"]),
        ] as [(String, [String])]
    )
    func fractions(text: String, expected: [String]) {
        #expect(NumberReading.numbers(in: TokenizedText(text)).map(\.value) == expected)
    }

    @Test(
        "values that no rule writes stay as they are",
        arguments: [
            "P-9223372036854775808D", "P9223372036854775807W", "-P9223372036854775807Y9223372036854775807M",
            "XXXX-XX-9223372036854775807-5", "XXXX-XX-WXX-1-9223372036854775807", "XXXX-XX-00-5",
            "<XXXX-WXX-9223372036854775807", "P0W-9223372036854775807", "9223372036854775807-01-01/P0D",
        ]
    )
    func values(value: String) throws {
        let written = try #require(RelativeDate(writtenOn: "2016-11-07")).resolved(value)
        #expect(written == value || value.hasPrefix("P0W") || value.hasSuffix("/P0D"))
    }
}
