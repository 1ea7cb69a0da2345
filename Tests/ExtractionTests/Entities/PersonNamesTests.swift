import Testing

/// Where persons' names begin and end, by the persons, titles and words around them, on sentences of our own.
@Suite("Persons' names")
struct PersonNamesTests {
    private static func persons(in text: String) throws -> [String] {
        try FoundMentions.labelled(in: text).filter { $0.hasPrefix("PER ") }.map { String($0.dropFirst(4)) }
    }

    @Test(
        "who stands in a row of persons is one",
        arguments: [
            (
                "وأدى الممثل بسام كوسا وسلافة معمار وأمل عرفة وسوزان نجم الدين ومنى واصف أدوارهم.",
                ["بسام كوسا", "سلافة معمار", "أمل عرفة", "سوزان نجم الدين"]
            ),
            (
                "استدعى المدرب موسى التعمري ويزن النعيمات وعلي علوان ونور الروابدة.",
                ["موسى التعمري", "يزن النعيمات", "علي علوان", "نور الروابدة"]
            ),
            (
                "وتوج فيكتور أوسيمين وأديمولا لوكمان وسيرهو غيراسي ومحمد قدوس وساديو ماني بالجوائز.",
                ["فيكتور أوسيمين", "أديمولا لوكمان", "سيرهو غيراسي", "محمد قدوس"]
            ),
            ("قال إن بافل طالباني وقوباد طالباني يدعمان الاتفاق.", ["بافل طالباني", "قوباد طالباني"]),
            // What only looks like one.
            ("الأغنية من كلمات سميرة مداح وألحان تركي.", ["سميرة مداح"]),
        ] as [(String, [String])]
    )
    func rows(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "a title tells that the first name belongs to the person",
        arguments: [
            ("وأشارت النائبة عالية نصيف إلى ملفات أخرى.", ["عالية نصيف"]),
            ("وقالت المخرجة مرضية مشكيني إن الفيلم جاهز.", ["مرضية مشكيني"]),
        ] as [(String, [String])]
    )
    func firstNames(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "what looks like a preposition behind a title is the name's first letter",
        arguments: [
            ("حضرت الإعلامية لميس الحديدي الحفل.", ["لميس الحديدي"]),
            ("حاكم الشارقة سمو الشيخة بدور القاسمي.", ["بدور القاسمي"]),
            ("التقى نظيره السنغالي باسيرو ديوماي في داكار.", ["باسيرو ديوماي"]),
            ("أشاد المدرب بمحمد صلاح بعد المباراة.", ["محمد صلاح"]),
        ] as [(String, [String])]
    )
    func prepositions(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "a name goes on to its last word",
        arguments: [
            ("ونعت النقابة الصحفية شيرين أبو عاقلة في القدس.", ["شيرين أبو عاقلة"]),
            ("أحيا الفنان لونيس آيت منقلات حفلا.", ["لونيس آيت منقلات"]),
            ("استقبل أمير البلاد الشيخ مشعل الأحمد الجابر الصباح الوفد.", ["مشعل الأحمد الجابر الصباح"]),
            ("قال بدر باسلمة وزير النقل في الحكومة إن العمل مستمر.", ["بدر باسلمة"]),
            ("وقال العميد محمد طماح: إن العمل مستمر.", ["محمد طماح"]),
            ("وقال جاك وارنر إن العمل مستمر.", ["جاك وارنر"]),
            (
                "حضر الحفل ماجد الزهراني، ومصطفى بصاص، وخالد العمري.",
                ["ماجد الزهراني", "مصطفى بصاص", "خالد العمري"]
            ),
            ("التقى رئيسة المفوضية أورسولا فون دير لاين في بروكسل.", ["أورسولا فون دير لاين"]),
            ("زار البابا تواضروس الثاني الكنيسة.", ["تواضروس الثاني"]),
            ("وقال ليفنسون إن العمل مستمر.", ["ليفنسون"]),
            // First names that are places, too.
            ("أعلنت جورجيا ميلوني رئيسة الوزراء ميزانيتها.", ["جورجيا ميلوني"]),
            ("وسجل بغداد بونجاح هدفين في المباراة.", ["بغداد بونجاح"]),
            // What the person does is no surname.
            ("وقال كيري مازحا في الاجتماع إن السفر طويل.", ["كيري"]),
        ] as [(String, [String])]
    )
    func surnames(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "a name ends before what becomes of the person",
        arguments: [
            ("وقال إن ماجد فرج سيتوجهان إلى القاهرة.", ["ماجد فرج"]),
            ("وقالت إن ستيف ويتكوف وجاريد كوشنر سيلتقيان الوفد.", ["ستيف ويتكوف", "جاريد كوشنر"]),
            ("شهد الاحتفال الدكتور أحمد الطيب شيخ الأزهر الشريف.", ["أحمد الطيب"]),
            ("وأشاد الطيب بجهود مدبولي في هذا الملف.", ["الطيب", "مدبولي"]),
            (
                "بعث خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز آل سعود برقية تهنئة لفخامة الرئيس.",
                ["سلمان بن عبدالعزيز آل سعود"]
            ),
            ("حضرت الملكة إليزابيث الثانية الحفل.", ["إليزابيث الثانية"]),
            // Armenian, not a verb.
            ("وقال خاتشيك سيمونيان إن العمل مستمر.", ["خاتشيك سيمونيان"]),
        ] as [(String, [String])]
    )
    func ends(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "titles that look like names are none",
        arguments: [
            ("وقال رائد الفضاء سلطان النيادي إن الرحلة ناجحة.", ["سلطان النيادي"]),
            ("وشدد آية الله العظمى السيد علي السيستاني على الوحدة.", ["علي السيستاني"]),
        ] as [(String, [String])]
    )
    func titles(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }
}
