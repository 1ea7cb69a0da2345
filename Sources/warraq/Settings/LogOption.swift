import ArgumentParser
import Logging

/// How much a role says on standard error, and how.
struct LogOption: ParsableArguments {
    enum Level: String, CaseIterable, ExpressibleByArgument {
        case trace, debug, info, notice, warning, error, critical
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people.
        case text
        /// For log collectors: ``JSONLogHandler``.
        case json
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
    @Option(
        help: .setting(
            "log-format",
            "How it is logged: text for people, json for programs, one object a line",
            default: "text",
            placeholder: "format"
        )
    )
    var logFormat: Format?

    /// A logger that writes to standard error.
    func logger(_ label: String, standard: Level = .info) throws -> Logger {
        let format = try Setting.value(logFormat, "log-format") ?? .text
        JSONLogHandler.isInUse = format == .json
        var logger = Logger(label: label) { label in
            switch format {
            case .text: StreamLogHandler(label: label, stream: TextLogStream())
            case .json: JSONLogHandler(label: label)
            }
        }
        let level = try Setting.value(logLevel, "log-level") ?? standard
        logger.logLevel = Logger.Level(rawValue: level.rawValue) ?? .info
        return logger
    }

    func validate() throws { _ = try (Setting.value(logLevel, "log-level"), Setting.value(logFormat, "log-format")) }
}
