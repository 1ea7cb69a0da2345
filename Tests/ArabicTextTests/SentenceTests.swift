import ArabicText
import Testing

@Suite("Sentences")
struct SentenceTests {
    @Test(
        "a sentence ends where its thought ends",
        arguments: [
            ("قال. ثم ذهب؟ نعم! انتهى… حسنا", ["قال .", "ثم ذهب ؟", "نعم !", "انتهى …", "حسنا"]),
            ("بلغ 3.5 في المئة. انتهى.", ["بلغ 3.5 في المئة .", "انتهى ."]),
            ("نقلت أ. ف. ب. عن د. محمد قوله. انتهى", ["نقلت أ . ف . ب . عن د . محمد قوله .", "انتهى"]),
            ("زوروا www.bbc.com/arabic. شكرا", ["زوروا www.bbc.com/arabic .", "شكرا"]),
            ("قال «جئت. رأيت. غلبت» ثم مضى. انتهى", ["قال « جئت . رأيت . غلبت » ثم مضى .", "انتهى"]),
            ("قال: «جئت. رأيت.» ثم مضى.", ["قال : « جئت . رأيت . »", "ثم مضى ."]),
            ("سأل «لماذا؟» ثم مضى.", ["سأل « لماذا ؟ » ثم مضى ."]),
            ("قال «جئت. ثم مضى. انتهى", ["قال « جئت .", "ثم مضى .", "انتهى"]),
            ("قال \"نعم. لا\" أمس. ثم", ["قال \" نعم . لا \" أمس .", "ثم"]),
            ("عنوان قصير\nثم النص هنا.", ["عنوان قصير", "ثم النص هنا ."]),
            ("ما هذا؟! لا أعلم", ["ما هذا ؟ !", "لا أعلم"]), ("1. البند الأول", ["1 . البند الأول"]),
            ("عام 2023. وقال", ["عام 2023 .", "وقال"]), ("قال.وأضاف", ["قال .", "وأضاف"]),
            ("Mr. Smith said v1.2 is out. Yes", ["Mr . Smith said v1 . 2 is out .", "Yes"]),
            ("انتهى ...", ["انتهى ..."]), ("", []), ("...", ["..."]), ("\n\n", []),
        ]
    )
    func ends(text: String, expected: [String]) {
        let index = CodePointIndex(text)
        let tokenized = TokenizedText(text)
        let sentences = tokenized.sentences.map { sentence in
            tokenized.tokens[sentence].map { index[$0.range] }.joined(separator: " ")
        }
        #expect(sentences == expected)
    }
}
