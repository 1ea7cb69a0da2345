import Articles
import Extraction
import Reports
import Testing

@Suite("Titles and adjectives of countries")
struct TitleTests {
    private func report(_ text: String) throws -> Report {
        try MarkedArticle(text).report(lexicon: try BuiltInModel.model().gazetteer)
    }

    @Test(
        "titles before a name belong to the person, not to the name",
        arguments: [
            ("قال الرئيس [PER بوتين] إن", ["الرئيس"]), ("قال الرئيس الروسي [PER فلاديمير بوتين] إن", ["الرئيس"]),
            ("التقى وزير الخارجية الروسي [PER سيرغي لافروف] أمس", ["وزير الخارجية"]),
            ("وزير الخارجية [PER لافروف]", ["وزير الخارجية"]), ("للرئيس [PER بوتين]", ["الرئيس"]),
            ("وللملكة [PER رانيا]", ["الملكة"]), ("والدكتورة [PER هدى]", ["الدكتورة"]),
            ("الأمين العام [PER غوتيريش]", ["الأمين العام"]), ("نائب وزير الدفاع [PER علي]", ["نائب وزير الدفاع"]),
            ("رئيس الوزراء البريطاني السابق [PER توني بلير]", ["رئيس الوزراء"]),
            ("ولي العهد الأمير [PER محمد بن سلمان]", ["الأمير", "ولي العهد"]),
            ("رئيس مجلس النواب [PER نبيه بري]", ["رئيس مجلس النواب"]),
            ("ملك الأردن [PER عبد الله الثاني]", ["ملك الأردن"]),
            ("النائبة [PER سعاد]", ["النائبة"]), ("الشيخ [PER زايد]", ["الشيخ"]), ("السيد [PER علي]", ["السيد"]),
            ("الجنرال المتقاعد [PER سليم]", []), ("قال [PER علي]", []), ("الرئيس، [PER علي]", []),
            ("الرئيس\n[PER علي]", []), ("اجتمع الرئيس أمس مع [PER علي]", []), ("[PER علي]", []),
            ("يقوده مدربه البرتغالي [PER سليم]", []), ("لعب أمام الفرنسي [PER سليم]", []),
            ("أرشيف مؤسسة العلامة [PER علي]", []), ("العميد ركن [PER علي]", ["العميد ركن"]),
            ("الفريق أول ركن [PER علي]", ["الفريق أول"]), ("المدربة الألمانية [PER هدى]", ["المدربة"]),
            ("بعث ولي عهده الأمين الشيخ [PER صباح الخالد]", ["الشيخ"]),
            ("قال رئيس [ORG الاتحاد العمالي العام] [PER بشارة الأسمر] إن", ["رئيس الاتحاد العمالي العام"]),
            ("قالت رئيسة [ORG المفوضية الأوروبية] [PER هدى] إن", ["رئيسة المفوضية الأوروبية"]),
            ("قال رئيس حكومة الوحدة الوطنية [PER علي] إن", ["رئيس حكومة الوحدة الوطنية"]),
            ("قال رئيس مجلس النواب السابق [PER علي] إن", ["رئيس مجلس النواب"]),
            ("استقبل الرئيس وزير الخارجية الأميركي [PER علي]", ["وزير الخارجية"]),
            ("وتستقبل رئيسة الوزراء وزير الدفاع [PER علي]", ["وزير الدفاع"]),
            ("قال ولي العهد رئيس الوزراء [PER علي]", ["رئيس الوزراء", "ولي العهد"]),
            ("زار الرئيس [PER علي]", ["الرئيس"]), ("استقبل ولي العهد الأمير [PER علي]", ["الأمير", "ولي العهد"]),
            ("استقبل الملك الأمير [PER علي]", ["الأمير"]),
            ("قال رئيس النيابة العامة [PER علي] إن", ["رئيس النيابة العامة"]),
            ("كتب الصحفي [PER سمير قصير]", ["الصحفي"]), ("زار القائد العام [PER حفتر]", ["القائد العام"]),
        ] as [(String, [String])]
    )
    func titles(text: String, titles: [String]) throws {
        let report = try report(text)
        let person = try #require(report.entities.first { $0.type == .person })
        #expect(person.titles == titles)
        #expect(person.mentions.allSatisfy { !$0.text.hasPrefix("ال") || $0.text.hasPrefix("الأسد") })
    }

    @Test(
        "a minister has all of his portfolios",
        arguments: [
            ("قال وزير الثقافة والإعلام والسياحة [PER علي] إن", ["وزير الثقافة والإعلام والسياحة"]),
            (
                "مع وزير الداخلية والجماعات المحلية والتهيئة العمرانية [PER علي]",
                ["وزير الداخلية والجماعات المحلية والتهيئة العمرانية"]
            ),
            ("ووزير الطوارئ وإدارة الكوارث [PER علي]", ["وزير الطوارئ وإدارة الكوارث"]),
            ("ووزيرة الاقتصاد والمالية المغربية [PER هدى]", ["وزيرة الاقتصاد والمالية"]),
            ("وزير أملاك الدولة والشؤون العقارية [PER علي]", ["وزير أملاك الدولة والشؤون العقارية"]),
            // Another person's.
            ("الشاعر والروائي [PER علي]", ["الروائي", "الشاعر"]),
            ("وزير الداخلية وصاحب السمو الملكي الأمير [PER علي]", ["الأمير"]),
            ("وزير الخارجية والسفير [PER علي]", ["السفير"]), ("محافظ القليوبية والدكتورة [PER هدى]", ["الدكتورة"]),
            ("مدير المدرسة والطالب [PER علي]", []),
        ] as [(String, [String])]
    )
    func portfolios(text: String, titles: [String]) throws {
        let person = try #require(try report(text).entities.first { $0.type == .person })
        #expect(person.titles == titles)
    }

    @Test(
        "the word before a title may make it another one, or someone else's",
        arguments: [
            ("نائب الرئيس [PER كامالا هاريس]", ["نائب الرئيس"]), ("وصلت نائبة المدير [PER هدى]", ["نائبة المدير"]),
            ("ونائب الرئيس الإيراني السابق [PER علي]", ["نائب الرئيس"]),
            ("مع وكيل المحافظ [PER سليم]", ["وكيل المحافظ"]), ("مساعد الأمين العام [PER علي]", ["مساعد الأمين العام"]),
            ("رأى مدرب الفريق [PER غروس]", ["مدرب الفريق"]), ("لهداف الفريق [PER سليم]", ["هداف الفريق"]),
            ("يلعب لاعب الرائد [PER سليم]", ["لاعب الرائد"]), ("وإداري الفريق الأول [PER علي]", ["إداري الفريق الأول"]),
            ("مدير مكتب وزير الإسكان [PER علي]", ["مدير مكتب وزير الإسكان"]),
            ("قال زعيم المعارضة [PER علي]", ["زعيم المعارضة"]), ("مدير شرطة محافظة جدة اللواء [PER علي]", ["اللواء"]),
            ("سجل بطل العالم السابق [PER سليم]", ["بطل العالم"]), ("في كأس العالم [PER علي]", []),
            ("زوجة الرئيس [PER هدى]", []), ("ونجل وزير الدفاع [PER علي]", []), ("شقيق الشيخ [PER زايد]", []),
            ("المتحدث باسم الرئيس [PER علي]", []), ("أمين المحافظة [PER علي]", ["أمين المحافظة"]),
            ("قائد فريق النجوم [PER علي]", []), ("والدة اللاعب الدكتورة [PER هدى]", ["الدكتورة"]),
            // Those that stay as they are.
            ("قال الفريق [PER علي]", ["الفريق"]), ("نائب الفريق الركن [PER علي]", ["الفريق الركن"]),
            ("رتبة فريق أول [PER علي]", ["فريق أول"]), ("فريق المدرب [PER علي]", ["المدرب"]),
            ("معالي الوزير [PER علي]", ["الوزير"]), ("سمو الأمير [PER علي]", ["الأمير"]),
            ("فضيلة الشيخ [PER علي]", ["الشيخ"]), ("سعادة السفير [PER علي]", ["السفير"]),
            ("محافظ جدة الأمير [PER علي]", ["الأمير", "محافظ جدة"]), ("مستشار الرئيس [PER علي]", ["الرئيس"]),
            ("وكيل اللاعب [PER علي]", ["اللاعب"]), ("قال العالم المصري [PER زويل]", ["العالم"]),
            ("المعارض [PER علي]", ["المعارض"]), ("باسم الملك [PER سلمان]", ["الملك"]),
            ("نائب وزير الدفاع [PER علي]", ["نائب وزير الدفاع"]), ("مكتب وزير الدفاع [PER علي]", ["وزير الدفاع"]),
        ] as [(String, [String])]
    )
    func neighbours(text: String, titles: [String]) throws {
        let person = try #require(try report(text).entities.first { $0.type == .person })
        #expect(person.titles == titles)
    }

    @Test(
        "an office is shown with the body or the place that it is held in",
        arguments: [
            ("قال الأمين العام ل[ORG جبهة التحرير الوطني] [PER علي] إن", ["الأمين العام لجبهة التحرير الوطني"]),
            ("وقالت الأمينة العامة ل[ORG حزب العمال] [PER لويزة حنون]", ["الأمينة العامة لحزب العمال"]),
            ("والأمين العام ل[ORG لأمم المتحدة] [PER أنطونيو غوتيريش]", ["الأمين العام للأمم المتحدة"]),
            ("الرئيس التنفيذي ل[ORG هيئة الكتاب] الدكتور [PER علي]", ["الدكتور", "الرئيس التنفيذي لهيئة الكتاب"]),
            ("أشار الأمين العام لـ«[ORG أوبك]» [PER علي] إلى", ["الأمين العام لـ«أوبك»"]),
            ("المتحدث باسم \"[ORG حماس]\" [PER علي]", ["المتحدث باسم \"حماس\""]),
            ("قال الأمين العام «ل[ORG حزب العمال] [PER علي]", []),
            ("السفير السعودي لدى [LOC لبنان] [PER وليد بخاري]", ["السفير السعودي لدى لبنان"]),
            ("مع السفير الأميركي في [LOC بيروت] [PER علي]", ["السفير الأميركي في بيروت"]),
            ("قال مراسل [ORG الجزيرة] في [LOC غزة] [PER علي]", ["مراسل الجزيرة في غزة"]),
            ("القيادي في [ORG حركة حماس] [PER علي]", ["القيادي في حركة حماس"]),
            ("أستاذ العلوم السياسية ب[ORG جامعة القاهرة] [PER علي]", ["أستاذ العلوم السياسية بجامعة القاهرة"]),
            ("رئيس قسم الجراحة في [ORG مستشفى الملك فهد] [PER علي]", ["رئيس قسم الجراحة في مستشفى الملك فهد"]),
            ("نائب رئيس قسم الجراحة في [ORG المستشفى] [PER علي]", ["نائب رئيس قسم الجراحة في المستشفى"]),
            ("مدير التعليم ب[LOC منطقة حائل] [PER علي]", ["مدير التعليم بمنطقة حائل"]),
            ("المتحدث باسم [ORG هيئة الأركان] العقيد [PER علي]", ["العقيد", "المتحدث باسم هيئة الأركان"]),
            ("قالت المتحدثة باسم الوزارة [PER هدى]", ["المتحدثة باسم الوزارة"]),
            (
                "المتحدث العسكري باسم القوات المسلحة المصرية [PER علي]",
                ["المتحدث العسكري باسم القوات المسلحة المصرية"]
            ),
            ("الأمين العام ل[ORG حزب العمال] السابق [PER علي]", ["الأمين العام لحزب العمال السابق"]),
            ("سفير [LOC سلطنة عمان] [PER علي]", ["سفير سلطنة عمان"]),
            ("حاكم [LOC إقليم دارفور] [PER علي]", ["حاكم إقليم دارفور"]),
            // None, or another's.
            ("التقى الرئيس في [ORG الأمم المتحدة] [PER علي]", []), ("التقى السفير في [LOC بيروت] [PER علي]", []),
            ("التقى وزير الخارجية في [LOC القاهرة] [PER علي]", []), ("زوجة الأمين العام ل[ORG الحزب] [PER هدى]", []),
            ("قال الأمين العام، ل[ORG حزب العمال] [PER علي]", []), ("قدم الشاعر ل[ORG جمعية البر] [PER علي]", []),
            ("الأمين العام ل[ORG حزب العمال] و[PER علي]", []), ("الأمين العام ل[ORG حزب العمال] مع [PER علي]", []),
            ("الأمين العام ل[ORG حزب العمال] والدكتور [PER علي]", ["الدكتور"]), ("ل[ORG حزب العمال] [PER علي]", []),
            ("قال الرئيس في [LOC القاهرة] لدى [ORG الجامعة] [PER علي]", []), ("المتحدث باسم الرئيس [PER علي]", []),
        ] as [(String, [String])]
    )
    func offices(text: String, titles: [String]) throws {
        let person = try #require(try report(text).entities.first { $0.type == .person })
        #expect(person.titles == titles)
    }

    @Test(
        "a title behind a name is read where it can be nobody else",
        arguments: [
            ("قال [PER علي] المحلل في [ORG شركة ريستاد إنرجي] إن", ["المحلل في شركة ريستاد إنرجي"]),
            ("وقال [PER سمير ديلو] عضو هيئة الدفاع إن", ["عضو هيئة الدفاع"]),
            ("وقال [PER علي] رئيس لجنة الصحة في البرلمان إن", ["رئيس لجنة الصحة في البرلمان"]),
            ("وأكد [PER علي]، رئيس اللجنة الوطنية، أن", ["رئيس اللجنة الوطنية"]),
            (
                "قال الدكتور [PER علي]، أستاذ القانون ب[ORG جامعة القاهرة]، إن",
                ["الدكتور", "أستاذ القانون بجامعة القاهرة"]
            ),
            ("قال [PER علي] وزير الطاقة الإماراتي أمس السبت إن", ["وزير الطاقة الإماراتي"]),
            ("وأكد [PER علي]، أمير منطقة الرياض، أن", ["أمير منطقة الرياض"]),
            ("وأكد [PER علي]، أمير [LOC الكويت]، أن", ["أمير الكويت"]),
            ("وقال [PER علي]، المتحدث الرسمي باسم الوزارة، إن", ["المتحدث الرسمي باسم الوزارة"]),
            ("قال [PER علي]، الطبيب الشرعي للمقاطعة، إن", ["الطبيب الشرعي للمقاطعة"]),
            // Whom he met, a clause, a list, somebody else.
            ("الحكام [PER علي]، سلطان الشمري، فهد العلي", []), ("حضر [PER علي]، الدكتور نبيل كوشك، وعمر", []),
            ("مع [PER علي]، الفريق الركن عثمان المحرج مدير الأمن، و", []),
            ("الإمام [PER علي]، رائد الإصلاح والشيخ رفاعة، وغيرهما", ["الإمام"]),
            ("التقى [PER علي] وزير الخارجية الروسي. وقال إن", []), ("أبلغ [PER علي] رئيس اللجنة أن", []),
            ("قال [PER علي] رئيسا للجنة إن", []),
            ("حضر [PER علي]، رئيس اللجنة", []), ("حضر [PER علي]، رئيس اللجنة.", []), ("قال [PER علي]، إن", []),
            ("قال [PER علي] السابق إن", []), ("قال [PER علي] المصري إن", []), ("قال [PER علي]", []),
            ("وأكد [PER علي]،\nرئيس اللجنة، أن", []), ("وأكد [PER علي]، مع رئيس اللجنة، أن", []),
        ] as [(String, [String])]
    )
    func appositions(text: String, titles: [String]) throws {
        let person = try #require(try report(text).entities.first { $0.type == .person })
        #expect(person.titles == titles)
    }

    @Test(
        "an office right behind a name is read where only one person can be meant, to where it is whole",
        arguments: [
            ("عن [PER علي] قائد الحرس قوله إن", ["قائد الحرس"]),
            ("قال [PER علي] رئيس اللجنة الذي زار المدينة إن", ["رئيس اللجنة"]),
            ("وأوضح [PER علي] مدير [ORG الهيئة العامة للسياحة] في [LOC الأحساء] بأن", ["مدير الهيئة العامة للسياحة"]),
            ("وقع صاحب السمو الأمير [PER علي] رئيس [ORG مدينة العلوم]، و", ["الأمير", "رئيس مدينة العلوم"]),
            ("مع [PER علي] الرئيس التنفيذي ل[ORG لشركة السعودية]، و", ["الرئيس التنفيذي للشركة السعودية"]),
            (
                "حضر [PER سعد]، والدكتور [PER علي] مدير عام فرع [ORG وزارة التجارة]، و",
                ["الدكتور", "مدير عام فرع وزارة التجارة"]
            ),
            ("حضر [PER سعد]، و[PER علي] مدير التعليم بمنطقة حائل، و", ["مدير التعليم"]),
            ("افتتح [PER علي] محافظ [LOC الأحساء] معرض الكتاب", ["محافظ الأحساء"]),
            ("ترأس [PER علي] أمير المنطقة الشرقية اجتماع المجلس", ["أمير المنطقة الشرقية"]),
            (
                "بعث الأمير [PER علي] ولي العهد نائب رئيس [ORG مجلس الوزراء] وزير الداخلية برقية",
                ["الأمير", "ولي العهد", "نائب رئيس مجلس الوزراء"]
            ),
            ("برقية لفخامة الرئيس [PER علي] رئيس جمهورية [LOC المالديف] بمناسبة", ["الرئيس", "رئيس جمهورية المالديف"]),
            ("وقال [PER علي] الباحث في [ORG معهد كارنيغي] عبر الهاتف", ["الباحث في معهد كارنيغي"]),
            ("صرح [PER علي] المتحدث باسم [ORG الخارجية] للصحافيين", ["المتحدث باسم الخارجية"]),
            ("وأوضح [PER علي] رئيس مجلس التنمية السياحية أن", ["رئيس مجلس التنمية السياحية"]),
            (
                "قال [PER علي] مستشار خادم الحرمين الشريفين أمير منطقة مكة",
                ["مستشار خادم الحرمين الشريفين", "أمير منطقة مكة"]
            ),
            ("مع [PER علي] محلل السوق لدى [ORG أوبشنز] في", ["محلل السوق لدى أوبشنز"]),
            ("عن [PER علي] المشرف العام على [ORG مركز الإغاثة] قوله", ["المشرف العام على مركز الإغاثة"]),
            // Whom he met, where he said it, to whom, and a name.
            ("التقى [PER علي] وزير الخارجية في [LOC القاهرة]", []), ("شكر [PER علي] مدير [ORG الهيئة] على ذلك", []),
            ("قال [PER علي] وزير الخارجية في [LOC القاهرة]", ["وزير الخارجية"]),
            ("قال [PER علي] رئيس الوزراء ل[ORG قناة العربية]", ["رئيس الوزراء"]),
            ("قال [PER علي] الرئيس في [LOC القاهرة]", []), ("قال [PER علي] سلطان الشمري", []),
            ("قال [PER علي] المدير لشركة ما", []), ("حضر [PER سعد]، وشكر [PER علي] مدير المدرسة، و", []),
        ] as [(String, [String])]
    )
    func officesBehind(text: String, titles: [String]) throws {
        let persons = try report(text).entities.filter { $0.type == .person }
        #expect(try #require(persons.first { $0.name == "علي" }).titles == titles)
    }

    @Test("what a worker may say of marks alone, and of a body without end, gives no office")
    func strangeBodies() throws {
        for text in [
            "قال [PER علي] \u{64B}[LOC \u{64C}] إن", "قال [PER علي] \u{64B} رئيس \u{64B} \u{64B}[LOC \u{64C}]",
        ] {
            #expect(try report(text).entities.first { $0.type == .person }?.titles == [])
        }
        let endless = try report("قال [PER علي] مدير [ORG " + String(repeating: "هيئة ", count: 100) + "النقل] إن")
            .entities
        #expect(endless.first { $0.type == .person }?.titles == [])
    }

    @Test(
        "a form of address may be written by its first letter",
        arguments: [
            ("قال د. [PER علي] إن", ["د."]), ("وقال اللواء د.[PER علي] إن", ["د.", "اللواء"]),
            ("وأ.د. [PER علي] إن", ["أ.د."]), ("مع مدير المستشفى م. [PER علي]", ["م.", "مدير المستشفى"]),
            ("حضر أحمد. [PER علي]", []), ("في عام 2010 م. [PER علي]", []),
        ] as [(String, [String])]
    )
    func abbreviations(text: String, titles: [String]) throws {
        let person = try #require(try report(text).entities.first { $0.type == .person })
        #expect(person.titles == titles)
    }

    @Test("of two titles before a name the first may be another person's")
    func neighboursOfPersons() throws {
        let king = try report("بعث خادم الحرمين الشريفين الملك [PER سلمان] برقية").entities.first
        #expect(king?.titles == ["الملك", "خادم الحرمين الشريفين"])
        let guest = try report("استقبل [PER تميم] أمير [LOC قطر] الرئيس [PER أردوغان]").entities
        #expect(guest.first { $0.name == "أردوغان" }?.titles == ["الرئيس"])
        let officer = try report("التقى [PER تميم] وزير الدفاع الفريق [PER حفتر]").entities
        #expect(officer.first { $0.name == "حفتر" }?.titles == ["الفريق", "وزير الدفاع"])
        let servant = try report("حضر السكرتير الخاص لخادم الحرمين الشريفين [PER تميم] الحفل").entities.first
        #expect(servant?.titles == [])
        let deputy = try report("قال نائب رئيس [ORG شرطة دبي] الفريق [PER خلفان] إن").entities
        #expect(deputy.first { $0.type == .person }?.titles == ["الفريق", "نائب رئيس شرطة دبي"])
    }

    @Test("titles of all mentions come together, by frequency")
    func together() throws {
        let report = try report(
            "السيد [PER سيرغي لافروف]. وزير الخارجية [PER لافروف]. وزير الخارجية [PER لافروف]. الوزير [PER لافروف]"
        )
        #expect(report.entities.count == 1)
        #expect(report.entities[0].titles == ["وزير الخارجية", "السيد", "الوزير"])
    }

    @Test("adjectives are a layer of their own, by country, and count for it")
    func nisbas() throws {
        var article = MarkedArticle("[LOC روسيا] و[LOC فرنسا] والروسي والروسية والمصري")
        let text = Array(article.outline.article.text.unicodeScalars)
        func place(_ word: String, in findings: Findings?) throws -> Range<Int> {
            let letters = Array(word.unicodeScalars)
            let start = try #require(
                text.indices.first { text[$0...].starts(with: letters) && text[$0 - 1] == "و" }
            )
            return start..<start + letters.count
        }
        let findings = article.findings[0]
        article.findings[0]?.nisbas = [
            NisbaMention(range: try place("الروسي", in: findings), country: "RU"),
            NisbaMention(range: try place("الروسية", in: findings), country: "RU"),
            NisbaMention(range: try place("المصري", in: findings), country: "EG"),
        ]
        let report = try article.report(lexicon: try BuiltInModel.model().gazetteer)
        #expect(report.nisbas.map(\.name) == ["روسيا", "مصر"])
        #expect(report.nisbas[0].links["iso3166"] == "RU" && report.nisbas[0].links["wikidata"] == "Q159")
        #expect(report.nisbas[0].entity.map { report.entities[$0].name } == "روسيا")
        #expect(report.nisbas[1].entity == nil)
        #expect(report.nisbas.flatMap(\.mentions).map(\.text) == ["الروسي", "الروسية", "المصري"])
        let russia = try #require(report.entity("روسيا"))
        let france = try #require(report.entity("فرنسا"))
        #expect(russia.salience > france.salience)
        #expect(try ReportReader.report(from: report.json(pretty: true)) == report)
        #expect(try OutsideValidator.faults(in: [report]) == nil)
    }

    @Test(
        "an adjective that is a word as well is its country's only where the article names it",
        arguments: [
            ("[LOC روسيا] والأسواق المالية", "المالية", "ML", false),
            ("[LOC باماكو] والحكومة المالية", "المالية", "ML", true),
            ("[LOC روسيا] ومجريات الأحداث", "مجريات", "HU", false),
            ("[LOC المجر] والوزير المجري", "المجري", "HU", true),
            ("[LOC روسيا] والوزير الهنغاري", "الهنغاري", "HU", true),
        ]
    )
    func everydayNisbas(text: String, word: String, country: String, counts: Bool) throws {
        var article = MarkedArticle(text)
        let written = Array(article.outline.article.text.unicodeScalars)
        let letters = Array(word.unicodeScalars)
        let start = try #require(written.indices.first { written[$0...].starts(with: letters) })
        article.findings[0]?.nisbas = [NisbaMention(range: start..<start + letters.count, country: country)]
        let report = try article.report(lexicon: try BuiltInModel.model().gazetteer)
        #expect(report.nisbas.isEmpty == !counts)
    }
}
