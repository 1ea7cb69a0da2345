import ArabicText
import Articles
import Extraction
import Testing

@Suite("Endings behind stems")
struct WordEndingTests {
    private func ending(_ letters: String) -> WordEnding { WordEnding(Array(letters.utf16)[...]) }

    @Test(
        "a word listed with one ending has those of its forms, and no others",
        arguments: [
            ("", "ه", true), ("", "ات", true), ("", "ته", false), ("ه", "ته", true), ("ه", "ات", true),
            ("ه", "", false), ("ي", "يه", true), ("ي", "", true), ("ين", "", false), ("ين", "ين", true),
            ("ان", "", false), ("ات", "", false), ("ات", "اتهم", true),
        ]
    )
    func forms(listed: String, found: String, isForm: Bool) {
        #expect(ending(found).isIn(ending(listed).ofForms) == isForm)
    }

    @Test("an ending that is not known is that of no listed form", arguments: ["زز", "ههههه", "اتهما"])
    func unknown(letters: String) {
        for listed in ["", "ه", "ي", "ات"] { #expect(!ending(letters).isIn(ending(listed).ofForms)) }
        #expect(ending(letters).isIn(WordEnding.all))
    }

    @Test(
        "a word that shares a term's stem by chance says nothing of its topic",
        arguments: [
            ("ثار بركان في الجزيرة وقذف البركان حمما", "03000000", true),
            ("برك صغيرة وبرك كبيرة وبرك", "03000000", false),
            ("شركات التعدين وتعدين الذهب والتعدين", "04000000", true),
            ("تعد المدينة قديمة وتعد جميلة وتعد", "04000000", false),
        ]
    )
    func chance(text: String, code: String, speaks: Bool) throws {
        let model = try Model.embedded().themes
        let place = try #require(model.concepts.firstIndex { $0.code == code })
        var extractor = ThemeExtractor(model: model)
        let found = extractor.findings(in: TokenizedText(text)).topics.first { $0.concept == place }
        #expect((found != nil) == speaks)
    }
}
