import Testing

/// First names that look like titles or words, and those that the title before them tells, on sentences of our own.
@Suite("First names that are words as well")
struct GivenNamesTests {
    private static func persons(in text: String) throws -> [String] {
        try FoundMentions.labelled(in: text).filter { $0.hasPrefix("PER") }.map { String($0.dropFirst(4)) }
    }

    @Test(
        "«الشيخ» before «ولد» is a first name",
        arguments: [
            ("قال العقيد الشيخ ولد أحمد إن العملية انتهت.", ["الشيخ ولد أحمد"]),
            ("وثمن العمدة الشيخ ولد حمادي هذه اللفتة.", ["الشيخ ولد حمادي"]),
            ("وقال الشيخ محمد بن راشد إن المشروع مستمر.", ["محمد بن راشد"]),
        ] as [(String, [String])]
    )
    func sheikhs(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "behind a title a first name may be a word, but no adjective",
        arguments: [
            ("وأقيمت الدورة للمدربة عالية الغامدي أمس.", ["عالية الغامدي"]),
            ("وسجل المدافع الدولي خالد عبدالله هدفا.", ["خالد عبدالله"]),
        ] as [(String, [String])]
    )
    func titled(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "a surname behind «عبد» with its name, and behind his title",
        arguments: [
            ("وقال الناشط عبد الرحمن عبدي إن اللاجئين بحاجة إلى ذلك.", ["عبد الرحمن عبدي"]),
            ("وقال الناشط عبد الرحمن إن اللاجئين بحاجة إلى ذلك.", ["عبد الرحمن"]),
            ("وتعهد رئيسه محمود عجاج بتسليمه قريبا.", ["محمود عجاج"]),
        ] as [(String, [String])]
    )
    func servants(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "a name ends before what else somebody is called",
        arguments: [
            ("أعلن الجيش مقتل عبد الله مكي الرفيعي المكنى «أبو خديجة».", ["عبد الله مكي الرفيعي", "أبو خديجة"])
        ] as [(String, [String])]
    )
    func called(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "what a tribe is called is nobody's name",
        arguments: [
            ("وحضر الحفل وجهاء قبيلة أولاد داود من المنطقة.", []),
            ("انتهى النزاع بين عشيرتي البو محمد والسواعد.", []),
            ("أصدر وليد الهواشلة بيانا أمس.", ["وليد الهواشلة"]),
        ] as [(String, [String])]
    )
    func tribes(text: String, expected: [String]) throws {
        #expect(try Self.persons(in: text) == expected)
    }

    @Test(
        "a first letter that looks like a clitic is the name's own where no clitic may stand",
        arguments: [
            ("افتتح المعرض بمشاركة بادي كوسغريف مؤسس القمة.", "PER بادي كوسغريف"),
            ("تواصل سياسة الهدم في وادي الخليل وأم متنان ورأس جرابة.", "LOC أم متنان"),
            ("تضرر الطريق الرابط بين باسكنو والنعمة بسبب السيول.", "LOC باسكنو"),
            ("سلمت الشركة الجائزة إلى محمد بن علي.", "PER محمد بن علي"),
        ]
    )
    func letters(text: String, expected: String) throws {
        #expect(try FoundMentions.labelled(in: text).contains(expected))
    }

    @Test(
        "of all Arab countries, first letters and all",
        arguments: [
            "إسراء", "لميس", "بوجمعة", "بختيار", "وهيبة", "مليكة", "لجين", "أفنان", "بابكر", "المامي", "لمرابط",
            "ورسمي",
            "تيراب", "قويدر", "زوليخة", "نامق", "عيضة", "الداه", "بهيرة", "كايد",
        ]
    )
    func ofAllCountries(name: String) throws {
        for sentence in [
            "وأوضحت \(name) الشمري أن الاجتماع انتهى مساء أمس دون اتفاق.",
            "والتقى الوزير في مكتبه \(name) الشمري وبحثا سير العمل.",
        ] {
            #expect(try FoundMentions.labelled(in: sentence).contains("PER \(name) الشمري"), "\(sentence)")
        }
    }
}
