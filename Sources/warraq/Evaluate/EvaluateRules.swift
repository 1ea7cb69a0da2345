import ArgumentParser
import Training

/// `warraq evaluate rules`: dates, times, percentages and numbers against the cases of Recognizers-Text.
struct EvaluateRules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Scores the rules for dates, times, amounts and numbers.",
        discussion: """
            A case is right if exactly the expected texts are found, and right in value if what is read out of them \
            says the same too: «P1W» is «2016-W46» on the case's day of writing, «2016-Q3» is the interval from July to \
            October. Cases that their own makers mark as not supported are left out.

            Dates, feasts, times, durations and percentages are scored on the mentions that reports have: DATE, TIME, \
            QUANTITY and PERCENT. Bare numbers, ordinals («الحادي عشر») and comparisons («أقل من ألف») are no mentions of \
            a report; they are scored on the readers that amounts and dates are made with. The last two lines add up \
            the former, and all.
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
