import ArgumentParser
import ClusterRuntime
import Glibc

/// `warraq backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies a journal while its producer works.",
        discussion: """
            The copy is the journal at one moment: everything that was accepted before the command began is in it. It \
            runs where the producer runs. `warraq restore` puts it back. Reports are files of their own: copy them with \
            anything.

            Examples:
              warraq backup --data data/ /backup/journal-2026-03-01.sqlite
              docker compose exec -T producer warraq backup - > journal.sqlite
            """
    )

    @Argument(help: ArgumentHelp("The file to make, or - for standard output.", valueName: "file|-"))
    var file: String
    @OptionGroup var journal: JournalOption

    func run() throws {
        guard file == "-" else {
            return try journal.withFolder { folder throws(JournalError) in
                try JournalBackup.copy(folder: folder, to: file)
            }
        }
        let descriptor = try journal.withFolder { folder throws(JournalError) in
            try JournalBackup.openCopy(folder: folder)
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            if count > 0 {
                try Self.write(buffer[..<count])
            } else if errno != EINTR {
                throw CommandFailure("the copy of the journal: \(String(cString: strerror(errno)))")
            }
        }
    }

    /// A copy that could not be written as a whole is none.
    private static func write(_ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                rest.removeFirst(count)
            } else if errno != EINTR {
                throw CommandFailure("standard output: \(String(cString: strerror(errno)))")
            }
        }
    }
}
