package import ArabicText
internal import CModel

/// All that extraction has learnt: entity weights and lexicons, the phrase ranker, the topic vocabulary.
package struct Model: Sendable {
    package let name: String
    package let version: String
    /// SHA-256 of the model file, in hexadecimal.
    package let digest: String
    /// The lexicon of names. Empty in a model without one.
    package let gazetteer: Gazetteer
    /// Words that tell something of the names around them. Empty in a model without them.
    package let words: EntityWords
    /// How common words are, and how they are used. Empty in a model without it.
    package let vocabulary: BackgroundVocabulary
    /// `nil` in a model that was not trained to find entities.
    package let entityWeights: EntityWeights?
    /// How words are cut into clitics and stem. `nil` in a model that was not trained to.
    package let segmentation: SegmentationModel?
    /// What themes are found and ranked with. Finds none in a model without its tables.
    package let themes: ThemeModel

    /// What is computed of frequent words with the tables above. Empty in a model without it: all is computed.
    package let knownWords: KnownWords

    /// Reads a model from its file's bytes.
    ///
    /// - Parameter readsKnownWords: Not for who makes them anew: those of another version of the program can't be read.
    package init(file: ModelFile, readsKnownWords: Bool = true) throws(ModelError) {
        name = "warraq-news"
        version = "1"
        digest = file.digest()
        themes = try ThemeModel(file: file)
        if let table = file.table(Gazetteer.tableName) {
            gazetteer = try Gazetteer(bytes: table)
        } else {
            gazetteer = Gazetteer()
        }
        words =
            if let table = file.table(EntityWords.tableName) { try EntityWords(bytes: table) } else { EntityWords() }
        if let lexicon = file.table(SegmentationModel.lexiconTableName),
            let weights = file.table(SegmentationModel.weightsTableName)
        {
            guard let model = SegmentationModel(lexicon: lexicon, weights: weights) else {
                throw ModelError("the model's segmentation tables are cut off")
            }
            segmentation = model
        } else {
            segmentation = nil
        }
        if let table = file.table(BackgroundVocabulary.tableName) {
            vocabulary = try BackgroundVocabulary(bytes: table)
        } else {
            vocabulary = BackgroundVocabulary()
        }
        entityWeights =
            if let table = file.table(EntityWeights.tableName) { try EntityWeights(bytes: table) } else { nil }
        knownWords =
            if readsKnownWords, let table = file.table(KnownWords.tableName) { try KnownWords(bytes: table) } else {
                KnownWords()
            }
    }

    /// A segmenter of words for one thread, where the model has its tables.
    package func segmenter() -> WordSegmenter? { segmentation.map { WordSegmenter(model: $0) } }

    /// The model that is built into the program.
    package static func embedded() throws(ModelError) -> Model { try Model(file: .embedded()) }
}

extension ModelFile {
    /// The file that is built into the program.
    package static func embedded() throws(ModelError) -> ModelFile {
        try ModelFile(bytes: UnsafeRawBufferPointer(start: warraq_model_bytes(), count: warraq_model_size()))
    }
}
