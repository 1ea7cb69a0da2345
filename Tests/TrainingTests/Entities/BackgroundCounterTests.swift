import ArabicText
import Extraction
import Testing
import Training

@Suite("Counting the words of open text")
struct BackgroundCounterTests {
    /// A table lives as long as the vocabulary that reads it: for tests, for ever.
    private func vocabulary(_ counter: BackgroundCounter) throws -> BackgroundVocabulary {
        try KeptBytes.copying(counter.table()) { try BackgroundVocabulary(bytes: $0) }
    }

    private func profile(_ word: String, in vocabulary: BackgroundVocabulary) -> WordProfile {
        vocabulary.profile(of: LetterHash.name(FoldedText(folding: word).letters))
    }

    @Test(
        "a list of frequencies tells names from nouns and verbs",
        arguments: [
            ("لندن", WordProfile.Kind.name), ("كتاب", .noun), ("ذهب", .verb), ("باريس", .name), ("شوفكوفسكي", .unknown),
        ]
    )
    func kinds(word: String, kind: WordProfile.Kind) throws {
        var counter = BackgroundCounter()
        try counter.add(
            frequencies: """
                # words of our own
                لندن\t100
                ولندن\t20
                بلندن\t30
                باريس\t90
                كتاب\t50
                الكتاب\t100
                كتابها\t20
                والكتاب\t10
                ذهب\t40
                يذهب\t60
                ذهبت\t30
                london\t7

                """,
            name: "list.tsv"
        )
        #expect(counter.wordCount == 550)
        #expect(profile(word, in: try vocabulary(counter)).kind == kind)
    }

    @Test("words of texts are counted too, behind their clitics")
    func texts() throws {
        var counter = BackgroundCounter()
        counter.add("قال الوزير إن الوزير وصل، وقال وزير آخر.")
        let vocabulary = try vocabulary(counter)
        #expect(profile("وزير", in: vocabulary).level == WordProfile(count: 3, shares: []).level)
        #expect(profile("قال", in: vocabulary).level == WordProfile(count: 2, shares: []).level)
        #expect(profile("سفير", in: vocabulary) == .unknown)
    }

    @Test(
        "a line without a count is named",
        arguments: ["لندن\t5\nباريس", "لندن\t5\nباريس\tمئة", "لندن\t5\nباريس\t-1"]
    )
    func malformed(text: String) {
        var counter = BackgroundCounter()
        let error = #expect(throws: TrainingError.self) { try counter.add(frequencies: text, name: "list.tsv") }
        #expect(error?.description.hasPrefix("list.tsv, line 2:") == true)
    }
}
