import ArgumentParser

/// `warraq evaluate`: scores a model.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Scores a model.",
        subcommands: [EvaluateEntities.self, EvaluateAnnotations.self, EvaluateThemes.self]
    )
}
