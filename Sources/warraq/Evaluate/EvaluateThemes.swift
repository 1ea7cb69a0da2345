import ArgumentParser
import Extraction
import Training

/// `warraq evaluate themes`: phrases against AKEC, topics against SIB-200, newspapers' sections and annotations.
struct EvaluateThemes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "Scores keyphrases on AKEC, topics on SIB-200, newspapers' sections and annotations.",
        discussion: """
            Phrases are scored at 5, 10 and 15, plainly and by light stem, against the ten best of both of the corpus's \
            orders, and at 5 against all that people chose. --folds trains anew for each fold on the documents of the \
            others, so that no document is scored by what was learnt from it.
            """
    )

    @Option(help: "The AKEC corpus.")
    var akec: String?

    @Option(help: "Which parts of AKEC: names of .ids files in its folder.")
    var part = ["dev"]

    @Option(help: "Which of AKEC's texts: pure (without marks and diacritics) or raw.")
    var text = AKECorpus.Text.pure

    @Option(help: "How many folds to cross-validate the ranker of phrases in; 0 scores the model's own.")
    var folds = 0

    @Option(help: "With --folds: so many times, with other folds and trees each time; scores are the mean.")
    var repeats = 1

    @Option(
        help: "Score these phrases instead of the model's: lines of a document's name, a tab, its phrases, «|» between."
    )
    var phrases: String?

    @Option(
        parsing: .upToNextOption,
        help: """
            Phrases that readers judged: tables of article, phrase and each reader's mark; of the first 5 and 10 phrases \
            that are shown, how many are good. Needs --texts: files or folders of articles.
            """
    )
    var phrasesRead: [String] = []

    @Option(
        help: """
            How the articles of --phrases-read come: with their titles given apart, as the first line of the text, or none.
            """
    )
    var titles = PhraseJudgements.Titles.given

    @Option(
        parsing: .upToNextOption,
        help: "With --folds: phrases that readers judged, of articles in --texts, to train each fold on as well."
    )
    var phrasesJudged: [String] = []

    @Flag(help: "Print the phrases that are found, in the form that --phrases reads, and no scores.")
    var list = false

    @Option(help: "A table of SIB-200: index_id, category, text.")
    var sib200: String?

    @Option(help: "Also cross-validate the sentence model on this table of SIB-200 (its training sentences).")
    var sib200Train: String?

    @Option(
        parsing: .upToNextOption,
        help: "Tables of sentences that were written for training: each fold trains on them besides its own."
    )
    var written: [String] = []

    @Option(help: "Newspaper sections: a table of URL, newspaper and section. Needs --texts.")
    var sections: String?

    @Option(help: "The country of the newspapers in --sections, by its ISO 3166 code: what is abroad is elsewhere.")
    var home = "SA"

    @Option(parsing: .upToNextOption, help: "Topics that a reader gave texts: tables of name and codes. Needs --texts.")
    var annotations: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "Folders of texts: .txt; .json with articles (url, title, content) or in SQuAD's format."
    )
    var texts: [String] = []

    @Option(help: "A model file to score instead of the one built in.")
    var model: String?

    func validate() throws {
        guard
            akec != nil || sib200 != nil || sib200Train != nil || sections != nil || !annotations.isEmpty
                || !phrasesRead.isEmpty
        else {
            throw ValidationError(
                "Nothing to score: give --akec, --phrases-read, --sib200, --sections or --annotations."
            )
        }
        guard sections == nil && annotations.isEmpty && phrasesRead.isEmpty && phrasesJudged.isEmpty || !texts.isEmpty
        else {
            throw ValidationError("--sections, --annotations, --phrases-read and --phrases-judged need --texts.")
        }
        guard phrasesJudged.isEmpty || folds > 0 else { throw ValidationError("--phrases-judged goes with --folds.") }
        guard folds == 0 || folds > 1 else { throw ValidationError("--folds is 0 or at least 2.") }
        guard repeats == 1 || repeats > 1 && folds > 0 && !list else {
            throw ValidationError("--repeats is at least 1, and goes with --folds and without --list.")
        }
    }

    func run() throws {
        let model = try model.map { try ThemeTraining.model(ofFile: $0) } ?? Model.embedded()
        if let akec { try scorePhrases(akec, model: model) }
        if !phrasesRead.isEmpty { try scoreReadPhrases(model: model) }
        if let sib200 { try scoreSentences(sib200, with: model.themes) }
        if let sib200Train {
            let sentences = try SubjectSentence.read(sib200Train)
            let scores = try TopicScores.crossValidated(
                model.themes,
                on: sentences,
                beside: try SubjectSentence.read(written)
            )
            print("SIB-200, \(sentences.count) sentences, sentence model in ten folds: \(Self.line(scores))")
        }
        guard sections != nil || !annotations.isEmpty else { return }
        let texts = try TopicTexts(folders: texts)
        if let sections {
            print("newspaper sections, four of them, by the strongest top-level topic and by what is from abroad")
            for (name, scores) in try TopicScores.newspapers(
                of: model,
                labels: sections,
                texts: texts,
                home: home
            ) {
                print("  \(name), \(scores.texts) articles: \(Self.line(scores))")
            }
        }
        for file in annotations {
            let read = try TopicAnnotations(files: [file], texts: texts)
            for topLevel in [true, false] {
                let agreement = TopicAgreement(of: model.themes, on: read, topLevel: topLevel)
                let figures = [agreement.precision, agreement.recall, agreement.f1].map { Self.percent($0) }
                print(
                    """
                    \(file), \(agreement.documents) texts (\(read.missing) not found), \
                    \(topLevel ? "top level" : "all levels"): P R F1 \(figures.joined(separator: "  "))
                    """
                )
            }
        }
    }

    private func scoreSentences(_ path: String, with model: ThemeModel) throws {
        let sentences = try SubjectSentence.read(path)
        if !model.subjects.names.isEmpty {
            let scores = TopicScores(ofSubjects: model, on: sentences)
            print("SIB-200, \(sentences.count) sentences, seven topics, sentence model: \(Self.line(scores))")
        }
        let mapped = TopicScores(of: model, mapping: .sib200, on: sentences)
        print("SIB-200, \(sentences.count) sentences, seven topics, strongest concept: \(Self.line(mapped))")
    }

    private static func line(_ scores: TopicScores) -> String {
        """
        accuracy \(percent(scores.accuracy)), macro F1 \(percent(scores.macroF1)), \
        no topic for \(percent(scores.unknownShare))
        """
    }

    private func scorePhrases(_ folder: String, model: Model) throws {
        let corpus = try AKECorpus(folder: folder, parts: part, text: text)
        let judgements =
            phrasesJudged.isEmpty
            ? nil : try PhraseJudgements(files: phrasesJudged, articles: JudgedArticles(inputs: texts))
        // All documents once for each repetition.
        let documents = (0..<repeats).flatMap { _ in corpus.documents }
        let found =
            if let phrases {
                try corpus.phrases(inFile: phrases)
            } else if folds > 0 {
                try (1...repeats).flatMap { seed in
                    try KeyphraseValidation(
                        folder: folder,
                        parts: part,
                        folds: folds,
                        seed: UInt64(seed),
                        judgements: judgements,
                        model: model
                    ).phrases(of: text)
                }
            } else {
                corpus.keyphrases(foundBy: model)
            }
        if list {
            for (document, phrases) in zip(corpus.documents, found) {
                print("\(document.name)\t\(phrases.joined(separator: "|"))")
            }
            return
        }
        print("AKEC \(part.joined(separator: "+")), \(corpus.documents.count) documents, \(text.rawValue) text")
        print("  match  order               at     P     R     F")
        for match in KeyphraseMatch.allCases {
            for order in AKECorpus.Order.allCases {
                for depth in KeyphraseScores.depths {
                    let scores = KeyphraseScores(
                        of: found,
                        on: documents,
                        depth: depth,
                        match: match,
                        order: order,
                        best: KeyphraseTrainer.best
                    )
                    Self.show(match, "\(order.rawValue), best 10", depth, scores)
                }
            }
            let all = KeyphraseScores(
                of: found,
                on: documents,
                depth: 5,
                match: match,
                order: .languageModel,
                best: nil
            )
            Self.show(match, "all", 5, all)
        }
    }

    private func scoreReadPhrases(model: Model) throws {
        let articles = JudgedArticles(inputs: texts)
        for file in phrasesRead {
            let judgements = try PhraseJudgements(files: [file], articles: articles)
            let found = judgements.keyphrases(foundBy: model, titles: titles)
            if list {
                for (document, phrases) in zip(judgements.documents, found) {
                    print("\(document.name)\t\(phrases.joined(separator: "|"))")
                }
                continue
            }
            print(
                """
                \(file), \(judgements.documents.count) articles (\(judgements.missing.count) not found), \
                \(judgements.readers) readers
                """
            )
            for depth in PhraseReading.depths {
                let reading = PhraseReading(of: found, by: judgements, depth: depth)
                let each = reading.good.map { "\($0)" }.joined(separator: ", ")
                print(
                    """
                      first \(depth): good \(Self.percent(reading.share)), by all readers \
                    \(Self.percent(reading.agreedShare)); of \(reading.read) read (\(each) good by each; \
                    \(reading.unread) more not read)
                    """
                )
            }
        }
    }

    private static func show(_ match: KeyphraseMatch, _ gold: String, _ depth: Int, _ scores: KeyphraseScores) {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        let figures = [scores.precision, scores.recall, scores.f1].map { Self.percent($0) }
        let end = "\(depth < 10 ? " " : "")\(depth)  \(figures.joined(separator: "  "))"
        print("  \(padded(match.rawValue, 6)) \(padded(gold, 24))\(end)")
    }

    /// In hundredths, one digit behind the point.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension AKECorpus.Text: ExpressibleByArgument {}

extension PhraseJudgements.Titles: ExpressibleByArgument {}
