import ArgumentParser

/// The command line.
@main
struct Warraq: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warraq",
        abstract: "Reads Arabic news.",
        subcommands: [Train.self, Evaluate.self]
    )
}
