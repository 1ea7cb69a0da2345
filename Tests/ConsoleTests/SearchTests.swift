import Console
import Extraction
import Testing

@Suite("Search terms and expressions")
struct SearchTests {
    private static let model = try? Model.embedded()

    @Test(
        "a word is found in all its forms",
        arguments: [
            ("وزارة", "بوزارتها"), ("وزاره", "وَزَارَةٌ"), ("الإستخبارات", "للاستخبارات"), ("موسكو", "وموسكو"),
            ("موسكو", "لموسكو"), ("آثار", "الاثار"), ("حكومة", "حكومتهم"), ("مسئول", "مسئولون"), ("غزة", "غـــزة"),
            ("مصرى", "المصري"), ("كوفيد", "كوفيد"), ("ONU", "onu"), ("٢٠٢٦", "2026"),
        ]
    )
    func matches(_ word: String, _ form: String) {
        var terms = SearchTerms(segmentation: Self.model?.segmentation)
        #expect(terms.terms(of: word) == terms.terms(of: form))
    }

    @Test(
        "different words stay different",
        arguments: [("مصر", "مصير"), ("لبنان", "لبن"), ("ولد", "لد"), ("قاهر", "قهر"), ("بيروت", "روت")]
    )
    func differs(_ word: String, _ other: String) {
        var terms = SearchTerms(segmentation: Self.model?.segmentation)
        #expect(terms.terms(of: word) != terms.terms(of: other))
    }

    @Test("the same word always has the same term, in a text and alone, remembered and not")
    func consistency() {
        var terms = SearchTerms(segmentation: Self.model?.segmentation)
        let text = "وأعلنت وزارة الخارجية، في بيان لها، أن الوزير سيزور بيروت وبغداد والقاهرة."
        let first = terms.terms(of: text)
        #expect(terms.terms(of: text) == first)
        var alone = SearchTerms(segmentation: Self.model?.segmentation)
        let words = text.split(whereSeparator: { " ،.".contains($0) }).map { alone.terms(of: String($0)) }
        #expect(words.joined(separator: " ") == first)
    }

    @Test(
        "what is typed becomes an expression",
        arguments: [
            ("", nil, nil), ("   ", nil, nil), ("...", nil, nil), ("\"", nil, nil), ("-", nil, nil), ("*", nil, nil),
            ("- -- \" «", nil, nil), ("abc", "\"abc\"", nil), ("abc def", "\"abc\" \"def\"", nil),
            ("\"abc def\" ghi", "\"abc def\" \"ghi\"", nil), ("«abc def", "\"abc def\"", nil),
            ("abc -def -\"g h\"", "\"abc\"", "\"def\" OR \"g h\""), ("-def", nil, "\"def\""),
            ("abc*", "\"abc\" *", nil), ("abc\"def", "\"abc\" \"def\"", nil),
            ("abc OR def", "\"abc\" \"or\" \"def\"", nil),
            ("title:abc", "\"title\" \"abc\"", nil), ("(abc)", "\"abc\"", nil), ("NEAR(abc)", "\"near\" \"abc\"", nil),
        ] as [(String, String?, String?)]
    )
    func expression(_ typed: String, _ required: String?, _ excluded: String?) {
        var terms = SearchTerms(segmentation: nil)
        let expression = SearchExpression(typed, terms: &terms)
        // A word of several tokens is a phrase of them.
        let words = { (text: String?) in text?.split(separator: "\"").joined(separator: " ").split(separator: " ") }
        #expect(words(expression.required) == words(required))
        #expect(words(expression.excluded) == words(excluded))
    }

    @Test("nothing that is typed breaks a search")
    func hostile() async throws {
        let made = try TemporaryIndex()
        try made.put([MadeUpReport(number: 1, text: "abc def")])
        for typed in [
            "\"", "'", "*", "^abc", "abc AND", "a OR", "NOT", "{abc}:", "abc + def", "-\"", "a:b:c", "\0", "«»«",
        ] {
            _ = try await made.find(typed)
        }
        #expect(try await made.find("abc def") == [1])
    }
}
