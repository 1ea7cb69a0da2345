import Testing

/// Names of which the tagger has a part, and two that it has as one, on sentences of our own.
@Suite("Names that were cut short or ran on")
struct CutNamesTests {
    private static func named(in text: String, _ label: String) throws -> [String] {
        try FoundMentions.labelled(in: text).filter { $0.hasPrefix(label) }.map { String($0.dropFirst(4)) }
    }

    @Test(
        "a rare word behind a first name is its surname where a title, a verb or «بن» tells that one follows",
        arguments: [
            ("وأوضح عبدالعزيز المهوس الرئيس التنفيذي للمهرجان أن العمل جار.", ["عبدالعزيز المهوس"]),
            ("استنكر السفير محمد صبيح الأمين العام المساعد الحادث.", ["محمد صبيح"]),
            ("وأوضح المهندس صالح بن حسين قدح أن العرض مستمر.", ["صالح بن حسين قدح"]),
            ("رعى مدير الجامعة الدكتور خالد بن سعد المقرن الحفل.", ["خالد بن سعد المقرن"]),
            ("أكد مدرب الفريق الهولندي لويس فان خال سعي النادي لضم مهاجم.", ["لويس فان خال"]),
            ("كما حدث مع الصحفيين يوسف العيزري وعبدالله قابل.", ["يوسف العيزري", "عبدالله قابل"]),
            // What the person has or does is none.
            ("تسلم الأمير محمد بن سلمان هديتي الكلية من مديرها.", ["محمد بن سلمان"]),
            ("وزرياب هو علي بن نافع الملقب بالطائر الأسود.", ["علي بن نافع"]),
            ("واستطرد نصر بالقول إن العناصر ساعدوا.", ["نصر"]),
        ] as [(String, [String])]
    )
    func surnames(text: String, expected: [String]) throws {
        #expect(try Self.named(in: text, "PER") == expected)
    }

    @Test(
        "a verb of reporting tells of two words behind it that they are a person",
        arguments: [
            ("من جهته كشف صالح المحيا، صاحب مكتب متخصص، عن تراجع.", ["صالح المحيا"]),
            ("وقال صباح النعمان المتحدث باسم القائد العام إن التحقيق بدأ.", ["صباح النعمان"]),
            ("وقال صباح الأحد إن العمل مستمر.", []),
        ] as [(String, [String])]
    )
    func reported(text: String, expected: [String]) throws {
        #expect(try Self.named(in: text, "PER") == expected)
    }

    @Test(
        "persons in a row begin with «and»",
        arguments: [
            ("وسجل فيرمينو وجرفينيو هدفين.", ["فيرمينو", "جرفينيو"]),
            ("وسجل ترامب ومستشاروه موقفهم.", ["ترامب"]),
        ] as [(String, [String])]
    )
    func rows(text: String, expected: [String]) throws {
        #expect(try Self.named(in: text, "PER") == expected)
    }

    @Test(
        "between the commas of a row of persons all of the words are the name",
        arguments: [
            (
                "كرمت المدرسة الطالبات دارين عبده فلقي، أثير أحمد مسملي، غدي يحيى الحلوي، رغد سعد آل ملهي، سارة علي حسن.",
                ["دارين عبده فلقي", "أثير أحمد مسملي", "غدي يحيى الحلوي", "رغد سعد آل ملهي", "سارة علي حسن"]
            ),
            (
                "المسرحية تأليف وليد شحبل، وإخراج ياسر مدخلي، وأداء بدر المطرفي، إبراهيم النمري، عماد القدسي.",
                ["وليد شحبل", "ياسر مدخلي", "بدر المطرفي", "إبراهيم النمري", "عماد القدسي"]
            ),
        ] as [(String, [String])]
    )
    func listed(text: String, expected: [String]) throws {
        #expect(try Self.named(in: text, "PER") == expected)
    }

    @Test("the last of a row, which is the first of the next, is found once")
    func rowsThatShareOne() throws {
        let persons = try Self.named(in: "خالد سعد، سارة علي، محمد حسن برق؛ منى صالح؛ عمر صالح.", "PER")
        #expect(persons == ["خالد سعد", "سارة علي", "محمد حسن برق", "منى صالح", "عمر صالح"])
    }

    @Test(
        "names of the Maghreb keep their ل where a text names it",
        arguments: [
            ("وقال لخضر بلومي إن منتخب الجزائر جاهز.", ["لخضر بلومي"]),
            ("وهران – لخضر بلومي. فاز الفريق أمس بثلاثة أهداف.", ["لخضر بلومي"]),
            ("وجاء الهدف الأول لسعد الدوسري في مباراة تونس.", ["سعد الدوسري"]),
            ("وسلم المدير الجائزة لحسن العتيبي بعد صلاة المغرب.", ["حسن العتيبي"]),
            ("ومنح الحكم بطاقة صفراء لسعد الدوسري في مباراة تونس.", ["سعد الدوسري"]),
            ("أكادير – لحسن أوبيهي. تسببت التساقطات في عزل دواوير بجنوب المغرب.", ["لحسن أوبيهي"]),
            ("وسلم المدير الجائزة لحسن أوبيهي في دمشق.", ["حسن أوبيهي"]),
        ] as [(String, [String])]
    )
    func maghrebi(text: String, expected: [String]) throws {
        #expect(try Self.named(in: text, "PER") == expected)
    }

    @Test(
        "a name's own first letter is not cut off",
        arguments: [
            ("انضم المحترف الكوري الجنوبي كواك تاي هوي إلى المعسكر.", "PER", ["كواك تاي هوي"]),
            ("عقد الاجتماع برئاسة الدكتورة كاميليا صبحي أمس.", "PER", ["كاميليا صبحي"]),
            ("وقال باريك إن النتائج جيدة.", "PER", ["باريك"]),
            ("وصلت القوات إلى معسكر لبوزة في المحافظة.", "LOC", ["لبوزة"]),
            ("لعب الفريق أمام فريق بافينو الإيطالي.", "ORG", ["بافينو"]),
            ("أكدت مجموعة باريك للذهب أن النتائج جيدة.", "ORG", ["مجموعة باريك للذهب"]),
            ("تمنى الجميع لو لعب نجوم كميسي في الدوري.", "PER", ["ميسي"]),
        ] as [(String, String, [String])]
    )
    func letters(text: String, label: String, expected: [String]) throws {
        #expect(try Self.named(in: text, label) == expected)
    }

    @Test(
        "what is called after a person is no person",
        arguments: [
            ("نقل إلى مستشفى الأمير متعب بن عبدالعزيز.", ["ORG مستشفى الأمير متعب بن عبدالعزيز"]),
            ("هبطت الطائرة في ملعب الأمير عبدالرحمن بن سعود.", ["LOC ملعب الأمير عبدالرحمن بن سعود"]),
            ("يعالج المرضى في مجمع الملك عبد الله الطبي.", ["ORG مجمع الملك عبد الله الطبي"]),
            (
                "نظمت مدينة سلطان بن عبدالعزيز للخدمات الإنسانية لقاء.",
                ["ORG مدينة سلطان بن عبدالعزيز للخدمات الإنسانية"]
            ),
            (
                "وافق الوزير على تأسيس شركة سعد إبراهيم الهداب وأولاده القابضة.",
                ["ORG شركة سعد إبراهيم الهداب وأولاده القابضة"]
            ),
            ("سجل الهدف عن طريق محمد بن سعود.", ["PER محمد بن سعود"]),
            ("لم يعد شارع حمد الجاسر هادئا.", ["LOC شارع حمد الجاسر"]),
        ] as [(String, [String])]
    )
    func namesakes(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a ministry has all of its portfolios",
        arguments: [
            ("أعلنت وزارة الكهرباء والماء والطاقة المتجددة الخطة.", ["ORG وزارة الكهرباء والماء والطاقة المتجددة"]),
            ("أعلنت وزارة الطاقة والمياه الخطة.", ["ORG وزارة الطاقة والمياه"]),
            (
                "قالت وزارة الاتصالات وتكنولوجيا المعلومات أمس",
                ["ORG وزارة الاتصالات وتكنولوجيا المعلومات", "DATE أمس"]
            ),
            ("ردت وزارة التخطيط والاقتصاد الوطني أمس", ["ORG وزارة التخطيط والاقتصاد الوطني", "DATE أمس"]),
            ("أكدت وزارة الصحة والمواطنون معا أهمية ذلك.", ["ORG وزارة الصحة"]),
            (
                "نسقت معها وزارة الداخلية واللامركزية والتنمية المحلية ذلك.",
                ["ORG وزارة الداخلية واللامركزية والتنمية المحلية"]
            ),
            (
                "أوضحت وزارة الداخلية والجماعات المحلية والتهيئة العمرانية ذلك.",
                ["ORG وزارة الداخلية والجماعات المحلية والتهيئة العمرانية"]
            ),
            ("زار الوفد وزارة الطوارئ وإدارة الكوارث صباحا.", ["ORG وزارة الطوارئ وإدارة الكوارث"]),
            ("أعلنت وزارة الصحة وإدارة المستشفى الخطة.", ["ORG وزارة الصحة"]),
            ("دعت وزارة الصحة والعمل على ذلك مستمر.", ["ORG وزارة الصحة"]),
        ] as [(String, [String])]
    )
    func ministries(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a body's name goes on to what it does something to and ends before who leads it; a road's has its number",
        arguments: [
            ("قال مدير الصندوق الوطني للتأمين على المرض ذلك.", ["ORG الصندوق الوطني للتأمين على المرض"]),
            (
                "انقلبت حافلة بمنعرجات تيزي على مستوى الطريق الوطنية رقم 9 الرابطة بين مراكش وورزازات.",
                ["LOC الطريق الوطنية رقم 9", "LOC مراكش", "LOC ورزازات"]
            ),
            ("تأجلت الانتخابات في أرخبيل سقطرى بسبب الأحوال الجوية.", ["LOC سقطرى"]),
            (
                "أعلن حاكم مصرف سورية المركزي عبد القادر الحصرية ذلك.",
                ["ORG مصرف سورية المركزي", "PER عبد القادر"]
            ),
            (
                "وقال مدير هيئة الشارقة للاستثمار والتطوير \"شروق\" ذلك.",
                ["ORG هيئة الشارقة للاستثمار والتطوير", "ORG شروق"]
            ),
            ("فاز الدكتور سالم عمر بن الشيخ أبوبكر نقيبا.", ["PER سالم عمر بن الشيخ أبوبكر"]),
            ("نعى وزير تمكين الشباب والتشغيل اللاعب السابق.", []),
            ("زار نائب رئيس مجلس الوزراء للتنمية الصناعية المصنع.", ["ORG مجلس الوزراء"]),
        ] as [(String, [String])]
    )
    func objects(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "what is called after a day is no date",
        arguments: [
            ("اندلع حريق في مستشفى أول نوفمبر مساء.", ["ORG مستشفى أول نوفمبر"]),
            ("نقل المصابون إلى مستشفى الفاتح من نوفمبر.", ["ORG مستشفى الفاتح من نوفمبر"]),
            ("أقيم الحفل بملعب 19 ماي 1956 ليلا.", ["LOC ملعب 19 ماي 1956"]),
            ("تقع الشركات في مدينة 6 أكتوبر بمصر.", ["LOC 6 أكتوبر", "LOC مصر"]),
            ("اجتمعت الأمانة العامة لقوى 14 آذار.", ["ORG قوى 14 آذار"]),
            ("شارك في ثورة 25 يناير (كانون الثاني) 2011.", ["MISC ثورة 25 يناير (كانون الثاني) 2011"]),
            ("شارك في ثورة 25 يناير (كانون الثاني)، ثم هاجر.", ["MISC ثورة 25 يناير (كانون الثاني)"]),
            // When, not where.
            ("يفتتح الملعب في أول نوفمبر المقبل.", ["DATE أول نوفمبر المقبل"]),
            ("قال مدير المستشفى يوم 8 ماي إنه عاد.", ["DATE 8 ماي"]),
            ("سلم المقاول المستشفى 9 أبريل الماضي.", ["DATE 9 أبريل الماضي"]),
            ("افتتح مستشفى 9 أبريل الماضي.", ["DATE 9 أبريل الماضي"]),
        ] as [(String, [String])]
    )
    func namedAfterDays(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a noun in the dual has two names",
        arguments: [
            ("حضر المباراة مشجعو ناديي الأهلي والزمالك.", ["ORG الأهلي", "ORG الزمالك"]),
            ("وتصدر سهما القصيم ونجران القائمة.", ["ORG القصيم", "ORG نجران"]),
            (
                "وشارك طلاب جامعتي الملك سعود والملك عبد العزيز في الملتقى.",
                ["ORG الملك سعود", "ORG الملك عبد العزيز"]
            ),
            ("زار المفتشون محافظتي ضباء والوجه.", ["LOC ضباء", "LOC الوجه"]),
            (
                "وتعاون الباحثان من جامعتي أم القرى والملك عبدالعزيز في الدراسة.",
                ["ORG أم القرى", "ORG الملك عبدالعزيز"]
            ),
        ] as [(String, [String])]
    )
    func pairs(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a surname that is a day of the week as well",
        arguments: [
            ("وقال أحمد الخميس أمين عام الاتحاد السعودي إن القرار صدر.", ["PER أحمد الخميس"]),
            ("ويضم المنتخب بدر الخميس وعبدالعزيز الضفيري.", ["PER بدر الخميس", "PER عبدالعزيز الضفيري"]),
            ("شارك أحمد بن عبدالرحمن الخميس في الاجتماعات.", ["PER أحمد بن عبدالرحمن الخميس"]),
            ("وصل جون كيري الخميس إلى بغداد.", ["PER جون كيري", "DATE الخميس"]),
        ] as [(String, [String])]
    )
    func days(text: String, expected: [String]) throws {
        #expect(
            try FoundMentions.labelled(in: text).filter { $0.hasPrefix("PER") || $0.hasPrefix("DATE") } == expected
        )
    }

    @Test(
        "bodies end before the person who leads them, a time, and what they do",
        arguments: [
            (
                """
                دعت الأمينة العامة لحزب العمال لويزة حنون، والاتحاد العام التونسي للشغل بقيادة نور الدين الطبوبي، إلى \
                الحوار.
                """,
                ["ORG حزب العمال", "PER لويزة حنون", "ORG الاتحاد العام التونسي للشغل", "PER نور الدين الطبوبي"]
            ),
            ("وقال المكتب الوطني للإحصاءات اليوم إن التضخم تراجع.", ["ORG المكتب الوطني للإحصاءات", "DATE اليوم"]),
            ("وأوضح مدير المستشفى عبدالعزيز بن سليمان الشولي أن العمل مستمر.", ["PER عبدالعزيز بن سليمان الشولي"]),
            ("أعلنت إدارة المرور إعادة تنظيم الطرق.", ["ORG إدارة المرور"]),
            ("انضم اللاعب إلى صفوف فريق باريس سان جيرمان.", ["ORG باريس سان جيرمان"]),
            ("رفض مهاجم نادي باريس سان جيرمان الفرنسي عرض النادي.", ["ORG نادي باريس سان جيرمان"]),
        ] as [(String, [String])]
    )
    func bodies(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a word without which a name is another one belongs to it",
        arguments: [
            ("وأعلن حزب مستقبل وطن دعمه للحكومة.", ["ORG حزب مستقبل وطن"]),
            ("وذكرت سكوتلاند يارد أن التحقيق مستمر.", ["ORG سكوتلاند يارد"]),
        ] as [(String, [String])]
    )
    func endings(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }
}
