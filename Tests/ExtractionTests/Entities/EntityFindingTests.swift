import Articles
import Extraction
import Testing

/// The model that is built in, on sentences of our own.
@Suite("Finding entities")
struct EntityFindingTests {
    @Test(
        "clitics are cut off, a name's own letters are not",
        arguments: [
            ("التقى الوزير نظيره في موسكو وواشنطن أمس.", ["LOC موسكو", "LOC واشنطن", "DATE أمس"]),
            ("استمرار الدعم العسكري لكييف", ["LOC كييف"]),
            ("وصل الدعم إلى واشنطن ولكييف أمس.", ["LOC واشنطن", "LOC كييف", "DATE أمس"]),
            ("فروسيا تواجه ضغوطا اقتصادية", ["LOC روسيا"]),
            ("زار الوفد لندن وباريس وبغداد وليبيا.", ["LOC لندن", "LOC باريس", "LOC بغداد", "LOC ليبيا"]),
            ("أقام في فرنسا ثم في كندا وسوريا.", ["LOC فرنسا", "LOC كندا", "LOC سوريا"]),
            ("يقيم بالولايات المتحدة منذ عام.", ["LOC الولايات المتحدة", "QUANTITY عام"]),
            ("قال الأمين العام للأمم المتحدة إن الوضع خطير.", ["ORG لأمم المتحدة"]),
            ("وقال متحدث باسم حزب الله: «روسيا»", ["ORG حزب الله", "LOC روسيا"]),
            ("وصل الوفد إلى لندن وَواشِنطُن ثم إلى بـاريـس.", ["LOC لندن", "LOC واشِنطُن", "LOC بـاريـس"]),
        ] as [(String, [String])]
    )
    func clitics(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "what opens a clause is no part of the name behind it",
        arguments: [
            ("قالت الصحيفة إن بن سلمان زار الرياض أمس.", ["PER بن سلمان", "LOC الرياض", "DATE أمس"]),
            ("وأعلنت المتحدثة باسم الحكومة أن بن علي غادر تونس.", ["PER بن علي", "LOC تونس"]),
            ("قال المصدر إن بن عبد الله وصل.", ["PER بن عبد الله"]),
        ] as [(String, [String])]
    )
    func clauses(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a verb of what is to come ends a person's name, and is no name that begins like one",
        arguments: [
            ("قالت الوكالة إن بن عبد الرحمن سيلتقي الوفد.", ["PER بن عبد الرحمن"]),
            ("قال جوزيف ستالين إن الحرب انتهت.", ["PER جوزيف ستالين"]),
            ("سجل دييغو سيميوني هدفا.", ["PER دييغو سيميوني"]),
            ("قال المدرب أليخاندرو سابيلا إن الفريق جاهز.", ["PER أليخاندرو سابيلا"]),
            ("قال القائد حبيب الله سياري إن الجيش جاهز.", ["PER حبيب الله سياري"]),
        ] as [(String, [String])]
    )
    func verbs(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "words that are names elsewhere name nothing",
        arguments: [
            ("أقيم المعرض وسط إقبال كبير من الزوار.", []),
            ("رفض الطلب بحجة عدم اكتمال الأوراق.", []),
            ("شكر الوفد مضيفيه على كرم الضيافة وحسن الاستقبال.", []),
            ("وقدم الوزير أحر التعازي وصادق المواساة.", []), ("حافظ الجيش على وحدته وأمنه.", []),
            ("بدأ الحفل بآيات من الذكر الحكيم.", []), ("عامل الجميع بالخلق الحسن.", []),
            ("كانت النتيجة مفاجأة سارة للجميع.", []), ("وصرح مسؤول تركي رفيع للصحيفة.", []),
            ("وقالت لي صديقتي إن السفر طويل.", []), ("طلب اللاعب من إدارة ناديه الموافقة.", []),
            ("ذكر حسن وخالد أن السفر طويل.", ["PER حسن", "PER خالد"]),
            ("قالت الدكتورة حنان إن السفر طويل.", ["PER حنان"]),
            ("وصل الفريق باكراً إلى الملعب.", []),
            ("وكان مشهد الوداع مؤثرا في الحفل.", []),
            ("زار الوفد مدينة مشهد أمس.", ["LOC مشهد", "DATE أمس"]),
            ("وصل الوفد من طهران ومشهد في إيران.", ["LOC طهران", "LOC مشهد", "LOC إيران"]),
            ("طلبت الشركة دعم مالي عاجل.", []),
            ("تستقبل اللجنة طلبات المرشحين.", []), ("نسأل المولى عز وجل أن يحفظهم.", []),
            ("وصلت القوات إلى شمال مالي أمس.", ["LOC مالي", "DATE أمس"]),
            ("ارتفعت سوق الأسهم السعودية.", []),
        ] as [(String, [String])]
    )
    func words(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a person's name has all of its words, and not the title before it",
        arguments: [
            (
                "شارك في اللقاء محمد القرني وسعيد الغامدي وحسن الراهب وخالد العمري.",
                ["PER محمد القرني", "PER سعيد الغامدي", "PER حسن الراهب", "PER خالد العمري"]
            ),
            (
                "استقبل وزير خارجية الإمارات الشيخ عبدالله بن زايد آل نهيان الوفد.",
                ["LOC الإمارات", "PER عبدالله بن زايد آل نهيان"]
            ),
            (
                "قال المتحدث المقدم علي بن عمير آل حرمان الشهراني إن الفرق باشرت الحادث.",
                ["PER علي بن عمير آل حرمان الشهراني"]
            ),
            ("سجل الهدف اللاعب سلمان المؤشر في الدقيقة الأخيرة.", ["PER سلمان المؤشر"]),
            ("قال فولفجانج شيوبله إن القرار صعب.", ["PER فولفجانج شيوبله"]),
        ] as [(String, [String])]
    )
    func wholeNames(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "what bears tanween is no name, nor the end of a person's",
        arguments: [
            ("كان الهدف منها لياقياً بحتاً وتحسين التسليم بالكرة.", []),
            ("ودفع اللاعب عبدالله جانباً أمس.", ["PER عبدالله", "DATE أمس"]),
            ("طالب الفيلسوف نعوم تشومسكي بوقف الحرب فوراً.", ["PER نعوم تشومسكي"]),
            // Letters that are drawn out, and other marks, are none.
            ("وصل الوفد إلى ليبيــــــا أمس.", ["LOC ليبيــــــا", "DATE أمس"]),
            ("وصل الوفد إلى ليبيَا أمس.", ["LOC ليبيَا", "DATE أمس"]),
        ] as [(String, [String])]
    )
    func tanween(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "a plural before its adjective is no club",
        arguments: [
            ("زاد الطلب على الوحدات السكنية في المدينة.", []),
            ("فاز الوحدات على الفيصلي في عمان.", ["ORG الوحدات", "ORG الفيصلي", "LOC عمان"]),
        ] as [(String, [String])]
    )
    func plurals(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "an heir and other titles behind a preposition name no club and no place",
        arguments: [
            ("لقاء لولي العهد", []),
            ("نقل الرسالة إلى ولي العهد وولي ولي العهد.", []),
            ("وجه الدعوة لولي عهد دبي ولوزير المالية.", ["LOC دبي"]),
            ("فاز العهد على النجمة في بيروت.", ["ORG العهد", "LOC بيروت"]),
        ] as [(String, [String])]
    )
    func heirs(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text).filter { !$0.contains("النجمة") } == expected)
    }

    @Test("a long name of the lexicon is found where the model overlooks it")
    func lexicon() throws {
        let found = try FoundMentions.labelled(
            in: "قال مدير وكالة الاستخبارات المركزية إن وزارة الدفاع الأميركية تدرس الأمر."
        )
        #expect(found == ["ORG وكالة الاستخبارات المركزية", "ORG وزارة الدفاع الأميركية"])
    }

    @Test(
        "bodies are found by their full names",
        arguments: [
            // By the lexicon: prepositions and conjunctions inside, a country behind.
            ("زار وفد هيئة الأمر بالمعروف والنهي عن المنكر السوق.", ["ORG هيئة الأمر بالمعروف والنهي عن المنكر"]),
            (
                "أعلنت وزارة الشؤون الإسلامية والأوقاف والدعوة والإرشاد ذلك.",
                ["ORG وزارة الشؤون الإسلامية والأوقاف والدعوة والإرشاد"]
            ),
            ("وأعلنت وزارة الصحة اليمنية ذلك.", ["ORG وزارة الصحة اليمنية"]),
            ("صدر الكتاب عن دار الآداب ثم عن دار الشروق.", ["ORG دار الآداب", "ORG دار الشروق"]),
            ("ذكرت قناة العربية ذلك.", ["ORG قناة العربية"]),
            // By their form: an attribute or a word of its own, then the field of work.
            ("أعلنت الهيئة الوطنية للغذاء والأدوية ذلك.", ["ORG الهيئة الوطنية للغذاء والأدوية"]),
            ("قال المرصد الليبي لحقوق الإنسان أمس", ["ORG المرصد الليبي لحقوق الإنسان", "DATE أمس"]),
            ("تنظم جمعية زمزم للخدمات الصحية التطوعية حملة.", ["ORG جمعية زمزم للخدمات الصحية التطوعية"]),
            (
                "يشرف المكتب التعاوني للدعوة والإرشاد وتوعية الجاليات على ذلك.",
                ["ORG المكتب التعاوني للدعوة والإرشاد وتوعية الجاليات"]
            ),
            ("سلم التقرير للهيئة العامة للطيران.", ["ORG لهيئة العامة للطيران"]),
            ("التقى مدرب نادي الهلال أمس", ["ORG نادي الهلال", "DATE أمس"]),
            // No names.
            ("عقدت اللجنة المنظمة للبطولة اجتماعا.", []),
            ("شكلت الوزارة لجنة حكومية للعمل على ذلك.", []),
            ("المركز الأول للفريق", []),
            ("وتقرر أن تنشأ هيئة جديدة للنقل.", []),
            ("وقع مع شركة أجنبية متخصصة في البناء.", []),
            ("درس في جامعة أمريكية مرموقة.", []),
            ("أسس جمعية خيرية لرعاية الأيتام.", []),
            ("أعلنت شركة طيبة القابضة نتائجها.", ["ORG شركة طيبة القابضة"]),
        ] as [(String, [String])]
    )
    func bodies(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "Gulf names are found to their end, titles outside",
        arguments: [
            ("قال المهندس طارق الملا وزير البترول إن العمل مستمر.", "PER طارق الملا"),
            ("وأوضح رئيس البلدية المهندس علي الضاوي أن العمل مستمر.", "PER علي الضاوي"),
            ("حضر الأمير فيصل بن مشعل بن سعود بن عبدالعزيز الحفل.", "PER فيصل بن مشعل بن سعود بن عبدالعزيز"),
            ("وقال الأستاذ مسفر بن غالب الشويهي: نحرص على ذلك.", "PER مسفر بن غالب الشويهي"),
            ("كرم المدير م. عبدالله العسكر أمس.", "PER عبدالله العسكر"),
        ]
    )
    func persons(text: String, expected: String) throws {
        let found = try FoundMentions.labelled(in: text)
        #expect(found.contains(expected), "\(found)")
        #expect(found.filter { $0.hasPrefix("PER") }.count == 1, "\(found)")
    }

    @Test(
        "rows of persons, papers in quotation marks, bodies of towns, fairs",
        arguments: [
            (
                "التشكيلة: باسم عطالله – أسامة هوساوي – محمد أمان – أمير كردي – منصور الحربي – فهد الحمد.",
                [
                    "PER باسم عطالله", "PER أسامة هوساوي", "PER محمد أمان", "PER أمير كردي", "PER منصور الحربي",
                    "PER فهد الحمد",
                ]
            ),
            ("قرأت ذلك في صحيفة «المدينة» صباحا.", ["ORG المدينة"]),
            ("زار الوفد بلدية الزلفي وأمانة محافظة جدة.", ["ORG بلدية الزلفي", "ORG أمانة محافظة جدة"]),
            ("كان ذلك في معرض الرياض الدولي للكتاب.", ["MISC معرض الرياض الدولي للكتاب"]),
            ("كان ذلك في مهرجان القاهرة السينمائي الدولي.", ["MISC مهرجان القاهرة السينمائي الدولي"]),
            ("وكان صحابته رضوان الله عليهم كذلك.", []),
        ]
    )
    func forms(text: String, expected: [String]) throws { #expect(try FoundMentions.labelled(in: text) == expected) }

    @Test("a surname that looks like one with a clitic is whole behind the full name")
    func surname() throws {
        let found = try FoundMentions.labelled(in: "سجل مايكل كاريك هدفا. ثم مرر كاريك الكرة.")
        #expect(found.allSatisfy { $0 != "PER اريك" }, "\(found)")
        #expect(found.first == "PER مايكل كاريك", "\(found)")
    }

    @Test(
        "what names nothing is no entity",
        arguments: [
            // Adjectives of countries, of a name that is the country's as well, too.
            "بحث المسؤول الروسي مع نظيره الأميركي العلاقات الروسية الأميركية.", "تطورت الرياضة السعودية كثيرا.",
            "تطورت الكرة السعودية كثيرا.", "انتظرت الجماهير السعودية المباراة.", "امتلأت الملاعب السعودية.",
            "بدأ العمل بفضل الله تعالى.", "نسأل الله أن يوفق الجميع.", "الحمد لله على ذلك.",
        ]
    )
    func nothing(text: String) throws {
        #expect(try FoundMentions.labelled(in: text).isEmpty)
    }

    @Test("boilerplate is not mined")
    func boilerplate() throws {
        #expect(try FoundMentions.labelled(in: "تابعنا من موسكو وواشنطن", kind: .boilerplate).isEmpty)
    }

    @Test("mentions have a confidence and support for four types, and do not overlap")
    func support() throws {
        var extractor = Extractor(model: try Model.embedded())
        let text = "التقى الرئيس فلاديمير بوتين في موسكو وفدا من حزب الله ومن شركة غازبروم."
        let findings = extractor.findings(in: SectionText(kind: .lead, text: text))
        #expect(findings.mentions.count >= 3)
        var end = 0
        for mention in findings.mentions {
            #expect(mention.range.lowerBound >= end)
            end = mention.range.upperBound
            #expect((0...1000).contains(mention.confidence))
            #expect(!mention.support.isEmpty)
            #expect(mention.support.all.allSatisfy { (0...1000).contains($0) })
            #expect(mention.support.all.max() == mention.support[Int(mention.type.rawValue)])
        }
        #expect(end <= text.unicodeScalars.count)
        #expect(findings == extractor.findings(in: SectionText(kind: .lead, text: text)))
    }

    @Test(
        "any text can be read",
        arguments: [
            "", " ", "ً", "\u{200F}\u{200F}", "و", "ولل", "لل لل لل", "😀😀", "...", "«»", "ـ", "\n\n", "a\u{0}b",
        ]
    )
    func anything(text: String) throws {
        let count = text.unicodeScalars.count
        var extractor = Extractor(model: try Model.embedded())
        for mention in extractor.findings(in: SectionText(kind: .body, text: text)).mentions {
            #expect(mention.range.lowerBound >= 0 && mention.range.upperBound <= count && !mention.range.isEmpty)
        }
    }
}
