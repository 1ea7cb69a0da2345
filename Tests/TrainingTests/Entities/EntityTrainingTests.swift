import ArabicText
import Extraction
import Foundation
import Testing
import Training

@Suite("Training the entity tagger")
struct EntityTrainingTests {
    private static let corpus = """
        زار O
        أحمد B-PERS
        سالم I-PERS
        مدينة O
        باريس B-LOC
        . O

        قال O
        محمود B-PERS
        إن O
        شركة B-ORG
        النور I-ORG
        في O
        لندن B-LOC
        . O

        """

    private static func immortal(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
        copy.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    }

    private static func table(_ sentences: [TaggedSentence]) -> [UInt8] {
        var options = EntityTrainer.Options()
        options.rowBits = 12
        options.models = 2
        options.epochs = 10
        var trainer = EntityTrainer(gazetteer: Gazetteer(), vocabulary: BackgroundVocabulary(), options: options)
        return trainer.train(on: sentences) { _ in }
    }

    @Test("learns the sentences that it is shown, to the same bytes each time")
    func learns() throws {
        let sentences = try ConllReader.sentences(in: Self.corpus, name: "corpus")
        let table = Self.table(sentences)
        #expect(table == Self.table(sentences))
        let weights = try EntityWeights(bytes: Self.immortal(table))
        var tagger = EntityTagger(weights: weights, gazetteer: Gazetteer(), vocabulary: BackgroundVocabulary())
        for sentence in sentences { tagger.read(tokens: sentence.tokens) }
        for (number, sentence) in sentences.enumerated() {
            tagger.look(at: number)
            #expect(tagger.labels == sentence.labels)
        }
    }

    @Test("weights that are cut off are refused")
    func cutOff() throws {
        let table = Self.table(try ConllReader.sentences(in: Self.corpus, name: "corpus"))
        for length in [0, 7, 8, 100, 300, table.count / 2, table.count - 1] {
            #expect(throws: ModelError.self) { try EntityWeights(bytes: Self.immortal(Array(table.prefix(length)))) }
        }
    }

    @Test(
        "labels of other corpora are read as ours",
        arguments: [
            ("B-PERS", "B-PER"), ("B-GPE", "B-LOC"), ("B-MIS1", "B-MISC"), ("I-MIS0", "B-MISC"), ("I-LOC", "B-LOC"),
            ("B-DATE", "O"), ("O", "O"), ("B-MIS-1", "B-MISC"), ("B-", "O"),
        ]
    )
    func labels(name: String, expected: String) throws {
        let sentences = try ConllReader.sentences(in: "كلمة \(name)\n", name: "corpus")
        #expect(sentences.first?.labels.map(\.name) == [expected])
    }

    @Test("a line without a label is named")
    func malformed() {
        let error = #expect(throws: TrainingError.self) {
            try ConllReader.sentences(in: "كلمة O\n\nكلمة\n", name: "a.conll")
        }
        #expect(error?.description.hasPrefix("a.conll, line 3:") == true)
    }

    @Test("scores count exact mentions of the right type")
    func evaluation() {
        let person = EntityLabel(begin: .person)
        let inside = EntityLabel(inside: .person)
        let place = EntityLabel(begin: .location)
        var evaluation = EntityEvaluation()
        evaluation.add(expected: [person, inside, .outside, place], found: [person, inside, .outside, person])
        evaluation.add(expected: [person, inside], found: [person, .outside])
        #expect(evaluation.counts[.person]?.right == 1)
        #expect(evaluation.counts[.person]?.found == 3)
        #expect(evaluation.counts[.person]?.expected == 2)
        #expect(evaluation.counts[.location]?.expected == 1)
        #expect(evaluation.overall.right == 1)
        #expect(evaluation.overall.precision == 100.0 / 3)
        #expect(evaluation.overall.f1 == 200.0 / 6)
    }

    @Test("lists of towns are in the lexicon, but for words of the project's own lists")
    func places() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "places-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let lexicons = folder.appending(path: "lexicons")
        try FileManager.default.createDirectory(at: lexicons, withIntermediateDirectories: true)
        try Data("@names common\nالحي\n".utf8).write(to: lexicons.appending(path: "words.tsv"))
        let places = folder.appending(path: "places.tsv")
        try Data("طرفاية\nالحي\nسيدي إفني\n".utf8).write(to: places)
        let compiler = try GazetteerCompiler(lexicons: [lexicons], gazetteers: nil, places: [places])
        let gazetteer = try Gazetteer(bytes: Self.immortal(compiler.table()))
        #expect(gazetteer.classes(for: FoldedText(folding: "طرفاية").letters[...]) == .city)
        #expect(!gazetteer.classes(for: FoldedText(folding: "الحي").letters[...]).contains(.city))
        #expect(compiler.summary.contains("3 names of places.tsv"))
        #expect(throws: TrainingError.self) {
            try GazetteerCompiler(lexicons: [lexicons], gazetteers: nil, places: [folder.appending(path: "none.tsv")])
        }
    }

    @Test("stop words of others' lists that a lexicon drops are none")
    func dropped() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dropped-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let lists = folder.appending(path: "stopwords_iso")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
        try Data("من\nلوكالة\n".utf8).write(to: lists.appending(path: "stopwords-ar.txt"))
        let lexicons = folder.appending(path: "lexicons")
        try FileManager.default.createDirectory(at: lexicons, withIntermediateDirectories: true)
        try Data("@names given\nسالم\n@drop\nلوكالة\n".utf8).write(to: lexicons.appending(path: "words.tsv"))
        let compiler = try GazetteerCompiler(lexicons: [lexicons], gazetteers: folder)
        let gazetteer = try Gazetteer(bytes: Self.immortal(compiler.table()))
        #expect(gazetteer.classes(for: FoldedText(folding: "من").letters[...]) == .commonWord)
        #expect(gazetteer.classes(for: FoldedText(folding: "لوكالة").letters[...]).isEmpty)
    }

    @Test("a lexicon of several folders takes the place of a model's, and of what rests on it; the weights stay")
    func lexicon() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lexicon-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let folders = ["entities", "further"].map { folder.appending(path: $0) }
        for (folder, list) in zip(folders, ["@names given\nسالم\n", "@names family\nسالم\n@names given\nلميس\n"]) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(list.utf8).write(to: folder.appending(path: "names.tsv"))
        }
        let tables = try LexiconTraining(lexicons: folders, gazetteers: nil).tables { _ in }
        let file = folder.appending(path: "test.model")
        let before =
            [
                EntityWeights.tableName: [1, 2], Gazetteer.tableName: [3], KnownWords.tableName: [4], "other": [5],
            ] as [String: [UInt8]]
        try EntityTraining.put(before, into: file)
        #expect(try EntityTraining.put(tables, into: file))
        let model = try ModelFile(bytes: Self.immortal(Array(Data(contentsOf: file))))
        #expect(model.table(EntityWeights.tableName).map(Array.init) == [1, 2])
        #expect(model.table("other").map(Array.init) == [5])
        #expect(model.table(KnownWords.tableName) == nil)
        let gazetteer = try Gazetteer(bytes: #require(model.table(Gazetteer.tableName)))
        #expect(
            gazetteer.classes(for: FoldedText(folding: "سالم").letters[...]).isSuperset(of: [.givenName, .familyName])
        )
        #expect(gazetteer.classes(for: FoldedText(folding: "لميس").letters[...]).contains(.givenName))
    }

    @Test("common words have a level in the vocabulary that was counted")
    func background() {
        var counter = BackgroundCounter()
        counter.add("قال الوزير إن الوزير وصل، وقال وزير آخر.")
        #expect(counter.wordCount == 8)
        #expect(counter.table().count > 8)
    }
}
