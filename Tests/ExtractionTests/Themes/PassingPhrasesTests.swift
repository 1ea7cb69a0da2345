import ArabicText
import Articles
import Extraction
import Testing

@Suite("Phrases of what an article is not about")
struct PassingPhrasesTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    /// The phrases of `text` with `title`, where `names` are of the type that is given with each.
    private func phrases(_ text: String, title: String? = nil, _ names: [(String, EntityType)] = []) -> [RankedPhrase] {
        model.phrases(of: text, title: title, names: names)
    }

    @Test(
        "an agency or newspaper that carried the news is no phrase, one that the title names is",
        arguments: [
            ("قالت وكالة الأنباء الألمانية إن القطار تأخر.", "وكالة الأنباء الألمانية", nil, false),
            ("وذكرت صحيفة الوطن أن القطار تأخر.", "صحيفة الوطن", nil, false),
            ("وقالت الوكالة الوطنية للإعلام إن القطار تأخر.", "الوكالة الوطنية للإعلام", nil, false),
            (
                "دشنت وكالة الأنباء الألمانية موقعها.", "وكالة الأنباء الألمانية", "وكالة الأنباء الألمانية تدشن موقعا",
                true
            ),
            ("أطلقت وكالة الفضاء المصرية القمر.", "وكالة الفضاء المصرية", nil, true),
        ]
    )
    func carriers(text: String, name: String, title: String?, isShown: Bool) {
        #expect(phrases(text, title: title, [(name, .organization)]).contains { $0.text == name } == isShown)
    }

    @Test(
        "a hotel, school or chapter that is named once is no phrase, unless the title has it",
        arguments: [
            ("اجتمع الخبراء في فندق النخيل أمس.", "فندق النخيل", nil, false),
            ("جرى الاقتراع في مدرسة السعيدية أمس.", "مدرسة السعيدية", nil, false),
            ("اندلع حريق في فندق النخيل أمس.", "فندق النخيل", "حريق في فندق النخيل", true),
            ("اجتمع الخبراء في فندق النخيل. وعاد فندق النخيل إلى العمل.", "فندق النخيل", nil, true),
        ]
    )
    func venues(text: String, name: String, title: String?, isShown: Bool) {
        #expect(phrases(text, title: title, [(name, .location)]).contains { $0.text == name } == isShown)
    }

    @Test(
        "on which side of a place something is, is no phrase",
        arguments: [
            ("وقع الانفجار جنوب غربي القاهرة.", "جنوب غربي القاهرة"),
            ("وقع الانفجار شمال مدينة العلا.", "شمال مدينة العلا"),
        ]
    )
    func sides(text: String, phrase: String) {
        #expect(!phrases(text, [("القاهرة", .location), ("العلا", .location)]).contains { $0.text == phrase })
    }

    @Test(
        "a definite phrase right before a person's name is the person's title or its end",
        arguments: [
            ("حصلت المصورة السعودية نجلاء الخليفة على الجائزة.", "المصورة السعودية", false),
            ("نقل عن وزير النفط الكويتي نجلاء الخليفة قوله.", "النفط الكويتي", false),
            ("تأسست المصورة السعودية. وفازت نجلاء الخليفة.", "المصورة السعودية", true),
        ]
    )
    func appositions(text: String, phrase: String, isShown: Bool) {
        #expect(phrases(text, [("نجلاء الخليفة", .person)]).contains { $0.text == phrase } == isShown)
    }

    @Test(
        "no indefinite phrase stops before a number, unless that is a year",
        arguments: [
            ("تمكن الأمن من إحباط تهريب 32 كيلو من المواد.", "إحباط تهريب", false),
            ("تمكن الأمن من إحباط تهريب المواد.", "إحباط تهريب المواد", true),
            ("بدأت اللجنة الإعداد لموسم حج 1436هـ أمس.", "موسم حج", true),
        ]
    )
    func numbers(text: String, phrase: String, isShown: Bool) {
        #expect(phrases(text).contains { $0.text == phrase } == isShown)
    }

    @Test("three indefinite words and more that stand once are no phrase")
    func indefinite() {
        let found = phrases("أعلنت الوزارة مقتل ضابط شرطة مصري برصاص مجهولين.").map(\.text)
        #expect(!found.contains("مقتل ضابط شرطة مصري"))
    }

    @Test(
        "a person who is named once, among others or behind who came, is no phrase",
        arguments: [
            ("فاز بالمقاعد سمير الخالدي، ووديع الحداد، ونبيل شاهين.", nil, false),
            ("افتتح المحافظ المعرض بحضور مدير التعليم المهندس وديع الحداد.", nil, false),
            ("افتتح المحافظ المعرض، يرافقه المهندس وديع الحداد.", nil, false),
            ("افتتح المحافظ المعرض. وقال المهندس وديع الحداد إن المعرض كبير.", nil, true),
            ("افتتح المعرض بحضور كثيرين. وقال المهندس وديع الحداد إن المعرض كبير.", nil, true),
            ("افتتح المحافظ المعرض بحضور وديع الحداد. وشكر الحداد المحافظ.", nil, true),
            ("افتتح المحافظ المعرض بحضور وديع الحداد.", "تكريم وديع الحداد", true),
        ]
    )
    func company(text: String, title: String?, isShown: Bool) {
        let names = ["وديع الحداد", "سمير الخالدي", "نبيل شاهين"].map { ($0, EntityType.person) }
        #expect(phrases(text, title: title, names).contains { $0.text == "وديع الحداد" } == isShown)
    }

    @Test(
        "what goes on to the name of such a person is no phrase",
        arguments: [
            ("فاز بالمقاعد سمير الخالدي، ووديع الحداد، ونبيل شاهين.", "المقاعد"),
            ("حضر اللقاء وديع الحداد وسمير الخالدي.", "اللقاء"),
        ]
    )
    func goingOnToCompany(text: String, noun: String) {
        let names = ["وديع الحداد", "سمير الخالدي", "نبيل شاهين"].map { ($0, EntityType.person) }
        let found = phrases(text, names).map(\.text)
        #expect(!found.contains { $0.hasPrefix(noun + " ") }, "\(found)")
    }

    @Test(
        "whom courtesy names, far from the beginning, is no phrase, unless the title names the person",
        arguments: [
            ("-حفظه الله-", nil, false), ("، يحفظه الله،", nil, false), ("- أيده الله -", nil, false),
            ("في جدة", nil, true),
            ("-حفظه الله-", "الملك سلمان بن عبدالعزيز يستقبل الفائزين", true),
        ]
    )
    func courtesy(wish: String, title: String?, isShown: Bool) {
        let text = """
            افتتح مدير الزراعة المبنى الجديد أمس، وقال إن المبنى يخدم المزارعين في المحافظة، وإن العمل فيه سيبدأ الأسبوع المقبل \
            بعد نقل الموظفين. ورفع الشكر إلى الملك سلمان بن عبدالعزيز \(wish) على اهتمامه.
            """
        let found = phrases(text, title: title, [("سلمان بن عبدالعزيز", .person)]).map(\.text)
        #expect(found.contains { $0.hasSuffix("سلمان بن عبدالعزيز") } == isShown, "\(found)")
    }

    @Test("a wish is no phrase")
    func wish() {
        let text = "قال النبي صلى الله عليه وسلم ذلك. وكان الرسول صلى الله عليه وسلم في المدينة."
        #expect(!phrases(text).contains { $0.text.hasPrefix("صلى") })
    }

    @Test(
        "who took the picture or wrote the text is no phrase",
        arguments: [
            "(تصوير: وديع الحداد) افتتح المحافظ المعرض أمس.", "افتتح المحافظ المعرض أمس. عدسة وديع الحداد",
            "وديع الحداد – الطائف افتتح المحافظ المعرض أمس.", "وديع الحداد- الطائف افتتح المحافظ المعرض أمس.",
        ]
    )
    func credits(text: String) {
        let found = phrases(text, title: "المحافظ يفتتح المعرض", [("وديع الحداد", .person), ("الطائف", .location)])
        #expect(!found.contains { $0.text == "وديع الحداد" })
    }

    @Test(
        "nothing is annexed to a body whose name is a word of its own",
        arguments: [("واجه تشيلسي بطل الدوري خصمه.", "تشيلسي"), ("أبقت أوبك سقف الإنتاج.", "أوبك")]
    )
    func annexed(text: String, name: String) {
        let found = phrases(text, [(name, .organization)]).map(\.text)
        #expect(found.contains(name))
        #expect(!found.contains { $0.hasPrefix(name + " ") })
    }

    @Test(
        "of the titles that stand before a person's name each time one word is shown with it at most",
        arguments: [
            ("صاحب السمو الملكي الأمير", 4), ("سعادة الأمين العام الفريق الركن", 4), ("المندوب الدائم السفير", 4),
        ]
    )
    func titlesOfNames(titles: String, most: Int) {
        let text = "استقبل \(titles) مشعل بن ماجد الوفد. وقال \(titles) مشعل بن ماجد إن الزيارة مهمة."
        let found = phrases(text, [("مشعل بن ماجد", .person)]).map(\.text).filter { $0.hasSuffix("مشعل بن ماجد") }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.split(separator: " ").count <= most }, "\(found)")
    }

    @Test("a surname stands for the whole name, with the places of both, where it is one person's")
    func surnames() throws {
        let text = "زار قاسم سليماني موسكو. وقال سليماني إن الزيارة مهمة. وعاد سليماني مساء. وصرح سليماني بذلك."
        let found = phrases(text, [("قاسم سليماني", .person), ("سليماني", .person), ("موسكو", .location)])
        let person = try #require(found.first { $0.text == "قاسم سليماني" })
        #expect(person.mentions.count == 4)
        #expect(!found.contains { $0.text == "سليماني" })
    }
}
