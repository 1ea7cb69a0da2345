import ArgumentParser

/// `warraq evaluate`: scores a model.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Scores a model, or the splitter.",
        subcommands: [EvaluateEntities.self, EvaluateSections.self, EvaluateThemes.self]
    )
}
