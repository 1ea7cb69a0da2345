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

    private func candidates(_ text: String) -> [(key: String, texts: [String])] {
        var extractor = ThemeExtractor(model: model)
        let index = CodePointIndex(text)
        return extractor.findings(in: TokenizedText(text)).phrases.map { phrase in
            (phrase.key, phrase.occurrences.map { index[$0] })
        }
    }

    @Test(
        "clitics, article and number make no difference to a phrase's key",
        arguments: [
            "الحوار الاستخباراتي", "والحوار الاستخباراتي", "بالحوار الاستخباراتي", "للحوار الاستخباراتي",
            "حوار استخباراتي", "وبالحوار الاستخباراتي",
        ]
    )
    func key(form: String) {
        #expect(candidates(form).contains { $0.key == "حوار استخبارات" })
    }

    @Test(
        "a mention begins after the clitic",
        arguments: [
            ("والحوار الاستخباراتي", "الحوار الاستخباراتي"), ("بالحوار الاستخباراتي", "الحوار الاستخباراتي"),
            ("للحوار الاستخباراتي", "حوار الاستخباراتي"), ("وبالحوار الاستخباراتي", "الحوار الاستخباراتي"),
        ]
    )
    func cut(form: String, expected: String) {
        #expect(candidates(form).flatMap(\.texts).contains(expected))
        #expect(!candidates(form).flatMap(\.texts).contains { $0.hasPrefix("و") })
    }

    @Test(
        "a phrase does not begin, end or go on with a particle, pronoun or verb",
        arguments: ["في", "من", "ذلك", "التي", "يعكس", "قال", "أعلنت", "هذه", "كان"]
    )
    func particles(word: String) {
        let found = candidates("قنوات \(word) الاستخبارات").flatMap(\.texts)
        #expect(found.contains("قنوات") && found.contains("الاستخبارات"))
        #expect(!found.contains { $0.contains(word) })
    }

    @Test("a phrase does not reach over a mark or a line", arguments: [". ", "، ", "\n", " (", ": ", "؟ "])
    func boundaries(mark: String) {
        #expect(!candidates("قنوات\(mark)الاستخبارات").contains { $0.key.contains(" ") })
    }

    @Test("an indefinite noun goes with the definite one after it, and not the other way round")
    func construct() {
        #expect(candidates("قنوات الاستخبارات").flatMap(\.texts).contains("قنوات الاستخبارات"))
        #expect(!candidates("الاستخبارات محاولة").flatMap(\.texts).contains("الاستخبارات محاولة"))
    }

    @Test("every occurrence is a range of the text, in order, whatever the text")
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
            var extractor = ThemeExtractor(model: model)
            for phrase in extractor.findings(in: TokenizedText(text)).phrases {
                #expect(!phrase.occurrences.isEmpty)
                for range in phrase.occurrences { #expect(!range.isEmpty && range.upperBound <= length) }
                #expect(phrase.occurrences == phrase.occurrences.sorted { $0.lowerBound < $1.lowerBound })
            }
        }
    }
}
