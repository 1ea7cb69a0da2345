import Articles
import Extraction
import Foundation
import Testing
import Training

@Suite("Phrases that readers judged")
struct PhraseJudgementsTests {
    private static let files = [
        "texts/one.txt": """
        أسعار النفط ترتفع

        ارتفعت أسعار النفط في السوق السعودية، وقال وزير الطاقة إن السوق متوازنة.
        """,
        "more.jsonl": #"{"id": "two", "title": "كأس آسيا", "text": "فاز المنتخب السعودي بكأس آسيا في الرياض."}"# + "\n",
        "read.tsv": """
        # article, phrase, two readers
        one\tأسعار النفط\t2\t2
        one\tالسوق السعودية\t1\t0
        one\tالسوق\td\td
        two\tكأس آسيا\t2\t1
        """,
    ]

    /// A folder with small files, removed afterwards.
    private func withFolder(_ changes: [String: String] = [:], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "judgements-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in Self.files.merging(changes, uniquingKeysWith: { $1 }) {
            let file = folder.appending(path: name)
            let parent = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try body(folder.path)
    }

    private func judgements(_ folder: String) throws -> PhraseJudgements {
        let articles = JudgedArticles(inputs: ["\(folder)/texts", "\(folder)/more.jsonl"])
        return try PhraseJudgements(files: ["\(folder)/read.tsv"], articles: articles)
    }

    @Test("a plain text's first line is its title, and articles are known by id or by their file's name")
    func articles() throws {
        try withFolder { folder in
            let read = try judgements(folder)
            #expect(read.documents.map(\.name) == ["one", "two"] && read.missing.isEmpty && read.readers == 2)
            #expect(read.documents.map(\.title) == ["أسعار النفط ترتفع", "كأس آسيا"])
            #expect(read.documents[0].text.hasPrefix("ارتفعت أسعار"))
            let marks = read.documents[0].phrases.map(\.marks)
            #expect(marks == [[.belongs, .belongs], [.may, .wrong], [.double, .double]])
        }
    }

    @Test(
        "what is no judgement is refused, with its line",
        arguments: ["one\tالسوق\n", "one\tالسوق\t3\n", "one\tالسوق\t2\none\tالنفط\t2\t1\n", "one\tالسوق\t\n"]
    )
    func broken(table: String) throws {
        try withFolder(["read.tsv": table]) { folder in
            let error = #expect(throws: ThemeTrainingError.self) { try judgements(folder) }
            #expect(error?.description.contains("line \(table.contains("النفط") ? 2 : 1):") == true)
        }
    }

    @Test("articles whose text is not there are named")
    func missing() throws {
        try withFolder(["read.tsv": "three\tالسوق\t2\none\tالسوق\t1\n"]) { folder in
            let read = try judgements(folder)
            #expect(read.missing == ["three"] && read.documents.map(\.name) == ["one"])
        }
    }

    @Test("of the first phrases those count that readers call good, in another form too; unread ones count for none")
    func shares() throws {
        try withFolder { folder in
            let read = try judgements(folder)
            let found = [["سعر النفط", "بالسوق السعودية", "وزير الطاقة", "سوق"], ["كأس آسيا"]]
            let all = PhraseReading(of: found, by: read, depth: 10)
            // «سعر» has another stem than «أسعار»: nobody has read it.
            #expect(all.shown == 5 && all.unread == 2)
            #expect(all.good == [2, 1] && all.agreed == 1)
            #expect(abs(all.share - 3.0 / 6) < 1e-12 && abs(all.agreedShare - 1.0 / 3) < 1e-12)
            let first = PhraseReading(of: found, by: read, depth: 2)
            #expect(first.shown == 3 && first.unread == 1 && first.good == [2, 1])
            #expect(PhraseReading(of: [[], []], by: read, depth: 5).share == 0)
        }
    }

    @Test("an exact form is judged by its own mark, though another with its stems was judged before it")
    func exactForm() throws {
        try withFolder(["read.tsv": "one\tسوق\t0\none\tالسوق\t2\n"]) { folder in
            let read = try judgements(folder)
            #expect(PhraseReading(of: [["السوق"]], by: read, depth: 5).good == [1])
            #expect(PhraseReading(of: [["سوق"]], by: read, depth: 5).good == [0])
        }
    }

    @Test("what readers say changes the order in news, and in no other texts")
    func trained() throws {
        let model = try Model.embedded()
        let text = "أسعار النفط في السوق. وزير الطاقة في الرياض. شركة الكهرباء في جدة. مجلس الإدارة في الدمام."
        let crowd = (0..<12).map { number in
            AKECorpus.Document(
                name: "\(number)",
                text: text,
                phrases: [.languageModel: ["السوق", "الرياض", "جدة", "الدمام"], .frequency: []]
            )
        }
        let long = ["أسعار النفط", "وزير الطاقة", "شركة الكهرباء", "مجلس الإدارة"]
        let short = ["السوق", "الرياض", "جدة", "الدمام"]
        let marks = (0..<12).flatMap { number in
            long.map { "\(number)\t\($0)\t2" } + short.map { "\(number)\t\($0)\t0" }
        }
        var files = ["read.tsv": marks.joined(separator: "\n")]
        for number in 0..<12 { files["texts/\(number).txt"] = "عنوان الخبر\n\(text)" }
        try withFolder(files) { folder in
            let trainer = KeyphraseTrainer(model: model)
            let ranker = trainer.train(on: crowd, judgements: try judgements(folder))
            #expect(ranker.roots == trainer.train(on: crowd).roots && ranker.readerRoots.count == 301)
            let ranking = ThemeRanking(model: model.themes, ranker: ranker)
            var extractor = Extractor(model: model)
            var plain = ThemeArticle(text, extractor: &extractor)
            #expect(Set(plain.keyphrases(by: ranking).prefix(4)) == Set(long))
            // As one that is too long for a note.
            plain.findings[0]?.tokenCount = 500
            #expect(Set(plain.keyphrases(by: ranking).prefix(4)) == Set(short))
            let titled = ThemeArticle(text, title: "عنوان الخبر", extractor: &extractor).keyphrases(by: ranking)
            #expect(Set(titled.prefix(4)) == Set(long))
        }
    }
}
