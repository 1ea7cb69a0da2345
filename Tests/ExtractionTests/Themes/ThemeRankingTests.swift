import ArabicText
import Articles
import Extraction
import Foundation
import Testing

@Suite("Themes of an article")
struct ThemeRankingTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    private static let lead = """
        أجرى مسؤولو الاستخبارات في البلدين اتصالات هاتفية لفتح قنوات حوار حول الحرب. ويرى محللون أن الحوار الاستخباراتي \
        يقلل المخاطر.
        """
    private static let body = """
        عودة قنوات الحوار
        قالت السفارة إن قنوات الاستخبارات بقيت مفتوحة في ذلك الوقت. وللحوار الاستخباراتي دور في المفاوضات الدبلوماسية، \
        وبالحوار الاستخباراتي تنتهي الحرب. قنوات الاستخبارات لا تنقطع.
        """

    /// The themes of the pieces, one section each, found by extractors of their own, as of a text of `more` tokens more.
    private func themes(
        _ pieces: [(kind: Section.Kind, text: String)],
        headings: [Range<Int>?] = [],
        mentions: [[EntityMention]] = [],
        title: String? = nil,
        more: Int = 0
    ) -> ArticleThemes {
        var text = ""
        var sections: [Section] = []
        var findings: [Findings?] = []
        for (index, piece) in pieces.enumerated() {
            let start = text.unicodeScalars.count
            text += piece.text
            let heading = index < headings.count ? headings[index] : nil
            sections.append(
                Section(
                    index: index,
                    kind: piece.kind,
                    heading: heading.map { $0.lowerBound + start..<$0.upperBound + start },
                    range: start..<text.unicodeScalars.count
                )
            )
            let tokens = TokenizedText(piece.text)
            var extractor = ThemeExtractor(model: model)
            let found = extractor.findings(in: tokens, heading: heading)
            findings.append(
                Findings(
                    mentions: index < mentions.count ? mentions[index] : [],
                    phraseWords: found.phraseWords,
                    topics: found.topics,
                    tokenCount: tokens.tokens.count + more
                )
            )
        }
        return ThemeRanking(model: model).themes(text: text, title: title, sections: sections, findings: findings)
    }

    @Test("news has no more phrases than are worth it, four at least; a long text that is none has more")
    func places() {
        let pieces = [(kind: Section.Kind.lead, text: Self.lead + "\n"), (.body, Self.body)]
        let untitled = themes(pieces, more: 500).keyphrases
        let titled = themes(pieces, title: "قنوات الاستخبارات").keyphrases
        // The score of -2.1 log odds.
        let least = 454
        #expect(untitled.count > titled.count && untitled.contains { $0.score < least })
        #expect(titled.count >= 4 && titled.dropFirst(4).allSatisfy { $0.score >= least })
        #expect(titled.contains { $0.text == "قنوات الاستخبارات" })
    }

    @Test("the phrases that the article is about come first, each once, in their natural form")
    func phrases() throws {
        let phrases = themes([(.lead, Self.lead + "\n"), (.body, Self.body)]).keyphrases
        let texts = phrases.prefix(8).map(\.text)
        #expect(texts.contains("الحوار الاستخباراتي"))
        #expect(texts.contains("قنوات الاستخبارات"))
        #expect(!phrases.map(\.text).contains { $0.contains("ذلك") || $0 == "الوقت" })
        #expect(Set(phrases.map(\.text)).count == phrases.count)
        let dialogue = try #require(phrases.first { $0.text == "الحوار الاستخباراتي" })
        #expect(dialogue.mentions.count == 3 && dialogue.sections == [0, 1])
    }

    @Test("a person's name is shown whole, not its surname, though that stands oftener")
    func wholeNames() {
        let text =
            "التقى فلاديمير بوتين رئيس الوزراء. وقال بوتين إن الاتفاق قريب. ثم غادر بوتين العاصمة، وعاد بوتين مساء."
        let scalars = Array(text.unicodeScalars)
        let mentions = scalars.indices.compactMap { start -> EntityMention? in
            for name in ["فلاديمير بوتين", "بوتين"].map({ Array($0.unicodeScalars) })
            where scalars[start...].starts(with: name) && (name.count > 5 || scalars[start - 2] != "ر") {
                return EntityMention(range: start..<start + name.count, type: .person, confidence: 900)
            }
            return nil
        }
        let texts = themes([(.lead, text)], mentions: [mentions]).keyphrases.map(\.text)
        #expect(texts.contains("فلاديمير بوتين"))
        #expect(!texts.contains("بوتين") && !texts.contains("فلاديمير"))
    }

    @Test("a word that stands as another's adjective alone is no phrase, and a country is shown by its name")
    func adjectives() {
        let texts = themes([
            (
                .lead,
                "ناقش الوفدان الملفات الحساسة. وعادت الملفات الحساسة. فاز المنتخب المصري في مصر، وسافر المنتخب المصري."
            )
        ]).keyphrases.map(\.text)
        #expect(!texts.contains("الحساسة") && !texts.contains("المصري"))
    }

    @Test(
        "an adjective without its noun is no phrase, and its occurrences are none of its noun's",
        arguments: ["حساس", "حساسة", "الحساسة", "المصري", "خطيراً"]
    )
    func loneAdjectives(word: String) {
        let text = "كان الوضع \(word) في العاصمة. وعاد الوضع \(word). ثم صار \(word)، وبقي \(word) مساء."
        #expect(!themes([(.lead, text)]).keyphrases.map(\.text).contains(word))
        let country = themes([(.lead, "وصل الوفد إلى مصر. قال المصري إن مصر بلده. غادر الفريق المصري مصر.")]).keyphrases
        #expect(country.first { $0.text == "مصر" }?.mentions.count == 3)
    }

    @Test("of a name's spellings one is shown")
    func spellings() {
        let text = "وصل نتنياهو إلى العاصمة. وقال نتانياهو إن الاتفاق قريب. وغادر نتنياهو ثم عاد نتانياهو مساء."
        let scalars = Array(text.unicodeScalars)
        let mentions = scalars.indices.compactMap { start -> EntityMention? in
            for name in ["نتنياهو", "نتانياهو"].map({ Array($0.unicodeScalars) })
            where scalars[start...].starts(with: name) {
                return EntityMention(range: start..<start + name.count, type: .person, confidence: 900)
            }
            return nil
        }
        let texts = themes([(.lead, text)], mentions: [mentions]).keyphrases.map(\.text)
        #expect(texts.filter { $0.hasPrefix("نت") }.count == 1)
    }

    @Test("scores are thousandths, in falling order")
    func scores() {
        let phrases = themes([(.lead, Self.lead + "\n"), (.body, Self.body)]).keyphrases
        #expect(phrases.allSatisfy { (0...1000).contains($0.score) })
        #expect(phrases.map(\.score) == phrases.map(\.score).sorted(by: >))
    }

    @Test("mentions are ranges of the text that hold as many words as the phrase, in order")
    func mentions() {
        let text = Self.lead + "\n" + Self.body
        let index = CodePointIndex(text)
        for phrase in themes([(.lead, Self.lead + "\n"), (.body, Self.body)]).keyphrases {
            #expect(phrase.mentions.map(\.range.lowerBound) == phrase.mentions.map(\.range.lowerBound).sorted())
            for mention in phrase.mentions {
                let words = index[mention.range].split(separator: " ").count
                #expect(words == phrase.text.split(separator: " ").count)
            }
        }
    }

    @Test("the ranking is the same however many extractors found the words, and in whatever order")
    func cutting() {
        let whole = themes([(.lead, Self.lead + "\n"), (.body, Self.body)])
        #expect(themes([(.lead, Self.lead + "\n"), (.body, Self.body)]) == whole)
        let pieces = [Self.lead + "\n", Self.body]
        var extractor = ThemeExtractor(model: model)
        let reversed = pieces.reversed().map { text in
            let tokens = TokenizedText(text)
            let found = extractor.findings(in: tokens)
            return Findings(
                phraseWords: found.phraseWords,
                topics: found.topics,
                tokenCount: tokens.tokens.count
            )
        }
        let first = pieces[0].unicodeScalars.count
        let sections = [
            Section(index: 0, kind: .lead, range: 0..<first),
            Section(index: 1, kind: .body, range: first..<first + pieces[1].unicodeScalars.count),
        ]
        let ranking = ThemeRanking(model: model)
        #expect(ranking.themes(text: pieces.joined(), sections: sections, findings: reversed.reversed()) == whole)
    }

    @Test("boilerplate and sections that were given up say nothing")
    func silent() {
        let whole = themes([(.boilerplate, Self.lead), (.boilerplate, Self.body)])
        #expect(whole == ArticleThemes())
        let length = Self.lead.unicodeScalars.count
        let none = ThemeRanking(model: model).themes(
            text: Self.lead,
            sections: [Section(index: 0, kind: .lead, range: 0..<length)],
            findings: [nil]
        )
        #expect(none == ArticleThemes())
    }

    @Test("what looks poor at a glance would not have been chosen")
    func contenders() throws {
        let sample = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../seeds/intelligence-contacts.txt")
        let text = try String(contentsOf: sample, encoding: .utf8)
        let tokens = TokenizedText(text)
        var extractor = ThemeExtractor(model: model)
        let found = extractor.findings(in: tokens)
        let findings = Findings(phraseWords: found.phraseWords, tokenCount: tokens.tokens.count)
        let sections = [Section(index: 0, kind: .body, range: 0..<text.unicodeScalars.count)]
        func phrases(contenders: Int?) -> [RankedPhrase] {
            ThemeRanking(model: model, contenders: contenders)
                .themes(text: text, sections: sections, findings: [findings]).keyphrases
        }
        #expect(phrases(contenders: nil) == phrases(contenders: .max))
        #expect(phrases(contenders: 5).count <= 5)
    }

    @Test("a heading lifts its phrases")
    func heading() throws {
        let plain = themes([(.lead, Self.lead + "\n"), (.body, Self.body)]).keyphrases
        let headed = themes([(.lead, Self.lead + "\n"), (.body, Self.body)], headings: [nil, 0..<17]).keyphrases
        let before = try #require(plain.first { $0.text == "قنوات حوار" || $0.text == "قنوات الحوار" })
        let after = try #require(headed.first { $0.text == "قنوات حوار" || $0.text == "قنوات الحوار" })
        #expect(after.score > before.score)
    }

    @Test(
        "an article has the topics that it is about",
        arguments: [
            ("15000000", "فاز المنتخب في المباراة النهائية لكأس العالم لكرة القدم بهدف سجله اللاعب في الشوط الثاني"),
            ("17000000", "تتوقع هيئة الأرصاد الجوية هطول أمطار غزيرة وعواصف رعدية ورياحا قوية وانخفاض درجات الحرارة"),
            ("07000000", "قال الطبيب في المستشفى إن اللقاح يحمي المرضى من الفيروس وإن العلاج متاح لمرضى السرطان"),
            ("04000000", "تراجعت أسهم البورصة بعد أن رفع البنك المركزي أسعار الفائدة لمواجهة التضخم والركود"),
            ("20000605", "كشفت وكالة الاستخبارات عن جاسوس في جهاز المخابرات وعن معلومات استخباراتية وعملية تجسس"),
            ("16000000", "اندلعت اشتباكات بين الجيش والمسلحين بعد غارات جوية وقصف مدفعي رغم وقف إطلاق النار"),
        ]
    )
    func topics(code: String, text: String) {
        #expect(themes([(.lead, text)]).topics.map(\.code).contains(code))
    }

    @Test("a text about nothing in the vocabulary has no topic")
    func noTopic() {
        let text = """
            جلس الرجل على الكرسي قرب النافذة ونظر إلى الباب. بعد ساعة قام وذهب إلى الغرفة الأخرى ثم عاد وجلس في المكان \
            نفسه. لم يقل شيئا طوال المساء، وبقي الباب مفتوحا.
            """
        #expect(themes([(.lead, text)]).topics.isEmpty)
    }

    @Test("parents are at least as strong as their children")
    func parents() throws {
        let text = "كشفت وكالة الاستخبارات عن جاسوس في جهاز المخابرات وعن معلومات استخباراتية وعملية تجسس"
        let topics = themes([(.lead, text)]).topics
        let child = try #require(topics.first { $0.code == "20000605" })
        let parent = try #require(topics.first { $0.code == "11000000" })
        #expect(parent.score >= child.score)
    }

    @Test("an outline that does not fit the findings does no harm")
    func outOfRange() {
        let words = [5..<900, 0..<4, -3..<2, 2..<2, 6..<8].map { PhraseWord(range: $0, stem: 7, traits: .max) }
        let topic = TopicScore(concept: 9999, score: 50, evidence: 3)
        let findings = Findings(phraseWords: words, topics: [topic], tokenCount: 2)
        let found = ThemeRanking(model: model).themes(
            text: "كتاب جديد",
            sections: [Section(index: 0, kind: .lead, range: 0..<9)],
            findings: [findings]
        )
        #expect(found.keyphrases.allSatisfy { $0.mentions.allSatisfy { $0.range.upperBound <= 9 } })
        #expect(found.topics.isEmpty)
    }
}
