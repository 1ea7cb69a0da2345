import Extraction
import Testing

/// The labels that the tagger of the built-in model gives the words of sentences of our own.
@Suite("Labelling words")
struct EntityTaggerTests {
    @Test("tokens as a corpus has them get one label each, whatever they are")
    func tokens() throws {
        let model = try Model.embedded()
        var tagger = try #require(EntityTagger(model: model))
        tagger.read(tokens: [])
        tagger.read(tokens: ["زار", "ً", "فلاديمير", "بوتين", "", "وواشنطن", "\u{200F}", "😀", "."])
        tagger.look(at: 0)
        #expect(tagger.labels.isEmpty)
        tagger.look(at: 1)
        #expect(tagger.labels.map(\.name) == ["O", "O", "B-PER", "I-PER", "O", "B-LOC", "O", "O", "O"])
    }

    /// The labels of the last of these sentences, words with spaces between.
    private func labels(of sentences: [String], lookingAt sentence: Int) throws -> [String] {
        var tagger = try #require(EntityTagger(model: try Model.embedded()))
        for sentence in sentences { tagger.read(tokens: sentence.split(separator: " ").map(String.init)) }
        tagger.look(at: sentence)
        return tagger.labels.map(\.name)
    }

    @Test("what the sentences around say of a name counts, before and behind, as far as they are near")
    func secondLook() throws {
        // A word that no list knows and that its own sentence says little of.
        let unclear = "عن زرنوخ"
        let clear = ["التقى الرئيس محمد زرنوخ", "وقال السيد أحمد زرنوخ إنه", "وأضاف الدكتور خالد زرنوخ"]
        #expect(try labels(of: [unclear], lookingAt: 0).last == "O")
        #expect(try labels(of: clear + [unclear], lookingAt: 3).last == "B-PER")
        #expect(try labels(of: [unclear] + clear, lookingAt: 0).last == "B-PER")
        let between = [String](repeating: "كان الجو باردا", count: SecondLook.window)
        #expect(try labels(of: clear + between + [unclear], lookingAt: 3 + between.count).last == "O")
    }

    @Test("looking at sentences in another order gives the same labels")
    func order() throws {
        let sentences = ["زار محمد زرنوخ موسكو", "وقال زرنوخ إن بغداد بعيدة", "ثم سجل زرنوخ", "في موسكو"]
        var tagger = try #require(EntityTagger(model: try Model.embedded()))
        for sentence in sentences { tagger.read(tokens: sentence.split(separator: " ").map(String.init)) }
        func all(_ order: some Sequence<Int>) -> [[String]] {
            var found = [[String]](repeating: [], count: sentences.count)
            for number in order {
                tagger.look(at: number)
                found[number] = tagger.labels.map(\.name)
            }
            return found
        }
        let first = all(sentences.indices)
        #expect(all(sentences.indices.reversed()) == first)
        #expect(all([2, 0, 3, 1]) == first)
    }
}
