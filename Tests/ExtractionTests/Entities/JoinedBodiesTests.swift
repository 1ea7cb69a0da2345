import Testing

/// Names that the tagger has made of two, or of another kind, on sentences of our own.
@Suite("Joined bodies and crowned persons")
struct JoinedBodiesTests {
    @Test(
        "«and» before what is itself a body begins another name",
        arguments: [
            ("حقق الجيش الوطني والمقاومة الشعبية تقدما في تعز.", ["الجيش الوطني", "المقاومة الشعبية"]),
            ("نفذت الحملة قوة مكافحة المخدرات والشرطة الجنائية أمس.", ["قوة مكافحة المخدرات", "الشرطة الجنائية"]),
            ("قالت وزارة التجارة والصناعة إن الأسعار مستقرة.", ["وزارة التجارة والصناعة"]),
            ("سحبت الهيئة العامة للغذاء والدواء المنتج من الأسواق.", ["الهيئة العامة للغذاء والدواء"]),
        ] as [(String, [String])]
    )
    func bodies(text: String, expected: [String]) throws {
        let found = try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") }
        #expect(found == expected.map { "ORG \($0)" })
    }

    @Test(
        "a name that has one of two marks has the other",
        arguments: [
            (
                "قال كوردسمان خبير منع الانتشار النووي لدى معهد «كارنيجي للسلام الدولي»، إن قرارات مجلس الأمن ملزمة.",
                "ORG كارنيجي للسلام الدولي"
            ),
            ("ويلعب المنتخب الإنجليزي مباراته الأحد الماضي على ملعب «ويمبلي» في لندن.", "LOC ملعب «ويمبلي»"),
            ("أشار الرئيس (الإيراني حسن) روحاني إلى الاتفاق.", "PER روحاني"),
        ]
    )
    func marks(text: String, expected: String) throws {
        #expect(try FoundMentions.labelled(in: text).contains(expected))
    }

    @Test(
        "a king is no body, what is called after him is",
        arguments: [
            ("ورددوا اسم المملكة والملك سلمان - حفظه الله - في المعرض.", ["PER سلمان"]),
            ("شكر السفير المملكة والملك سلمان بن عبدالعزيز على الدعم.", ["PER سلمان بن عبدالعزيز"]),
            ("تحقيق تطلعات الملك سلمان- حفظه الله- لإيجاد سكن مناسب.", ["PER سلمان"]),
            ("درس في جامعة الملك فيصل بالأحساء.", ["ORG جامعة الملك فيصل", "LOC الأحساء"]),
        ] as [(String, [String])]
    )
    func kings(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }
}
