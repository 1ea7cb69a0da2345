import ArgumentParser
import Articles
import ClusterRuntime
import Foundation
import Reports

/// `warraq run`.
struct RunCommand: ParsableCommand {
    private static let standardOutput = "reports"

    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Reads articles in this process, without a cluster: a report for each.",
        discussion: """
            Reports go to DIR as ID.json, or with - to standard output, one line of JSON each, in input order. An \
            article that comes twice gets one report. Ends with a summary of the reports if they are few.

            Examples:
              warraq run article.txt
              warraq run --workers 8 --output reports/ articles/ more.jsonl
              cat article.txt | warraq run --output - - | jq .entities
            """
    )

    @OptionGroup var inputs: InputArguments
    @Option(
        help: .setting("workers", "How many sections are analysed at once", default: "one a core", placeholder: "n")
    )
    var workers: Int?
    @Option(
        name: [.short, .long],
        help: .setting("output", "Where reports go: a folder, or -", default: standardOutput, placeholder: "dir|-")
    )
    var output: OutputPlace?
    @OptionGroup var progress: ProgressOption
    @OptionGroup var model: ModelOption
    @OptionGroup var log: LogOption

    func validate() throws {
        _ = try workerCount()
        _ = try Setting.value(output, "output")
    }

    private func workerCount() throws -> Int {
        let count = try Setting.value(workers, "workers") ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
        guard (1...256).contains(count) else { throw ValidationError("--workers must be from 1 to 256, not \(count)") }
        return count
    }

    func run() throws {
        let place = try Setting.value(output, "output") ?? .folder(Self.standardOutput)
        let destination: ReportStore.Destination =
            switch place {
            case .folder(let path): .folder(path)
            case .standardOutput: .none
            }
        let workers = try workerCount()
        try ProcessLimits.check(workers: workers, overNetwork: false)
        let cluster = LocalCluster(
            workers: workers,
            model: try model.load(),
            softwareVersion: Version.text,
            destination: destination,
            isPretty: place != .standardOutput,
            logger: try log.logger("run", standard: .warning),
            split: { _, article in SectionSplitter.outline(of: article) }
        )
        let bar = try progress.bar()
        let tally = RunTally(place: place, progress: bar)
        let articles = try inputs.articles { bar.complain($0) }.makeIterator()
        try cluster.run({ tally.next(from: articles) }, outcome: { tally.take($0) })
        try tally.finish()
    }
}
