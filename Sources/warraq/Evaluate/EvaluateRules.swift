import ArgumentParser
import Training

/// `warraq evaluate rules`: dates, times, percentages and numbers against the cases of Recognizers-Text.
struct EvaluateRules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Scores the rules for dates, times and amounts.",
        discussion: """
            A case is right if exactly the expected texts are found, and right in value if what is read out of them is \
            as expected too. Cases that their own makers mark as not supported are left out.
            """
    )

    @Option(help: "The folder Specs of Recognizers-Text, with DateTime/Arabic and Number/Arabic in it.")
    var cases: String

    @Flag(help: "Also print the cases that are not right.")
    var misses = false

    func run() throws {
        let evaluation = try RuleEvaluation(folder: cases)
        if misses { for miss in evaluation.misses { print(miss) } }
        print(evaluation.table)
    }
}
