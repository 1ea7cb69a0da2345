import ArgumentParser
import Extraction
import Foundation
import Training

/// `warraq evaluate segmentation`: words cut exactly right.
struct EvaluateSegmentation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segmentation",
        abstract: "Scores the segmentation of words into clitics, stem and endings.",
        discussion: """
            A word is right if all of its parts are, as in Farasa's evaluation; marks and numbers count as words. A \
            treebank in CoNLL-U (.conllu) is scored on clitics alone: conjunctions, prepositions, pronouns.
            """
    )

    @Argument(help: "Segmented text: .tsv as the WikiNews corpus has it, or .conllu.")
    var corpora: [String]

    @Option(help: "A model file to score instead of the one built in.")
    var model: String?

    @Flag(help: "Print each word that is wrong: expected, found, how often.")
    var faults = false

    @Option(help: "Leave out this many words at the beginning.")
    var skip = 0

    func run() throws {
        let model = try model.map { try EntityTraining.model(of: URL(fileURLWithPath: $0)) } ?? Model.embedded()
        guard var segmenter = model.segmenter() else { throw TrainingError("the model has no segmentation tables") }
        for path in corpora {
            let text = try SegmentationCorpus.text(path)
            let isTreebank = path.hasSuffix(".conllu")
            let words =
                isTreebank
                ? SegmentationCorpus.universalDependencies(text)
                : try SegmentationCorpus.wikiNews(text, name: path)
            let scores = SegmentationScores(
                &segmenter,
                on: Array(words.dropFirst(skip)),
                level: isTreebank ? .clitics : .full
            )
            print(scores.line)
            guard faults else { continue }
            for fault in scores.faults { print("\(fault.expected)\t\(fault.found)\t\(fault.count)") }
        }
    }
}
