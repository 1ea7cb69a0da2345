import ArgumentParser
import Foundation
import Training

/// `warraq train entities`: the entity weights and the lexicon.
struct TrainEntities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Makes the entity tables: the tagger's weights and the lexicon of names.",
        discussion: """
            A corpus has a token and its IOB2 label in the first two columns of a line and a blank line between \
            sentences. The labels PER or PERS, LOC or GPE, ORG and MISC (or MIS…) are learnt, others are taken for O.

            The output's entity tables are replaced; the other tables of a file that exists stay as they are, but for \
            the known words, which are taken out: `warraq train words` makes them anew. The same command always \
            makes the same bytes. MODEL.md says what the built-in model was made from.
            """
    )

    @Option(parsing: .upToNextOption, help: "The annotated corpora, files in CoNLL columns.")
    var anercorp: [String]

    @Option(parsing: .upToNextOption, help: "Folders of annotations as Annotations/GUIDELINES.md has them.")
    var annotations: [String] = []

    @Option(parsing: .upToNextOption, help: "The folders of their texts, in the same order.")
    var text: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "How often a sentence of each folder of --annotations is learnt while one of --anercorp is learnt once."
    )
    var weights: [Int] = []

    @OptionGroup
    var lists: LexiconOptions

    @Option(parsing: .upToNextOption, help: "Folders of open text to count words in: .txt, or .json in SQuAD's format.")
    var background: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "Lists of words with how often each occurs in open text: a word, a tab, a count on each line."
    )
    var frequencies: [String] = []

    @Option(
        help: """
            A folder of our own lists: their names stand in the places of the corpora's persons and organisations in \
            further sentences that are learnt beside theirs.
            """
    )
    var replacements: String?

    @Option(help: "With --replacements: of so many of a hundred sentences with such a name another one is made.")
    var replacementShare = 100

    @Option(help: "The folder of our own lists.")
    var lexicons = "Lexicons/entities"

    @Option(help: "The model file.")
    var output: String?

    @Option(
        help: """
            Writes no model: cuts the corpora into so many parts, trains on all but one, scores on that one, for each \
            in turn.
            """
    )
    var crossValidate: Int?

    @Option(help: "With --cross-validate: how many of the parts are left out in turn; without it all.")
    var parts: Int?

    @Option(
        parsing: .upToNextOption,
        help: "With --cross-validate: further text to score, not learnt: files in CoNLL columns, or folders of them."
    )
    var further: [String] = []

    @Flag(help: "With --cross-validate: prints what was wrong, most frequent first.")
    var mistakes = false

    @Option(help: "Passes over the corpus for each model.")
    var epochs = EntityTrainer.Options().epochs

    @Option(help: "Models with different seeds whose weights are added.")
    var models = EntityTrainer.Options().models

    @Option(help: "The seed of the order in which sentences are learnt.")
    var seed = EntityTrainer.Options().seed

    @Option(
        help: """
            Into how many parts the corpora are cut to count how often mentions are right that the model is so sure of; \
            below 2: not counted.
            """
    )
    var calibrationFolds = 4

    @Option(help: "2 to this power is the number of rows of weights; a row has 8 bytes.")
    var rowBits = EntityTrainer.Options().rowBits

    func validate() throws {
        guard output != nil || crossValidate != nil else {
            throw ValidationError("Give --output FILE, or --cross-validate N.")
        }
        if let crossValidate, crossValidate < 2 { throw ValidationError("--cross-validate must be 2 at least.") }
        if let parts, parts < 1 { throw ValidationError("--parts must be 1 at least.") }
        guard epochs > 0, models > 0 else { throw ValidationError("--epochs and --models must be 1 at least.") }
        guard annotations.count == text.count else {
            throw ValidationError("--text must name a folder of texts for each folder of --annotations.")
        }
        guard weights.isEmpty || weights.count == annotations.count, weights.allSatisfy((1...100).contains) else {
            throw ValidationError("--weights must have a number from 1 to 100 for each folder of --annotations.")
        }
        guard (0...100).contains(replacementShare) else {
            throw ValidationError("--replacement-share must be from 0 to 100.")
        }
        guard (8...24).contains(rowBits) else { throw ValidationError("--row-bits must be from 8 to 24.") }
    }

    func run() throws {
        var options = EntityTrainer.Options()
        options.epochs = epochs
        options.models = models
        options.seed = seed
        options.rowBits = rowBits
        var training = EntityTraining(
            corpora: anercorp.map { URL(fileURLWithPath: $0) },
            annotations: annotations.indices.map { index in
                (
                    URL(fileURLWithPath: annotations[index]), URL(fileURLWithPath: text[index]),
                    weights.isEmpty ? 1 : weights[index]
                )
            },
            lists: lists.training(lexicons: [lexicons]),
            background: background.map { URL(fileURLWithPath: $0) },
            options: options
        )
        training.frequencies = frequencies.map { URL(fileURLWithPath: $0) }
        training.replacements = replacements.map { URL(fileURLWithPath: $0) }
        training.replacementShare = replacementShare
        training.calibrationFolds = calibrationFolds
        func report(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
        if let crossValidate {
            let result = try training.crossValidate(
                folds: crossValidate,
                parts: parts ?? crossValidate,
                further: further.map { try EntityTraining.documents(in: URL(fileURLWithPath: $0)) },
                report: report
            )
            print(result.evaluation.table)
            for (name, evaluation) in zip(further, result.further) { print("\n\(name)\n\(evaluation.table)") }
            if mistakes { printMistakes(result.mistakes) }
        }
        guard let output else { return }
        let tables = try training.tables(report: report)
        let isStale = try EntityTraining.put(tables, into: URL(fileURLWithPath: output))
        for (name, bytes) in tables.sorted(by: { $0.key < $1.key }) { print("\(name)\t\(bytes.count) bytes") }
        if isStale { print(KnownWordsTraining.removed) }
    }

    private func printMistakes(_ mistakes: [EntityCrossValidation.Mistake]) {
        let groups = Dictionary(grouping: mistakes) { "\($0.expected)\t\($0.found)" }
        for (key, group) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            print("\(group.count)\t\(key)\t\(group[0].context)")
        }
    }
}
