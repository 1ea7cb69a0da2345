import Extraction
import Testing

/// Dates by their distance from the day of writing whose words only some write, as «text = value».
@Suite("Dates near the day of writing")
struct NearDateTests {
    @Test(
        "duals, the Maghreb's words, and years that «ل» joins",
        arguments: [
            ("خلال العامين السابقين", ["العامين السابقين = -P2Y/P0D"]),
            ("خلال اليومين الماضين", ["اليومين الماضين = -P2D/P0D"]),
            ("في الأسبوعين التاليين", ["الأسبوعين التاليين = P0D/+P2W"]),
            ("في الشهرين الأولين من عام 2015", ["الشهرين الأولين من عام 2015 = 2015-01/2015-02"]),
            ("اللاعبين السابقين", []),
            ("تم الجمعة الفارط", ["الجمعة الفارط = <XXXX-WXX-5"]),
            ("مقارنة بالسنة الفارطة", ["السنة الفارطة = P-1Y"]),
            ("تمتد من 15 إلى غاية 22 فيفري الجاري", ["من 15 إلى غاية 22 فيفري الجاري = P0Y-02-15/P0Y-02-22"]),
            ("المباراة في 25 الجاري بالرياض", ["25 الجاري = P0M-25"]),
            ("يعود بتاريخ 15 المقبل", ["15 المقبل = P1M-15"]),
            ("آيباد 4 القادم", []),
            ("في الربع الثالث للعام الجاري", ["الربع الثالث للعام الجاري = P0Y-Q3"]),
            ("أرباح النصف الأول للعام المقبل", ["النصف الأول للعام المقبل = P1Y-H1"]),
            ("في الربع الأول للعام 2016", ["الربع الأول للعام 2016 = 2016-Q1"]),
            ("في الربع الثاني من العام الجاري 2015م", ["الربع الثاني من العام الجاري 2015م = 2015-Q2"]),
        ] as [(String, [String])]
    )
    func words(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }

    @Test(
        "«اليوم» alone in quotation marks is a newspaper",
        arguments: [
            ("وقال لـ«اليوم» إن الهيئة", []), ("صحيفة \"اليوم\" السعودية", []),
            ("قال: «اليوم نبدأ»", ["اليوم = P0D"]),
        ] as [(String, [String])]
    )
    func newspaper(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }

    @Test(
        "a number before a date lasts no time",
        arguments: [
            ("ارتفعت الطلبات إلى 273 ألفا الأسبوع الماضي", ["الأسبوع الماضي = P-1W"]),
            ("أصاب 16 اليوم في هجوم", ["اليوم = P0D"]),
            ("قرعة مونديال روسيا 2018 اليوم السبت", ["اليوم السبت = P0D-6"]),
            ("قتلت 584 ألفا عام 2013", ["عام 2013 = 2013"]),
            ("وأصيب 173 يوم الأحد", ["الأحد = XXXX-WXX-7"]),
            ("بلغ 584 ألفا شهر مايو", ["شهر مايو = XXXX-05"]),
            ("خلال 24 الساعة الماضية", ["24 الساعة الماضية = -P1D/P0D"]),
            ("أدنى مستوى في خمسة أشهر ونصف اليوم الجمعة", ["اليوم الجمعة = P0D-5"]),
        ] as [(String, [String])]
    )
    func numbers(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
        #expect(RuleMentions.found(text, .quantity).filter { !$0.hasSuffix("P5.5M") }.isEmpty)
    }
}
