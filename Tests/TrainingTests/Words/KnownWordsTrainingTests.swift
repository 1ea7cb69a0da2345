import Extraction
import Foundation
import Testing
import Training

@Suite("Making known words")
struct KnownWordsTrainingTests {
    private static func words(_ ranking: WordRanking) -> [String] {
        ranking.words().map { String(decoding: $0.letters, as: UTF16.self) + ($0.isMarked ? "*" : "") }
    }

    @Test("words are ordered by their share of lists, and a fifth of that of texts")
    func order() throws {
        var ranking = WordRanking()
        try ranking.add(frequencies: "في\t50\nأن\t20\nان\t10\nكتاب\t15\nوزارة الصحة\t90\n", name: "list")
        ranking.add("كتاب كتاب و")
        // 0.53; 0.32 with both spellings; 0.16 and 0.13; 0.07. Two words are no word.
        #expect(Self.words(ranking) == ["في", "ان", "كتاب", "و"])
    }

    @Test("words with tanween are words of their own: some of a list's, in texts those that bear it")
    func marks() throws {
        var ranking = WordRanking()
        try ranking.add(frequencies: "كتابا\t80\nفيها\t10\n", name: "list")
        #expect(Self.words(ranking) == ["كتابا", "كتابا*", "فيها"])
        var texts = WordRanking()
        texts.add("كتابًا ثم كتابا")
        #expect(Self.words(texts) == ["كتابا", "ثم", "كتابا*"])
    }

    @Test("what is no list is refused", arguments: ["في", "في\t", "في\t0", "في\t1\t2", "في\t9223372036854775807"])
    func lists(line: String) {
        var ranking = WordRanking()
        let error = #expect(throws: TrainingError.self) {
            try ranking.add(frequencies: "من\t1\n\(line)\n", name: "list.tsv")
        }
        #expect(error?.description.hasPrefix("list.tsv, line 2: ") == true)
    }

    @Test("a model that is not there, or is a folder, is named with the reason")
    func unreadable() {
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appending(path: "\(UUID().uuidString).model")
        let missing = #expect(throws: TrainingError.self) { try EntityTraining.model(of: file) }
        #expect(missing?.description == "\(file.path): can't be read: there is no such file or folder")
        let error = #expect(throws: TrainingError.self) { try EntityTraining.model(of: folder) }
        #expect(error?.description.hasPrefix("\(folder.path): can't be read: ") == true)
    }

    @Test(
        "known words do not outlive the tables that they were computed with",
        arguments: ["entities.weights", "themes.words", "segmentation.lexicon", "words.known"]
    )
    func stale(table: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).model")
        defer { try? FileManager.default.removeItem(at: file) }
        func names() throws -> [String] {
            try Data(contentsOf: file).withUnsafeBytes { try ModelFile(bytes: $0).names }
        }
        let isStale = table.hasPrefix("entities.") || table.hasPrefix("themes.")
        try EntityTraining.put(["words.known": [1], "segmentation.weights": [2]], into: file)
        #expect(try EntityTraining.put([table: [3]], into: file) == isStale)
        #expect(try names().contains("words.known") != isStale)
        #expect(try names().contains("segmentation.weights"))
        guard table.hasPrefix("themes.") else { return }
        try EntityTraining.put(["words.known": [1]], into: file)
        #expect(try ThemeTraining.put([table: [3]], into: file.path))
        #expect(try names() == ["segmentation.weights", table])
        #expect(try !ThemeTraining.put([table: [3]], into: file.path))
    }
}
