import ArabicText
import Articles
import Extraction
import TestSupport
import Testing

/// What is remembered of words changes nothing but time.
@Suite("Remembered words")
struct RememberedWordsTests {
    private static let texts = [
        "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو ترحب بالحوار مع الولايات المتحدة في جنيف.",
        "التقى الأمين العام للأمم المتحدة رئيسَ منظمة الأغذية والزراعة التابعة للأمم المتحدة في روما أمس.",
        "فاز نادي الهلال السعودي على نادي النصر بهدفين، وأحرز سالم الدوسري هدفا في الدقيقة 89.",
        "شكراً جزيلاً لكم، قال عبد الله بن عبد العزيز: كتاباً قرأتُه في المكتبة الوطنية بالرباط.",
        "وسيستخدمونهاالمتعاقدونالجدد كلمة أطول من خمسة عشر حرفا، ثم وسيستخدمونهاالمتعاقدونالجدد مرة أخرى.",
        "شكرا شكراً شكرا كتابا كتاباً كتابا وكتاباً", "BBC العربية و٢٠٢٤ و2024 — ؟ ! « » ()",
        "عبد الرحمن بن محمد آل سعود، عبد، الله، بن، محمد", "و ف ب ل ك", "", "\u{0} \u{0}\u{1} ا\u{0} ا",
    ]

    @Test("the tagger's scores are the sums of all features, whatever was read before")
    func scores() throws {
        let model = try Model.embedded()
        let weights = try #require(model.entityWeights)
        var tagger = try #require(EntityTagger(model: model))
        var features = EntityFeatures(gazetteer: model.gazetteer, vocabulary: model.vocabulary)
        for text in Self.texts + Self.texts.reversed() {
            let text = TokenizedText(text)
            tagger.removeAll()
            features.beginText()
            text.folded.letters.withUnsafeBufferPointer { letters in
                for sentence in text.sentences {
                    let tokens = text.tokens[sentence].map(\.letters)
                    tagger.read(letters: letters, tokens: tokens)
                    features.read(letters: letters, tokens: tokens)
                    for index in tokens.indices {
                        var sum = weights.emission()
                        features.visit(at: index, by: &sum)
                        #expect(tagger.emissions[index] == SIMD8<Int32>(truncatingIfNeeded: sum.sum))
                    }
                }
            }
        }
    }

    @Test(
        "what is found in a section does not depend on those before it",
        arguments: [1, UInt64.random(in: 2 ... .max)]
    )
    func order(seed: UInt64) throws {
        let model = try Model.embedded()
        var random = SeededRandom(seed: seed)
        let words = Self.texts.flatMap { $0.split(separator: " ") }
        var experienced = Extractor(model: model)
        for _ in 0..<60 {
            let count = Int.random(in: 1...60, using: &random)
            let text = (0..<count).map { _ in String(words.randomElement(using: &random) ?? "") }.joined(separator: " ")
            let section = SectionText(kind: Bool.random(using: &random) ? .lead : .body, text: text)
            var fresh = Extractor(model: model)
            #expect(experienced.findings(in: section) == fresh.findings(in: section), "seed \(seed): \(text)")
        }
    }
}
