import ArgumentParser
import Articles
import Cluster
import ClusterRuntime

/// `warraq submit`.
struct SubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Submits articles to a cluster; with --wait, until every report is there.",
        discussion: """
            Prints an article's id when the producer has it on disk: from then on it is not lost. The id is a hash of \
            the article, so submitting it again changes nothing. With --output, reports are fetched from the cluster: \
            into DIR as ID.json, or with - one line of JSON each on standard output, in input order, in place of ids.

            Those who submit at the same time take turns, article by article: one article is next however many of \
            another's wait. What has a higher --priority goes before everything else; submitting again what still \
            waits may raise it. A producer that can't take more for now (its disk is full, say) is asked again for \
            --timeout seconds.

            Examples:
              warraq submit articles/ more.jsonl
              warraq submit --wait --output reports/ articles/
              cat article.txt | warraq submit --output - - | jq .entities
            """
    )

    @OptionGroup var inputs: InputArguments
    @Flag(inversion: .prefixedNo, help: .setting("wait", "Wait until every article is reported"))
    var wait: Bool?
    @Option(
        name: [.short, .long],
        help: .setting("output", "Fetch the reports: a folder, or -; implies --wait", placeholder: "dir|-")
    )
    var output: OutputPlace?
    @Option(help: .setting("priority", "What goes first: low, normal or high", default: "normal"))
    var priority: PriorityArgument?
    @OptionGroup var progress: ProgressOption
    @OptionGroup var options: ClientOptions

    func validate() throws {
        _ = try Setting.isOn(wait, "wait")
        _ = try Setting.value(output, "output")
        _ = try Setting.value(priority, "priority")
    }

    func run() throws {
        let output = try Setting.value(output, "output")
        let bar = try progress.bar()
        let submission = Submission(client: try options.client(), progress: bar)
        try submission.submit(
            try inputs.articles { bar.complain($0) },
            priority: Setting.value(priority, "priority")?.priority ?? .normal,
            printsIDs: output != .standardOutput
        )
        if try output != nil || Setting.isOn(wait, "wait") {
            try submission.wait(fetchingTo: output.map { try ReportOutput($0) })
        }
        try submission.finish()
    }
}
