import ArgumentParser

/// The command line: one binary, a subcommand per file.
@main
struct Warraq: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warraq",
        abstract: "Reads Arabic news: who, where, which organisations, and what it is about.",
        discussion: """
            A producer splits articles into sections, workers extract entities and themes from them, a sink merges \
            what they find into one JSON report per article. `warraq run` does all of it in one process.

            Each flag --some-name has an environment variable WARRAQ_SOME_NAME (but for those of train and evaluate); \
            a flag beats its variable, a variable beats the default. Results go to standard output, progress and logs \
            to standard error.

            Exit status: 0 all done, 1 an article failed or is partial, 2 wrong usage, 3 the cluster can't be reached.
            """,
        version: Version.text,
        subcommands: [
            RunCommand.self, SubmitCommand.self, ProducerCommand.self, WorkerCommand.self, SinkCommand.self,
            ConsoleCommand.self, StatusCommand.self, TopCommand.self, JobsCommand.self, ShowCommand.self,
            RetryCommand.self, CancelCommand.self, DrainCommand.self, ResumeCommand.self, HealthCommand.self,
            KeysCommand.self, BackupCommand.self, RestoreCommand.self, ViewCommand.self, ExportCommand.self,
            TagCommand.self, Train.self, Evaluate.self,
        ]
    )

    static func main() async {
        JSONLogHandler.isInUse = LogOption.asksForJSON(CommandLine.arguments)
        do {
            try ProcessLimits.check()
            var command = try await asyncParseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Terminal.flush()
        } catch {
            ExitStatus.leave(with: error)
        }
    }
}
