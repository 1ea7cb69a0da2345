import Testing

/// Words that name nothing by themselves, and what makes them names, on sentences of our own.
@Suite("Words that name nothing alone")
struct NamelessNamesTests {
    @Test(
        "a noun that says of what kind a thing is, is part of its name or none",
        arguments: [
            ("وصلت الطائرة إلى مطار عدن الدولي صباحا.", ["LOC مطار عدن الدولي"]),
            ("نقل الجرحى إلى أقرب مستشفى في البلدة.", []),
            ("نزح السكان من ريف دمشق إلى لبنان.", ["LOC ريف دمشق", "LOC لبنان"]),
        ] as [(String, [String])]
    )
    func kinds(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "what says only of which kind something is names nothing",
        arguments: [
            ("أصدرت محكمة ليبية حكما بالسجن.", []),
            ("نقل المصاب إلى أقرب مركز صحي آخر.", []),
            ("أعلنت الإدارة تنظيم حركة مرور الشاحنات.", []),
            ("وقع الانفجار في حي سكني.", []),
            ("ضربت الصاعقة منطقة جبلية.", []),
            ("سكن في حي عابدين.", ["LOC عابدين"]),
            ("لا يزال لدينا وقت.", []),
            ("لفتت الوزارة إلى لجوء دمشق إلى «إبلاغ» واشنطن.", ["LOC دمشق", "LOC واشنطن"]),
        ] as [(String, [String])]
    )
    func attributes(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "the kind of a body, a law or an event, and what it is for or does, names nothing",
        arguments: [
            ("افتتح الوزير وكالة للتعليم الأهلي في الرياض.", ["LOC الرياض"]),
            ("لديها هيئة شرعية مركزية تراجع العقود.", []),
            ("وقال إن قانون يحفظ حقوق السيدات سيصدر قريبا.", []), ("ناقش الحضور نظام دولي لحقوق الإنسان.", []),
            ("كان اليمن سينجو لولا تدخل الجيران.", ["LOC اليمن"]),
            ("افتتح الوزير مركز الملك سلمان للإغاثة.", ["ORG مركز الملك سلمان للإغاثة"]),
            ("أعلنت هيئة الأرصاد الجوية القرار.", ["ORG هيئة الأرصاد الجوية"]),
            ("ويقول مبتكرو الجهاز إنه سهل.", []), ("وقالت هيئتا تحرير الصحيفتين إنهما توقفتا.", []),
            ("شهدت محافظة المهرة اشتباكات.", ["LOC المهرة"]),
            ("وقعت العقد شركة تقنية للطاقة.", ["ORG شركة تقنية للطاقة"]),
            ("يقيم الحجاج في مشعر منى.", ["LOC منى"]),
        ] as [(String, [String])]
    )
    func kindsWithPurpose(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a body that was spoken of, a feast, a generation after another name nothing",
        arguments: [
            ("وقالت المؤسسة المالية في بيان إن النسبة ستعدل.", []),
            ("هنأ الملك السلطان بذكرى يوم النهضة لبلاده.", []),
            ("يتوارثها الأهالي جيلا بعد جيل.", []),
            ("أكد خبيران عسكريان واستراتيجيان أن المعركة طويلة.", []),
            ("عاد من جيلا بعد عام.", ["LOC جيلا"]),
        ] as [(String, [String])]
    )
    func passing(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { !$0.hasPrefix("DATE") } == expected)
    }

    @Test(
        "a country's name that looks like its adjective",
        arguments: [
            ("وكانت السعودية أول المشاركين في المؤتمر.", ["LOC السعودية"]),
            ("بدأ التحالف العربي الذي تقوده السعودية عملياته.", ["LOC السعودية"]),
            ("أعلنت الحكومة السعودية ميزانيتها.", []),
            ("زرنا جامعاتنا السعودية كلها.", []),
        ] as [(String, [String])]
    )
    func countries(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("LOC") } == expected)
    }

    @Test(
        "places that are words",
        arguments: [
            ("ينصح الأطباء بغسل العين بالماء البارد.", []),
            ("سافر من أبوظبي إلى العين بالسيارة.", ["LOC أبوظبي", "LOC العين"]),
            ("يحاول الأعداء النيل من الوطن.", []),
            ("راجع المريض قسم العيون أمس.", []),
            ("ذر الكاتب الرماد في العيون.", []),
            ("وصل الوفد إلى مدينة العيون.", ["LOC العيون"]),
            ("هوت الأسهم في بورصة اليونان أمس.", ["LOC اليونان"]),
            ("أعلنت الشركة حالة القوة القاهرة في الحقل.", []),
            ("عاش في الرياض وجدة سنوات.", ["LOC الرياض", "LOC جدة"]),
            ("سافر إلى الدمام، وجدة، وأبها.", ["LOC الدمام", "LOC جدة", "LOC أبها"]),
            ("أقيم المهرجان في وجدة بالمغرب.", ["LOC وجدة", "LOC المغرب"]),
            ("وبلغ عدد زواره خلال العيد ألف زائر.", []),
            ("ضبطت الشرطة المركبة داخل مدينة العقبة جنوب الأردن.", ["LOC العقبة", "LOC الأردن"]),
            ("المباراة التي كسبها النصر بهدفين.", []),
            ("أجريت قرعة نهائيات كأس العالم 2018 بروسيا أمس.", ["LOC روسيا"]),
            ("وقع الانفجار في بلدة تركية قرب الحدود.", []),
            ("قتل مسلحون في ريف حلب الشمالي.", ["LOC حلب"]),
            ("ازدحم شارع السودان صباحا.", ["LOC شارع السودان"]),
            ("أصاب المسلحون جنديا بريطانيا في المعركة.", []),
            ("اكتشف الأثريون معبدا رومانيا قديما.", []),
        ] as [(String, [String])]
    )
    func places(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("LOC") } == expected)
    }

    @Test(
        "clubs that are words",
        arguments: [
            ("أكد الوزير أن الاتفاق يمهد الطريق إلى السلام.", []),
            ("التقى الرئيس العام لرعاية الشباب لاعبي المنتخب.", []),
            ("فاز الاتفاق على الهلال في مباراة الدوري.", ["ORG الاتفاق", "ORG الهلال"]),
        ] as [(String, [String])]
    )
    func clubs(text: String, expected: [String]) throws {
        let found = try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") }
        #expect(found.filter { !$0.contains("المنتخب") } == expected)
    }

    @Test(
        "bodies that are words",
        arguments: [
            ("تراجع الريال اليمني أمام الدولار.", []),
            ("تحدث الشيخ عن الجهاد في سبيل الله.", []),
            ("اجتمع قادة حماس والجهاد في القاهرة أمس.", ["ORG حماس", "ORG الجهاد"]),
            ("قال الوزير لإذاعة (إن.بي.سي) إن الوضع خطير.", ["ORG إن.بي.سي"]),
            ("قتل القيادي الحوثي في الغارة.", []), ("تراجعت ميليشيات الحوثي في تعز.", ["ORG الحوثي"]),
            ("هاجم الجيش الحوثيين في تعز.", ["ORG الحوثيين"]), ("قتل عدد من المتمردين الحوثيين في تعز.", []),
        ] as [(String, [String])]
    )
    func bodies(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") } == expected)
    }

    @Test(
        "a body's kind with what somebody does there",
        arguments: [
            ("حضر اللقاء وكيل الجامعة للدراسات العليا.", []),
            ("وأوضح مساعد مدير المستشفى للخدمات الطبية أن الحالة مستقرة.", []),
            ("نقل المصابون إلى المستشفى لتلقي الرعاية الطبية اللازمة.", []),
            ("شكر رئيس الهيئة للشؤون المالية والإدارية الحضور.", []),
            ("أعلنت الهيئة العامة للغذاء والدواء سحب المنتج.", ["ORG الهيئة العامة للغذاء والدواء"]),
        ] as [(String, [String])]
    )
    func purposes(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") } == expected)
    }

    @Test(
        "names of persons that are everyday words",
        arguments: [
            ("بقي لي أن أقول إن من حقه علينا أن نشكره.", []),
            ("لم يسبق لي أن سمعت عن كلمة كهذه.", []),
            ("وسيبقى دينا في أعناقنا، ولن ننسى من وقف معنا.", []),
            ("ويظهر فيها ولدان يحاولان الإمساك ببطة.", []),
        ] as [(String, [String])]
    )
    func everyday(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("PER") } == expected)
    }

    @Test(
        "who is blessed is named, the blessing is not",
        arguments: [
            "رئيس جمهورية مصر العربية مؤكداً – أيده الله – عمق العلاقات الأخوية بين البلدين.",
            "وسمو ولي عهده الأمين وسمو ولي ولي العهد – حفظهم الله – بمناسبة عيد الفطر المبارك.",
            "مخطئين، فحين تكلم معاوية بن الحكم – رضي الله عنه – وهو يصلي مع الصحابة.",
            "قال والد الشهيد: نحمد الله أنه مات شهيداً مؤدياً للواجب.",
        ]
    )
    func blessings(text: String) throws {
        #expect(try !FoundMentions.labelled(in: text).contains { $0.hasPrefix("PER") && $0.hasSuffix("الله") })
    }

    @Test("peoples and confessions are no bodies")
    func peoples() throws {
        let found = try FoundMentions.labelled(in: "انتصر المقاتلون الأكراد على تنظيم داعش، واتفق الشيعة والسنة.")
        #expect(found == ["ORG داعش"])
    }

    @Test("who leads a body and what is thought of it are no part of its name")
    func qualifiers() throws {
        #expect(
            try FoundMentions.labelled(in: "شن التحالف العربي بقيادة السعودية غارات.") == [
                "ORG التحالف العربي", "LOC السعودية",
            ]
        )
        #expect(try FoundMentions.labelled(in: "انضم إلى تنظيم داعش الإرهابي.") == ["ORG داعش"])
    }

    @Test(
        "the clause behind a name is no part of it",
        arguments: [
            ("أعلنت هيئة الأرصاد الجوية سقوط أمطار غزيرة.", ["ORG هيئة الأرصاد الجوية"]),
            ("أكدت وزارة الخارجية السودانية سوف تصدر بيانا.", ["ORG وزارة الخارجية السودانية"]),
            ("سافر الطلاب إلى جامعة جنوب كاليفورنيا أمس.", ["ORG جامعة جنوب كاليفورنيا"]),
            ("ونقل المصابون إلى مستشفى الأمير حمزة وإلى مدينة الحسين الطبية.", ["ORG مستشفى الأمير حمزة"]),
            ("وأصدرت كتائب حزب الله بيانا جديدا.", ["ORG كتائب حزب الله"]),
        ] as [(String, [String])]
    )
    func tails(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { $0.hasPrefix("ORG") } == expected)
    }

    @Test("a noun of somebody's is no place")
    func possessed() throws {
        let found = try FoundMentions.labelled(in: "تجول الزوار في شوارع المدينة وأسواقها وحدائقها.")
        #expect(found.filter { !$0.hasPrefix("DATE") } == [])
    }

    @Test("behind a preposition a place has no other")
    func prepositions() throws {
        let found = try FoundMentions.labelled(in: "قتل عشرة مدنيين في بابنوسة غرب السودان.")
        #expect(found.filter { $0.hasPrefix("LOC") } == ["LOC بابنوسة", "LOC السودان"])
        let behindNoun = try FoundMentions.labelled(in: "ضرب زلزال بقوة 6 درجات ولاية باليكسير غرب تركيا.")
        #expect(behindNoun.filter { $0.hasPrefix("LOC") } == ["LOC باليكسير", "LOC تركيا"])
    }

    @Test(
        "in quotation marks",
        arguments: [
            ("وصف الأطباء حالته بأنها «حرجة» اليوم.", []),
            ("وتتأرجح الولاية بين «الرجعية» والتقدم.", []),
            ("دعا الخطباء إلى نبذ «الإحباط» في النفوس.", []),
            ("قدمت السيدة لضيوفها طبق المقبلات الشهيرة «التبولة»، ثم الشاي.", []),
            ("أقيمت المباراة على ملعب «لوفتس رود» في لندن.", ["LOC لوفتس رود", "LOC لندن"]),
        ] as [(String, [String])]
    )
    func quoted(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { !$0.hasPrefix("DATE") } == expected)
    }
}
