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
    /// Folders of annotations with the folders of their texts, to learn from too.
    package var annotations: [(annotations: URL, texts: URL)]
    /// The project's own lists.
    package var lexicons: URL
    /// The lists of others; `nil`: none.
    package var gazetteers: URL?
    /// Folders of open text to count words in.
    package var background: [URL]
    package var options: EntityTrainer.Options

    package init(
        corpora: [URL],
        annotations: [(annotations: URL, texts: URL)] = [],
        lexicons: URL,
        gazetteers: URL?,
        background: [URL] = [],
        options: EntityTrainer.Options = .init()
    ) {
        self.background = background
        self.corpora = corpora
        self.annotations = annotations
        self.lexicons = lexicons
        self.gazetteers = gazetteers
        self.options = options
    }

    /// The tables by name. `report` gets lines that say how it goes.
    package func tables(report: (String) -> Void) throws -> [String: [UInt8]] {
        var sentences = try corpora.flatMap { try Self.sentences(of: $0) }
        var reader = AnnotationReader()
        for pair in annotations { try reader.add(annotations: pair.annotations, texts: pair.texts) }
        if !annotations.isEmpty {
            report("\(reader.sentences.count) annotated sentences, \(reader.leftOut) left out for words without spaces")
        }
        sentences += reader.sentences
        guard !sentences.isEmpty else { throw TrainingError("the corpora have no sentences") }
        let compiler = try GazetteerCompiler(lexicons: lexicons, gazetteers: gazetteers)
        compiler.summary.forEach(report)
        let lexicon = compiler.table()
        var counter = BackgroundCounter()
        for folder in background { try counter.add(folder: folder) }
        report("\(counter.wordCount) words of open text")
        let vocabulary = counter.table()
        let known = Self.withImmortalCopy(of: vocabulary) { BackgroundVocabulary(bytes: $0) }
        let weights = try Self.withImmortalCopy(of: lexicon) { bytes in
            var trainer = try EntityTrainer(gazetteer: Gazetteer(bytes: bytes), vocabulary: known, options: options)
            return trainer.train(on: sentences) { progress in
                guard progress.epoch == progress.epochs else { return }
                let tenths = Int(progress.accuracy * 1000)
                report(
                    "model \(progress.model) of \(progress.models): \(progress.epochs) epochs, "
                        + "\(tenths / 10).\(tenths % 10) % of training tokens right"
                )
            }
        }
        return [
            Gazetteer.tableName: lexicon, BackgroundVocabulary.tableName: vocabulary, EntityWeights.tableName: weights,
        ]
    }

    /// The sentences of a file in CoNLL columns.
    package static func sentences(of file: URL) throws(TrainingError) -> [TaggedSentence] {
        try ConllReader.sentences(in: GazetteerCompiler.text(file), name: file.lastPathComponent)
    }

    /// Writes a model file with `tables`; the other tables of a file that is already there stay as they are.
    package static func put(_ tables: [String: [UInt8]], into file: URL) throws {
        var all: [String: [UInt8]] = [:]
        if FileManager.default.fileExists(atPath: file.path) {
            let old = try Data(contentsOf: file)
            try old.withUnsafeBytes { bytes in
                let model = try ModelFile(bytes: bytes)
                for name in model.names { all[name] = model.table(name).map(Array.init) }
            }
        }
        all.merge(tables) { _, new in new }
        try Data(ModelFile.encode(all)).write(to: file, options: .atomic)
    }

    /// Reads a model file into memory that lives as long as the process, as ``Model`` expects it.
    package static func model(of file: URL) throws -> Model {
        let bytes = try Data(contentsOf: file)
        return try withImmortalCopy(of: Array(bytes)) { try Model(file: ModelFile(bytes: $0)) }
    }

    /// Tables are read in place by values that may be copied anywhere, so the memory is never freed: a command makes
    /// one or two of them and ends.
    static func withImmortalCopy<Result>(
        of bytes: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
        copy.copyBytes(from: bytes)
        return try body(UnsafeRawBufferPointer(rebasing: copy[..<bytes.count]))
    }
}

extension EntityEvaluation {
    /// Scores a model on annotated sentences.
    package init(of model: Model, on sentences: [TaggedSentence]) throws(TrainingError) {
        guard let weights = model.entityWeights else { throw TrainingError("the model has no entity weights") }
        self.init()
        var tagger = EntityTagger(weights: weights, gazetteer: model.gazetteer, vocabulary: model.vocabulary)
        for sentence in sentences {
            let (letters, tokens) = FoldedTokens.fold(sentence.tokens)
            letters.withUnsafeBufferPointer { tagger.tag(letters: $0, tokens: tokens) }
            add(expected: sentence.labels, found: tagger.labels)
        }
    }
}
