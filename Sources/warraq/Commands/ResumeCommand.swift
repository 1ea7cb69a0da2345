import ArgumentParser
import ClusterRuntime

/// `warraq resume`.
struct ResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Has the producer take articles again after `warraq drain`."
    )

    @OptionGroup var options: ClientOptions

    func run() throws { try options.client().resume() }
}
