import ArgumentParser
import Logging

/// How much a role says on standard error.
struct LogOption: ParsableArguments {
    enum Level: String, CaseIterable, ExpressibleByArgument {
        case trace, debug, info, notice, warning, error, critical
    }

    @Option(
        help: .setting(
            "log-level",
            "How much is logged: \(Level.allValueStrings.joined(separator: ", "))",
            default: "info; warning in run",
            placeholder: "level"
        )
    )
    var logLevel: Level?

    /// A logger that writes to standard error.
    func logger(_ label: String, standard: Level = .info) throws -> Logger {
        var logger = Logger(label: label, factory: { StreamLogHandler.standardError(label: $0) })
        let level = try Setting.value(logLevel, "log-level") ?? standard
        logger.logLevel = Logger.Level(rawValue: level.rawValue) ?? .info
        return logger
    }

    func validate() throws { _ = try Setting.value(logLevel, "log-level") }
}
