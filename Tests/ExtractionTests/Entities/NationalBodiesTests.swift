import Testing

/// Bodies that each state has, on sentences of our own.
@Suite("National bodies")
struct NationalBodiesTests {
    @Test(
        "everyday words with the adjective of a country are a body",
        arguments: [
            ("أعلنت المحكمة العليا الإسرائيلية أن القرار سيصدر غدا.", ["ORG المحكمة العليا الإسرائيلية"]),
            ("أعلنت المحكمة العليا القرار أمس.", ["ORG المحكمة العليا"]),
            ("وأكدت مصادر في القوات المسلحة الكينية صحة الخبر.", ["ORG القوات المسلحة الكينية"]),
            ("أعلن مجلس الشيوخ الأسترالي أن القرار سيصدر غدا.", ["ORG مجلس الشيوخ الأسترالي"]),
            ("وقال شاهد لوكالة الأنباء الألمانية إن المدينة هادئة.", ["ORG وكالة الأنباء الألمانية"]),
            ("استدعت الخارجية الإيرانية السفير أمس.", ["ORG الخارجية الإيرانية"]),
            ("وقال الناطق باسم الدفاع الروسية إن الطائرة سقطت.", ["ORG الدفاع الروسية"]),
            ("نفى الحرس الوطني التركي صحة الخبر.", ["ORG الحرس الوطني التركي"]),
            ("نفى الحرس الوطني الكيني صحة الخبر.", ["ORG الحرس الوطني الكيني"]),
            ("أعلنت الرئاسة المصرية القرار.", ["ORG الرئاسة المصرية"]),
            ("أعلنت اليوم الداخلية العراقية القرار.", ["ORG الداخلية العراقية"]),
        ] as [(String, [String])]
    )
    func bodies(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") } == expected)
    }

    @Test(
        "and are none where they belong to the noun before them",
        arguments: [
            "وقال إن الشؤون الداخلية السعودية لا تعنيه.", "تغيرت السياسة الخارجية الإيرانية منذ أعوام.",
            "تغيرت السياسة الخارجية الأميركية منذ أعوام.",
            "قالت وزيرة الخارجية الألمانية إن بلادها ترفض ذلك.",
            "تجرى انتخابات الرئاسة الأميركية في نوفمبر.", "قال وزير الدفاع الروسي إن الطائرة سقطت.",
            "عززت قواتها المسلحة مواقعها.", "عرض مساعد الوزير لشؤون الاستخبارات المالية التقرير.",
            "قال الشاهد لوكالة ما إن المدينة هادئة.",
        ]
    )
    func none(text: String) throws {
        #expect(try !FoundMentions.labelled(in: text).contains { $0.hasPrefix("ORG") })
    }

    @Test("an agency behind ل is found, whatever the lists of stop words")
    func agencies() throws {
        let found = try FoundMentions.labelled(in: "وقال الوزير لوكالة الصحافة الفرنسية إن الرئيس سيزور المدينة.")
        #expect(found == ["ORG وكالة الصحافة الفرنسية"])
    }
}
