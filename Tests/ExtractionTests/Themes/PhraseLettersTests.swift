import ArabicText
import Extraction
import Testing

@Suite("First letters of words in phrases")
struct PhraseLettersTests {
    @Test(
        "behind a body's noun a name that nobody knows keeps its first letter, a word does not",
        arguments: [
            ("أجراها باحثون من جامعة برمنغهام في المدينة.", "برمنغهام"), ("قدمت لجنة بمجلس النواب تقريرها.", "مجلس"),
            // A preposition may stand behind a noun of another kind.
            ("أجراها باحثون من فريق برمنغهام في المدينة.", "رمنغهام"),
        ]
    )
    func letters(text: String, word: String) throws {
        var extractor = ThemeExtractor(model: try Model.embedded().themes)
        let scalars = Array(text.unicodeScalars)
        let words = extractor.findings(in: TokenizedText(text)).phraseWords.map { found in
            var word = String.UnicodeScalarView()
            word.append(contentsOf: scalars[found.range])
            return String(word)
        }
        #expect(words.contains(word))
    }
}
