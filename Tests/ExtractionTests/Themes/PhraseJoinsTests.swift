import ArabicText
import Articles
import Extraction
import Testing

@Suite("Phrases that are cut out of others, or joined of two")
struct PhraseJoinsTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    private func phrases(_ text: String, title: String? = nil, _ names: [(String, EntityType)] = []) -> [String] {
        model.phrases(of: text, title: title, names: names).map(\.text)
    }

    /// Behind a text, so that it has other phrases too.
    private static let rest = "وقال الخبراء إن النتائج مهمة. وأضافوا أن العمل سيستمر حتى نهاية العام."

    @Test(
        "no phrase stops each time where another goes on with its last word, unless that is one of two with «و»",
        arguments: [
            (
                "أصدر الرئيس قرارا بتشكيل فريق عمل لتطوير المعارض. ويضم فريق العمل خبراء، ويبدأ فريق العمل مهمته غدا.",
                "تشكيل فريق عمل لتطوير المعارض", "تشكيل فريق", false
            ),
            (
                "زادت أجرة الأيدي العاملة في البناء. وتشكو الأيدي العاملة من الغلاء، وتطالب الأيدي العاملة بالمزيد.",
                "أجرة الأيدي العاملة", "أجرة الأيدي", false
            ),
            (
                "وصل مدير شرطة منطقة مكة إلى الموقع. وقالت شرطة منطقة مكة إن التحقيق بدأ، وباشرت شرطة منطقة مكة عملها.",
                "مدير شرطة منطقة مكة", "مدير شرطة", false
            ),
            (
                "بدأت حملة أضرار التدخين والمخدرات. وقال الأطباء إن التدخين والمخدرات خطر، وإن التدخين والمخدرات داء.",
                "أضرار التدخين والمخدرات", "أضرار التدخين", true
            ),
        ]
    )
    func cut(text: String, title: String, phrase: String, isShown: Bool) {
        let found = phrases(text, title: title, [("شرطة منطقة مكة", .organization)])
        #expect(found.contains { $0.hasPrefix(phrase) } == isShown, "\(found)")
    }

    @Test("none begins with a name that ends another one")
    func begunByName() {
        let text = """
            دشن رئيس ديوان المظالم بوابة ديوان المظالم الإلكترونية. وقال إن ديوان المظالم يخدم المواطنين.
            """
        let found = phrases(text, [("ديوان المظالم", .organization)])
        #expect(found.contains("ديوان المظالم"), "\(found)")
        #expect(!found.contains("المظالم الإلكترونية"), "\(found)")
    }

    @Test(
        "none goes on from a definite noun to a person's title, to what a verb takes, or from a place to a person",
        arguments: [
            ("استقبل صاحب السمو الملكي الأمير فيصل بن بندر الوفد.", "الملكي الأمير"),
            ("ألقت الشرطة المصرية القبض على سائق. وألقت الشرطة المصرية القبض على آخر.", "الشرطة المصرية القبض"),
            ("فتحت القوات الفرنسية النار على سيارة.", "القوات الفرنسية النار"),
            (
                "قال وكيل محافظة بلقرن فايز العلياني إن الخطة جديدة. وأضاف وكيل محافظة بلقرن فايز العلياني ذلك.",
                "بلقرن فايز العلياني"
            ),
            ("هنأ رئيس مجلس الإدارة المدير العام للشركة. وكرم الموظفين.", "الإدارة المدير"),
        ]
    )
    func twoNouns(text: String, phrase: String) {
        let found = phrases(
            "\(text) \(Self.rest)",
            [("فيصل بن بندر", .person), ("محافظة بلقرن", .location), ("فايز العلياني", .person)]
        )
        #expect(!found.contains { $0.contains(phrase) }, "\(found)")
    }

    @Test(
        "a participle that is said of nobody without its preposition ends no phrase, a pronoun behind it or not",
        arguments: [
            ("وصلت الحكومة المعترف بها إلى المدينة. واجتمعت الحكومة المعترف بها.", "الحكومة المعترف"),
            ("تحدثت المرأة المعتدى عليها. وبكت المرأة المعتدى عليها.", "المرأة المعتدى"),
            ("رعت اللجنة السجناء المفرج عنهم. وشكر السجناء المفرج عنهم اللجنة.", "السجناء المفرج"),
            ("أصلحت الشركة الطرق المؤدية إليها. وأغلقت الطرق المؤدية إليها.", "الطرق المؤدية"),
        ]
    )
    func passives(text: String, phrase: String) {
        let found = phrases("\(text) \(Self.rest)")
        #expect(!found.contains(phrase), "\(found)")
    }

    @Test("a phrase is shown with its own adjective, where it stands with that of the noun before as well")
    func adjectiveOfItsOwn() {
        let text = """
            غادر وزير الخارجية الفرنسي المدينة. وقالت الخارجية الفرنسية إن الزيارة ناجحة. وعاد وزير الخارجية الفرنسي مساء، وقال \
            وزير الخارجية الفرنسي إنه راض.
            """
        let found = phrases(text)
        #expect(!found.contains("الخارجية الفرنسي"), "\(found)")
        #expect(found.contains { $0.hasSuffix("الخارجية الفرنسية") }, "\(found)")
    }

    @Test(
        "a noun that opens a sentence right before who did it is the past of a verb",
        arguments: [
            ("كشف المتحدث الإعلامي تفاصيل الحادث.", "كشف المتحدث"), ("نفى المتحدث الرسمي الخبر.", "نفى المتحدث"),
            ("وفاز الفريق السعودي بالكأس.", "فاز الفريق"),
        ]
    )
    func pasts(text: String, phrase: String) {
        let found = phrases("\(text) \(Self.rest)")
        #expect(!found.contains { $0.hasPrefix(phrase) }, "\(found)")
    }

    @Test(
        "keywords that are run together with the text's end make no phrases",
        arguments: [
            ("استمر العمل حتى المساء. سمات تحطم مروحية مقتل طيار", "تحطم مروحية", false),
            ("استمر العمل حتى المساء. كلمات مفتاحية تحطم مروحية مقتل طيار", "تحطم مروحية", false),
            ("استمر العمل حتى المساء. وبحث الخبراء سمات تحطم مروحية", "تحطم مروحية", true),
            ("وقع تحطم مروحية أمس. سمات تحطم مروحية مقتل طيار", "تحطم مروحية", true),
        ]
    )
    func keywords(text: String, phrase: String, isShown: Bool) {
        #expect(phrases(text).contains { $0.contains(phrase) } == isShown, "\(phrases(text))")
    }

    @Test("the rest of names is no phrase", arguments: ["العزيز", "بن عبد العزيز"])
    func halfOfName(piece: String) {
        let text = """
            شكر المدير الملك سلمان بن عبد العزيز آل سعود على الدعم. وعاد فيصل بن عبد العزيز الشمري إلى المدرسة.
            """
        let names = ["سلمان بن عبد العزيز آل سعود", "فيصل بن عبد العزيز الشمري"].map { ($0, EntityType.person) }
        #expect(!phrases(text, names).contains(piece))
    }

    @Test("a noun in ه is of either gender, and shown as it stands most often")
    func nounInHeh() {
        let text = "هبط سعر الجنيه الاسترليني أمس. ودفع التاجر مليار جنيه استرليني. وارتفع سعر الجنيه الاسترليني مساء."
        let found = phrases(text)
        #expect(!found.contains("جنيه استرليني"), "\(found)")
    }
}
