import ArgumentParser

/// `warraq evaluate`: scores a model.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Scores a model, the rules, or the splitter.",
        subcommands: [
            EvaluateEntities.self, EvaluateAnnotations.self, EvaluateRules.self, EvaluateSections.self,
            EvaluateSegmentation.self, EvaluateThemes.self,
        ]
    )
}
