package import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Makes the entity tables of a model from corpora and lexicons.
package struct EntityTraining {
    /// Files in CoNLL columns to learn from.
    package var corpora: [URL]
    /// Folders of annotations with the folders of their texts, to learn from too, and how often in an epoch.
    package var annotations: [(annotations: URL, texts: URL, weight: Int)]
    /// What the lexicon is made of.
    package var lists: LexiconTraining
    /// Folders of open text to count words in.
    package var background: [URL]
    /// Lists of words with how often they occur in open text.
    package var frequencies: [URL] = []
    /// A folder of lexicon files whose names are put in the places of others; see ``MentionReplacement``.
    package var replacements: URL?
    /// Of how many of a hundred sentences with a name one with other names is made.
    package var replacementShare = 100
    /// Into how many parts the corpora are cut to calibrate confidences; below 2 they are not.
    package var calibrationFolds = 4
    package var options: EntityTrainer.Options

    package init(
        corpora: [URL],
        annotations: [(annotations: URL, texts: URL, weight: Int)] = [],
        lists: LexiconTraining,
        background: [URL] = [],
        options: EntityTrainer.Options = .init()
    ) {
        self.background = background
        self.corpora = corpora
        self.annotations = annotations
        self.lists = lists
        self.options = options
    }

    /// What there is to learn from: documents, each a row of sentences.
    package func documents(report: (String) -> Void) throws -> [[TaggedSentence]] {
        var documents = try corpora.map { try Self.sentences(of: $0) }
        for pair in annotations {
            var reader = AnnotationReader()
            try reader.add(annotations: pair.annotations, texts: pair.texts)
            report(
                "\(pair.annotations.lastPathComponent): \(reader.sentences.count) annotated sentences, "
                    + "\(reader.leftOut) left out for words without spaces"
            )
            documents.append(
                reader.sentences.map { sentence in
                    var sentence = sentence
                    sentence.weight = pair.weight
                    return sentence
                }
            )
        }
        guard documents.contains(where: { !$0.isEmpty }) else { throw TrainingError("the corpora have no sentences") }
        return documents
    }

    /// The tables by name. `report` gets lines that say how it goes.
    package func tables(report: (String) -> Void) throws -> [String: [UInt8]] {
        let documents = try documents(report: report)
        let lexiconTables = try lists.tables(report: report)
        let lexicon = lexiconTables[Gazetteer.tableName] ?? []
        let vocabulary = try vocabulary(report: report)
        let calibration = try calibration(on: documents, lexicon: lexicon, vocabulary: vocabulary, report: report)
        var tables = try weights(
            of: documents,
            lexicon: lexicon,
            vocabulary: vocabulary,
            calibration: calibration,
            report: report
        )
        tables.merge(lexiconTables) { _, new in new }
        tables[BackgroundVocabulary.tableName] = vocabulary
        return tables
    }

    package func lexicon(report: (String) -> Void) throws -> [UInt8] {
        try lists.tables(report: report)[Gazetteer.tableName] ?? []
    }

    package func vocabulary(report: (String) -> Void) throws -> [UInt8] {
        var counter = BackgroundCounter()
        for file in frequencies {
            try counter.add(frequencies: CorpusFiles.text(file), name: file.lastPathComponent)
        }
        for folder in background { try counter.add(folder: folder) }
        report("\(counter.wordCount) words of open text")
        return counter.table()
    }

    /// The tables of weights learnt from `documents`.
    package func weights(
        of documents: [[TaggedSentence]],
        lexicon: [UInt8],
        vocabulary: [UInt8],
        calibration: ConfidenceCalibration = .init(),
        report: (String) -> Void
    ) throws -> [String: [UInt8]] {
        let known = try KeptBytes.copying(vocabulary) { try BackgroundVocabulary(bytes: $0) }
        let gazetteer = try KeptBytes.copying(lexicon) { try Gazetteer(bytes: $0) }
        var sentences = documents.flatMap { $0 }
        if let replacements {
            var replacement = try MentionReplacement(
                names: LexiconFile(folders: [replacements]).names,
                listed: LexiconFile(folders: lists.lexicons).allNames,
                gazetteer: gazetteer,
                seed: options.seed
            )
            let made = replacement.sentences(madeOf: sentences, share: UInt64(max(0, replacementShare)))
            report("\(made.count) sentences with other names")
            sentences += made
        }
        var trainer = EntityTrainer(gazetteer: gazetteer, vocabulary: known, options: options)
        let bytes = trainer.train(on: sentences, calibration: calibration) { progress in
            guard progress.epoch == progress.epochs else { return }
            let tenths = Int(progress.accuracy * 1000)
            report(
                "model \(progress.model) of \(progress.models): \(progress.epochs) epochs, "
                    + "\(tenths / 10).\(tenths % 10) % of training tokens right"
            )
        }
        return [EntityWeights.tableName: bytes]
    }

    /// Part number `fold` of `count` things cut into `folds` parts.
    package static func fold(_ fold: Int, of folds: Int, in count: Int) -> Range<Int> {
        count * fold / folds..<count * (fold + 1) / folds
    }

    /// The sentences of a file in CoNLL columns.
    package static func sentences(of file: URL) throws(TrainingError) -> [TaggedSentence] {
        try ConllReader.sentences(in: CorpusFiles.text(file), name: file.lastPathComponent)
    }

    /// The sentences of a file in CoNLL columns, or of each in a folder.
    package static func documents(in path: URL) throws(TrainingError) -> [[TaggedSentence]] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder), isFolder else {
            return [try sentences(of: path)]
        }
        return try CorpusFiles.names(in: path).map { file throws(TrainingError) in
            try sentences(of: path.appending(path: file))
        }
    }

    /// Writes a model file with `tables`; the other tables of a file that is already there stay as they are, but for known
    /// words beside new tables that they are computed with. Returns whether those were taken out.
    @discardableResult
    package static func put(_ tables: [String: [UInt8]], into file: URL) throws -> Bool {
        var all: [String: [UInt8]] = [:]
        if FileManager.default.fileExists(atPath: file.path) {
            let old = try data(of: file)
            try old.withUnsafeBytes { bytes in
                let model = try ModelFile(bytes: bytes)
                for name in model.names { all[name] = model.table(name).map(Array.init) }
            }
        }
        let isStale = KnownWordsTraining.removeStale(from: &all, beside: tables.keys)
        all.merge(tables) { _, new in new }
        try Data(ModelFile.encode(all)).write(to: file, options: .atomic)
        return isStale
    }

    private static func data(of file: URL) throws(TrainingError) -> Data {
        do {
            return try Data(contentsOf: file)
        } catch {
            throw .unreadable(file.path, error)
        }
    }

    /// Reads a model file into memory that lives as long as the process, as ``Model`` expects it.
    package static func model(of file: URL, readsKnownWords: Bool = true) throws -> Model {
        let bytes = try data(of: file)
        return try KeptBytes.copying(Array(bytes)) {
            try Model(file: ModelFile(bytes: $0), readsKnownWords: readsKnownWords)
        }
    }
}

extension EntityEvaluation {
    /// Scores a model on annotated sentences.
    package init(of model: Model, on sentences: [TaggedSentence]) throws(TrainingError) {
        guard var tagger = EntityTagger(model: model) else { throw TrainingError("the model has no entity weights") }
        self.init()
        add(sentences, tagger: &tagger)
    }

    /// Adds sentences that stand together in this order. `visit` gets each sentence's labels, those that were found, and
    /// its tokens.
    package mutating func add(
        _ sentences: [TaggedSentence],
        tagger: inout EntityTagger,
        visit: (_ expected: [EntityLabel], _ found: [EntityLabel], _ tokens: [String]) -> Void = { _, _, _ in }
    ) {
        tagger.removeAll()
        for sentence in sentences { tagger.read(tokens: sentence.tokens) }
        for (number, sentence) in sentences.enumerated() {
            tagger.look(at: number)
            add(expected: sentence.labels, found: tagger.labels)
            visit(sentence.labels, tagger.labels, sentence.tokens)
        }
    }
}
