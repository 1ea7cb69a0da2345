import ArgumentParser
import Extraction
import Training

/// `warraq evaluate themes`: phrases against AKEC, topics against SIB-200.
struct EvaluateThemes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "Scores keyphrases on AKEC and topics on SIB-200."
    )

    @Option(help: "The AKEC corpus.")
    var akec: String?

    @Option(help: "Which part of AKEC: the name of an .ids file in its folder.")
    var part = "dev"

    @Option(help: "A table of SIB-200: index_id, category, text.")
    var sib200: String?

    @Option(help: "A model file to score instead of the one built in.")
    var model: String?

    func validate() throws {
        guard akec != nil || sib200 != nil else { throw ValidationError("Nothing to score: give --akec or --sib200.") }
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
        if let sib200 {
            let scores = try TopicScores(of: model.themes, onSIB200: sib200)
            print(
                """
                SIB-200, \(scores.sentences) sentences, seven topics: accuracy \(Self.percent(scores.accuracy)), \
                no topic for \(Self.percent(scores.unknown))
                """
            )
        }
    }

    /// In hundredths, one digit behind the point.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
