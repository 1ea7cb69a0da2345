import ArabicText
import Articles
import Extraction
import Testing

@Suite("Phrase candidates")
struct PhraseTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    /// The phrases of `text`, each in the form in which it would be shown.
    private func candidates(_ text: String) -> [String] {
        var extractor = ThemeExtractor(model: model)
        let length = text.unicodeScalars.count
        return ThemeRanking(model: model).candidates(
            text: text,
            sections: [Section(index: 0, kind: .lead, range: 0..<length)],
            findings: [Findings(phraseWords: extractor.findings(in: TokenizedText(text)).phraseWords)]
        ).texts
    }

    private func words(_ text: String) -> [PhraseWord] {
        var extractor = ThemeExtractor(model: model)
        return extractor.findings(in: TokenizedText(text)).phraseWords
    }

    @Test(
        "clitics, article and number make no difference to a phrase",
        arguments: [
            "والحوار الاستخباراتي", "بالحوار الاستخباراتي", "للحوار الاستخباراتي", "حوار استخباراتي",
            "وبالحوار الاستخباراتي",
        ]
    )
    func key(form: String) {
        #expect(words(form).map(\.stem) == words("الحوار الاستخباراتي").map(\.stem))
        let both = candidates("الحوار الاستخباراتي. \(form).")
        #expect(both.count == 3)
        #expect(both.contains("الحوار الاستخباراتي"))
    }

    @Test(
        "a word begins after its clitic",
        arguments: [
            ("والحوار الاستخباراتي", "الحوار"), ("بالحوار الاستخباراتي", "الحوار"), ("للحوار الاستخباراتي", "حوار"),
            ("وبالحوار الاستخباراتي", "الحوار"), ("لضمان الجودة", "ضمان"), ("بمجتمعه الجديد", "مجتمعه"),
            ("وجبهة القتال", "جبهة"),
        ]
    )
    func cut(form: String, expected: String) throws {
        #expect(CodePointIndex(form)[try #require(words(form).first).range] == expected)
        #expect(!candidates(form).contains { $0.hasPrefix("و") })
    }

    @Test("a pronoun hides no letter of the word", arguments: ["برنامجه", "برنامجهم", "وطنها", "رحلته"])
    func ownLetters(form: String) throws {
        #expect(CodePointIndex(form)[try #require(words("\(form) الجديد").first).range] == form)
    }

    @Test(
        "a verb that begins like the article does is no part of a phrase, a noun that is also a verb is",
        arguments: [
            ("ألقت الشرطة القبض", false), ("ألقى الرئيس خطابا", false), ("وألغت الحكومة القرار", false),
            ("التقط المصور الصورة", false), ("ألمح الوزير", false), ("الحق الدستوري", true),
        ]
    )
    func verbsLikeTheArticle(text: String, begins: Bool) throws {
        let first = try #require(text.split(separator: " ").first)
        let bare = first.hasPrefix("و") ? first.dropFirst() : first
        #expect(candidates(text).contains { $0.hasPrefix(bare) } == begins)
    }

    @Test("«لل» stands inside a phrase, «ب» does not")
    func attached() {
        #expect(candidates("معهد الكويت للأبحاث العلمية").contains("معهد الكويت للأبحاث العلمية"))
        #expect(!candidates("معهد الكويت بالأبحاث العلمية").contains { $0.contains("الكويت") && $0.contains("بحاث") })
    }

    @Test(
        "a phrase does not begin, end or go on with a particle, pronoun or verb",
        arguments: ["في", "من", "ذلك", "التي", "يعكس", "قال", "أعلنت", "هذه", "كان"]
    )
    func particles(word: String) {
        let found = candidates("قنوات \(word) الاستخبارات")
        #expect(found.contains("قنوات") && found.contains("الاستخبارات"))
        #expect(!found.contains { $0.contains(word) })
    }

    @Test("a phrase does not reach over a mark or a line", arguments: [". ", "، ", "\n", " (", ": ", "؟ "])
    func boundaries(mark: String) {
        #expect(!candidates("قنوات\(mark)الاستخبارات").contains { $0.contains("قنوات") && $0.contains("الاستخبارات") })
    }

    @Test("an indefinite noun goes with the definite one after it, and not the other way round")
    func construct() {
        #expect(candidates("قنوات الاستخبارات").contains("قنوات الاستخبارات"))
        #expect(!candidates("الاستخبارات محاولة").contains("الاستخبارات محاولة"))
    }

    @Test("words are ranges of the text, in order, and never overlap, whatever the text")
    func hostile() {
        var generator = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
        print("seed", seed)
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "ال", "و", "ب", "لل", "كتاب", "ً", "ـ", " ", " ", "\n", "،", "a", "٣", "😀", "\u{200F}", "ﷲ", "ي", "ة",
        ]
        for _ in 0..<300 {
            let text = (0..<next(60)).map { _ in pieces[next(pieces.count)] }.joined()
            let length = text.unicodeScalars.count
            var end = 0
            for word in words(text) {
                #expect(!word.range.isEmpty && word.range.lowerBound >= end && word.range.upperBound <= length)
                end = word.range.upperBound
            }
        }
    }
}
