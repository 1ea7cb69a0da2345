import ArgumentParser

/// `warraq train`: makes the tables of a model from corpora.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Makes a model from corpora.",
        subcommands: [TrainEntities.self, TrainLexicon.self, TrainSegmentation.self, TrainThemes.self, TrainWords.self]
    )
}
