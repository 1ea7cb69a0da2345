import ArgumentParser
import ClusterRuntime
import Glibc

/// `warraq restore`.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a copy of a journal back, in place of the one that is there.",
        discussion: """
            The producer has to be stopped. What it had is left as it is unless the copy is whole: it is read through \
            first. Articles that were accepted since the copy was made are not in it: submit them again.

            Examples:
              warraq restore --data data/ /backup/journal-2026-03-01.sqlite
              docker compose run --rm --no-deps -T producer restore - < journal.sqlite
            """
    )

    @Argument(help: ArgumentHelp("A copy that `warraq backup` has made, or - for standard input.", valueName: "file|-"))
    var file: String
    @OptionGroup var journal: JournalOption

    func run() throws { try journal.withFolder(restore) }

    private func restore(to folder: String) throws(JournalError) {
        guard file != "-" else {
            return try JournalRestore.restore(from: STDIN_FILENO, named: "standard input", folder: folder)
        }
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(FileError("open", file, code: errno)) }
        defer { close(descriptor) }
        try JournalRestore.restore(from: descriptor, named: file, folder: folder)
    }
}
