import ArgumentParser
import Foundation
import Training

/// `warraq train segmentation`: clitics, stems and endings of words.
struct TrainSegmentation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segmentation",
        abstract: "Makes the segmentation tables: clitics, stems and endings of words.",
        discussion: """
            The corpus has a header line, then a word on each line, its parts joined by «+», and behind a tab their \
            parts of speech, as the segmented WikiNews corpus has them.

            The output's segmentation tables are replaced; its other tables stay as they are. The same command always \
            makes the same bytes.
            """
    )

    @Option(parsing: .upToNextOption, help: "The segmented corpora.")
    var wikinews: [String]

    @Option(parsing: .upToNextOption, help: "Folders of open text to count words in: .txt, .json, .conll.")
    var background: [String] = []

    @Option(help: "A folder with the lists countries, arwikicats, camel_morph; missing ones are left out.")
    var gazetteers: String?

    @Option(help: "The folder of our own lists.")
    var lexicons = "Lexicons/entities"

    @Option(help: "The model file.")
    var output: String?

    @Option(help: "Passes over the corpus for each model.")
    var epochs = SegmentationTraining.Options().epochs

    @Option(help: "Models with different seeds whose weights are added.")
    var models = SegmentationTraining.Options().models

    @Option(
        help:
            "Cut the corpus into this many pieces, learn from all but one and score on that one, for each in turn; writes no model."
    )
    var crossValidate: Int?

    @Option(help: "Of the corpus only this many lines from the beginning.")
    var first: Int?

    @Option(help: "Leave out this many lines at the beginning.")
    var skip = 0

    func validate() throws {
        guard epochs > 0, models > 0 else { throw ValidationError("--epochs and --models must be 1 at least.") }
        guard output != nil || crossValidate != nil else {
            throw ValidationError("Give --output FILE, or --cross-validate N.")
        }
        if let crossValidate, crossValidate < 2 { throw ValidationError("--cross-validate must be 2 at least.") }
    }

    func run() throws {
        var options = SegmentationTraining.Options()
        options.epochs = epochs
        options.models = models
        var training = SegmentationTraining(options: options)
        try training.add(
            lexicons: URL(fileURLWithPath: lexicons),
            gazetteers: gazetteers.map { URL(fileURLWithPath: $0) }
        )
        for folder in background { try training.count(folder: URL(fileURLWithPath: folder)) }
        var words = try wikinews.flatMap { path in
            try SegmentationCorpus.wikiNews(SegmentationCorpus.text(path), name: path)
        }
        words = Array(words.dropFirst(skip).prefix(first ?? .max))
        func report(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
        if let crossValidate {
            let faults = try training.crossValidate(words, folds: crossValidate, report: report)
            for fault in faults { print("\(fault.expected)\t\(fault.found)\t\(fault.count)") }
            return
        }
        guard let output else { return }
        let tables = try training.tables(from: words, report: report)
        try EntityTraining.put(tables, into: URL(fileURLWithPath: output))
        for (name, bytes) in tables.sorted(by: { $0.key < $1.key }) { print("\(name)\t\(bytes.count) bytes") }
    }
}
