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
