import Testing

/// Names that the words around them tell, on sentences of our own.
@Suite("Names that their sentence tells")
struct ToldNamesTests {
    @Test(
        "what a noun names in quotation marks",
        arguments: [
            ("عرضت القناة فيلم «باب الحديد» مساء.", ["MISC باب الحديد"]),
            (
                "شارك في أفلام: «غروب وشروق»، و«شيء في صدري»، و«الأرض».",
                ["MISC غروب وشروق", "MISC شيء في صدري", "MISC الأرض"]
            ),
            ("قدمت مسلسلها الكوميدي الجديد \"يوميات ونيسة\" ثم سافرت.", ["MISC يوميات ونيسة"]),
            ("افتتح مطعم «زرياب» فرعا جديدا.", ["ORG زرياب"]),
            ("كشفت الشركة عن هاتف Zenfone Max للجمهور.", ["MISC Zenfone Max"]),
            // What is said of it.
            ("ووصفت الأغنية \"مرحة\" بلا تردد.", []),
            ("إن المؤسسة \"ليس لديها ما تخفيه\" أبدا.", []),
        ] as [(String, [String])]
    )
    func quoted(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test("a clitic stands before a quotation mark, not behind it")
    func quotedLetters() throws {
        #expect(try FoundMentions.labelled(in: "عرض فيلم «بنات الفيوم» في القاعة.") == ["MISC بنات الفيوم"])
    }

    @Test(
        "newspapers",
        arguments: [
            ("رابط الخبر بصحيفة الوئام", ["ORG الوئام"]),
            ("وأكد المدير لـ«سبق» أن العمل مستمر.", ["ORG سبق"]),
            ("سبق – الرياض: افتتح المدير المعرض.", ["ORG سبق", "LOC الرياض"]),
            ("وقد سبق أن افتتح المدير المعرض.", []),
            ("ولم تتمكن «الشرق الأوسط» من الحصول على رد.", ["ORG الشرق الأوسط"]),
            ("زار المبعوث دول الشرق الأوسط مرتين.", ["LOC الشرق الأوسط"]),
        ] as [(String, [String])]
    )
    func papers(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "places",
        arguments: [
            (
                "تشمل أحياء النسيم، والربيع، والشاطئ الغربي، والصواري.",
                ["LOC النسيم", "LOC الربيع", "LOC الشاطئ الغربي", "LOC الصواري"]
            ),
            ("خطب في جامع الإمام أنس بن مالك أمس", ["LOC جامع الإمام أنس بن مالك", "DATE أمس"]),
            ("يباع جوز الهند في الأسواق بعد صلاة المغرب.", []),
            ("زار مدن المنطقة والمحافظة والمركز.", []),
        ] as [(String, [String])]
    )
    func places(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test(
        "bodies of the states of the Maghreb",
        arguments: [
            ("أوقفت عناصر الدرك الملكي شخصا يشتبه في تورطه.", ["ORG الدرك الملكي"]),
            ("وقالت النيابة العمومية إن البحث مستمر.", ["ORG النيابة العمومية"]),
            ("وتدخلت وحدات الحماية المدنية لإخماد الحريق.", ["ORG الحماية المدنية"]),
            ("حصل اللاجئون على حق الحماية المدنية في البلاد.", []),
            ("وفر القانون الحماية للعمال.", []),
        ] as [(String, [String])]
    )
    func stateBodies(text: String, expected: [String]) throws {
        #expect(try FoundMentions.labelled(in: text) == expected)
    }

    @Test("events are called by their years, too")
    func years() throws {
        #expect(try FoundMentions.labelled(in: "فاز بلقب كأس العالم 1986 مع منتخب بلاده.") == ["MISC كأس العالم 1986"])
        #expect(try FoundMentions.labelled(in: "شارك في أولمبياد بكين 2008م لأول مرة.") == ["MISC أولمبياد بكين 2008م"])
    }

    @Test("a person's name goes on behind «بن»")
    func persons() throws {
        let found = try FoundMentions.labelled(in: "واستقبل الرئيس العام الأمير عبدالله بن مساعد وفد الاتحاد.")
        #expect(found.contains("PER عبدالله بن مساعد"))
    }
}
