import ArgumentParser
import ClusterRuntime

/// `warraq keys`.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Makes the keys of a cluster, and changes them while it runs.",
        discussion: """
            Every role and every client that is given --keys DIR encrypts its connections and lets nobody in without a \
            key of the same cluster. Each host needs the *.public files, and the *.secret files of what runs there: \
            producer, sink, worker, client.

            To change the keys without a stop: `warraq keys rotate DIR`, copy DIR to every host (the *.public files \
            first), start the processes anew one by one, then `warraq keys retire DIR` and copy it again. In between, \
            old and new keys are good.

            Example: warraq keys keys/
            """,
        subcommands: [Make.self, Rotate.self, Retire.self],
        defaultSubcommand: Make.self
    )

    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "make",
            abstract: "Makes a pair of keys for each role, in a folder that has none. (default)"
        )
        @Argument(help: ArgumentHelp("The folder, made if missing.", valueName: "dir"))
        var folder: String

        func run() throws { try KeysCommand.change(folder) { (keys) throws(KeyError) in try keys.make() } }
    }

    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes new keys; the old ones stay good until `retire`."
        )
        @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
        var folder: String

        func run() throws { try KeysCommand.change(folder) { (keys) throws(KeyError) in try keys.rotate() } }
    }

    struct Retire: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends a rotation: the old keys are good no more."
        )
        @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
        var folder: String

        func run() throws { try KeysCommand.change(folder) { (keys) throws(KeyError) in try keys.retire() } }
    }

    private static func change(_ folder: String, _ body: (KeyFolder) throws(KeyError) -> Void) throws {
        do throws(KeyError) {
            try body(KeyFolder(path: folder))
        } catch {
            throw CommandFailure(error.description)
        }
    }
}
