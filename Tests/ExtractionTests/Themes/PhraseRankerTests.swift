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

    /// What the table shows of a text of so many tokens.
    private func themes(tokens: Int, title: String? = nil, byline: String = "") throws -> [RankedPhrase] {
        let model = try Model.embedded().themes
        let text = byline + "الحرب في الشمال. الحوار مع السفارة. سفارتهم في الحوار."
        var extractor = ThemeExtractor(model: model)
        let found = extractor.findings(in: TokenizedText(text))
        return ThemeRanking(model: model, ranker: try RankerTable(Self.table).ranker).themes(
            text: text,
            title: title,
            sections: [Section(index: 0, kind: .lead, range: 0..<text.unicodeScalars.count)],
            findings: [Findings(phraseWords: found.phraseWords, tokenCount: tokens)]
        ).keyphrases
    }

    @Test("trees and additions decide the order, and equal phrases stand by position")
    func order() throws {
        let phrases = try themes(tokens: 500)
        #expect(phrases.map(\.text) == ["الحوار", "الحرب", "الشمال", "السفارة"])
        #expect(phrases.map(\.mentions.count) == [2, 1, 1, 2])
    }

    @Test(
        "news is ordered by the readers' trees, which know what the others say: a title, a byline or a short text tells it"
    )
    func readers() throws {
        let order = ["الحرب", "الشمال", "السفارة", "الحوار"]
        #expect(try themes(tokens: 500, title: "خبر الحوار").map(\.text) == order)
        #expect(try themes(tokens: 500, byline: "واس – الرياض\n").map(\.text) == order)
        #expect(try themes(tokens: 499).map(\.text) == order)
    }
}
