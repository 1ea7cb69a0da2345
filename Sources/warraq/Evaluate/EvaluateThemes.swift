import ArgumentParser
import Extraction
import Training

/// `warraq evaluate themes`: phrases against AKEC, topics against SIB-200, newspapers' sections and annotations.
struct EvaluateThemes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "Scores keyphrases on AKEC, topics on SIB-200, newspapers' sections and annotations."
    )

    @Option(help: "The AKEC corpus.")
    var akec: String?

    @Option(help: "Which part of AKEC: the name of an .ids file in its folder.")
    var part = "dev"

    @Option(help: "A table of SIB-200: index_id, category, text.")
    var sib200: String?

    @Option(help: "Also cross-validate the sentence model on this table of SIB-200 (its training sentences).")
    var sib200Train: String?

    @Option(help: "Newspaper sections: a table of URL, newspaper and section. Needs --texts.")
    var sections: String?

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
        guard akec != nil || sib200 != nil || sib200Train != nil || sections != nil || !annotations.isEmpty else {
            throw ValidationError("Nothing to score: give --akec, --sib200, --sections or --annotations.")
        }
        guard sections == nil && annotations.isEmpty || !texts.isEmpty else {
            throw ValidationError("--sections and --annotations need the articles' --texts.")
        }
    }

    func run() throws {
        let model = try model.map { try ThemeTraining.model(ofFile: $0) } ?? Model.embedded()
        if let akec {
            let documents = try AKECorpus(folder: akec, part: part).documents
            print("AKEC \(part), \(documents.count) documents, stems, first ten of sort_lm")
            print("  at     P     R     F")
            for (depth, score) in zip(KeyphraseScores.depths, KeyphraseScores.evaluate(model, on: documents)) {
                let figures = [score.precision, score.recall, score.f1].map { Self.percent($0) }
                print("  \(depth < 10 ? " " : "")\(depth)  \(figures.joined(separator: "  "))")
            }
        }
        if let sib200 { try scoreSentences(sib200, with: model.themes) }
        if let sib200Train {
            let sentences = try SubjectSentence.read(sib200Train)
            let scores = try TopicScores.crossValidated(model.themes, on: sentences)
            print("SIB-200, \(sentences.count) sentences, sentence model in ten folds: \(Self.line(scores))")
        }
        guard sections != nil || !annotations.isEmpty else { return }
        let texts = try TopicTexts(folders: texts)
        if let sections {
            print("newspaper sections, four of them, by the strongest top-level topic")
            for (name, scores) in try TopicScores.newspapers(of: model.themes, labels: sections, texts: texts) {
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

    /// In hundredths, one digit behind the point.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
