import ArgumentParser
import ClusterRuntime

/// `warraq keys`.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Makes the keys of a cluster, and changes them while it runs.",
        discussion: """
            Every role and every client that is given --keys DIR encrypts its connections and lets nobody in without a \
            key of the same cluster. Keep DIR to yourself; `warraq keys export DIR ROLE TO` makes a folder with what \
            one role needs and no more, for the host where it runs.

            To change the keys without a stop: `warraq keys rotate DIR`, export again for each host (the *.public \
            files first), start the processes anew one by one, then `warraq keys retire DIR` and export again. In \
            between, old and new keys are good. A change that was cut off is ended by the same command again; \
            `warraq keys state DIR` says how far the keys are.

            Example: warraq keys keys/
            """,
        subcommands: [Make.self, Export.self, Rotate.self, Retire.self, State.self],
        defaultSubcommand: Make.self
    )

    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "make",
            abstract: "Makes a pair of keys for each role, in a folder that has none."
        )
        @Argument(help: ArgumentHelp("The folder, made if missing.", valueName: "dir"))
        var folder: String

        func run() throws { try KeysCommand.change(folder) { (keys) throws(KeyError) in try keys.make() } }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copies what one role needs: its secret key, and the public keys of those whom it talks to.",
            discussion: """
                Whoever has the folder can do what the role does, and nothing else. What was there of earlier keys is \
                replaced, each file as a whole.

                Example: warraq keys export keys/ client client-keys/
                """
        )
        @Argument(help: ArgumentHelp("The folder of all keys.", valueName: "dir"))
        var folder: String
        @Argument(help: "producer, sink, worker or client.")
        var role: KeyFolder.Role
        @Argument(help: ArgumentHelp("The folder to copy to, made if missing.", valueName: "to"))
        var target: String

        func run() throws {
            try KeysCommand.change(folder) { [role, target] (keys) throws(KeyError) in
                try keys.export(role, to: target)
            }
        }
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

    struct State: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says how far the keys are: none, settled, rotating or unfinished.",
            discussion: """
                none: there are no keys, or their making was cut off; `make` makes them. settled: one pair for each role. \
                rotating: new keys for each role, and the old ones still good, until `retire`. unfinished: a change was \
                cut off; `rotate` ends it.

                Example: warraq keys state keys/
                """
        )
        @Argument(help: ArgumentHelp("The folder of all keys.", valueName: "dir"))
        var folder: String

        func run() throws {
            let state = try KeysCommand.change(folder) { (keys) throws(KeyError) in try keys.state() }
            Terminal.write(state.rawValue + "\n", to: .output)
        }
    }

    private static func change<Value>(_ folder: String, _ body: (KeyFolder) throws(KeyError) -> Value) throws -> Value {
        do throws(KeyError) {
            return try body(KeyFolder(path: folder))
        } catch {
            throw CommandFailure(error.description)
        }
    }
}

extension KeyFolder.Role: ExpressibleByArgument {}
