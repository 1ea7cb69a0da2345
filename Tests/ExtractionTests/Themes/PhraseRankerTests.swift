import ArabicText
import Articles
import Extraction
import Testing

@Suite("The ranker of phrases")
struct PhraseRankerTests {
    private static let doubles = PairFeature.allCases.map { "double\t\($0)\t\($0.rawValue)\n" }.joined()

    private static let table = """
        documents	12
        tree
         count	<=	1
          words	<=	1
           =	-512
           =	-256
          =	1024
        reader
         crowd	<=	300
          =	7
          =	-7
        \(doubles)add	-2048	pronoun=1..1 words=1..2

        """

    @Test("a table that was read is written the same")
    func roundTrip() throws {
        let table = try RankerTable(Self.table)
        #expect(table.backgroundDocuments == 12)
        #expect(table.ranker.nodes.count == 8 && table.ranker.roots == [0] && table.ranker.readerRoots == [5])
        #expect(table.ranker.doubles.weights == PairFeature.allCases.indices.map(Int32.init))
        #expect(table.text.split(separator: "\n") == Self.table.split(separator: "\n"))
    }

    @Test(
        "a broken table is refused",
        arguments: [
            "tree\n count\t<=\t1\n =\t5\n", "tree\n", "count\t<=\t1\n", "tree\n cuont\t<=\t1\n =\t1\n =\t1\n",
            "tree\n count\t>\t1\n =\t1\n =\t1\n", "add\tx\twords=1..2\n", "add\t5\twords=2..1\n", "add\t5\twords\n",
            "tree\n =\t99999999999\n", "nonsense\n", "reader\n", "double\talways\t1\n",
            "double\tsingle\t1\n", "double\talways\tx\n",
        ]
    )
    func broken(text: String) {
        #expect(throws: ModelError.self) { try RankerTable(text) }
    }

    @Test("trees and additions decide the order, and equal phrases stand by position")
    func order() throws {
        let model = try Model.embedded().themes
        let text = "الحرب في الشمال. الحوار مع السفارة. سفارتهم في الحوار."
        var extractor = ThemeExtractor(model: model)
        let found = extractor.findings(in: TokenizedText(text))
        let themes = ThemeRanking(model: model, ranker: try RankerTable(Self.table).ranker).themes(
            text: text,
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [Findings(phraseWords: found.phraseWords, tokenCount: 10)]
        )
        #expect(themes.keyphrases.map(\.text) == ["الحوار", "الحرب", "الشمال", "السفارة"])
        #expect(themes.keyphrases.map(\.mentions.count) == [2, 1, 1, 2])
    }

    @Test("an article with a title is ordered by the readers' trees, which know what the others say")
    func readers() throws {
        let model = try Model.embedded().themes
        let text = "الحرب في الشمال. الحوار مع السفارة. سفارتهم في الحوار."
        var extractor = ThemeExtractor(model: model)
        let found = extractor.findings(in: TokenizedText(text))
        let themes = ThemeRanking(model: model, ranker: try RankerTable(Self.table).ranker).themes(
            text: text,
            title: "خبر الحوار",
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [Findings(phraseWords: found.phraseWords, tokenCount: 10)]
        )
        #expect(themes.keyphrases.map(\.text) == ["الحرب", "الشمال", "السفارة", "الحوار"])
    }
}
