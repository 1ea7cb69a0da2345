import Extraction
import Testing

@Suite("Gender of nouns")
struct WordGenderTests {
    private func gender(of letters: String, _ classes: WordClass) -> WordGender {
        Array(letters.utf16).withUnsafeBufferPointer { WordGender(of: $0[...], classes) }
    }

    @Test(
        "is told by form where that tells",
        arguments: [
            ("وزاره", WordGender.feminine), ("سيارات", .feminine), ("مجلس", .masculine), ("تعليم", .masculine),
            ("منتخب", .masculine), ("استثمار", .masculine), ("مشروع", .masculine), ("شارع", .masculine),
            ("اسواق", .either), ("مصانع", .either), ("منافس", .either), ("قوانين", .either), ("بنوك", .either),
            ("دول", .either), ("وزراء", .either), ("مبني", .either), ("لاعبون", .either), ("لاعبين", .either),
            ("رجال", .either), ("", .either), ("ه", .either),
        ]
    )
    func form(letters: String, expected: WordGender) {
        #expect(gender(of: letters, []) == expected)
    }

    @Test("the lexicon knows better")
    func lexicon() {
        #expect(gender(of: "دول", .feminine) == .feminine)
        #expect(gender(of: "وجه", .masculine) == .masculine)
        #expect(gender(of: "مجلس", .feminine) == .feminine)
    }
}
