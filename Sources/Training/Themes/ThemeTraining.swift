package import Extraction
internal import FoundationEssentials

/// The whole training of the theme tables, from folders to a model file.
package struct ThemeTraining: Sendable {
    private let akecFolder: String
    private let backgroundFolders: [String]
    private let textFolders: [String]
    private let iptcFolder: String
    private let lexiconFolder: String
    private let akecParts: [String]
    private let modelFile: String?
    private let subjectFiles: [String]
    private let annotationFiles: [String]
    private let phraseFiles: [String]

    /// - Parameters:
    ///   - akecParts: The names of `.ids` files.
    ///   - modelFile: The names of people, places and organisations are found with its entity tables, where it has any.
    ///   - subjectFiles: Tables with the columns category and text, to train ``SubjectModel`` on.
    ///   - annotationFiles: ``TopicAnnotations`` of texts in the background and text folders, to calibrate topics on.
    ///   - phraseFiles: ``PhraseJudgements`` of articles in the background and text folders, to train the ranker on.
    ///   - textFolders: Texts of which words are not counted.
    package init(
        akecFolder: String,
        akecParts: [String] = ["train", "dev"],
        backgroundFolders: [String],
        iptcFolder: String,
        lexiconFolder: String,
        modelFile: String? = nil,
        subjectFiles: [String] = [],
        annotationFiles: [String] = [],
        phraseFiles: [String] = [],
        textFolders: [String] = []
    ) {
        self.akecFolder = akecFolder
        self.akecParts = akecParts
        self.modelFile = modelFile
        self.backgroundFolders = backgroundFolders
        self.textFolders = textFolders
        self.iptcFolder = iptcFolder
        self.lexiconFolder = lexiconFolder
        self.subjectFiles = subjectFiles
        self.annotationFiles = annotationFiles
        self.phraseFiles = phraseFiles
    }

    /// The tables, by name. The same folders always give the same bytes.
    package func tables() throws(ThemeTrainingError) -> [String: [UInt8]] {
        var lexicon = try ThemeLexicon(folder: lexiconFolder)
        try lexicon.takeLabels(fromIPTC: iptcFolder)
        var background: [String] = []
        for folder in backgroundFolders { background += try ThemeBackground.documents(in: folder) }
        let compiler = ThemeCompiler(lexicon: lexicon, background: background)
        var tables = try compiler.tables()
        let model = try Self.model(replacing: tables, of: modelFile)
        if !annotationFiles.isEmpty {
            let texts = try TopicTexts(folders: backgroundFolders + textFolders)
            let calibrator = TopicCalibrator(model: model.themes, start: lexicon.calibration)
            let calibration = calibrator.calibrate(on: try TopicAnnotations(files: annotationFiles, texts: texts))
            tables["themes.calibration"] = Array(calibration.table.utf8)
        }
        if !subjectFiles.isEmpty {
            let sentences = try SubjectSentence.read(subjectFiles)
            tables.merge(SubjectTrainer(model: model.themes).tables(sentences), uniquingKeysWith: { $1 })
        }
        let trainer = KeyphraseTrainer(model: model)
        var documents: [AKECorpus.Document] = []
        for text in AKECorpus.Text.allCases {
            documents += try AKECorpus(folder: akecFolder, parts: akecParts, text: text).documents
        }
        let judgements = try judgements()
        tables["themes.ranker"] = Array(compiler.ranker(trainer.train(on: documents, judgements: judgements)).text.utf8)
        return tables
    }

    private func judgements() throws(ThemeTrainingError) -> PhraseJudgements? {
        guard !phraseFiles.isEmpty else { return nil }
        let articles = JudgedArticles(inputs: backgroundFolders + textFolders)
        let judgements = try PhraseJudgements(files: phraseFiles, articles: articles)
        guard judgements.missing.isEmpty else {
            let names = judgements.missing.joined(separator: ", ")
            throw ThemeTrainingError("no text of \(names) in the folders of background and texts")
        }
        return judgements
    }

    /// Replaces the theme tables of the model file at `path`, or makes one with them alone. Returns whether known words,
    /// which were computed with other theme tables, were taken out.
    @discardableResult
    package static func put(_ tables: [String: [UInt8]], into path: String) throws(ThemeTrainingError) -> Bool {
        let (all, isStale) = try replacing(tables, of: path)
        do {
            try Data(ModelFile.encode(all)).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw ThemeTrainingError("\(path): can't be written")
        }
        return isStale
    }

    private static func replacing(
        _ tables: [String: [UInt8]],
        of path: String
    ) throws(ThemeTrainingError) -> (tables: [String: [UInt8]], isStale: Bool) {
        var all = tables
        if FileManager.default.fileExists(atPath: path) {
            let file = try file(path)
            for name in file.names where !name.hasPrefix("themes.") { all[name] = file.table(name).map(Array.init) }
        }
        let isStale = KnownWordsTraining.removeStale(from: &all, beside: tables.keys)
        return (all, isStale)
    }

    /// The model that the file at `path` becomes with these theme tables.
    private static func model(
        replacing tables: [String: [UInt8]],
        of path: String?
    ) throws(ThemeTrainingError) -> Model {
        let all = if let path { try replacing(tables, of: path).tables } else { tables }
        do {
            return try Model(file: ModelFile(bytes: KeptBytes.copy(of: ModelFile.encode(all))))
        } catch {
            throw ThemeTrainingError(error.description)
        }
    }

    /// The model in the file at `path`.
    package static func model(ofFile path: String) throws(ThemeTrainingError) -> Model {
        do {
            return try Model(file: try file(path))
        } catch let error as ModelError {
            throw ThemeTrainingError("\(path): \(error)")
        } catch {
            throw ThemeTrainingError("\(error)")
        }
    }

    private static func file(_ path: String) throws(ThemeTrainingError) -> ModelFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ThemeTrainingError("\(path): can't be read")
        }
        do {
            return try ModelFile(bytes: KeptBytes.copy(of: Array(data)))
        } catch {
            throw ThemeTrainingError("\(path): \(error)")
        }
    }
}
