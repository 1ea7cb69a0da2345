import ArgumentParser
import ClusterRuntime

/// The journal that a command copies or puts back.
struct JournalOption: ParsableArguments {
    @Option(help: .setting("data", "The folder of the journal", default: standardFolder, placeholder: "dir"))
    var data: String?

    static let standardFolder = "data"

    /// Runs `body` with the journal's folder; what goes wrong is the command's failure.
    func withFolder<Result>(_ body: (String) throws(JournalError) -> Result) throws -> Result {
        let folder = try Setting.value(data, "data") ?? Self.standardFolder
        do throws(JournalError) {
            return try body(folder)
        } catch {
            throw CommandFailure(error.description)
        }
    }
}
