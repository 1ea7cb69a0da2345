import Extraction
import Testing

/// Years before Christ and of the Hijri calendar, as «text = value».
@Suite("Eras")
struct EraTests {
    @Test(
        "before Christ",
        arguments: [
            ("معبد يعود إلى عام 3400 قبل الميلاد", ["عام 3400 قبل الميلاد = BC3400"]),
            ("مقبرة تعود إلى 2500 سنة قبل الميلاد", ["2500 سنة قبل الميلاد = BC2500"]),
            ("هيكل يعود إلى 35 ألف سنة قبل الميلاد", ["35 ألف سنة قبل الميلاد = BC35000"]),
            ("أسسها بومبي 63 قبل الميلاد", ["63 قبل الميلاد = BC0063"]),
            ("من الحضارة الآشورية (سنة 650 ق.م)", ["سنة 650 ق.م = BC0650"]),
            ("الملك (1303 ق. م - 1213 ق. م)", ["1303 ق. م = BC1303", "1213 ق. م = BC1213"]),
            ("حكم بين عامي 1798 و1790 قبل الميلاد", ["بين عامي 1798 و1790 قبل الميلاد = BC1798/BC1790"]),
            ("في القرن الثالث قبل الميلاد", ["القرن الثالث قبل الميلاد = BC02"]),
            ("احتفلوا قبل الميلاد", []),
        ] as [(String, [String])]
    )
    func ancient(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
        #expect(RuleMentions.found(text, .quantity).isEmpty)
    }

    @Test(
        "the Hijri calendar's early years, its year of writing and its centuries",
        arguments: [
            ("أبو تمام (ت 221هـ) شاعر", ["221هـ = 0221 AH"]),
            ("يبدأ في 15 /11 /143هـ", []),
            ("سجلت المحاكم خلال العام الهجري الحالي", ["العام الهجري الحالي = P0Y AH"]),
            ("يبدأ مع مطلع السنة الهجرية القادمة", ["مطلع السنة الهجرية القادمة = P1Y AH"]),
            ("في صفر من العام الهجري الحالي", ["صفر من العام الهجري الحالي = P0Y-02 AH"]),
            ("في منتصف القرن الهجري الماضي", ["منتصف القرن الهجري الماضي = 13 AH"]),
            ("في القرن الهجري الأول", ["القرن الهجري الأول = 00 AH"]),
            ("في ثمانينيات القرن الهجري الماضي", ["ثمانينيات القرن الهجري الماضي = 138 AH"]),
            ("يستمر العرض حتى نهاية شوال", ["نهاية شوال = XXXX-10 AH"]),
            ("خلال عامي 1435 و1436 بلغت", ["1435 = 1435 AH", "1436 = 1436 AH"]),
        ] as [(String, [String])]
    )
    func hijri(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }

    @Test(
        "Hijri years by their distance from the year of writing",
        arguments: [("P0Y AH", "1438 AH"), ("P1Y AH", "1439 AH"), ("P-1Y AH", "1437 AH")]
    )
    func distance(value: String, expected: String) throws {
        #expect(try #require(RelativeDate(writtenOn: "2016-11-07")).resolved(value) == expected)
    }
}
