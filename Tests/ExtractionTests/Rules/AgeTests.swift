import Extraction
import Testing

/// Ages without a word for years, as «text = value».
@Suite("Ages")
struct AgeTests {
    @Test(
        "a year of somebody's life, in words and digits",
        arguments: [
            ("توفي وهو في السادسة من العمر", ["السادسة من العمر = P6Y"]),
            ("بدأ العزف في السادسة عشرة من عمره", ["السادسة عشرة من عمره = P16Y"]),
            ("شابة في التاسعة والعشرين من عمرها", ["التاسعة والعشرين من عمرها = P29Y"]),
            ("لم يتجاوز العشرين من عمره", ["العشرين من عمره = P20Y"]),
            ("طفل في الـ12 من عمره", ["12 من عمره = P12Y"]),
            ("كنت في العاشرة من عمري", ["العاشرة من عمري = P10Y"]),
            ("دخل الرضيع الشهر الخامس من عمره", ["الخامس من عمره = P5M"]),
            ("في السنة الثالثة من عمرها", ["الثالثة من عمرها = P3Y"]),
            ("البالغ من العمر 35 عاما", ["35 عاما = P35Y"]),
            // A session of a festival, and what is no life.
            ("في الدورة الخامسة من عمرها", []),
            ("في الخامسة من عمر المسابقة", []),
            ("المرتبة السادسة من العالم", []),
        ] as [(String, [String])]
    )
    func years(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .quantity) == expected)
    }

    @Test(
        "a decade of somebody's life is from its first year to its last",
        arguments: [
            ("شاب في العقد الثالث من عمره", ["العقد الثالث من عمره = P20Y/P30Y"]),
            ("طفلة في العقد الأول من العمر", ["العقد الأول من العمر = P0Y/P10Y"]),
            ("رجل في الثلاثينيات من عمره", ["الثلاثينيات من عمره = P30Y/P40Y"]),
            ("امرأة في ستينيات العمر", ["ستينيات العمر = P60Y/P70Y"]),
            ("في العقد الثالث من القرن", []),
        ] as [(String, [String])]
    )
    func decades(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .quantity) == expected)
        #expect(RuleMentions.found(text, .date).isEmpty)
    }
}
