import Testing

/// Where names end that the tagger let run on, on sentences of our own.
@Suite("Edges of names")
struct NameEdgesTests {
    @Test(
        "a body ends before another one, before a person and before what it does",
        arguments: [
            (
                "ووصل إلى مدينة الدبة آلاف النازحين، بحسب شبكة أطباء السودان والمنظمة الدولية للهجرة.",
                ["ORG شبكة أطباء السودان", "ORG المنظمة الدولية للهجرة"]
            ),
            (
                "فيما دافع الأمين التنفيذي لاتفاقية الأمم المتحدة الإطارية سايمون ستيل عن النتائج.",
                ["ORG الأمم المتحدة الإطارية", "PER سايمون ستيل"]
            ),
            (
                "أدانت غرفة الجنايات بمحكمة الاستئناف البرلماني السابق عبد النبي بعيوي.",
                ["ORG محكمة الاستئناف", "PER عبد النبي بعيوي"]
            ),
            (
                "وأضاف ستيفان دوجاريك المتحدث باسم الأمم المتحدة للصحفيين أن المساعدات كافية.",
                ["PER ستيفان دوجاريك", "ORG الأمم المتحدة"]
            ),
            ("وأعلنت المؤسسة الوطنية للنفط استئناف الإنتاج في حقل الحمادة.", ["ORG المؤسسة الوطنية للنفط"]),
            (
                "أعلنت الهيئة بالتعاون مع المركز الوطني الفرنسي للبحث العلمي العثور على مستوطنة.",
                ["ORG المركز الوطني الفرنسي للبحث العلمي"]
            ),
            (
                "عين الدكتور أحمد عزت نائبا لرئيس جامعة سوهاج لشؤون الدراسات العليا.",
                ["PER أحمد عزت", "ORG جامعة سوهاج"]
            ),
            (
                "قال رئيس المجلس الأعلى لشؤون القضاء خالد سالم إن الحكم نهائي.",
                ["ORG المجلس الأعلى لشؤون القضاء", "PER خالد سالم"]
            ),
            // Called after persons.
            ("زار الوزير مؤسسة الملك خالد ومركز الأمير سلطان.", ["ORG مؤسسة الملك خالد", "ORG مركز الأمير سلطان"]),
            ("أعلنت الهيئة العامة للرياضة دعم الأندية.", ["ORG الهيئة العامة للرياضة"]),
        ] as [(String, [String])]
    )
    func bodies(text: String, expected: [String]) throws {
        let found = try FoundMentions.labelled(in: text)
        for name in expected { #expect(found.contains(name), "\(found)") }
        #expect(found.filter { $0.hasPrefix("ORG") } == expected.filter { $0.hasPrefix("ORG") })
    }

    @Test(
        "a person ends before what is said",
        arguments: [
            ("وأكد المتحدث باسم وزارة الصحة حسام عبد الغفار خلو البلاد من المرض.", "PER حسام عبد الغفار"),
            ("وبحضور والي الولاية لمين معمري افتتح وزير الأشغال الجزائري الطريق.", "PER لمين معمري"),
            ("فيما أحرز الشاب لينارت كارل هدف الضيوف أمام أرسنال.", "PER لينارت كارل"),
        ]
    )
    func persons(text: String, expected: String) throws {
        #expect(try FoundMentions.labelled(in: text).contains(expected))
    }

    @Test("a common noun with its adjective is no place")
    func commonNouns() throws {
        #expect(try FoundMentions.labelled(in: "اتهم المختبر الجنود بحفر مقابر جماعية في الفاشر.") == ["LOC الفاشر"])
    }
}
