import Articles
import Testing
import Training

@Suite("Sections of a marked corpus")
struct SectionScoresTests {
    private static func corpus(_ half: String, file: String = #filePath) throws -> [MarkedSections] {
        let tests = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        return try MarkedSections.corpus(tests + "/SectionsCorpus/" + half)
    }

    @Test("headings and boilerplate are found in every layout", arguments: MarkedSections.Layout.allCases)
    func goals(layout: MarkedSections.Layout) throws {
        for half in ["dev", "test"] {
            let scores = SectionScores(of: try Self.corpus(half), layout: layout)
            #expect(scores.articles >= 29)
            #expect(scores.headings.expected > 25 && scores.boilerplateLines.expected > 25)
            #expect(scores.headings.f1 >= 0.95, "\(half): \(scores.mistakes.map(\.text))")
            #expect(scores.boilerplateLines.f1 >= 0.95, "\(half): \(scores.mistakes.map(\.text))")
            #expect(scores.boilerplateCharacters.f1 >= 0.95, "\(half): \(scores.mistakes.map(\.text))")
        }
    }

    @Test("a corpus that is not there is named with the reason")
    func missing() {
        let error = #expect(throws: TrainingError.self) { try MarkedSections.corpus("/no/such/folder") }
        #expect(error?.description == "/no/such/folder: can't be read: there is no such file or folder")
        let other = #expect(throws: TrainingError.self) { try SegmentationCorpus.text("/no/such/corpus.tsv") }
        #expect(other?.description.hasPrefix("/no/such/corpus.tsv: can't be read as UTF-8 text: there is no") == true)
    }

    @Test("what is wrong counts against precision, what is missing against recall")
    func counts() throws {
        let paragraph =
            "  أعلنت الوزارة أن الوفدين سيجتمعان الأسبوع المقبل في العاصمة لمناقشة الملفات العالقة بين البلدين."
        let marked = [paragraph, "  عنوان قصير", paragraph, "H جملة تنتهي بنقطة.", paragraph, "B تابعونا على فيسبوك"]
        let scores = SectionScores(of: [try MarkedSections(name: "a", marked: marked.joined(separator: "\n"))])
        #expect(scores.headings.found == 1 && scores.headings.expected == 1 && scores.headings.right == 0)
        #expect(scores.headings.f1 == 0 && scores.boilerplateLines.f1 == 1)
        #expect(scores.mistakes.map(\.line) == [2, 4])
    }

    @Test("a line without a mark is named")
    func unmarked() {
        #expect(throws: MarkedSectionsError.self) { try MarkedSections(name: "a", marked: "  نص\nنص") }
        #expect(MarkedSectionsError(file: "a.txt", line: 2).description.contains("a.txt, line 2"))
    }
}
