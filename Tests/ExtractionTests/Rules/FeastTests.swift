import Extraction
import Testing

/// Feasts and their days, as «text = value».
@Suite("Feasts")
struct FeastTests {
    @Test(
        "feasts that no rule knows the day of, and those that countries keep on different days",
        arguments: [
            ("عيد الفصح المقبل", ["عيد الفصح المقبل = XXXX"]),
            ("عيد الاستقلال الماضي", ["عيد الاستقلال الماضي = XXXX"]),
            ("عيد الفصح عام 2015", ["عيد الفصح عام 2015 = 2015"]),
            ("عيد الفصح من العام المقبل", ["عيد الفصح من العام المقبل = P1Y"]),
            ("عيد النصر", ["عيد النصر = XXXX"]), ("يوم النصر", ["يوم النصر = XXXX-05-09"]),
            ("يوم الأرض", ["يوم الأرض = XXXX"]), ("يوم الأرض الفلسطيني", ["يوم الأرض الفلسطيني = XXXX-03-30"]),
            ("يوم الأرض العالمي", ["يوم الأرض العالمي = XXXX-04-22"]),
            ("عيد المرأة", ["عيد المرأة = XXXX"]), ("عيد المرأة العالمي", ["عيد المرأة العالمي = XXXX-03-08"]),
            ("رأس السنة الأمازيغية", ["رأس السنة الأمازيغية = XXXX"]), ("رأس السنة", ["رأس السنة = XXXX-01-01"]),
        ] as [(String, [String])]
    )
    func feasts(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }
}
