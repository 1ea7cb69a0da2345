import Articles
import Extraction
import Testing

@Suite("Phrases that stand often")
struct RepeatedPhraseTests {
    private let model: ThemeModel

    init() throws {
        model = try Model.embedded().themes
    }

    @Test("are counted to the last occurrence", arguments: [1, 2, 3, 254, 255, 256, 65_534, 65_535, 65_536, 70_000])
    func counts(occurrences: Int) throws {
        let words = (0..<occurrences).map { index in
            var traits: WordTraits = [.opensRun, .opensSentence]
            traits.letters = 4
            // The last of a run of three has a clitic.
            if index % 3 == 2 { traits.insert(.proclitic) }
            return PhraseWord(range: index * 5..<index * 5 + 4, stem: 7, traits: traits.rawValue)
        }
        let text = String(repeating: "كتاب ", count: occurrences)
        let found = ThemeRanking(model: model).candidates(
            text: text,
            sections: [Section(index: 0, kind: .lead, range: 0..<occurrences * 5)],
            findings: [Findings(phraseWords: words)]
        )
        #expect(found.texts == ["كتاب"])
        let values = found.features.values
        #expect(values.count == PhraseFeatures.count)
        #expect(values[PhraseFeature.count.rawValue] == min(255, Int32(occurrences)))
        #expect(values[PhraseFeature.openings.rawValue] == 1024)
        #expect(values[PhraseFeature.maximal.rawValue] == 1024)
        #expect(values[PhraseFeature.proclitic.rawValue] == Int32(occurrences / 3 * 1024 / occurrences))
        #expect(values[PhraseFeature.severed.rawValue] == 0)
        #expect(values[PhraseFeature.sections.rawValue] == 1)
    }

    @Test("the last feature is the last number")
    func features() {
        #expect(PhraseFeatures.count == PhraseFeature.allCases.count)
    }
}
