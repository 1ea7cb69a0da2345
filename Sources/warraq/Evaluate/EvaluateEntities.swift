import ArgumentParser
import Extraction
import Foundation
import Training

/// `warraq evaluate entities`: scores the tagger on annotated text.
struct EvaluateEntities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Scores the entity tagger by exact mentions, as conlleval counts them.",
        discussion: "A mention is right if its tokens and its type are those of the reference."
    )

    @Option(parsing: .upToNextOption, help: "Annotated text: a token and its IOB2 label in the first two columns.")
    var conll: [String]

    @Option(help: "A model file to score instead of the one built in.")
    var model: String?

    func run() throws {
        let model = try model.map { try EntityTraining.model(of: URL(fileURLWithPath: $0)) } ?? Model.embedded()
        let sentences = try conll.flatMap { try EntityTraining.sentences(of: URL(fileURLWithPath: $0)) }
        print("\(sentences.count) sentences, \(sentences.reduce(0) { $0 + $1.tokens.count }) tokens")
        print(try EntityEvaluation(of: model, on: sentences).table)
        guard var tagger = EntityTagger(model: model) else { return }
        var confidences = ConfidenceEvaluation()
        tagger.visitMentions(in: sentences) { confidences.add(confidence: $0.confidence, isRight: $1) }
        let tenths = Int((confidences.expectedError * 10).rounded())
        print("expected calibration error \(tenths / 10).\(tenths % 10) % of \(confidences.count) mentions found")
    }
}
