package import Extraction

/// Cross-validation of the ranker of phrases: every document's phrases are found by trees that were fitted without it.
package struct KeyphraseValidation: Sendable {
    private let folder: String
    private let parts: [String]
    private let folds: Int
    private let seed: UInt64
    private let judgements: PhraseJudgements?
    private let model: Model

    /// Both texts of the corpus's `parts` are trained on, and in each fold all `judgements`; adjustments, word statistics
    /// and names are those of `model`. The seed draws what the trees see and, unless it is 1, which documents are in a
    /// fold.
    package init(
        folder: String,
        parts: [String],
        folds: Int,
        seed: UInt64 = 1,
        judgements: PhraseJudgements? = nil,
        model: Model
    ) {
        self.folder = folder
        self.parts = parts
        self.folds = folds
        self.seed = seed
        self.judgements = judgements
        self.model = model
    }

    /// What is found in each document's `text`, in the corpus's order. With seed 1 document n is in fold n mod `folds`.
    package func phrases(of text: AKECorpus.Text) throws(ThemeTrainingError) -> [[String]] {
        let trainer = KeyphraseTrainer(model: model)
        var examples: [[KeyphraseForest.Example]] = []
        for text in AKECorpus.Text.allCases {
            for (index, document) in try AKECorpus(folder: folder, parts: parts, text: text).documents.enumerated() {
                let own = trainer.examples(of: document)
                if index < examples.count { examples[index] += own } else { examples.append(own) }
            }
        }
        let readers = judgements.map(trainer.readings) ?? KeyphraseTrainer.Readings()
        let documents = try AKECorpus(folder: folder, parts: parts, text: text).documents
        let order = order(of: documents.count)
        var found = [[String]](repeating: [], count: documents.count)
        for fold in 0..<folds {
            let training = examples.indices.filter { order[$0] % folds != fold }.flatMap { examples[$0] }
            var ranker = trainer.fit(crowd: training, readers: readers, seed: seed)
            ranker.adjustments = model.themes.ranker.adjustments
            var extractor = Extractor(model: model)
            let ranking = ThemeRanking(model: model.themes, ranker: ranker)
            for index in documents.indices where order[index] % folds == fold {
                let article = ThemeArticle(documents[index].text, extractor: &extractor)
                found[index] = article.keyphrases(by: ranking)
            }
        }
        return found
    }

    /// A place for each document; for seed 1 its own.
    private func order(of count: Int) -> [Int] {
        guard seed != 1 else { return Array(0..<count) }
        var random = SplitMix64(seed: seed)
        return (0..<count).shuffled(using: &random)
    }
}

extension AKECorpus {
    /// The phrases that `model` shows for each document, best first.
    package func keyphrases(foundBy model: Model) -> [[String]] {
        var extractor = Extractor(model: model)
        let ranking = ThemeRanking(model: model.themes)
        return documents.map { ThemeArticle($0.text, extractor: &extractor).keyphrases(by: ranking) }
    }

    /// The phrases of a file with a line for each document: its name, a tab, phrases with «|» between, best first.
    package func phrases(inFile path: String) throws(ThemeTrainingError) -> [[String]] {
        var found: [String: [String]] = [:]
        for (line, fields) in try TrainingFiles.table(path) {
            guard fields.count == 2 else { throw ThemeTrainingError("\(path), line \(line): not a name and phrases") }
            found[fields[0]] = fields[1].split(separator: "|").map(String.init)
        }
        var phrases: [[String]] = []
        for document in documents {
            guard let own = found[document.name] else {
                throw ThemeTrainingError("\(path): has no phrases of \(document.name)")
            }
            phrases.append(own)
        }
        return phrases
    }
}
