import Foundation
import Testing
import Training

@Suite("Scores of keyphrases")
struct KeyphraseScoresTests {
    private let documents = [
        AKECorpus.Document(
            name: "A",
            text: "",
            phrases: [
                .languageModel: ["المكتبات العامة", "بالكتاب", "الكتاب", "الثقافة"],
                .frequency: ["الثقافة", "الكتاب", "المكتبات العامة", "بالكتاب"],
            ]
        )
    ]

    private func scores(
        _ found: [String],
        depth: Int = 5,
        match: KeyphraseMatch = .stem,
        order: AKECorpus.Order = .languageModel,
        best: Int? = nil
    ) -> KeyphraseScores {
        KeyphraseScores(of: [found], on: documents, depth: depth, match: match, order: order, best: best)
    }

    @Test("forms of one phrase count once, found or chosen")
    func once() {
        // Chosen are three different phrases by stem; found is one, in two forms.
        let scores = scores(["مكتبات عامة", "المكتبة العامة"])
        #expect(scores.precision == 1.0 / 5)
        #expect(scores.recall == 1.0 / 3)
        #expect(abs(scores.f1 - 0.25) < 1e-12)
    }

    @Test("a plain match is one letter for letter, but for diacritics and forms of alef")
    func plain() {
        #expect(scores(["المكتبات العامّة", "كتاب"], match: .plain).recall == 1.0 / 4)
        #expect(scores(["كتاب"], match: .stem).recall == 1.0 / 3)
    }

    @Test("only the first phrases found count, and only the first chosen in the order asked for")
    func depth() {
        #expect(scores(["س", "الثقافة"], depth: 1).precision == 0)
        #expect(scores(["الثقافة"], depth: 1, best: 1).precision == 0)
        #expect(scores(["الثقافة"], depth: 1, order: .frequency, best: 1) == .init(precision: 1, recall: 1))
    }

    @Test("nothing found scores nothing")
    func nothing() {
        #expect(scores([]).f1 == 0)
    }
}
