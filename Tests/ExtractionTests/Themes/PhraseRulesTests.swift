import ArabicText
import Articles
import Extraction
import Foundation
import Testing

@Suite("What belongs to a phrase")
struct PhraseRulesTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    private struct PhraseRow {
        var values: [Int32]

        subscript(feature: PhraseFeature) -> Int32 { values[feature.rawValue] }
    }

    /// The candidates of `text`, each in the form in which it would be shown, with what the ranker looks at.
    private func candidates(_ text: String, names: [EntityMention] = []) -> [String: PhraseRow] {
        var extractor = ThemeExtractor(model: model)
        let found = ThemeRanking(model: model).candidates(
            text: text,
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [Findings(mentions: names, phraseWords: extractor.findings(in: TokenizedText(text)).phraseWords)]
        )
        var rows: [String: PhraseRow] = [:]
        for (row, text) in found.texts.enumerated() {
            let values = found.features.values[row * PhraseFeatures.count..<(row + 1) * PhraseFeatures.count]
            rows[text] = PhraseRow(values: Array(values))
        }
        return rows
    }

    private func keyphrases(_ text: String, title: String? = nil, names: [EntityMention] = []) -> [RankedPhrase] {
        model.phrases(of: text, title: title, mentions: names)
    }

    @Test(
        "an adjective that its noun can't take belongs to the noun before that",
        arguments: [
            ("أجهزة الأمن الإسرائيلية", "الأمن الإسرائيلية"), ("وزير الخارجية الروسي", "الخارجية الروسي"),
            ("وسائل الإعلام الباكستانية", "الإعلام الباكستانية"), ("مجلس المدينة المركزي", "المدينة المركزي"),
            ("وكالة التعليم السعودية", "التعليم السعودية"), ("وزير الداخلية المصري", "الداخلية المصري"),
        ]
    )
    func headless(text: String, piece: String) throws {
        let found = candidates(text)
        #expect(try #require(found[piece])[.severed] == 1024)
        #expect(try #require(found[text])[.severed] == 0)
    }

    @Test(
        "one that it can take may be its own",
        arguments: [
            ("أزمة الأسواق السعودية", "الأسواق السعودية"), ("وزارة الدفاع الأميركية", "الدفاع"),
            ("اتفاق الدول العربية", "الدول العربية"), ("قرار المجلس العسكري", "المجلس العسكري"),
            ("جامعة البحوث العلمية", "البحوث العلمية"), ("تقرير المنظمة الدولية", "المنظمة الدولية"),
        ]
    )
    func agreeing(text: String, piece: String) throws {
        #expect(try #require(candidates(text)[piece])[.severed] == 0)
    }

    @Test(
        "what ends before the word that it needs is cut off",
        arguments: [
            ("ارتفاع أسعار العقارات", "ارتفاع أسعار"), ("أسعار العقارات", "أسعار"),
            ("وزير الخدمة المدنية", "وزير الخدمة"), ("سيارات جديدة", "سيارات"),
        ]
    )
    func cutOff(text: String, piece: String) throws {
        #expect(try #require(candidates(text)[piece])[.severed] == 1024)
        #expect(try #require(candidates(text)[text])[.severed] == 0)
    }

    @Test("a name ends the phrase, but for an adjective of its own")
    func behindName() {
        func found(_ text: String, _ name: Range<Int>, _ type: EntityType) -> Set<String> {
            Set(candidates(text, names: [EntityMention(range: name, type: type, confidence: 900)]).keys)
        }
        #expect(!found("في اليمن التواصل", 3..<8, .location).contains("اليمن التواصل"))
        #expect(found("في اليمن السعيد", 3..<8, .location).contains("اليمن السعيد"))
        #expect(!found("سعود الفيصل الوزير", 0..<11, .person).contains("سعود الفيصل الوزير"))
        #expect(!found("كاديلاك مستمرة", 0..<7, .organization).contains("كاديلاك مستمرة"))
        let fair = found("في بيروت معرض الكتاب", 3..<8, .location)
        #expect(!fair.contains("بيروت معرض الكتاب") && fair.contains("معرض الكتاب"))
    }

    @Test(
        "words that say something of a topic are told from others",
        arguments: [("الاستخبارات", true), ("الطاولة", false)]
    )
    func subjects(word: String, isSubject: Bool) throws {
        let subject = try #require(candidates(word)[word])[.subject]
        #expect((subject > 0) == isSubject)
    }

    private static let article = """
        قالت الأمانة إن الحدائق العامة ستفتح غدا. وأضافت أن الزوار يجدون هناك ألعاب الأطفال. ويرى السكان أن النفايات المتراكمة \
        عند المداخل ما زالت مشكلة. وتقول البلدية إن عمالها يعملون كل يوم.
        """

    @Test("what the title says is what the article is about")
    func title() throws {
        func score(_ phrases: [RankedPhrase]) -> Int {
            phrases.first { $0.text == "ألعاب الأطفال" }?.score ?? 0
        }
        let without = keyphrases(Self.article)
        let with = keyphrases(Self.article, title: "أين ألعاب الأطفال؟")
        #expect(score(with) > score(without))
    }

    @Test("a name of many words is shown whole, where it stands whole each time")
    func extent() throws {
        let name = "مركز الملك سلمان للإغاثة والأعمال الإنسانية"
        let text = "أعلن \(name) عن حملة في اليمن. وقال مدير \(name) إن الحملة مستمرة، وشكر العاملين على جهدهم."
        let found = keyphrases(text)
        let whole = try #require(found.first { $0.text == name })
        #expect(whole.mentions.map { CodePointIndex(text)[$0.range] } == [name, name])
        #expect(!found.prefix(10).contains { $0.text != name && name.contains($0.text) && $0.text.contains(" ") })
    }

    @Test("a piece of a name of many words is shown as the whole name")
    func wholeName() throws {
        let name = "سليمان بن عبد الله بن صالح العمرو"
        let text = "حضر الحفل \(name) من الدفاع المدني."
        let range = 10..<10 + name.unicodeScalars.count
        let found = keyphrases(text, names: [EntityMention(range: range, type: .person, confidence: 900)])
        #expect(found.contains { $0.text == name })
        #expect(!found.contains { $0.text != name && name.contains($0.text) })
    }

    @Test("a clitic that only the name's beginning tells is cut off")
    func cliticBeforeName() {
        let name = EntityMention(range: 14..<25, type: .person, confidence: 900)
        let found = candidates("أسامة المولد وقصي الخيبري", names: [name])
        #expect(found["قصي الخيبري"] != nil)
        #expect(found["وقصي الخيبري"] == nil)
    }

    @Test(
        "what opens a sentence is its verb where it may be one",
        arguments: [
            ("طرح الشاعر قصيدته.", "طرح الشاعر", false), ("جاء بعد طرح الشاعر قصيدته.", "طرح الشاعر", true),
            ("وتعاقد نادي الاتحاد مع حارس.", "تعاقد نادي الاتحاد", false), ("سعر النفط يرتفع.", "سعر النفط", true),
            ("يزن الكبد حوالي كيلو.", "يزن الكبد", false),
        ]
    )
    func verbs(text: String, phrase: String, isPhrase: Bool) {
        #expect((candidates(text)[phrase] != nil) == isPhrase)
    }

    @Test(
        "what is mostly a verb is a noun where it can be none",
        arguments: [
            ("أقيمت ورشة عمل أمس.", "ورشة عمل", true), ("وفرت الشركة بيئة عمل آمنة.", "بيئة عمل", true),
            ("أعدت خطة منع الهدر.", "خطة منع الهدر", true), ("جاء ذلك بعد رفض العرض.", "رفض العرض", true),
            ("سافر لمنع الحرب.", "منع الحرب", true), ("قال إن الوزير رفض العرض.", "رفض العرض", false),
            ("منع القانون التدخين.", "منع القانون", false), ("وحكم القاضي بالسجن.", "حكم القاضي", false),
        ]
    )
    func nouns(text: String, phrase: String, isPhrase: Bool) {
        #expect((candidates(text)[phrase] != nil) == isPhrase)
    }

    @Test("the crown prince is one")
    func crownPrince() {
        #expect(candidates("استقبل ولي العهد الوفد.")["ولي العهد"] != nil)
        #expect(candidates("وصل ولي ولي العهد.")["ولي العهد"] != nil)
    }

    @Test(
        "a phrase does not begin with what belongs to somebody",
        arguments: [
            ("أنهى الفريق معسكره الخارجي. وكان معسكره الخارجي مفيدا.", "معسكره الخارجي", false),
            ("أعلنت الشركة أرباحها التشغيلية. وزادت أرباحها التشغيلية.", "أرباحها التشغيلية", false),
            ("بعد توجيه الاتهام عاد. وكان توجيه الاتهام مفاجئا.", "توجيه الاتهام", true),
            ("أعلنت هيئه الهلال الأحمر ذلك. وقالت هيئه الهلال الأحمر إنه حدث.", "هيئه الهلال الأحمر", true),
        ]
    )
    func possessed(text: String, phrase: String, isShown: Bool) {
        #expect(keyphrases(text).contains { $0.text == phrase } == isShown)
    }

    @Test("a plural of people is no phrase with the adjective of one that stands before it")
    func primeMinister() {
        let text = "قال رئيس الوزراء العراقي إن الحوار مستمر. وأضاف رئيس الوزراء العراقي أن الاتفاق قريب."
        let found = keyphrases(text).map(\.text)
        #expect(found.contains("رئيس الوزراء العراقي"))
        #expect(!found.contains("الوزراء العراقي"))
    }

    @Test("a word that always has a pronoun, or tanween, is no phrase")
    func incomplete() {
        let texts = ["إن مجتمعهم يريد الأمن. ومجتمعهم يريد السلام.", "إن المجتمع يريد الأمن. والمجتمع يريد السلام."]
        let found = texts.map { keyphrases($0).contains { $0.text.contains("مجتمع") } }
        #expect(found == [false, true])
    }

    @Test("a person's title is the end of no phrase")
    func personsTitle() {
        let text = "استقبل وزير الدفاع الأمير محمد بن سلمان الوفد."
        let name = EntityMention(range: 26..<39, type: .person, confidence: 900)
        let found = candidates(text, names: [name])
        #expect(found["وزير الدفاع"] != nil)
        #expect(found["وزير الدفاع الأمير"] == nil)
        #expect(found["الأمير"] == nil)
        #expect(candidates("استقبل الأمير الوفد.")["الأمير"] != nil)
    }

    @Test("words that any article of its kind has name little, unless they are a name")
    func common() throws {
        #expect(try #require(candidates("اللاعبين")["اللاعبين"])[.common] == 1)
        #expect(try #require(candidates("لقب البطولة")["لقب البطولة"])[.common] == 1)
        #expect(try #require(candidates("بطولة آسيا")["بطولة آسيا"])[.common] == 0)
        let club = [EntityMention(range: 0..<6, type: .organization, confidence: 900)]
        #expect(try #require(candidates("البطولة", names: club)["البطولة"])[.common] == 0)
    }

    @Test("the first phrases say each thing once, in whatever form")
    func restated() {
        let text = """
            تحدث الكتاب عن الندوات في المساجد. وقال العلماء إن المسجد بيت للعبادة، وإن مساجد المدينة القديمة لا تكفي. وقالت الجهات \
            الحكومية إن كل جهة حكومية تدرس الأمر، وإن العيادات التخصصية السعودية غير العيادات السعودية. وفي الجهات الحكومية \
            لجنة للمساجد.
            """
        let first = keyphrases(text).prefix(9).map(\.text)
        func count(_ forms: [String]) -> Int { first.count { phrase in forms.contains(phrase) } }
        #expect(count(["المسجد", "المساجد", "مساجد المدينة القديمة"]) == 1)
        #expect(count(["الجهات الحكومية", "جهة حكومية"]) == 1)
        #expect(count(["العيادات التخصصية السعودية", "العيادات السعودية"]) == 1)
    }

    @Test("the author of a column, whom the title names, is no phrase of it")
    func author() {
        let text = "عبير الدخيل \(Self.article)"
        func names(_ title: String) -> Int {
            keyphrases(text, title: title).count { $0.text.contains("عبير") || $0.text.contains("الدخيل") }
        }
        #expect(names("عبير الدخيل: حدائقنا") == 0)
        #expect(names("سعاد الدخيل: حدائقنا") > 0)
    }

    @Test("a byline says nothing of the article")
    func byline() {
        let text = "أميرة المولد – عين اليوم\n\(Self.article)"
        #expect(!keyphrases(text).contains { $0.text.contains("أميرة") || $0.text.contains("المولد") })
        #expect(keyphrases(text).allSatisfy { phrase in phrase.mentions.allSatisfy { $0.range.lowerBound > 24 } })
    }

    @Test("no phrase ends where a name goes on", arguments: ["مشعل بن عبدالرحمن بن ماجد", "تركي أبو ماجد"])
    func joined(name: String) {
        let found = candidates(name)
        #expect(found[name] != nil || name.split(separator: " ").count > 4)
        #expect(!found.keys.contains { $0.hasSuffix(" بن") || $0.hasSuffix(" أبو") })
    }

    @Test(
        "what a phrase has in common with one above it",
        arguments: [
            ("لاس فيجاس", "لاس فيغاس", [.shared: 512, .like: 512, .sound: 1024, .aboveSound: 1024, .sameHead: 1024]),
            ("ترامب", "دونالد ترامب", [.single: 1024, .shared: 1024, .aboveShared: 512, .sameEnd: 1024, .sameHead: 0]),
            ("أسعار النفط", "النفط", [.single: 0, .aboveSingle: 1024, .shared: 512, .aboveShared: 1024]),
            ("المساجد", "مسجد النور", [.shared: 0, .like: 1024, .aboveLike: 512, .singleHead: 1024]),
        ] as [(String, String, [PairFeature: Int32])]
    )
    func pairs(phrase: String, above: String, expected: [PairFeature: Int32]) throws {
        let text = "في «\(phrase)» من «\(above)»."
        var extractor = ThemeExtractor(model: model)
        let found = ThemeRanking(model: model).candidates(
            text: text,
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [Findings(phraseWords: extractor.findings(in: TokenizedText(text)).phraseWords)]
        )
        let row = try #require(found.texts.firstIndex(of: phrase))
        let other = try #require(found.texts.firstIndex(of: above))
        let values = try #require(DoubleModel.values(of: found.likenesses[row], and: found.likenesses[other]))
        for (feature, value) in expected { #expect(values[feature.rawValue] == value, "\(feature)") }
    }

    @Test("phrases with no word alike are no doubles")
    func unrelated() throws {
        let text = "في «أسعار النفط» من «وزير الطاقة»."
        var extractor = ThemeExtractor(model: model)
        let found = ThemeRanking(model: model).candidates(
            text: text,
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [Findings(phraseWords: extractor.findings(in: TokenizedText(text)).phraseWords)]
        )
        let row = try #require(found.texts.firstIndex(of: "أسعار النفط"))
        let other = try #require(found.texts.firstIndex(of: "وزير الطاقة"))
        #expect(DoubleModel.values(of: found.likenesses[row], and: found.likenesses[other]) == nil)
    }
}
