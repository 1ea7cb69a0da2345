import ArabicText
import Articles
import Extraction
import Foundation
import Testing
import Training

@Suite("Training of themes")
struct ThemeTrainingTests {
    private static let files = [
        "lexicon/words.tsv": "function\tفي،من\nattached\tعلى\nnoun\tوزارة\ngeneric\tوقت\nquantifier\tكبار\n",
        "lexicon/verbs.tsv": "قال\tيقول\n",
        "lexicon/adjectives.tsv": "adjective\tكبير،قال\nform\tحمراء\n",
        "lexicon/concepts.tsv": "15000000\t-\tر\tsport\n20000822\t15000000\tك\tgames\nx-places\t-\tم\tplaces\n",
        "lexicon/calibration.tsv": "padding\t60\nhalf\t100\n20000822\t80\n",
        "lexicon/topics/sport.tsv": "15000000\t3\tمباراة\n20000822\t5\tكرة القدم\nx-places\t2\tالمدينة\n",
        "lexicon/ranker.tsv": "0.5\theadings=1..9\n",
        "iptc/mediatopic_ar_partial.tsv": "qcode\tparent\tlabel_en\tlabel_ar\nmedtop:15000000\t\tsport\tرياضة\n",
        "text/one.txt": "قال المدرب إن مباراة كرة القدم في الملعب.\nالملعب كبير.\n",
        "text/two.tsv": "index_id\tcategory\ttext\n1\tsports\tالملعب في المدينة\n2\thealth\tالمستشفى في المدينة\n",
        "akec/train.ids": "A1\n",
        "akec/dev.ids": "A1\n",
        "akec/documents/pure/A1.txt": "كرة القدم في المدينة وكرة القدم في الملعب قال المدرب إن الفريق يلعب كرة القدم",
        "akec/documents/raw/A1.txt":
            "كرة القدم في المدينة، وكرة القدم في الملعب. قال المدرب: إن الفريق يلعب كرة القدم.",
        "akec/keyphrases/sort_lm/pure.txt": "A1 : كرة القدم,المدينة,الفريق\n",
        "akec/keyphrases/sort_frequency/pure.txt": "A1 : الفريق,كرة القدم,المدينة\n",
    ]

    /// A folder with small corpora, removed afterwards.
    private func withFolder(_ changes: [String: String] = [:], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "themes-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in Self.files.merging(changes, uniquingKeysWith: { $1 }) {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        try body(folder.path)
    }

    private func tables(_ folder: String, texts: [String] = []) throws -> [String: [UInt8]] {
        let judged = "\(folder)/phrases.tsv"
        return try ThemeTraining(
            akecFolder: "\(folder)/akec",
            backgroundFolders: ["\(folder)/text"],
            iptcFolder: "\(folder)/iptc",
            lexiconFolder: "\(folder)/lexicon",
            phraseFiles: FileManager.default.fileExists(atPath: judged) ? [judged] : [],
            textFolders: texts
        ).tables()
    }

    @Test("the same corpora make the same bytes, with phrases that readers judged and without")
    func deterministic() throws {
        try withFolder { folder in
            let first = try tables(folder)
            #expect(try tables(folder) == first)
        }
        try withFolder(["phrases.tsv": "one\tالملعب\t2\t1\n"]) { folder in
            let first = try tables(folder)
            #expect(try tables(folder) == first)
        }
    }

    @Test("phrases of a text that is no background are learnt, and its words are not counted")
    func furtherTexts() throws {
        let files = ["phrases.tsv": "three\tالملعب\t2\t1\n", "more/three.txt": "الملعب\n\nالملعب في المدينة.\n"]
        try withFolder(files) { folder in
            var learnt = try tables(folder, texts: ["\(folder)/more"])
            try FileManager.default.removeItem(atPath: "\(folder)/phrases.tsv")
            var plain = try tables(folder)
            #expect(learnt.removeValue(forKey: "themes.ranker") != plain.removeValue(forKey: "themes.ranker"))
            #expect(learnt == plain)
        }
    }

    @Test("an article whose phrases were judged and whose text is not there is named")
    func missingText() throws {
        try withFolder(["phrases.tsv": "three\tالملعب\t2\t1\n"]) { folder in
            let error = #expect(throws: ThemeTrainingError.self) { try tables(folder) }
            #expect(error?.description.contains("three") == true)
        }
    }

    @Test("training replaces the theme tables of a model file and leaves the others")
    func replaces() throws {
        try withFolder { folder in
            let path = "\(folder)/model"
            let old: [String: [UInt8]] = ["other.table": [1, 2, 3], "themes.old": [4]]
            try Data(ModelFile.encode(old)).write(to: URL(filePath: path))
            try ThemeTraining.put(try tables(folder), into: path)
            let bytes = try Array(Data(contentsOf: URL(filePath: path)))
            try bytes.withUnsafeBytes { bytes in
                let file = try ModelFile(bytes: bytes)
                #expect(file.table("other.table").map(Array.init) == [1, 2, 3])
                #expect(file.table("themes.old") == nil)
                #expect(file.names.contains("themes.ranker"))
            }
        }
    }

    @Test("what was trained finds the phrases that people chose, and their topic with its parent")
    func scores() throws {
        try withFolder { folder in
            try ThemeTraining.put(try tables(folder), into: "\(folder)/model")
            let whole = try ThemeTraining.model(ofFile: "\(folder)/model")
            let model = whole.themes
            let corpus = try AKECorpus(folder: "\(folder)/akec", parts: ["dev"], text: .pure)
            #expect(corpus.documents[0].phrases[.frequency]?.first == "الفريق")
            let scores = KeyphraseScores(
                of: corpus.keyphrases(foundBy: whole),
                on: corpus.documents,
                depth: 15,
                match: .stem,
                order: .languageModel,
                best: nil
            )
            // Too few examples for a split: all phrases score the same, and of a part and the whole the part comes first.
            #expect(scores.recall > 0.6)
            let found = ThemeArticle("كرة القدم", model: model).findings[0]?.topics ?? []
            #expect(found.map { model.concepts[$0.concept].code } == ["15000000", "20000822"])
            #expect(found.map(\.score) == [10, 10])
            #expect(model.concepts[0].arabicLabel == "رياضة")
        }
    }

    @Test("an adjective's feminine is one too, a single form has none, and what is a verb stays one")
    func adjectives() throws {
        try withFolder { folder in
            let analyzer = try ThemeCompiler.model(of: try tables(folder)).analyzer
            for (form, expected) in [
                ("كبير", true), ("كبيرة", true), ("حمراء", true), ("حمراءة", false), ("قال", false),
            ] {
                let text = TokenizedText(form)
                let token = try #require(text.tokens.first)
                let classes = text.letters(of: token).withUnsafeBufferPointer { analyzer.wordClass($0[...]) }
                #expect(classes.contains(.adjective) == expected, "\(form)")
            }
        }
    }

    @Test("a term with an equals sign is found as it is written alone, others in their forms, silent words in none")
    func termForms() throws {
        let terms = "15000000\t3\tمباراة،=جامع،ملعب\n20000822\t5\tكرة القدم\nnone\t1\tملعبي\n"
        try withFolder(["lexicon/topics/sport.tsv": terms]) { folder in
            let model = try ThemeCompiler.model(of: try tables(folder))
            for (form, expected) in [
                ("جامع", true), ("الجامع", true), ("جامعة", false), ("جامعين", false),
                ("ملعب", true), ("ملاعبهم", false), ("ملعبهم", true), ("ملعبي", false),
            ] {
                let topics = ThemeArticle(form, model: model).findings.first??.topics ?? []
                #expect(topics.contains { $0.concept == 0 } == expected, "\(form)")
            }
        }
    }

    @Test("in a term that silences its words these and shorter terms say nothing, but what a list says of it itself")
    func silencing() throws {
        let terms = "15000000\t3\tكرة القدم،كرة،ذهبية\nnone\t1\tكرة القدم الذهبية،قطعة ذهبية\n"
        try withFolder(["lexicon/topics/sport.tsv": terms]) { folder in
            let model = try ThemeCompiler.model(of: try tables(folder))
            for (text, expected) in [
                ("كرة القدم", 6), ("كرة القدم الذهبية", 0), ("كرة الذهبية", 6), ("قطعة ذهبية", 0),
                ("قطعة ذهبية ذهبية", 3), ("كرة قطعة ذهبية", 3),
            ] {
                var extractor = ThemeExtractor(model: model)
                let topics = extractor.findings(in: TokenizedText(text)).topics
                #expect(topics.first { $0.concept == 0 }?.score ?? 0 == expected, "\(text)")
            }
        }
    }

    @Test("adjustments for news go along with what was learnt")
    func adjustments() throws {
        try withFolder { folder in
            let model = try ThemeCompiler.model(of: try tables(folder))
            let heading = PhraseRanker.Condition(feature: .headings, range: 1...9)
            #expect(model.ranker.adjustments == [.init(conditions: [heading], value: 512)])
            #expect(!model.ranker.roots.isEmpty)
            let table = RankerTable(ranker: model.ranker, backgroundDocuments: 5)
            #expect(try RankerTable(table.text) == table)
        }
    }

    @Test(
        "a mistake in the lexicon is named with its file and line",
        arguments: [
            ("lexicon/words.tsv", "function\tفي\nnouns\tكتاب\n", "words.tsv, line 2"),
            ("lexicon/verbs.tsv", "# past, present\nقال\n", "verbs.tsv, line 2"),
            ("lexicon/adjectives.tsv", "adjectives\tكبير\n", "adjectives.tsv, line 1"),
            ("lexicon/concepts.tsv", "20000822\t15000000\tك\tgames\n", "concepts.tsv, line 1"),
            ("lexicon/topics/sport.tsv", "15000000\tx\tمباراة\n", "sport.tsv, line 1"),
            ("lexicon/topics/sport.tsv", "99\t3\tمباراة\n", "there is no concept 99"),
            ("lexicon/calibration.tsv", "half\tx\n", "calibration.tsv"),
            ("lexicon/ranker.tsv", "0.5\theading=1..2\n", "ranker.tsv, line 1"),
            ("lexicon/ranker.tsv", "0.5\n", "ranker.tsv, line 1"),
            ("akec/train.ids", "B7\n", "B7"),
            ("text/two.tsv", "a\tb\n", "no column text"),
        ]
    )
    func mistakes(file: String, text: String, message: String) throws {
        try withFolder([file: text]) { folder in
            do {
                _ = try tables(folder)
                Issue.record("\(file) was taken")
            } catch {
                #expect("\(error)".contains(message))
            }
        }
    }
}
