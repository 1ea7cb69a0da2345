import ArabicText
import Articles
import Extraction
import Testing

@Suite("What is wrong with a phrase's form")
struct PhraseFlawsTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    private func phrases(_ text: String, _ name: String? = nil, _ type: EntityType = .organization) -> [String] {
        let tokens = TokenizedText(text)
        var extractor = ThemeExtractor(model: model)
        let found = extractor.findings(in: tokens)
        let names = name.map { name in
            text.ranges(of: name)
                .map { range in
                    let start = text[..<range.lowerBound].unicodeScalars.count
                    let end = start + name.unicodeScalars.count
                    return EntityMention(range: start..<end, type: type, confidence: 900)
                }
        }
        return ThemeRanking(model: model).themes(
            text: text,
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [
                Findings(mentions: names ?? [], phraseWords: found.phraseWords, tokenCount: tokens.tokens.count)
            ]
        ).keyphrases.map(\.text)
    }

    /// Words in ة, so that ه is known to be none.
    private static let careful = """
        قالت المدربة إن المباراة صعبة، وإن الخطة الجديدة جيدة. وأضافت أن الإدارة مقتنعة بالمجموعة كلها.
        """

    @Test(
        "who writes ة means «his» by a final ه, but for words that have it",
        arguments: [
            ("انتهى معسكره. وكان معسكره مفيدا.", "معسكره", false),
            ("كان زميله المصور حاضرا. وعاد زميله المصور.", "زميله المصور", false),
            ("طالب العمال بتصحيح أوضاعهم. وتم تصحيح أوضاعهم.", "تصحيح أوضاعهم", false),
            ("وصل الفريق إلى المدينة لمعسكره الخارجي. وبدأ العمل بمعسكره الخارجي.", "معسكره الخارجي", false),
            ("افتتح منتزه الردف. وزار الناس منتزه الردف.", "منتزه الردف", true),
            ("وصلت مياه الشرب. وجاءت مياه الشرب.", "مياه الشرب", true),
        ]
    )
    func possessed(text: String, phrase: String, isShown: Bool) {
        #expect(phrases("\(text) \(Self.careful)").contains(phrase) == isShown)
    }

    @Test(
        "an indefinite accusative is no phrase, its tanween written or not; a name that ends so is one",
        arguments: [
            ("ضم النادي لاعبا. وطلب النادي لاعبا.", "لاعبا", "النادي", false),
            ("شهدت المدينة سجالا حادا. وكان سجالا حادا.", "سجالا حادا", "المدينة", false),
            ("شهدت المدينة سجالاً حادّاً. وكان سجالاً حادّاً.", "سجالاً حادّاً", "المدينة", false),
            ("سجلت ألمانيا رقما قياسيا. وكان رقما قياسيا.", "رقما قياسيا", "ألمانيا", false),
            ("زارت ناسا المختبر. وقالت ناسا ذلك.", "ناسا", "ناسا", true),
        ]
    )
    func accusatives(text: String, phrase: String, name: String, isShown: Bool) {
        #expect(phrases(text, name).contains(phrase) == isShown)
    }

    @Test("a form without tanween is shown where there is one")
    func nominatives() {
        let found = phrases("طلب النادي مهاجما. وجاء مهاجما من الخارج، وكان مهاجما جيدا، وقال مهاجم إنه سعيد.")
        #expect(!found.contains("مهاجما"))
    }

    @Test("one word and what is attached to it is no phrase where it is said once, but a name is")
    func attachments() {
        let text = "مرت دورية للشرطة قرب المبنى. واتجهت إلى الميدان."
        #expect(!phrases(text).contains("دورية للشرطة"))
        #expect(phrases(text, "دورية للشرطة").contains("دورية للشرطة"))
    }

    @Test(
        "neither is an adjective with what is attached to it; an event that is said again is one",
        arguments: [
            ("سافر الوفد التابع للهلال الأحمر أمس. وعاد الوفد صباحا.", "التابع للهلال الأحمر", false),
            ("أعلن الحزب الترشح للانتخابات. وبدأ الترشح للانتخابات صباحا.", "الترشح للانتخابات", true),
        ]
    )
    func longAttachments(text: String, phrase: String, isShown: Bool) {
        #expect(phrases(text).contains(phrase) == isShown)
    }

    @Test(
        "what somebody is who has a name is no phrase, a group, a place and a name with it are",
        arguments: [
            ("وصل المدرب الفرنسي إلى الملعب. وقال المدرب الفرنسي إنه راض.", "المدرب الفرنسي", false),
            ("قال المتحدث الرسمي إن الطريق مغلق. وأضاف المتحدث الرسمي أنه سيفتح.", "المتحدث الرسمي", false),
            ("وصلت المعارضة السورية إلى جنيف. وقالت المعارضة السورية ذلك.", "المعارضة السورية", true),
            ("تراجع العالم الإسلامي في الصناعة. ونهض العالم الإسلامي بعد ذلك.", "العالم الإسلامي", true),
        ]
    )
    func titles(text: String, phrase: String, isShown: Bool) {
        #expect(phrases(text).contains(phrase) == isShown)
    }

    @Test(
        "no phrase is a dual or plural in the form that it has behind other words",
        arguments: [
            ("اعتقلت الشرطة مهندسين متدربين. وأفرجت عن مهندسين متدربين.", "مهندسين متدربين"),
            ("اعتقلت الشرطة مهندسين متدربين. وأفرجت عن مهندسين متدربين.", "متدربين"),
        ]
    )
    func obliques(text: String, phrase: String) {
        #expect(!phrases(text).contains(phrase))
    }

    @Test(
        "an adjective with what it is so in names nothing",
        arguments: [
            ("أوقفت الشرطة رجلا تركي الجنسية. وكان السائق تركي الجنسية.", "تركي الجنسية"),
            ("صادرت البلدية أغذية منتهية الصلاحية. وباع التاجر ألبانا منتهية الصلاحية.", "منتهية الصلاحية"),
        ]
    )
    func looseConstructs(text: String, phrase: String) {
        #expect(!phrases(text).contains(phrase))
    }

    @Test("the second of two adjectives belongs to a phrase as the first does, and a noun with «و» does not")
    func conjoinedAdjectives() {
        let found = phrases("نوقشت القضايا الإقليمية والدولية أمس. وبحث الوزيران القضايا الإقليمية والدولية.")
        #expect(found.contains("القضايا الإقليمية والدولية") && !found.contains("القضايا الإقليمية"))
        let other = phrases("نوقشت القضايا الإقليمية والأزمة أمس. وبحث الوزيران القضايا الإقليمية والأزمة.")
        #expect(!other.contains("القضايا الإقليمية والأزمة") || other.contains("القضايا الإقليمية"))
    }

    @Test("the adjective of a noun before is no end of a phrase")
    func headless() {
        let found = phrases("غادر وزير الخارجية الأميركي المدينة. وقال وزير الخارجية الأميركي إنه راض.")
        #expect(!found.contains("الخارجية الأميركي"))
    }

    @Test("an ordinal belongs to a definite phrase that it stands behind each time")
    func ordinals() {
        let found = phrases("وصل الفريق الكروي الأول. وعاد الفريق الكروي الأول إلى ملعبه.")
        #expect(found.contains("الفريق الكروي الأول") && !found.contains("الفريق الكروي"))
        let other = phrases("وصل الفريق الكروي الأول. وعاد الفريق الكروي إلى ملعبه.")
        #expect(!other.contains("الفريق الكروي الأول") || other.contains("الفريق الكروي"))
    }

    @Test("a form without a pronoun is shown where there is one")
    func surface() {
        let found = phrases("وقع انحراف. وكان انحرافه مفاجئا، وانحرافه مقلقا، وانحرافه سبب الحادث. \(Self.careful)")
        #expect(!found.contains("انحرافه"))
    }

    @Test("a piece that opens a name each time is shown as all of it")
    func piece() {
        let name = "المرصد السوري لحقوق الإنسان"
        let found = phrases("قال \(name) إن القصف مستمر. وأضاف \(name) أن القتال شديد.", name)
        #expect(found.contains(name) && !found.contains("المرصد السوري"))
    }

    @Test("a phrase goes on to the word that it is cut off from")
    func severed() {
        let text = "وزعت العبوات على مؤشر التماسك الاجتماعي. وقال الخبراء إن مؤشر التماسك الاجتماعي مرتفع."
        #expect(!phrases(text).contains("مؤشر التماسك"))
    }

    @Test(
        "who was spoken to is no phrase",
        arguments: [
            ("وقال الخبير لـ«عكاظ» إن الأسعار مرتفعة.", false), ("وفي تصريح لـ \"عكاظ\" نفى الخبير ذلك.", false),
            ("وعلمت \"عكاظ\" أن الأسعار مرتفعة.", false),
            ("قال لـ«عكاظ» ذلك. وأضاف لـ«عكاظ» ذلك. وقال لـ«عكاظ» هذا. وأكد لـ«عكاظ» هذا. وذكر لـ«عكاظ» ذلك.", false),
            ("وافتتح الأمير «عكاظ» أمس.", true),
            ("وزار الخبير سوق عكاظ.", true),
        ]
    )
    func newspaper(text: String, isShown: Bool) {
        #expect(phrases(text, "عكاظ").contains { $0.contains("عكاظ") } == isShown)
    }

    @Test(
        "sums and dates as they are told from the article's day are no phrases, feasts are",
        arguments: [
            ("ارتفعت الأسعار في مايو. وهبطت في مايو.", "مايو", EntityType.date, false),
            ("دفع النادي مليوني يورو. وطلب مليوني يورو.", "مليوني يورو", .money, false),
            ("احتفل الناس في عيد الفطر. وزار الأمير الناس في عيد الفطر.", "عيد الفطر", .date, true),
        ]
    )
    func values(text: String, value: String, type: EntityType, isShown: Bool) {
        #expect(phrases(text, value, type).contains(value) == isShown)
    }

    @Test(
        "no phrase ends in a participle before its preposition",
        arguments: [
            ("انسحبت القوات الموالية للرئيس. وعادت القوات الموالية لحكومته.", "القوات الموالية", false),
            ("وصلت الشركات الراغبة في العقد. ودعيت الشركات الراغبة في ذلك.", "الشركات الراغبة", false),
            ("أغلقت الصحيفة المقربة من الحزب. وعادت الصحيفة المقربة من المعارضة.", "الصحيفة المقربة", false),
            ("وصلت قوات الطوارئ الخاصة بسرعة. وعادت قوات الطوارئ الخاصة بعد ذلك.", "قوات الطوارئ الخاصة", true),
        ]
    )
    func participles(text: String, phrase: String, isShown: Bool) {
        #expect(phrases(text).contains(phrase) == isShown)
    }

    @Test(
        "no phrase ends in a verbal noun before its preposition",
        arguments: [
            ("أعلنت الشرطة الإفراج عن الرهائن. وتم الإفراج عن السائق.", "الإفراج", false),
            ("طلب العمال الحصول على الأجور. وتأخر الحصول على الأجور.", "الحصول", false),
            ("بدأ التعرف على الجثث. وطال التعرف على الجثث.", "التعرف", false),
            ("أصلح القضاء. وقال القضاء كلمته في مجلس القضاء.", "القضاء", true),
        ]
    )
    func verbalNouns(text: String, phrase: String, isShown: Bool) {
        #expect(phrases(text).contains(phrase) == isShown)
    }

    @Test(
        "no phrase begins with the adjective of an indefinite noun before it",
        arguments: [
            ("أظهرت مشاهد تلفزيونية طائرات إطفاء.", "تلفزيونية طائرات"),
            ("وصلت طائرة إماراتية إغاثية.", "إماراتية إغاثية"),
        ]
    )
    func adjectives(text: String, phrase: String) {
        #expect(!phrases(text).contains(phrase))
    }
}
